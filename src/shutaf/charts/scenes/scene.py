"""What stands on a map, and where? Bodies, ties and what lies under them, in the units of one sheet; the painters add nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SHEET_WIDTH: Final = 1000.0
THEME: Final = "theme"
"""The group of a node that is no body but a theme, in the view of bodies and themes."""


@dataclass(frozen=True, slots=True)
class SceneNode:
    """x, y, radius: in sheet units, from the top left. paint: the class that fills it, "" for the sector's colour.

    is_hollow: what its size would tell is not known. words: what is said of it, without its name. degree: how many ties of it are known.
    """

    ref: str
    label: str
    group: str
    x: float
    y: float
    radius: float
    degree: int
    paint: str = ""
    is_hollow: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class SceneTie:
    """One row about a pair, nodes number i and j. kind: a key of the list, or the own word. first_day, last_day: ISO days, "" not known."""

    i: int
    j: int
    strength: float | None = None
    dashed: bool = False
    kind: str = ""
    first_day: str = ""
    last_day: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A rectangle or an oval under the nodes. is_wash: filled as the unknown is."""

    shape: str  # "box" or "oval"
    x: float
    y: float
    width: float
    height: float
    is_dashed: bool = False
    is_wash: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line under the nodes: a middle, a scale bar."""

    x1: float
    y1: float
    x2: float
    y2: float
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """Words under the nodes. anchor: start, middle or end, of the left-to-right sheet."""

    x: float
    y: float
    label: str
    anchor: str = "middle"
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the legend: a shape (a group) or a colour (a class), and what it means."""

    label: str
    group: str | None = None
    paint: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """view: which layout. under: what lies below the nodes. apart: who has no place in this view, by ref, and `apart_says` why.

    is_movable: bodies may be put elsewhere by hand. is_quiet: ties are drawn of the chosen body only, because the picture is about something else.
    middle: the body that stands in the middle of a view of one body, chosen or not.
    """

    view: str
    height: float
    nodes: tuple[SceneNode, ...]
    ties: tuple[SceneTie, ...]
    under: tuple[Outline | Line | Named, ...] = ()
    keys: tuple[Key, ...] = ()
    size_says: str = ""
    colour_says: str = ""
    apart: tuple[str, ...] = ()
    apart_says: str = ""
    is_movable: bool = False
    is_quiet: bool = False
    middle: str = ""
    width: float = SHEET_WIDTH


def height_for(count: int, below: float = 0.66, above: float = 0.72) -> float:
    """A sheet's height: a little higher with many bodies."""
    return round(SHEET_WIDTH * min(max(below, count * 5200 / SHEET_WIDTH**2), above))
