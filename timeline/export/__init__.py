"""A timeline as bytes for other programs and for people: one file, one format.

`formats()` names them all, `render(timeline, "csv")` writes one. A file in this folder with a `FORMAT` is a format.
"""

from timeline.export.formats import Format, find_format, formats, render

__all__ = ["Format", "find_format", "formats", "render"]
