"""Positions as Chinese maps count them: WGS-84 → GCJ-02 → BD-09.

Maps of mainland China are shifted by some hundred metres: by law to GCJ-02 (Amap), once more to BD-09 (Baidu). Both are
plain formulas, known since 2013. Outside, these services use WGS-84 as everyone does: Baidu's guide says so of its maps
(“在海外地区，统一使用WGS84坐标”, lbs.baidu.com, Android SDK, 坐标转换), Amap's tells apart what lies in the mainland, Hong Kong and
Macau (`isAMapDataAvailable`). The usual test, a rectangle from 0.8° to 55.8° north and 72° to 137.8° east, holds all of
Viet Nam and Laos and would set our places half a kilometre off; here an outline decides.

Positions are (latitude, longitude) in degrees.
"""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, hypot, pi, radians, sin, sqrt

Position = tuple[float, float]

#: Krasovsky's ellipsoid of 1940: half the long axis in metres, eccentricity squared.
AXIS, ECCENTRICITY = 6_378_245.0, 0.00669342162296594323
#: The mainland, Hong Kong and Macau as (longitude, latitude), some 30 km true: to choose a formula, never to be drawn.
OUTLINE = ((108.05, 21.58), (107.4, 21.65), (106.75, 22.0), (106.65, 22.35), (106.85, 22.8), (105.9, 23.0), (105.3, 23.35),
           (104.7, 22.85), (103.9, 22.55), (102.2, 22.45), (101.75, 21.2), (99.9, 22.0), (97.6, 24.2), (98.7, 27.6),
           (92.0, 27.9), (86.0, 28.1), (81.0, 30.2), (78.7, 32.5), (74.0, 37.5), (73.7, 39.6), (80.2, 42.0), (80.5, 45.0),
           (83.0, 47.2), (87.8, 49.1), (91.0, 45.2), (96.4, 42.7), (105.0, 41.7), (111.9, 43.7), (119.7, 46.6),
           (116.0, 48.0), (117.7, 49.5), (120.0, 53.3), (126.0, 53.0), (130.9, 48.8), (134.7, 48.4), (131.0, 44.8),
           (130.6, 42.5), (124.3, 40.0), (121.5, 38.6), (122.8, 37.4), (119.6, 35.0), (122.2, 31.6), (122.4, 30.0),
           (119.9, 26.0), (118.2, 24.2), (114.4, 22.0), (111.0, 20.9), (111.0, 19.2), (109.7, 18.0), (108.5, 18.3),
           (108.5, 19.4), (109.5, 21.2))  # fmt: skip


def shifted(position: Position) -> bool:
    """Whether Chinese maps show `position` elsewhere than it is."""
    latitude, longitude = position
    inside = False
    for (x1, y1), (x2, y2) in pairwise((*OUTLINE, OUTLINE[0])):
        if (y1 > latitude) != (y2 > latitude) and longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def of(position: Position, datum: str) -> Position:
    """`position` (WGS-84) as a map with `datum` (`wgs84`, `gcj02`, `bd09`) counts it; KeyError for another datum."""
    for step in STEPS[datum] if shifted(position) else ():
        position = step(position)
    return position


def gcj02(position: Position) -> Position:
    """The GCJ-02 position of a WGS-84 `position` in China."""
    latitude, longitude = position
    x, y = longitude - 105, latitude - 35
    waves = 20 * sin(6 * pi * x) + 20 * sin(2 * pi * x)
    north = (-100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
             + 2 / 3 * (waves + 20 * sin(pi * y) + 40 * sin(pi * y / 3) + 160 * sin(pi * y / 12) + 320 * sin(pi * y / 30)))  # fmt: skip
    east = (300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
            + 2 / 3 * (waves + 20 * sin(pi * x) + 40 * sin(pi * x / 3) + 150 * sin(pi * x / 12) + 300 * sin(pi * x / 30)))  # fmt: skip
    bend = 1 - ECCENTRICITY * sin(radians(latitude)) ** 2
    meridian = AXIS * (1 - ECCENTRICITY) / bend**1.5
    parallel = AXIS / sqrt(bend) * cos(radians(latitude))
    return latitude + north * 180 / pi / meridian, longitude + east * 180 / pi / parallel


def bd09(position: Position) -> Position:
    """The BD-09 position of a GCJ-02 `position`."""
    latitude, longitude = position
    distance = hypot(longitude, latitude) + 0.00002 * sin(latitude * pi * 3000 / 180)
    angle = atan2(latitude, longitude) + 0.000003 * cos(longitude * pi * 3000 / 180)
    return distance * sin(angle) + 0.006, distance * cos(angle) + 0.0065


#: What leads from WGS-84 to each datum, in China.
STEPS = {"wgs84": (), "gcj02": (gcj02,), "bd09": (gcj02, bd09)}
