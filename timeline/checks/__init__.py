"""Consistency checks: one file each, found by their `ABOUT`; `run` joins what they find into one report."""

from timeline.checks.report import about, run

__all__ = ["about", "run"]
