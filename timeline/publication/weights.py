"""How much each trait of a day speaks for it: additions to its log odds.

Fitted as a multinomial logistic regression with an L2 penalty over candidate days ("none of them" has 0) on news
articles of known date; `docs/publication.md` says on which, and how well it does on articles held back. A trait that
is not in the table weighs nothing.
"""

from __future__ import annotations

WEIGHTS: dict[str, tuple[float, ...]] = {
    # how the day lies to a written date: the columns of traits.OFFSETS
    "amended": (0, 0, 0, -0.90, 1.37, 2.04, 0, 0, 0, 0, 0, -0.02, 0),
    "amended, no year": (0, 0, 0.25, -0.15, 0, 0, 0, 0, -0.01, 0, 0, 0, 0),
    "caption": (0, -0.04, 0, -2.03, -0.29, 0.74, 2.84, -0.02, -0.91, -0.34, -0.03, -0.14, -0.27),
    "caption, no year": (0, 0, 0, -2.79, 0, -0.38, -0.35, -0.64, -0.36, 0, -1.49, 0, 0),
    "dateline, no year": (0, 0, -2.48, -2.12, -0.74, 4.24, -1.32, -0.68, -1.09, -2.34, -2.94, 0, 0),
    "first date": (0.54, -0.58, -0.31, 1.57, 3.10, 2.40, 1.00, -1.07, 1.88, 0.73, 0.05, -0.19, -0.51),
    "headline": (-0.04, -0.03, 0, 0, 0, 1.20, -0.29, 0, -0.09, -0.11, 0, -0.06, -0.01),
    "headline, no year": (0, 0, -1.82, -0.31, -0.86, 2.22, -1.08, 0, 0, -0.56, -0.67, 0, 0),
    "latest date told": (-2.77, 0.53, 0.05, 0.10, 0.33, -0.95, -0.53, -0.52, 0.61, -0.53, -0.21, 1.53, 0.69),
    "month due": (0.15, 0.34, -0.78, -1.06, -0.02, -0.01, -0.62, -0.16, -0.56, -0.42, 0.09, -0.95, -0.82),
    "month expected": (-1.28, -1.11, -0.84, -0.08, -0.08, 0, 0, 0, 0, -0.02, 0.46, -2.08, -0.62),
    "month interim": (-0.43, -0.46, -0.58, 0, 0, 0, 0, 0, 0, 0, 1.40, 2.87, 0.33),
    "month past": (-1.58, -2.55, -1.92, -0.72, -0.08, 0, -0.20, -0.01, -1.19, -1.43, -1.04, 0.90, 0.07),
    "month planned": (-1.20, 0.52, 0, 0, 0, 0, 0, 0, 0, -0.99, 0.28, -0.17, -0.58),
    "month result": (-0.45, -1.18, -1.34, -1.16, 0, 0, 0, 0, 0, 0.97, 0.74, 1.54, 0.90),
    "month told": (-1.56, -0.88, -0.66, -0.85, 0, -0.29, -0.55, 0, -0.01, 1.35, -1.16, 1.65, 0.54),
    "nearest date": (-0.74, 0.06, 0.39, 0.10, 1.41, 3.16, 2.67, -0.80, -1.00, -0.63, 1.10, 0.47, 0.21),
    "post": (-0.01, -0.13, -0.03, -1.66, -0.42, 3.08, 2.40, -0.09, -0.69, -0.23, -0.08, -0.43, -0.20),
    "printed": (-0.24, -0.11, -0.02, -0.20, -0.40, 5.75, -1.15, -0.01, -0.62, -0.97, -0.11, -0.17, -0.29),
    "printed later": (0, 0, -0.21, 0, 0, -0.80, -0.22, 0, 0, 0, 0, -0.28, -0.03),
    "printed later, no year": (0, 0, 0, -0.98, -1.61, -0.13, -0.64, -0.51, -0.08, -0.44, -1.02, 0, 0),
    "told": (0.60, 0.50, 1.02, 0.25, -2.05, -0.53, 0.19, -0.64, 0.08, -0.06, 1.26, -0.91, -0.92),
    "told as ahead": (-0.30, 0.60, 0.34, -1.39, -2.67, -3.76, -0.91, -0.03, -1.22, 0.80, -2.51, -1.57, -3.40),
    "told as ahead, no year": (0, 0, 0.07, -0.11, -1.22, -0.18, 0.33, 1.61, -1.61, -1.18, -1.34, 0, 0),
    "told as past": (-0.18, 0.42, 2.69, 1.11, -0.07, -2.69, -1.41, -0.08, 1.72, -0.21, 0.04, 0, -0.88),
    "told as past, no year": (0, 0, -0.41, 0.44, -1.77, 0.38, -0.48, -1.61, 1.16, 0.02, -0.44, 0, 0),
    "told, no year": (0, 0, -2.29, -0.21, 0.18, 0.77, -0.36, -1.56, -0.87, 0.71, -0.35, 0, 0),
    # weekdays: days from the weekday told to the candidate, 0 to 6; or no, yes
    "first weekday": (1.87, -1.42, -0.34, 0.49, -1.64, -1.82, -0.88),
    "first weekday beside today": (0.18, -0.14, 0.79, 1.51, 0.52, -1.49, -0.58),
    "some weekday told": (-0.63, -0.47),
    "weekday after those told": (-0.94, 1.02),
    "weekday ahead": (-0.85, -0.22, -0.71, 0.12, 0.07, -1.18, 0.06),
    "weekday written beside the day": (-0.98, 0.56),
    # years from the one told in a sense: two or more before, 1 before, same, 1 after, 2, 3, 4 or more
    "year due, Jan-Apr": (-0.26, 0.07, -0.05, -1.19, -1.33, -1.93, -0.56),
    "year due, May-Dec": (0.38, -0.25, -1.36, -2.10, -0.07, 0.51, -0.60),
    "year expected, Jan-Apr": (-0.98, 0.23, 1.89, 0.04, -0.51, -0.33, -0.86),
    "year expected, May-Dec": (1.19, 2.12, 1.37, -0.49, -1.34, -0.84, -1.06),
    "year interim, Jan-Apr": (-0.59, -1.63, 1.51, 2.21, -0.25, -0.71, -1.82),
    "year interim, May-Dec": (0, -0.94, 2.45, 2.44, -1.12, -0.41, -2.61),
    "year past, Jan-Apr": (-0.04, -0.39, -0.03, 0.67, 0.75, -0.09, -0.06),
    "year past, May-Dec": (-0.91, -0.53, -0.04, 0.51, 0.26, -1.55, 0.24),
    "year planned, Jan-Apr": (-0.33, 1.68, 1.40, -1.18, -2.77, -2.67, -1.53),
    "year planned, May-Dec": (-0.12, 2.07, 0.79, -0.45, -1.42, -0.73, -0.66),
    "year result, Jan-Apr": (0.18, 0.31, 2.03, 3.23, 2.35, 0.96, 0.52),
    "year result, May-Dec": (0.37, -0.39, 1.03, 1.25, -1.30, -0.78, 0.17),
    "year told, Jan-Apr": (-2.09, 0.17, 0.69, 0.59, 0.24, 0.75, -0.63),
    "year told, May-Dec": (0.52, -0.18, 0.29, -0.25, 0.13, -1.31, -0.06),
    "years after the commonest": (-1.43, -1.24, -0.81, -0.32, -1.06, -1.27, 0.32),
    "years after the copyright": (-0.05, -1.70, 2.25, -0.35, -0.35, 0, 0),
    # every candidate, against all days that are none
    "any": (-4.69,),
}

STATED: dict[str, dict[int, float]] = {
    "metadata": {0: 9.0, 1: 2.0, -1: 2.0},
    "url": {0: 7.5, 1: 2.0, -1: 2.0},
}
"""Dates outside the text, by days from them to the candidate. Set by hand: far above one date in the text, so that a
page's markup decides (htmldate: F 0.949) unless a printed date and the tenses of the text stand against it."""
