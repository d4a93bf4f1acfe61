"""Which sector does a name sound like? A suggestion beside an empty cell; it is stored only when somebody takes it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from shutaf import content
from shutaf.analysis.actors.sector_guess import Cues, suggest_sector

SURE_ENOUGH = 2
"""Of 4, as in the first hour."""


@cache
def _cues() -> Cues:
    return Cues(content.sector_cues())


def suggested(rows: Iterable[tuple[str, str, str]], language: str) -> dict[str, str]:
    """rows: (ref, name, kind). ref -> the sector's word, of those that sound like one."""
    found = ((ref, suggest_sector(name, _cues(), kind)) for ref, name, kind in rows if name or kind)
    return {
        ref: content.say("sector", one.sector, language)
        for ref, one in found
        if one and one.sure_1_4 >= SURE_ENOUGH and one.sector != "department"
    }
