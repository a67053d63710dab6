"""The command line: thin commands over the public library, answers on standard output, other words on standard error.

Exit codes: 0 all well, 1 bad input or findings, 2 wrong usage, 130 stopped.
"""

from timeline.cli.commands import app, main

__all__ = ["app", "main"]
