"""How much each trait of a day speaks for it: additions to its log odds.

Fitted as a multinomial logistic regression with an L2 penalty over candidate days ("none of them" has 0) on news
articles of known date; `docs/publication.md` says on which, and how well it does on articles held back. A trait that
is not in the table weighs nothing.
"""

from __future__ import annotations

WEIGHTS: dict[str, tuple[float, ...]] = {
    # how the day lies to a written date: the columns of traits.OFFSETS
    "amended": (0, 0, 0, -0.14, 2.42, 2.95, 0, 0, 0, 0, 0, -0.02, 0),
    "amended, no year": (0, 0, 0.03, -0.01, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    "caption": (0, -0.03, 0, -0.36, -0.10, 1.16, 3.33, -0.03, -0.15, -0.08, 0, -0.03, -0.08),
    "caption, no year": (0, 0, 0, -0.90, 0, -0.05, -0.04, -0.06, -0.05, 0, -0.33, 0, 0),
    "dateline": (0, 0, 0, 0, 0, 5.00, 0, 0, 0, 0, 0, 0, 0),
    "dateline, no year": (0, 0, -1.49, -1.08, -0.23, 4.82, -0.14, -0.23, -0.74, -1.47, -1.80, 0, 0),
    "first date": (-0.12, -0.28, -0.02, 1.05, 1.81, 1.50, 0.72, -0.63, 0.64, 0.05, -0.21, -0.16, -0.61),
    "headline": (-0.01, -0.01, 0, 0, 0, 3.50, -0.05, 0, -0.01, -0.03, 0, -0.04, -0.01),
    "headline, no year": (0, 0, -0.98, -0.21, -0.54, 2.60, 0.08, 0, 0, -0.16, -0.21, 0, 0),
    "latest date told": (-0.95, 0.33, -0.07, 1.18, 1.10, 0.63, 0.50, -0.22, 0.87, 0.09, 0.33, 0.89, 1.00),
    "month due": (0.40, 0.56, -0.46, -0.24, 0, 0, -0.06, -0.01, -0.32, -0.01, -0.05, -0.38, -0.89),
    "month expected": (-0.70, 0.91, 0.51, -0.07, 0, 0, 0, 0, 0, -0.14, -0.22, -0.30, -0.28),
    "month interim": (-0.30, -0.01, -0.12, -0.16, 0, -0.05, 0, 0, -0.05, -0.03, 1.03, 1.48, 0.35),
    "month past": (-0.56, -2.17, -1.59, -0.45, 0, -0.01, -0.05, 0, -0.55, -0.76, -0.55, 0.77, 0.28),
    "month planned": (0.28, 0.44, -0.39, 0, 0, 0, 0, 0, 0, -0.69, 0.25, -0.22, -0.61),
    "month result": (-0.71, -1.08, -0.99, 0.42, 0, 0, 0, 0, -0.13, 0.26, 0.25, 0.97, 1.04),
    "month told": (-0.67, -0.21, -0.06, -0.35, 0, -0.14, -0.04, 0, -0.03, 0.46, -0.54, 1.33, 0.34),
    "nearest date": (-0.75, 0.22, 0.45, -0.14, 1.10, 1.52, 1.98, -0.34, 0.20, 0.09, 1.02, 0.75, 0.19),
    "post": (0, -0.06, -0.01, -0.52, 1.09, 4.23, 2.57, -0.11, -0.19, -0.07, -0.02, -0.27, -0.25),
    "printed": (-0.03, -0.01, 0, -0.03, -0.01, 8.95, -0.14, 0, -0.03, -0.03, -0.01, -0.03, -0.02),
    "printed later": (0, 0, -0.03, 0, 0, -0.06, -0.05, 0, 0, 0, 0, -0.05, -0.02),
    "printed later, no year": (0, 0, 0, -0.49, -0.56, 0.29, -0.11, -0.17, -0.03, -0.06, -0.11, 0, 0),
    "printed, no year": (0, 0, 0, 0, 0, 3.00, 0, 0, 0, 0, 0, 0, 0),
    "told": (-0.48, 0.30, 0.58, 0.13, -0.87, 0.70, 0.48, -0.48, 0.36, 0.19, 1.06, -0.85, -0.42),
    "told as ahead": (0.45, -0.18, 0.05, -1.27, -1.08, -1.30, -0.88, -0.01, -0.34, 0.26, -1.83, -1.73, -2.08),
    "told as ahead, no year": (0, 0, 0.31, 0.15, -1.02, -0.05, 0.14, 0.25, -0.54, -0.63, -0.03, 0.04, 0),
    "told as past": (0.26, -0.37, 1.95, 0.36, -0.01, -1.11, -0.78, -0.05, 0.75, -0.12, 0.26, 0.75, -0.37),
    "told as past, no year": (0, 0, -0.04, 0.44, -0.83, 0.86, -0.05, -0.64, 1.18, 0.32, 0.35, 0, 0),
    "told, no year": (0, 0, -1.70, -0.22, 0.21, 0.75, 0.17, -0.19, -0.58, 0.49, 0.23, 0, 0),
    # weekdays: days from the weekday told to the candidate, 0 to 6; Monday to Sunday; or no, yes
    "a caption and the first weekday told": (0.36, 3.27),
    "a day told falls on a weekend": (-0.06, -1.17),
    "a written date and the first weekday told": (0.09, 1.35),
    "day of the week": (0.50, 0.85, 0.55, 1.07, 0.52, -0.64, 0.25),
    "day of the week, dated from a place": (0.42, 0.39, 0.05, -0.03, -0.17, -3.07, -2.57),
    "first weekday": (1.43, -0.81, 0.02, 0.47, -1.11, -0.86, -0.98),
    "first weekday beside today": (0.32, -0.10, 1.06, 0.49, 0.44, -0.32, -0.78),
    "some weekday told": (-0.15, -0.64),
    "weekday after those told": (-1.11, 0.43),
    "weekday ahead": (-0.68, -0.54, -0.63, 0.48, -0.43, 0.20, -0.20),
    "weekday written beside the day": (-1.13, 0.27),
    # years from the one told in a sense: two or more before, 1 before, same, 1 after, 2, 3, 4 or more
    "year due, Jan-Apr": (-0.13, -0.35, -0.44, -0.65, -1.57, -0.87, -1.32),
    "year due, May-Dec": (0.51, -0.35, -1.43, -1.14, -0.55, 0.03, -0.80),
    "year expected, Jan-Apr": (-0.74, 0.65, 1.73, 0.39, -0.90, -0.68, -0.91),
    "year expected, May-Dec": (0.50, 1.15, 0.91, -0.22, -1.25, -0.22, -0.66),
    "year interim, Jan-Apr": (-0.26, -0.89, 1.84, 2.07, 0.03, -0.37, -0.76),
    "year interim, May-Dec": (-0.02, -0.58, 1.48, 2.25, -1.08, -0.14, -1.07),
    "year past, Jan-Apr": (-0.40, -0.81, -0.35, 0.61, 0.58, -0.92, -0.15),
    "year past, May-Dec": (-0.69, -0.63, -0.15, 0.59, -0.05, -0.32, 0.26),
    "year planned, Jan-Apr": (0.03, 1.25, 1.12, -0.40, -1.48, -1.26, -0.99),
    "year planned, May-Dec": (-0.28, 1.39, 0.42, 0.33, -0.47, -0.48, -1.48),
    "year result, Jan-Apr": (0.32, 0.24, 1.27, 2.86, 2.16, 0.26, -0.18),
    "year result, May-Dec": (-0.20, 0.18, 0.93, 1.36, -0.83, -0.69, -0.62),
    "year season, Jan-Apr": (-0.12, -0.16, 1.26, 1.64, 1.53, -0.59, -1.35),
    "year season, May-Dec": (-0.03, 0.32, 1.33, 1.25, -0.59, -0.34, -0.11),
    "year told, Jan-Apr": (-0.72, -0.35, 0.33, 0.70, 0.21, 0.56, -0.90),
    "year told, May-Dec": (0.11, 0.34, 0.39, 0.52, -0.31, -0.89, -0.14),
    "years after the commonest": (-0.77, -0.56, -0.12, -0.01, -0.26, -0.60, 0.28),
    "years after the copyright": (0, -0.97, 1.99, -0.10, -0.08, 0, 0),
    # every candidate, against all days that are none
    "any": (-5.38,),
}

STATED: dict[str, dict[int, float]] = {
    "metadata": {0: 9.0, 1: 2.0, -1: 2.0},
    "url": {0: 7.5, 1: 2.0, -1: 2.0},
}
"""Dates outside the text, by days from them to the candidate. Set by hand: far above one date in the text, so that a
page's markup decides (htmldate: F 0.949) unless a printed date and the tenses of the text stand against it."""
