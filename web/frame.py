"""What the chart is drawn on: pixels, colours, the stretch of time on view."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape as escaped

from web.window import Window


@dataclass(frozen=True, slots=True)
class Palette:
    """The chart's colours; the style sheet holds the same ones under the same names."""

    paper: str
    ink: str
    muted: str
    rule: str
    bar: str
    disputed: str
    published: str


LIGHT = Palette("#fffdf9", "#1b1a17", "#5f5a51", "#e4ded2", "#3f5f7f", "#c02717", "#f3ead2")
DARK = Palette("#15171a", "#ece8df", "#a39e94", "#2f3338", "#8fb2d4", "#ff7b69", "#3a3420")

SANS = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"
FONT_PX = 13
MARGIN = {"l": 10, "r": 10, "t": 48, "b": 30}


@dataclass(frozen=True, slots=True)
class Frame:
    """How a reader looks at the chart: its width, its colours, a stretch of time (None: the chart chooses)."""

    width: int = 1000
    dark: bool = False
    window: Window | None = None
    everything: bool = False

    @property
    def palette(self) -> Palette:
        """The colours of this frame."""
        return DARK if self.dark else LIGHT

    @property
    def scale(self) -> float:
        """How many pixels of the screen one pixel of the drawing takes: more than 1 on a very wide screen."""
        return min(max(1.0, self.width / 1900), 1.6)

    def scaled(self, px: float) -> float:
        """Pixels of the drawing as pixels of the screen."""
        return round(px * self.scale, 1)

    @property
    def plot_px(self) -> float:
        """Pixels of the drawing between the left and the right margin."""
        return max(200, self.width / self.scale - MARGIN["l"] - MARGIN["r"])

    @property
    def longest_label(self) -> int:
        """Characters."""
        return min(60, max(28, int(self.plot_px / 16)))


def escape(text: str) -> str:
    """The text as plotly reads it as the same text: it knows no name for a quotation mark."""
    return escaped(text, quote=False)
