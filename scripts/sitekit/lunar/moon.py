"""Instants of new moons, after chapter 49 of Jean Meeus, Astronomical Algorithms (2nd edition, 1998).

True to about twenty seconds between 1900 and 2100, in dynamical time; `clock.py` turns it into the time of clocks.
"""

from __future__ import annotations

from functools import lru_cache
from math import radians, sin

#: Days from one new moon to the next in the mean, and the one of 6 January 2000, number 0.
MONTH = 29.530588861
FIRST = 2451550.09766

#: (amplitude in days, power of the earth's eccentricity, multiples of: sun's anomaly, moon's anomaly, latitude, node).
TERMS = (
    (-0.40720, 0, 0, 1, 0, 0), (0.17241, 1, 1, 0, 0, 0), (0.01608, 0, 0, 2, 0, 0), (0.01039, 0, 0, 0, 2, 0),
    (0.00739, 1, -1, 1, 0, 0), (-0.00514, 1, 1, 1, 0, 0), (0.00208, 2, 2, 0, 0, 0), (-0.00111, 0, 0, 1, -2, 0),
    (-0.00057, 0, 0, 1, 2, 0), (0.00056, 1, 1, 2, 0, 0), (-0.00042, 0, 0, 3, 0, 0), (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0), (-0.00024, 1, -1, 2, 0, 0), (-0.00017, 0, 0, 0, 0, 1), (-0.00007, 0, 2, 1, 0, 0),
    (0.00004, 0, 0, 2, -2, 0), (0.00004, 0, 3, 0, 0, 0), (0.00003, 0, 1, 1, -2, 0), (0.00003, 0, 0, 2, 2, 0),
    (-0.00003, 0, 1, 1, 2, 0), (0.00003, 0, -1, 1, 2, 0), (-0.00002, 0, -1, 1, -2, 0), (-0.00002, 0, 1, 3, 0, 0),
    (0.00002, 0, 0, 4, 0, 0),
)  # fmt: skip
#: What the planets do: (amplitude in days, angle in degrees at number 0, degrees a month).
PLANETS = (
    (0.000325, 299.77, 0.107408), (0.000165, 251.88, 0.016321), (0.000164, 251.83, 26.651886), (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239), (0.000062, 141.74, 53.303771), (0.000060, 207.14, 2.453732), (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239), (0.000042, 207.19, 0.121824), (0.000040, 291.34, 1.844379), (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099), (0.000023, 331.55, 3.592518),
)  # fmt: skip


@lru_cache(maxsize=4096)
def new_moon(number: int) -> float:
    """The instant of new moon `number` (0 is that of 6 January 2000) as a Julian day in dynamical time."""
    t = number / 1236.85
    sun = 2.5534 + 29.10535670 * number - 0.0000014 * t**2 - 0.00000011 * t**3
    moon = 201.5643 + 385.81693528 * number + 0.0107582 * t**2 + 0.00001238 * t**3 - 0.000000058 * t**4
    latitude = 160.7108 + 390.67050284 * number - 0.0016118 * t**2 - 0.00000227 * t**3 + 0.000000011 * t**4
    node = 124.7746 - 1.56375588 * number + 0.0020672 * t**2 + 0.00000215 * t**3
    eccentricity = 1 - 0.002516 * t - 0.0000074 * t**2
    mean = FIRST + MONTH * number + 0.00015437 * t**2 - 0.000000150 * t**3 + 0.00000000073 * t**4
    own = sum(size * eccentricity**power * sin(radians(a * sun + b * moon + c * latitude + d * node)) for size, power, a, b, c, d in TERMS)
    others = sum(size * sin(radians(start + step * number - (0.009173 * t**2 if not index else 0)))
                 for index, (size, start, step) in enumerate(PLANETS))  # fmt: skip
    return mean + own + others
