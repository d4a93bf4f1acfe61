"""How far from each other are two bodies, as their addresses on the ground say?"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from shutaf.analysis.situation import Body

EARTH_M = 6_371_009.0
"""Mean radius of the earth (IUGG), metres."""


def metres_apart(one: Body, other: Body) -> float | None:
    """Metres between two bodies as the crow flies; None where the place of either is not known. Source: haversine formula, Sinnott 1984.

    >>> round(metres_apart(Body("a", "a", lat=32.0, lon=35.0), Body("b", "b", lat=32.01, lon=35.0)))
    1112
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, east = radians(other.lat - one.lat) / 2, radians(other.lon - one.lon) / 2
    chord = sin(north) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(chord)))
