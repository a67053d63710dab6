"""How much each trait of a day speaks for it: additions to its log odds.

Fitted as a multinomial logistic regression with an L2 penalty over candidate days ("none of them" has 0) on news
articles of known date; `docs/publication.md` says on which, and how well it does on articles held back. A trait that
is not in the table weighs nothing.
"""

from __future__ import annotations

WEIGHTS: dict[str, tuple[float, ...]] = {
    # how the day lies to a written date: the columns of traits.OFFSETS
    "amended": (0, -0.01, 0, -0.10, 2.39, 3.05, 0, 0, 0, 0, 0, -0.02, 0),
    "amended, no year": (0, 0, 0.03, -0.01, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    "caption": (0, -0.03, 0, -0.22, -0.09, -0.73, 3.66, -0.01, -0.09, -0.04, 0, -0.03, -0.08),
    "caption, no year": (0, 0, 0, -0.89, 0, -0.06, -0.05, -0.06, -0.05, 0, -0.30, 0, 0),
    "dateline": (0, 0, 0, 0, 0, 5.00, 0, 0, 0, 0, 0, 0, 0),
    "dateline, no year": (0, 0, -1.58, -1.07, -0.23, 4.80, -0.14, -0.23, -0.73, -1.45, -1.78, 0, 0),
    "first date": (-0.12, -0.22, -0.06, 1.00, 1.62, 1.52, 0.70, -0.59, 0.51, 0.02, -0.19, -0.09, -0.65),
    "headline": (-0.01, -0.01, 0, 0, 0, 3.39, -0.09, 0, -0.02, -0.02, 0, -0.02, -0.01),
    "headline, no year": (0, 0, -0.95, -0.22, -0.58, 2.61, 0.08, 0, 0, -0.17, -0.20, 0, 0),
    "latest date told": (-1.01, 0.26, -0.20, 1.17, 1.03, 0.41, 0.44, -0.22, 0.87, 0.09, 0.32, 0.81, 1.16),
    "month due": (0.36, 0.56, -0.48, -0.24, -0.01, -0.01, -0.20, 0, -0.36, -0.03, -0.02, -0.32, -0.84),
    "month expected": (-0.62, 0.91, 0.52, -0.08, 0, 0, 0, 0, 0, -0.11, -0.21, -0.30, -0.31),
    "month interim": (-0.30, 0.01, -0.14, -0.13, 0, -0.03, 0, 0, -0.05, -0.04, 1.03, 1.46, 0.36),
    "month past": (-0.53, -2.12, -1.54, -0.45, 0, -0.01, -0.04, 0, -0.47, -0.78, -0.57, 0.80, 0.29),
    "month planned": (0.42, 0.41, -0.32, 0, 0, 0, 0, 0, 0, -0.73, 0.25, -0.20, -0.52),
    "month result": (-0.66, -1.04, -0.96, 0.40, 0, 0, 0, 0, -0.14, 0.21, 0.27, 0.92, 1.09),
    "month told": (-0.61, -0.21, -0.11, -0.35, 0, -0.13, -0.04, 0, -0.02, 0.44, -0.60, 1.32, 0.28),
    "nearest date": (-0.87, 0.18, 0.46, -0.16, 1.20, 1.31, 1.93, -0.34, 0.21, 0.07, 0.98, 0.72, 0.12),
    "post": (0, -0.07, -0.01, -0.51, 1.21, 4.49, 2.56, -0.11, -0.19, -0.07, -0.01, -0.29, -0.28),
    "printed": (-0.03, -0.02, -0.01, -0.04, -0.01, 9.02, -0.15, 0, -0.03, -0.04, -0.01, -0.03, -0.02),
    "printed later": (0, 0, -0.03, 0, 0, -0.04, -0.04, 0, 0, 0, 0, -0.05, -0.02),
    "printed later, no year": (0, 0, 0, -0.48, -0.50, 0.27, -0.10, -0.15, -0.03, -0.06, -0.08, 0, 0),
    "printed, no year": (0, 0, 0, 0, 0, 3.00, 0, 0, 0, 0, 0, 0, 0),
    "told": (-0.23, 0.23, 0.66, 0.20, -0.86, 1.03, 0.44, -0.54, 0.29, 0.16, 1.02, -0.84, -0.51),
    "told as ahead": (0.51, -0.19, 0.05, -1.28, -1.09, -1.18, -0.88, -0.01, -0.31, 0.27, -1.81, -1.76, -2.02),
    "told as ahead, no year": (0, 0, 0.43, 0.16, -1.00, -0.04, 0.16, 0.26, -0.53, -0.16, -0.03, 0, 0),
    "told as past": (-0.21, -0.40, 2.07, 0.40, -0.01, -0.90, -0.78, -0.05, 0.77, -0.10, 0.18, 0.91, -0.50),
    "told as past, no year": (0, 0, -0.12, 0.53, -0.71, 0.85, 0.02, -0.57, 1.12, 0.31, 0.39, 0, 0),
    "told, no year": (0, 0, -1.66, -0.16, 0.40, 0.63, 0.37, -0.19, -0.54, 0.49, 0.25, 0, 0),
    # weekdays: days from the weekday told to the candidate, 0 to 6; Monday to Sunday; or no, yes
    "a caption and the first weekday told": (0.07, 4.93),
    "a day told falls on a weekend": (-0.17, -1.16),
    "a written date and the first weekday told": (0.15, 0.92),
    "day of the week": (0.36, 0.99, 0.59, 1.14, 0.52, -0.58, 0.30),
    "day of the week, dated from a place": (0.41, 0.39, 0.05, -0.05, -0.19, -3.05, -2.59),
    "first weekday": (1.13, -0.27, -0.22, 0.40, -1.02, -0.98, -0.89),
    "first weekday beside today": (0.03, 0.44, 1.17, 0.46, 0.44, -0.29, -1.21),
    "some weekday told": (-0.30, -0.54),
    "weekday after those told": (-0.86, 0.07),
    "weekday ahead": (-0.71, -0.52, -0.68, 0.33, -0.38, 0.11, -0.03),
    "weekday written beside the day": (-1.05, 0.19),
    # years from the one told in a sense: two or more before, 1 before, same, 1 after, 2, 3, 4 or more
    "year due, Jan-Apr": (-0.16, -0.34, -0.35, -0.64, -1.43, -0.98, -1.11),
    "year due, May-Dec": (0.42, -0.10, -0.97, -0.98, -0.55, -0.03, -0.79),
    "year expected, Jan-Apr": (-0.83, 0.16, 1.55, 0.38, -0.36, -0.41, -0.85),
    "year expected, May-Dec": (0.41, 0.88, 0.84, -0.18, -1.32, -0.16, -0.75),
    "year interim, Jan-Apr": (-0.33, -0.85, 1.90, 2.06, 0.04, -0.42, -0.94),
    "year interim, May-Dec": (-0.02, -0.58, 1.51, 2.21, -1.07, -0.12, -1.05),
    "year past, Jan-Apr": (-0.39, -0.45, -0.11, 0.70, 0.65, -1.07, -0.23),
    "year past, May-Dec": (-0.65, -0.40, 0, 0.67, 0.01, -0.52, 0.33),
    "year planned, Jan-Apr": (0.03, 1.02, 1.03, -0.19, -1.26, -1.23, -0.98),
    "year planned, May-Dec": (-0.31, 1.18, 0.11, 0.13, -0.56, -0.49, -1.48),
    "year result, Jan-Apr": (0.26, 0.30, 1.10, 2.53, 1.89, 0.10, -0.27),
    "year result, May-Dec": (-0.22, 0.06, 0.87, 1.17, -0.88, -0.76, -0.61),
    "year season, Jan-Apr": (-0.62, -0.49, 0.30, 0.29, 0.32, -0.71, -1.17),
    "year season, May-Dec": (-0.06, -0.42, 0.65, 0.47, -0.88, -0.17, -0.05),
    "year told, Jan-Apr": (-0.78, 0.01, 0.38, 0.59, 0.09, 0.23, -0.83),
    "year told, May-Dec": (0.05, 0.33, 0.40, 0.31, -0.38, -0.93, -0.11),
    "years after the commonest": (-0.79, -0.65, -0.22, -0.02, -0.31, -0.34, 0.20),
    "years after the copyright": (0, -0.84, 2.05, -0.10, -0.08, 0, 0),
    # every candidate, against all days that are none
    "any": (-5.30,),
}

STATED: dict[str, dict[int, float]] = {
    "metadata": {0: 14.0, 1: 3.0, -1: 3.0},
    "url": {0: 11.0, 1: 3.0, -1: 3.0},
}
"""Dates outside the text, by days from them to the candidate. Set by hand: far above one date in the text, so that a
page's markup decides unless a printed date and the tenses of the text stand against it."""
