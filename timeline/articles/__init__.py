"""Text, HTML and files -> Article with blocks."""

from timeline.articles.days import parse_day
from timeline.articles.language import language_of
from timeline.articles.text import LARGEST_TEXT, from_text

__all__ = ["LARGEST_TEXT", "from_text", "language_of", "parse_day"]
