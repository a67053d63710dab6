"""The words of time, one file a language."""
