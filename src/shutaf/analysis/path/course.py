"""What does the path know of one partnership? Who began it, with whom, for what, and what was written down at each step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shutaf.analysis.situation import Word


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one field of a step holds: text, an ISO date, or keys; never filled by us."""

    text: str = ""
    date: str = ""
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.date or self.words)


NOTHING_RECORDED = Recorded()


@dataclass(frozen=True)
class Course:
    """A partnership on its way. initiator_group: department (the municipality itself), a sector, or "" when nobody said.

    ref: of the partnership. records: by (step, field). met: refs of bodies with whom a contact is in the log. step: where its people say they are, "" when they did not say.
    """

    goals: tuple[Word, ...] = ()
    initiator_group: str = ""
    initiator_body: str = ""
    typology: str = ""
    partners: tuple[str, ...] = ()
    step: str = ""
    records: Mapping[tuple[str, str], Recorded] = field(default_factory=dict)
    met: frozenset[str] = frozenset()
    ref: str = ""

    def recorded(self, step: str, key: str) -> Recorded:
        return self.records.get((step, key), NOTHING_RECORDED)
