"""From instants of astronomy to days of Viet Nam.

Astronomy counts uniform (dynamical) time; clocks follow the turning of the earth, which is 24–200 seconds behind it in
the years 1900–2100. The difference is read from a table up to 2025 and, as nobody can know the earth's later moods, kept
on its present gentle course after that.
"""

from __future__ import annotations

import datetime
import math

#: Seconds by which dynamical time is ahead of clocks, at the start of every tenth year (IERS and its predecessors).
AHEAD = {1900: -2.8, 1910: 10.4, 1920: 21.2, 1930: 24.0, 1940: 24.3, 1950: 29.1, 1960: 33.2, 1970: 40.2, 1980: 50.5,
         1990: 56.9, 2000: 63.8, 2010: 66.1, 2020: 69.4, 2030: 71.0, 2050: 80.0, 2100: 120.0}  # fmt: skip
#: Viet Nam's clocks are seven hours ahead of Greenwich.
ZONE = 7 / 24
#: The Julian day of the noon before `datetime.date` number 0.
EPOCH = 1721424.5


def seconds_ahead(year: float) -> float:
    """Seconds by which dynamical time is ahead of clocks in `year`."""
    known = sorted(AHEAD)
    year = min(max(year, known[0]), known[-1])
    below = max(mark for mark in known[:-1] if mark <= year)
    above = known[known.index(below) + 1]
    return AHEAD[below] + (AHEAD[above] - AHEAD[below]) * (year - below) / (above - below)


def day_of(instant: float) -> datetime.date:
    """The date in Viet Nam at Julian day `instant` of dynamical time."""
    year = 2000 + (instant - 2451544.5) / 365.2425
    return datetime.date.fromordinal(math.floor(instant - seconds_ahead(year) / 86400 + ZONE - EPOCH))


def end_of(day: datetime.date) -> float:
    """The instant at which `day` ends in Viet Nam, as a Julian day of dynamical time."""
    return day.toordinal() + 1 + EPOCH - ZONE + seconds_ahead(day.year + day.timetuple().tm_yday / 365) / 86400
