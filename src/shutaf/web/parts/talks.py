"""Who else talks to this body? So that nobody calls twice and nobody is surprised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from shutaf.analysis.actors.evidence import other_end
from shutaf.analysis.situation import Body, Situation
from shutaf.relations.contacts import ContactFacts


@dataclass(frozen=True, slots=True)
class Talks:
    """people: (who of us, how often, last ISO date), the latest first; departments: those with a known tie."""

    people: tuple[tuple[str, int, str], ...]
    departments: tuple[Body, ...]

    def __bool__(self) -> bool:
        return bool(self.people or self.departments)


def talks_with(situation: Situation, ref: str, contacts: Sequence[ContactFacts]) -> Talks:
    """contacts: those of the body, newest first."""
    often = Counter(one.ours for one in contacts)
    last = {one.ours: one.on_date for one in reversed(contacts)}
    ends = dict.fromkeys(other_end(tie, ref) for tie in situation.known_ties if ref in (tie.source_ref, tie.target_ref))
    others = (situation.body_by_ref[end] for end in ends)
    return Talks(tuple((who, often[who], last[who]) for who in often), tuple(body for body in others if body.is_department))
