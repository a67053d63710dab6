"""Time expressions: ours and its peers on one annotated corpus, accuracy and speed in one run."""
