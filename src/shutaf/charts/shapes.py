"""Which shape stands for which sector, and which pattern fills its areas?

Shape, colour and pattern always name the same sector, so no picture depends on colour alone. Sizes are given as the radius of the
circle that a civil society body has; the others are scaled to look equally large.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, pi, sin
from typing import Final, TypeAlias

from shutaf.charts.palette import GROUPS
from shutaf.charts.svg import number

Points: TypeAlias = tuple[tuple[float, float], ...]

REACH: Final = 1.22
"""The widest shape (the diamond) reaches this many radii from its centre."""


def _square(half: float) -> Points:
    return ((-half, -half), (half, -half), (half, half), (-half, half))


def _hexagon(radius: float) -> Points:
    return tuple((radius * sin(pi * i / 3), -radius * cos(pi * i / 3)) for i in range(6))


_OUTLINES: Final[Mapping[str, Points]] = {
    "public": _square(0.90),
    "business": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "academia": ((0, -1.145), (1.145, 0.92), (-1.145, 0.92)),
    "community": ((0, -1.145), (1, -0.2), (1, 0.895), (-1, 0.895), (-1, -0.2)),
    "department": _square(0.95),
    "other": _hexagon(1.08),
    "": _hexagon(1.12),
}
_HOLES: Final[Mapping[str, Points]] = {"department": _square(0.42), "": _hexagon(0.62)}


def _outline(points: Points, x: float, y: float, radius: float) -> str:
    corners = (f"{number(x + radius * dx)} {number(y + radius * dy)}" for dx, dy in points)
    return f"M{'L'.join(corners)}z"


def shape_path(group: str, x: float, y: float, radius: float) -> str:
    """Path data of a sector's shape around (x, y). ValueError for a key outside GROUPS.

    >>> shape_path("business", 10, 10, 5)
    'M10 4L16 10L10 16L4 10z'
    """
    if group not in GROUPS:
        raise ValueError(f"no such group: {group!r}")
    if group == "civil_society":
        r, across = number(radius), number(2 * round(radius, 1))  # from the same rounded radius, else the halves become ovals
        return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0z"
    return _outline(_OUTLINES[group], x, y, radius)


def hole_path(group: str, x: float, y: float, radius: float) -> str:
    """Path data of the part left open inside the shape; "" where the shape is full. Painted in the ground colour, so no tie shows through."""
    return _outline(_HOLES[group], x, y, radius) if group in _HOLES else ""


# width, height, path data, drawn as dots (filled) instead of lines
_PATTERNS: Final[Mapping[str, tuple[float, float, str, bool]]] = {
    "public": (9, 9, "M-2 11L11 -2M-2 2L2 -2M7 11L11 7", False),
    "business": (10, 10, "M0 5L5 0L10 5L5 10z", False),
    "civil_society": (9, 9, "M2.8 4.5a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0 -3.4 0z", True),
    "academia": (10, 6, "M0 5L5 1L10 5", False),
    "community": (9, 7, "M0 3.5H9", False),
    "department": (7, 9, "M3.5 0V9", False),
    "other": (9, 9, "M4.5 1.5V7.5M1.5 4.5H7.5", False),
    "": (8, 8, "M-2 -2L10 10M6 -2L10 2M-2 6L2 10", False),
}


def pattern_id(prefix: str, group: str) -> str:
    """The id of a group's fill pattern inside a picture; group "" is the hatching of the unknown."""
    return f"{prefix}-fill-{group or 'unknown'}"


def pattern(prefix: str, group: str, colour: str, paint_class: str) -> str:
    """The <pattern> of a group, drawn in `colour` (the ground over a sector's colour, the unknown's colour over its wash)."""
    width, height, path, is_dots = _PATTERNS[group]
    stroke = f'fill="none" stroke="{colour}" stroke-width="{1.6 if group else 1}"'
    look = f'class="c-{paint_class}" fill="{colour}"' if is_dots else f'class="s-{paint_class}" {stroke}'
    head = f'id="{pattern_id(prefix, group)}" width="{number(width)}" height="{number(height)}" patternUnits="userSpaceOnUse"'
    return f'<pattern {head}><path {look} d="{path}"/></pattern>'
