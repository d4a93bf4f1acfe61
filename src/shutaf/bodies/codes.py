"""Which code stands for a body on a card, so that what a table wrote by hand can be typed in?"""

from __future__ import annotations

from collections.abc import Mapping

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.models import Body

_CHECK = "ABCDEFGHJKLMNPQRTUVWXYZ"  # 23 letters; no I, O or S, which look like 1, 0 and 5
_STEP = 7


def code_of(number: int) -> str:
    """The number with a letter that gives a wrong digit, or two digits in the wrong order, away.

    >>> code_of(23), code_of(32)
    ('23U', '32A')
    """
    total, digits = 0, number
    weight = 1
    while digits:
        total, digits, weight = total + digits % 10 * weight, digits // 10, weight * _STEP
    return f"{number}{_CHECK[total % len(_CHECK)]}"


def body_codes(viewer: Viewer) -> Mapping[str, str]:
    """ref -> code of the bodies that are there. A body keeps its code for good: it is its place among all bodies ever written down here."""
    if not sees_everything(viewer):
        return {}
    rows = Body.objects.filter(workspace_id=viewer.workspace_id).order_by("pk").values_list("ref", "removed_in")
    return {ref: code_of(number) for number, (ref, removed) in enumerate(rows, 1) if removed is None}
