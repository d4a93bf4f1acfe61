"""What do the departments' sheets add up to: which themes each works on, who could form the team, who talks to the same body unknowing?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, TypeAlias

from shutaf.analysis.actors.counts import CountTable
from shutaf.analysis.actors.evidence import counted, is_asked, rows_of
from shutaf.analysis.network.municipality import municipality_refs
from shutaf.analysis.network.pairs import Pair, Pairs, pair_of, pairs_of
from shutaf.analysis.network.questions import name_order
from shutaf.analysis.situation import Body, Number, Record, Situation, Word

Reason: TypeAlias = Literal["would_join", "works_with", "not_alone", "offers"]
SECTORS_OF_A_LINK: Final = 2
"""Ours: who works with bodies of two sectors can carry word between them."""


def departments_by_theme(situation: Situation, more: Mapping[str, Sequence[Word]] | None = None) -> CountTable:
    """How many targets, needs, offers and running actions each department wrote down on each theme.

    more: themes of what is kept outside the situation (running actions, opportunities), by department's ref, one entry a thing.
    Returns departments x themes, most used themes first; a department that wrote nothing has None in each cell, which is not 0. Own words on no list
    are left out: they cannot be compared. O(departments x things).
    """
    found: dict[str, dict[str, list[Record]]] = {body.ref: defaultdict(list) for body in situation.departments}
    extra = more or {}
    for body in situation.departments:
        things: list[tuple[Record, Sequence[Word]]] = [(body, (word,)) for word in _goals(body)]
        things += [(one, one.themes) for one in (*situation.needs, *situation.offers) if one.body == body.ref]
        things += [(Record(), (word,)) for word in extra.get(body.ref, ())]
        for record, words in things:
            for key in {word.key for word in words if word.key}:
                found[body.ref][key].append(record)
    total: dict[str, int] = defaultdict(int)
    for by_theme in found.values():
        for key, records in by_theme.items():
            total[key] += len(records)
    columns = tuple(sorted(total, key=lambda key: (-total[key], key)))
    cells = tuple(
        tuple(counted("things_on_theme", by_theme.get(key, ()), ref, key) if by_theme else None for key in columns)
        for ref, by_theme in found.items()
    )
    return CountTable(tuple(found), columns, cells)


def _goals(body: Body) -> tuple[Word, ...]:
    return (*body.department.targets, *body.department.goals_not_alone) if body.department else ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A department that could join the internal team, and why. reasons: in the order of weight; numbers where a reason counts something."""

    ref: str
    reasons: tuple[tuple[Reason, Number | None], ...]
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Team:
    """candidates: best reasons first. declined: said no. silent: nobody knows whether they would join, and nothing else speaks for them yet."""

    candidates: tuple[Candidate, ...]
    declined: tuple[str, ...]
    silent: tuple[str, ...]


def team(situation: Situation) -> Team:
    """Who could form the internal team: those that said yes first, then by how many reasons speak for them, then by name.

    Reasons: it said it would join; it works with outside bodies of two sectors or more; it carries a target it cannot reach alone; it has offers.
    Saying no ends it, whatever else speaks for it. No score is made of the reasons. O(departments + ties).
    """
    by_name = name_order(situation, {body.ref for body in situation.departments})
    bodies = [situation.body_by_ref[ref] for ref in by_name]
    pairs, inside = pairs_of(situation), municipality_refs(situation)
    found = [_candidate(situation, body, pairs, inside) for body in bodies if _would(body) != "no"]
    some = [one for one in found if one.reasons]
    some.sort(key=lambda one: (one.reasons[0][0] != "would_join", -len(one.reasons)))
    return Team(
        tuple(some), tuple(body.ref for body in bodies if _would(body) == "no"), tuple(one.ref for one in found if not one.reasons)
    )  # fmt: skip


def _would(body: Body) -> str:
    return body.department.would_join if body.department else "unknown"


def _candidate(situation: Situation, body: Body, pairs: Pairs, inside: Collection[str]) -> Candidate:
    outside = [ref for ref in name_order(situation, pairs.neighbours.get(body.ref, ())) if ref not in inside]
    sectors = tuple(dict.fromkeys(key for ref in outside if (key := situation.body_by_ref[ref].sector_key)))
    ties = [tie for ref in outside for tie in pairs.exists[pair_of(body.ref, ref)]]
    alone = body.department.goals_not_alone if body.department else ()
    offers = [offer for offer in situation.offers if offer.body == body.ref]
    reasons: list[tuple[Reason, Number | None]] = []
    if _would(body) == "yes":
        reasons.append(("would_join", None))
    if len(sectors) >= SECTORS_OF_A_LINK:
        reasons.append(("works_with", Number("bodies_tied_to_department", float(len(outside)), (body.ref,), rows_of(ties))))
    if alone:
        reasons.append(("not_alone", Number("targets_not_alone", float(len(alone)), (body.ref,), rows_of([body]))))
    if offers:
        reasons.append(("offers", Number("offers_of_body", float(len(offers)), (body.ref,), rows_of(offers))))
    return Candidate(body.ref, tuple(reasons), sectors)


@dataclass(frozen=True, slots=True)
class SharedBody:
    """An outside body that several departments have a known tie with. unknowing: pairs of them of which no tie is known; none: pairs said to have none."""

    body: str
    departments: tuple[str, ...]
    unknowing: tuple[Pair, ...]
    none: tuple[Pair, ...]


def coordination_radar(situation: Situation) -> tuple[SharedBody, ...]:
    """Outside bodies that two departments or more talk to while it is not known that they know of each other, most departments first, then by name.

    A missing row says that nobody told us, not that the departments do not talk. O(outside bodies x squared departments per body).
    """
    pairs = pairs_of(situation)
    departments = {body.ref for body in situation.departments}
    found = []
    for body in name_order(situation, set(pairs.neighbours) - municipality_refs(situation)):
        talking = name_order(situation, pairs.neighbours[body] & departments)
        apart = [pair_of(*two) for two in combinations(talking, 2) if pair_of(*two) not in pairs.exists]
        if apart:
            none = tuple(pair for pair in apart if pair in pairs.none)
            found.append(SharedBody(body, talking, tuple(pair for pair in apart if pair not in pairs.none), none))
    return tuple(sorted(found, key=lambda one: -len(one.departments)))


def departments_silent(situation: Situation) -> tuple[str, ...]:
    """Departments that did not answer and have no known tie and no word on their sheet: nobody asked them yet, as far as we know."""
    pairs = pairs_of(situation)
    return tuple(
        body.ref
        for body in situation.departments
        if not is_asked(situation, body) and not pairs.neighbours.get(body.ref) and not _goals(body) and _would(body) == "unknown"
    )
