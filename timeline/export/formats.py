"""What a format is, and which ones there are."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from timeline.errors import FormatError
from timeline.model import Timeline


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a timeline.

    `name` is the command line's choice and the end of the address, `suffix` the end of a file's name, `title` the
    entry of a menu. `function` writes the same bytes for the same timeline.
    """

    name: str
    suffix: str
    media_type: str
    title: str
    function: Callable[[Timeline], bytes]


@cache
def formats() -> Mapping[str, Format]:
    """Every format by its name, in the order of names; each file of this folder that has a `FORMAT` is one."""
    names = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    modules = (import_module(f"{__package__}.{name}") for name in names)
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return MappingProxyType({f.name: f for f in sorted(found, key=lambda f: f.name)})


def find_format(name: str) -> Format:
    """The format of that name. Raises FormatError, which says the names there are."""
    known = formats()
    if name not in known:
        raise FormatError(f"no export format {name!r}; choose from {', '.join(known)}")
    return known[name]


def render(timeline: Timeline, name: str) -> bytes:
    """The timeline in the format of that name. Raises FormatError for an unknown one."""
    return find_format(name).function(timeline)
