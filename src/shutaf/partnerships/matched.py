"""Which matches were found for this Viewer, and are they of now? Remembered like `preparation`, but without waiting for the rest of it."""

from __future__ import annotations

from shutaf.accounts.remembered import Beside, Remembered
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.matching.board import Board, board_of
from shutaf.partnerships.queries import scope_of, situation

SMALL_PAIRS = 60_000
"""Ours: up to so many pairs of a need and an offer are looked at while the page waits, a tenth of a second."""

_known: Remembered[Board] = Remembered(8)
_beside = Beside()


def matches_board(viewer: Viewer) -> Board:
    """All matches of what the Viewer may see. Of many pairs the last ones known are given while new ones are computed beside; `board.situation` tells."""
    seen = situation(viewer)
    key = (viewer.workspace_ref, scope_of(viewer))
    known = _known.get(key)
    if known and known.situation is seen:
        return known
    if known and len(seen.needs) * len(seen.offers) > SMALL_PAIRS:
        _beside.start(key, lambda: _known.keep(key, board_of(seen)), name=f"match {key[0]}")
        return known
    return _known.keep(key, board_of(seen))
