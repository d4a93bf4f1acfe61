"""Which population groups, neighbourhoods and anchor institutions that the place names have a body on the map?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from shutaf.analysis.situation import Body, Situation, Word
from shutaf.analysis.text.names import Names
from shutaf.analysis.text.search import index_text, matches, query_tokens

NEAR = 0.5
"""Ours: half of the trigrams shared is one wrong letter in six; such a name may mean the same institution."""


@dataclass(frozen=True, slots=True)
class Reached:
    """One thing the profile names, as written, and the bodies on the map that belong to it."""

    text: str
    bodies: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """An anchor institution as written; the body it is on the map ("" for none); else one whose name comes near, which may be the same."""

    text: str
    ref: str = ""
    near: str = ""


def groups_reached(situation: Situation) -> tuple[Reached, ...]:
    """For each population group of the place the outside bodies that name it, or a part of it.

    Two texts mean the same group when every word of one, in any of its forms, stands in the other. O(groups x different texts of bodies).

    >>> from shutaf.analysis.situation import Place
    >>> town = Situation(Place(population_groups=(Word("young families"),)), (Body("a", "A", population_groups=(Word("families"),)),))
    >>> [len(one.bodies) for one in groups_reached(town)]
    [1]
    """
    return _reached(situation, situation.place.population_groups, lambda body: [word.text for word in body.population_groups])


def neighbourhoods_reached(situation: Situation) -> tuple[Reached, ...]:
    """For each neighbourhood of the place the outside bodies from there; read as `groups_reached` does."""
    return _reached(situation, situation.place.neighbourhoods, lambda body: [body.neighbourhood] if body.neighbourhood else [])


def anchors_known(situation: Situation) -> tuple[Anchor, ...]:
    """For each anchor institution of the place the body of the same name in any of its names, else one that comes near. O(bodies + anchors)."""
    names = Names()
    ref_by_name: dict[str, str] = {}
    for body in situation.bodies if situation.place.anchor_institutions else ():
        texts = (body.name, *(name for _, name in body.names))
        names.add(body.ref, (), texts)
        ref_by_name |= dict.fromkeys(texts, body.ref)
    found = []
    for word in _once(situation.place.anchor_institutions):
        ref = names.find(word) or ""
        near = () if ref else names.nearest(word, 1, NEAR)
        found.append(Anchor(word, ref, ref_by_name[near[0]] if near else ""))
    return tuple(found)


class Said:
    """A text by its words in all their forms, made once to be compared with many."""

    def __init__(self, text: str) -> None:
        self._tokens, self._index = query_tokens(text), index_text(text)

    def means(self, other: Said) -> bool:
        """Whether every word of one stands in the other, in any of its forms. False for a text without words."""
        if not self._tokens or not other._tokens:
            return False
        return matches(self._tokens, other._index) or matches(other._tokens, self._index)


def same_words(one: str, other: str) -> bool:
    """Whether two texts mean the same group or neighbourhood.

    >>> same_words("עולים חדשים", "עולים"), same_words("youth", "elderly people"), same_words("", "youth")
    (True, False, False)
    """
    return Said(one).means(Said(other))


def _reached(situation: Situation, named: Iterable[Word], texts_of: Callable[[Body], list[str]]) -> tuple[Reached, ...]:
    wanted = [(text, Said(text)) for text in _once(named)]
    by_text: dict[str, list[Body]] = {}
    for body in situation.organisations if wanted else ():
        for text in texts_of(body):
            by_text.setdefault(text, []).append(body)
    written = [(Said(text), bodies) for text, bodies in by_text.items()]
    found = []
    for text, said in wanted:
        bodies = {body.ref: body for other, several in written if said.means(other) for body in several}
        found.append(Reached(text, tuple(bodies.values())))
    return tuple(found)


def _once(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in words if word.text))
