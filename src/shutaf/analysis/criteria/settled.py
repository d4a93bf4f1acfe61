"""What did people settle about how to compare: which weights, which floors, and where is less better?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from shutaf.analysis.situation import Choosing, Number, Situation
from shutaf.analysis.text.fold import fold

FLOOR = "chance"
"""What decides who may come first at all, whatever else people settle."""

COUNTED = ("months_to_result", "sectors_gain", "resources_covered", "bodies_willing")
"""Keys of the criteria that every ranking has; any other key is one that people judge."""


@dataclass(frozen=True, slots=True)
class Floor:
    """What the first must reach (where less is better: must not exceed). key: as a Criterion's; label: as written."""

    key: str
    label: str
    at: float
    better: Literal["more", "less"] = "more"

    def holds(self, value: float) -> bool:
        return value <= self.at if self.better == "less" else value >= self.at

    @property
    def number(self) -> Number:
        return Number("initiative_floor", self.at, (self.key,))


def own_key(label: str) -> str:
    """The key of a criterion that people judge, ready or of their own."""
    return f"own:{fold(label)}"


def key_of(said: str) -> str:
    """The key a criterion has in a ranking, by the key or label it has among the settled ones.

    >>> key_of("months_to_result"), key_of("Trust")
    ('months_to_result', 'own:trust')
    """
    return said if said in (FLOOR, *COUNTED) else own_key(said)


def weights_settled(choosing: Choosing) -> Mapping[str, float]:
    """Relative weights by key; one of 0 was switched off. The chance has none: it is a floor."""
    return {key_of(said): weight for said, weight in choosing.weights if said != FLOOR}


def labels_settled(choosing: Choosing) -> Mapping[str, str]:
    """Criteria that people switched on or gave a floor, and that nobody may have judged yet: key -> as written."""
    said = (*(name for name, weight in choosing.weights if weight > 0), *(name for name, _at in choosing.floors))
    return {key_of(name): name for name in said if name not in (FLOOR, *COUNTED)}


def is_less(choosing: Choosing, key: str) -> bool:
    return key == "months_to_result" or key in {key_of(said) for said in choosing.less}


def floors_of(situation: Situation, chance: float) -> tuple[Floor, ...]:
    """The chance first, then the other floors people set. chance: 0 .. 1, unless they set another."""
    choosing = situation.choosing
    given = {key_of(said): (said, at) for said, at in choosing.floors}
    _said, at = given.pop(FLOOR, (FLOOR, chance))
    rest = (
        Floor(key, "" if key in COUNTED else said, floor, "less" if is_less(choosing, key) else "more")
        for key, (said, floor) in given.items()
    )
    return (Floor(FLOOR, "", at), *rest)
