"""What a zip holds, never more of it than it says: a header may lie about what its bytes unpack to."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

METHODS = (ZIP_STORED, ZIP_DEFLATED)
"""Others (bzip2, LZMA) can't be unpacked bit by bit here: a few hundred bytes of them fill all memory."""


DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What zipfile raises over a damaged file, a locked one included."""


def part(archive: ZipFile, member: ZipInfo) -> bytes:
    """The bytes of a member. Raises BadZipFile when they are packed by another method than ZIP's own, or damaged."""
    if member.compress_type not in METHODS:
        raise BadZipFile(f"method {member.compress_type}")
    with archive.open(member) as packed:
        return packed.read(member.file_size)  # a number, or zipfile unpacks all there is and then cuts it


def stored(archive: ZipFile) -> BytesIO:
    """The same zip with nothing packed, for a reader that unpacks without looking. Raises BadZipFile."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as plain:
        for member in archive.infolist():
            plain.writestr(member.filename, part(archive, member))
    out.seek(0)
    return out
