"""Which two rows may be one body? By number, by name in any alphabet, by the people in them; a proposal to look at, never a reason to merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, TypeAlias

from shutaf.analysis.situation import Body, Situation
from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.likeness import likeness
from shutaf.analysis.text.same_names import blocks, word_weights

Reason: TypeAlias = Literal["number", "same_name", "alike", "address"]

REASONS: Final[tuple[Reason, ...]] = ("number", "same_name", "address", "alike")
"""From what tells most to what tells least."""

ALIKE: Final = 0.75
"""Ours: within one list many names share the town's own words, so names must be more alike than between two lists."""

_CANDIDATES: Final = 4
_COMMON: Final = 6
"""Ours: an address or number that more bodies share than this is a switchboard, not a sign."""


@dataclass(frozen=True, slots=True)
class SameBodies:
    """Two bodies that may be one: refs in the order of the map. reasons: in the order of REASONS. likeness_0_1: of their names."""

    one: str
    other: str
    reasons: tuple[Reason, ...]
    likeness_0_1: float


def same_bodies(situation: Situation) -> tuple[SameBodies, ...]:
    """Pairs that may be one body, those with the surest sign first, then the most alike.

    A department is compared with departments only. Signs: the same registration number; the same name, folded, in any of its languages; the same
    e-mail address or phone of a person; names alike (`likeness` from ALIKE on). O(letters + bodies x 4) in practice.
    """
    found: dict[tuple[int, int], set[Reason]] = defaultdict(set)
    for bodies in (situation.organisations, situation.departments):
        places = [situation.index_by_ref[body.ref] for body in bodies]
        _by_key(found, "number", {i: _numbers(body) for i, body in zip(places, bodies, strict=True)})
        _by_key(found, "same_name", {i: _names(body) for i, body in zip(places, bodies, strict=True)})
        _by_key(found, "address", _addresses(situation, dict(zip(places, bodies, strict=True))))
    scores = {pair: score for pair, score in _alike(situation) if score >= ALIKE or pair in found}
    for pair, score in scores.items():
        if score >= ALIKE:
            found[pair].add("alike")
    pairs = [_pair(situation, pair, reasons, scores.get(pair)) for pair, reasons in found.items()]
    return tuple(sorted(pairs, key=lambda one: (REASONS.index(one.reasons[0]), -one.likeness_0_1, one.one, one.other)))


def _pair(situation: Situation, pair: tuple[int, int], reasons: set[Reason], score: float | None) -> SameBodies:
    one, other = situation.bodies[pair[0]], situation.bodies[pair[1]]
    ordered = tuple(reason for reason in REASONS if reason in reasons)
    if "same_name" in reasons:
        ordered = tuple(reason for reason in ordered if reason != "alike")
    return SameBodies(one.ref, other.ref, ordered, likeness(one.name, other.name) if score is None else score)


def _by_key(found: dict[tuple[int, int], set[Reason]], reason: Reason, keys: Mapping[int, set[str]]) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    for place, several in keys.items():
        for key in several:
            places[key].append(place)
    for shared in places.values():
        if 1 < len(shared) <= _COMMON:
            for pair in combinations(sorted(shared), 2):
                found[pair].add(reason)


def _numbers(body: Body) -> set[str]:
    digits = "".join(letter for letter in body.registration_no if letter.isalnum()).lower()
    return {digits} if digits else set()


def _names(body: Body) -> set[str]:
    return {folded for name in (body.name, *(name for _, name in body.names)) if (folded := fold(name))}


def _addresses(situation: Situation, bodies: Mapping[int, Body]) -> Mapping[int, set[str]]:
    """E-mail addresses and phone numbers of the people of each body."""
    place = {body.ref: i for i, body in bodies.items()}
    found: dict[int, set[str]] = defaultdict(set)
    for person in situation.people:
        if person.body in place:
            digits = "".join(letter for letter in person.phone if letter.isdecimal())
            found[place[person.body]] |= {key for key in (person.email.strip().lower(), digits[-9:] if len(digits) >= 9 else "") if key}
    return found


def _alike(situation: Situation) -> Iterator[tuple[tuple[int, int], float]]:
    """Pairs of like kind worth comparing, with how alike their names are."""
    for bodies in (situation.organisations, situation.departments):
        names = [body.name for body in bodies]
        weight = word_weights(names)
        for i, others in enumerate(blocks(names, names, _CANDIDATES + 1)):
            for j in others:
                if i != j:
                    pair = tuple(sorted((situation.index_by_ref[bodies[i].ref], situation.index_by_ref[bodies[j].ref])))
                    yield (pair[0], pair[1]), likeness(names[i], names[j], weight)
