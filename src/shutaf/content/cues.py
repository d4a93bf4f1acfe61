"""Which words in a name speak for a sector?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from shutaf.content import tables


@dataclass(frozen=True, slots=True)
class SectorCue:
    """A word or words, or an ending with a hyphen before it, the sector (or `department`) it speaks for, and how loudly: 1 a little,
    2 more often than not, 3 mostly, 4 nearly always.
    """

    word: str
    language: str
    sector: str
    weight: int


@cache
def sector_cues() -> tuple[SectorCue, ...]:
    """All of them, in the order of the file."""
    return tuple(SectorCue(row["word"], row["language"], row["sector"], int(row["weight"])) for row in tables.rows("sector_cues.csv"))
