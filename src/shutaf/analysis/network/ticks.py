"""What does a tie show in the matrix of departments and bodies: no tie, know each other, work together, or nothing known?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shutaf.analysis.network.pairs import Pair, pair_of
from shutaf.analysis.situation import Situation

LEVELS: Final[Mapping[str, tuple[str, float | None]]] = {"none": ("none", None), "knows": ("exists", 1.0), "works": ("exists", 3.0)}
"""What a tick means: status, and strength on the scale of 1 to 5. Ours: knowing each other is the weakest tie, working together a middle one."""

_ORDER: Final = ("", "none", "knows", "works")


def level_of(status: str, strength_1_5: float | None) -> str:
    """The tick that a tie shows: its strength of 2 or less is "knows"; of no known strength it is "works"; "" where nothing is known.

    >>> level_of("exists", 2.0), level_of("exists", None), level_of("none", None), level_of("unknown", None)
    ('knows', 'works', 'none', '')
    """
    if status != "exists":
        return "none" if status == "none" else ""
    return "knows" if strength_1_5 is not None and strength_1_5 < 2.5 else "works"


def ticks(situation: Situation) -> Mapping[Pair, str]:
    """The tick of each pair that a row speaks of, whichever way round it was written; of several rows the strongest. O(ties)."""
    found: dict[Pair, str] = {}
    for tie in situation.ties:
        pair = pair_of(tie.source_ref, tie.target_ref)
        found[pair] = max(found.get(pair, ""), level_of(tie.status, tie.strength_1_5), key=_ORDER.index)
    return found
