"""About which two bodies is it worth asking whether they work together, and which of them do we ask?"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from shutaf.analysis.network.pairs import Pairs
from shutaf.analysis.situation import Body, Situation

CONSIDERED = 40
"""Ours: on each side the best known bodies that are looked at; keeps the search below 1,600 pairs on any map."""


def name_order(situation: Situation, refs: Iterable[str]) -> tuple[str, ...]:
    """Refs ordered by the bodies' names (then by ref): the order of everything that must not be ranked."""
    return tuple(sorted(refs, key=lambda ref: (situation.body_by_ref[ref].name.casefold(), ref)))


def likeness(one: Body, other: Body) -> int:
    """How much two bodies have in common as far as known: 2 for each theme, 2 for the neighbourhood, 1 for the sector. Ours.

    >>> from shutaf.analysis.situation import Word
    >>> likeness(Body("a", "A", Word("NGO", "civil_society"), themes=(Word("energy", "energy"),)), Body("b", "B", themes=(Word("energy", "energy"),)))
    2
    """
    theirs = traits(other)
    return sum(weight for trait, weight in traits(one).items() if trait in theirs)


def traits(body: Body) -> dict[tuple[str, str], int]:
    """What a body may have in common with another, with its weight in `likeness`."""
    found = {("theme", theme): 2 for theme in theme_keys(body)}
    if body.neighbourhood:
        found["neighbourhood", body.neighbourhood.casefold()] = 2
    if body.sector_key not in ("", "other"):
        found["sector", body.sector_key] = 1
    return found


def theme_keys(body: Body) -> frozenset[str]:
    """Keys of the body's themes; a word on no list counts as itself, case folded."""
    return frozenset(word.key or word.text.casefold() for word in body.themes if word)


def pair_to_ask(situation: Situation, pairs: Pairs, side: Collection[str], other_side: Collection[str]) -> tuple[str, str] | None:
    """The pair across two sets of bodies to ask about: (ask, about), or None when all such pairs are known.

    Ours: of the pairs no row speaks of, the one with most in common, then the one whose bodies have most known ties, then by name.
    `ask` is the better known of the two. O(CONSIDERED squared).
    """
    best: tuple[tuple[int, int, str, str], tuple[str, str]] | None = None
    for one in _best_known(situation, pairs, side):
        for other in _best_known(situation, pairs, other_side):
            if one == other or pairs.is_known(one, other):
                continue
            ask, about = _best_known(situation, pairs, (one, other))
            bodies = situation.body_by_ref[ask], situation.body_by_ref[about]
            ties = _ties(pairs, ask) + _ties(pairs, about)
            rank = (-likeness(*bodies), -ties, bodies[0].name.casefold() + "\n" + ask, bodies[1].name.casefold() + "\n" + about)
            if best is None or rank < best[0]:
                best = rank, (ask, about)
    return best[1] if best else None


def _best_known(situation: Situation, pairs: Pairs, refs: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(name_order(situation, refs), key=lambda ref: -_ties(pairs, ref))[:CONSIDERED])


def _ties(pairs: Pairs, ref: str) -> int:
    return len(pairs.neighbours.get(ref, ()))
