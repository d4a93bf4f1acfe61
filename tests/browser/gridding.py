"""The grid of the example town, open before one of its people."""

from __future__ import annotations

from hands import GridHands
from workbench import TURN, Desk

from shutaf.bodies.models import Body

BAKERY, CAFE = "hadar-bakery", "fig-cafe"


def hands(opened: Desk, sheet: str = "organisations") -> GridHands:
    found = GridHands(opened.page)
    found.open(f"{opened.base}/w/{opened.town.ref}/grid/{sheet}/")
    return found


def body(opened: Desk, ref: str) -> Body:
    with TURN:
        found: Body = Body.objects.get(workspace=opened.town.workspace, ref=ref)
    return found
