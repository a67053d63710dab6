"""The phrases of time, one file a kind and a language."""
