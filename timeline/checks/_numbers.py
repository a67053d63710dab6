"""Numbers as news writes them, with how far the last digit given leaves them open: "1.2 billion" is 1.15 to 1.25."""

from __future__ import annotations

from dataclasses import dataclass

SCALES = {"thousand": 10**3, "million": 10**6, "mln": 10**6, "billion": 10**9, "bln": 10**9, "trillion": 10**12}
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALE = rf"(?:{'|'.join(SCALES)})"
BLANK = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
_ROUNDED = 0.05
_MOST_ZEROS = 100  # a power of ten beyond what a float holds is no number that anybody counted


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and half of its last digit's worth."""

    value: float
    slack: float

    def scaled(self, factor: float) -> Amount:
        """The same in another unit."""
        return Amount(self.value * factor, self.slack * factor)

    @property
    def low(self) -> float:
        """The least that is written so."""
        return self.value - self.slack

    @property
    def high(self) -> float:
        """The most that is written so."""
        return self.value + self.slack


def amount(digits: str, scale: str | None = None) -> Amount:
    """For example "1.2", "billion" or "3,700": zeros at the end of a whole number may be rounding, of a twentieth."""
    plain = digits.replace(",", "")
    decimals = len(plain.partition(".")[2])
    zeros = 0 if "." in plain else min(_MOST_ZEROS, len(plain) - len(plain.rstrip("0")))
    factor = SCALES[scale.lower()] if scale else 1
    value, half = float(plain), 0.5 * 10.0**-decimals
    return Amount(value, max(half, min(half * 10**zeros, value * _ROUNDED))).scaled(factor)


def in_words(value: float) -> str:
    """For example "12.5", "1,609", "2.4 billion"."""
    for word in ("trillion", "billion", "million"):
        if abs(value) >= SCALES[word]:
            return f"{value / SCALES[word]:.3g} {word}"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
