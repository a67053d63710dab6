"""How much each trait of a day speaks for it: additions to its log odds.

Fitted as a multinomial logistic regression with an L2 penalty over candidate days ("none of them" has 0) on news
articles of known date; `docs/publication.md` says on which, and how well it does on articles held back. A trait that
is not in the table weighs nothing.
"""

from __future__ import annotations

WEIGHTS: dict[str, tuple[float, ...]] = {
    # how the day lies to a written date: the columns of traits.OFFSETS
    "amended": (0, -0.01, 0, -0.19, 2.00, 2.86, 0, 0, 0, 0, 0, -0.02, 0),
    "amended, no year": (0, 0, 0.03, -0.01, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    "caption": (0, -0.02, 0, -0.31, -0.12, 1.66, 2.86, -0.02, -0.03, -0.04, 0, -0.13, -0.05),
    "caption, no year": (0, 0, 0, -0.41, 0, -0.36, 0.66, -0.03, -0.02, -0.08, -0.09, 0, 0),
    "closing": (0, 0, 0, 0, 0, 7.00, 0, 0, 0, 0, 0, 0, 0),
    "closing, no year": (0, 0, 0, 0, 0, 3.00, 0, 0, 0, 0, 0, 0, 0),
    "dateline": (0, 0, 0, 0, 0, 5.00, 0, 0, 0, 0, 0, 0, 0),
    "dateline, no year": (0, 0, -1.06, -0.70, -0.14, 4.35, -0.50, -0.13, -0.52, -1.06, -1.20, 0, 0),
    "first date": (-0.37, -0.30, 0.29, 0.92, 1.58, 1.63, 1.02, -0.76, 0.01, -0.35, 0.04, 0.02, -0.24),
    "headline": (0, 0, 0, 0, 0, 3.70, -0.03, 0, -0.02, -0.03, 0, -0.02, 0),
    "headline, no year": (0, 0, -0.57, -0.11, -0.01, 1.91, -0.11, 0, 0, -0.05, -0.05, 0, 0),
    "latest date told": (-0.36, 0.73, 0.30, 0.93, 1.11, 0.33, 0.57, -0.61, -0.23, -0.27, 0.37, 0.48, 0.35),
    "month due": (0.16, 0.67, -0.18, -0.20, 0, 0, -0.01, 0, -0.08, 0, 0.50, 0.23, -0.16),
    "month expected": (-0.42, 0.57, 0.61, 0, 0, 0, 0, 0, 0, -0.07, 0.07, 0.09, 0),
    "month fiscal": (-0.02, 0.33, -0.04, 0, 0, 0, 0, 0, 0, -0.01, -0.41, -0.03, 0),
    "month interim": (-0.23, -0.05, -0.12, -0.11, 0, -0.01, 0, 0, -0.07, -0.04, 0.78, 0.95, 0),
    "month past": (-0.32, -1.47, -1.11, -0.31, 0, 0, 0, 0, -0.13, -0.62, -0.37, 0.55, 0.03),
    "month planned": (-0.14, 0.39, -0.08, 0, 0, 0, 0, 0, 0, -0.23, 0.73, 0.07, -0.06),
    "month result": (-0.48, -0.64, -0.70, 0.15, 0, 0, 0, 0, -0.07, 0.05, 0.51, 0.41, 0.45),
    "month told": (-0.33, -0.26, -0.02, -0.21, 0, -0.01, 0, 0, -0.03, 0.25, -0.32, 0.64, 0.21),
    "news under an old picture": (0, 0, 0, 0, 0, 4.72, 1.86, -0.02, -0.01, -0.01, 0, 0, 0),
    "post": (-0.01, -0.04, -0.01, -0.40, 1.07, 4.10, 2.41, -0.13, -0.07, -0.07, -0.02, -0.21, -0.11),
    "printed": (-0.02, -0.01, -0.01, -0.04, -0.01, 8.67, -0.08, 0, -0.04, -0.07, -0.01, -0.04, -0.03),
    "printed later": (0, 0, -0.02, 0, 0, -0.01, -0.01, 0, 0, 0, 0, -0.07, -0.02),
    "printed later, no year": (0, 0, 0, -0.39, -0.21, -0.21, -0.03, -0.04, -0.02, -0.07, -0.03, 0, 0),
    "printed, no year": (0, 0, 0, 0, 0, 3.00, 0, 0, 0, 0, 0, 0, 0),
    "published": (0, 0, 0, 0, 0, 9.00, 0, 0, 0, 0, 0, 0, 0),
    "published, no year": (0, 0, 0, 0, 0, 4.00, -0.01, 0, 0, 0, 0, 0, 0),
    "told": (-0.53, -0.02, 0.15, -0.27, -0.42, 0.35, 0.56, -0.37, -0.01, 0.08, 0.64, -0.55, -0.22),
    "told as ahead": (0.32, 0.30, 0.31, -0.93, -0.43, -0.51, -0.48, -0.01, -0.79, -0.04, -0.57, -0.83, -1.33),
    "told as ahead, no year": (0, 0, 0.33, 0.24, -0.86, -0.21, 0.02, 0.06, -0.44, -0.02, 0.14, 0, 0),
    "told as past": (-2.04, -1.78, 0.13, -1.54, -2.00, -0.47, -0.43, -0.32, -0.16, -0.32, 0.02, 0.46, -0.41),
    "told as past, no year": (0, 0, -0.01, 0.43, -0.61, 0.70, -0.45, -0.78, 0.82, 0.30, 0.36, 0, 0),
    "told, no year": (0, 0, -1.57, -0.14, 0.41, 0.50, -0.17, -0.18, -0.31, 0.39, 0.11, 0, 0),
    "updated": (0, 0, 0, 0, 2.50, 6.00, 0, 0, 0, 0, 0, 0, 0),
    # no, yes
    "a caption and the first weekday told": (-0.02, 2.03),
    "a date of a picture or post, the next weekday told": (0.93, -3.13),
    "a day told falls on a weekend": (-0.10, -0.86),
    "a head's day within two weeks of a full date": (0.03, 4.41),
    "a written date and the first weekday told": (0.34, 1.01),
    "the day after a picture or post, its weekday told": (0.73, 2.74),
    "weekday after those told": (-0.96, 0.03),
    "weekday of the next day told": (-0.15, -0.77),
    "weekday written beside the day": (-0.64, 0.36),
    # days from the weekday told, or Monday to Sunday; years from the one told: -2, -1, 0, 1, 2, 3, 4 or beyond
    "day of the week": (0.36, 0.85, 0.49, 1.00, 0.27, -0.58, 0.11),
    "day of the week, dated from a place": (0.53, 0.52, 0.18, 0.09, -0.11, -2.81, -2.35),
    "first weekday": (0.87, -0.67, -0.21, 0.42, -0.81, -0.79, -0.26),
    "first weekday beside today": (-0.21, 0.39, 0.67, 0.22, 0.41, -0.36, -0.60),
    "weekday ahead": (-0.48, -0.36, -0.44, 0.37, -0.43, 0, -0.10),
    "year due, Jan-Apr": (-0.13, -0.36, -0.21, -0.08, -0.69, -0.37, -0.17),
    "year due, May-Dec": (0.21, -0.45, -0.87, -0.64, -0.59, -0.07, -0.18),
    "year expected, Jan-Apr": (-0.59, 0.07, 1.46, 0.68, 0.02, -0.22, -0.13),
    "year expected, May-Dec": (0.25, 0.55, 0.48, -0.08, -0.55, -0.25, -0.28),
    "year fiscal, Jan-Apr": (-0.50, 0.46, 0.36, 0.23, -0.46, 0.09, 0.07),
    "year fiscal, May-Dec": (-0.10, 0.57, -0.09, -0.21, -0.25, -0.14, -0.08),
    "year interim, Jan-Apr": (-0.14, -0.59, 1.50, 1.30, -0.30, -0.30, -0.80),
    "year interim, May-Dec": (-0.03, -0.32, 0.74, 1.44, -0.55, -0.05, -0.38),
    "year past, Jan-Apr": (-0.30, -0.54, -0.48, -0.17, 0.27, -1.00, -0.03),
    "year past, May-Dec": (-0.25, -0.30, -0.63, 0.07, 0.09, -0.42, 0.29),
    "year planned, Jan-Apr": (-0.14, 0.76, 0.97, 0.13, -0.54, -0.54, -0.18),
    "year planned, May-Dec": (-0.28, 0.92, 0.09, 0.30, 0.09, -0.21, -0.73),
    "year result, Jan-Apr": (0.34, 0.13, 0.78, 1.58, 1.35, -0.12, -0.41),
    "year result, May-Dec": (-0.05, 0.27, 0.21, 0.71, -0.82, -0.56, -0.67),
    "year season, Jan-Apr": (-0.20, -0.23, 0.20, 0.16, 0.17, -0.54, -0.99),
    "year season, May-Dec": (-0.02, -0.13, 0.84, 0.34, -0.95, -0.18, -0.06),
    "year told, Jan-Apr": (-0.50, -0.12, 0.03, -0.16, -0.20, 0.28, -0.47),
    "year told, May-Dec": (0.46, 0.51, -0.01, 0.26, 0.25, -0.60, -0.13),
    "years after the commonest": (-0.57, -0.26, -0.13, -0.30, -0.37, -0.24, 0.58),
    "years after the copyright": (0, -0.47, 2.01, -0.07, -0.02, 0, 0),
    "years after the first ahead, Jan-Apr": (0.19, 0.18, 0.12, -0.04, -0.36, -0.70, -1.19),
    "years after the first ahead, May-Dec": (-0.01, 0.35, 0.19, 0.18, -0.80, 0.02, -0.70),
    "years after the latest": (0.44, 0.06, 0.67, 1.29, 0.54, 0.53, -0.44),
    "years after the latest compared, Jan-Apr": (-0.14, 0.52, 1.04, 0.34, -0.17, 0.10, -0.43),
    "years after the latest compared, May-Dec": (-0.43, 0.69, 0.96, -0.32, -0.52, 0.33, -0.14),
    "years after the latest, ahead a year later, Jan-Apr": (0, -0.22, -0.30, 0.40, 0.50, -0.14, -0.11),
    "years after the latest, ahead a year later, May-Dec": (-0.01, 0.40, -0.44, 0.05, -0.12, 0.37, -0.02),
    "years after the latest, ahead later, Jan-Apr": (-0.01, -0.24, 0.14, 0.25, 0.10, 0.16, 0.56),
    "years after the latest, ahead later, May-Dec": (-0.01, -0.40, 0.46, -0.27, 0.14, -0.10, -0.26),
    "years after the latest, ahead not later, Jan-Apr": (-0.02, 0.68, 0.05, 0.23, -0.21, -0.24, -0.23),
    "years after the latest, ahead not later, May-Dec": (0.26, 0.29, 0.49, -0.38, 0.11, -0.05, -0.11),
    "years after the latest, ahead two years later, Jan-Apr": (-0.02, -0.20, -0.03, 0.12, 0.36, 0, -0.01),
    "years after the latest, ahead two years later, May-Dec": (0.25, -0.08, -0.41, 0.08, -0.21, -0.12, 0.38),
    "years after the latest, none ahead, Jan-Apr": (0.28, -0.21, 0.06, 0.62, 0.47, 0.29, -0.27),
    "years after the latest, none ahead, May-Dec": (-0.27, 0.02, 0.65, 0.17, -0.61, 0.38, -0.38),
    # every candidate, against all days that are none
    "any": (-5.44,),
}

STATED: dict[str, dict[int, float]] = {
    "metadata": {0: 14.0, 1: 3.0, -1: 3.0},
    "url": {0: 11.0, 1: 3.0, -1: 3.0},
    "file": {0: 4.0, -1: 2.0},  # made when the article was written, or any time later when it was saved
}
"""Dates outside the text, by days from them to the candidate. Set by hand: far above one date in the text, so that a
page's markup decides unless a printed date and the tenses of the text stand against it."""
