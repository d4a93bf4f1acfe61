"""Which matches were found for this Viewer, and are they of now? Remembered like `preparation`, but without waiting for the rest of it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.db import connections

from shutaf.accounts.remembered import Beside, Remembered
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.matching.board import Board, board_of
from shutaf.analysis.situation import Situation
from shutaf.partnerships.queries import scope_of, situation, situation_at_hand

SMALL_PAIRS = 60_000
"""Ours: up to so many pairs of a need and an offer are looked at while the page waits, a tenth of a second."""

PAGE_FIRST_SECONDS = 0.1
"""Ours: threads share one processor's worth of Python, and somebody waits for the page."""

_known: Remembered[Board] = Remembered(8)
_beside = Beside()


@dataclass(frozen=True, slots=True)
class Matched:
    """The board at hand, and whether it is of now."""

    board: Board
    is_of_now: bool


def matched(viewer: Viewer) -> Matched:
    """All matches of what the Viewer may see.

    Of many pairs the last ones known are given at once, however much changed, while the map is read and matched anew beside.
    """
    key = (viewer.workspace_ref, scope_of(viewer))
    known = _known.get(key)
    if known is None or len(known.table.needs) * len(known.table.offers) <= SMALL_PAIRS:
        return Matched(_of_now(key, viewer), is_of_now=True)
    seen = situation_at_hand(viewer)
    if seen is not None and _matches_alike(seen, known.situation):
        return Matched(known, is_of_now=True)
    _beside.start(key, lambda: _read_beside(key, viewer), name=f"match {key[0]}")
    return Matched(known, is_of_now=False)


def _of_now(key: tuple[str, str], viewer: Viewer) -> Board:
    seen, known = situation(viewer), _known.get(key)
    return known if known and _matches_alike(seen, known.situation) else _known.keep(key, board_of(seen))


def _matches_alike(one: Situation, other: Situation) -> bool:
    """The same rows, or all that matching reads of them: what was accepted or rated changes no match."""
    read = ("needs", "offers", "ties", "bodies")
    return one is other or (
        all(getattr(one, name) is getattr(other, name) for name in read) and one.choosing.declined == other.choosing.declined
    )


def _read_beside(key: tuple[str, str], viewer: Viewer) -> None:
    """In a thread of its own, whose connections end with it; the page that asked for it goes first."""
    try:
        time.sleep(PAGE_FIRST_SECONDS)
        _of_now(key, viewer)
    finally:
        connections.close_all()
