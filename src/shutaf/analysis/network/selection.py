"""Which bodies and which known ties are asked for? One selection for the picture, its list, its table, its tree and its summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from shutaf.analysis.network.dates import is_alive_on
from shutaf.analysis.network.pairs import Pair, Pairs, neighbours_of, pairs_of
from shutaf.analysis.situation import Body, Situation, Tie


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; everything where a field is empty. groups: group keys, any of them ("" is "sector not known"). theme, kind: keys.

    least_strength: 1 .. 5, 0 for any; a tie whose strength nobody told is then left out. on: ISO day; a tie is left out when its dates say that
    it had ended, or not begun, on that day. Whatever dates or strength are not known rule nothing out but what is said here.
    """

    groups: tuple[str, ...] = ()
    theme: str = ""
    kind: str = ""
    least_strength: float = 0.0
    on: str = ""

    @property
    def is_all(self) -> bool:
        return self == Selection()

    def has_body(self, body: Body) -> bool:
        """Whether the body is asked for."""
        is_of_group = not self.groups or body.group_key in self.groups
        return is_of_group and (not self.theme or any(word.key == self.theme for word in body.themes))

    def has_tie(self, tie: Tie) -> bool:
        """Whether this row is asked for."""
        if self.kind and tie.kind.key != self.kind:
            return False
        if self.least_strength and (tie.strength_1_5 is None or tie.strength_1_5 < self.least_strength):
            return False
        if not self.on or not (tie.since_date or tie.until_date):
            return True
        return _alive(self.on, tie.since_date, tie.until_date)


@dataclass(frozen=True)
class Selected:
    """bodies: refs in the order of the map. exists, none: the pairs of two selected bodies with their rows. unrated: pairs with a known tie left out
    only because nobody told a strength. neighbours: refs each selected body has a selected tie with."""

    bodies: tuple[str, ...]
    exists: Mapping[Pair, Sequence[Tie]]
    none: Mapping[Pair, Sequence[Tie]]
    unrated: int
    neighbours: Mapping[str, frozenset[str]]


def select(situation: Situation, asked: Selection, pairs: Pairs | None = None) -> Selected:
    """The part of the map that is asked for. pairs: `pairs_of(situation)` where it is at hand. O(bodies + ties).

    A known absence is kept whatever kind or strength is asked for: it has none. Raises ValueError where `on` is no ISO day.

    >>> from shutaf.analysis.situation import Body, Situation, Tie
    >>> town = Situation(bodies=(Body("a", "A"), Body("b", "B"), Body("c", "C")), ties=(Tie("a", "b", strength_1_5=4), Tie("b", "c")))
    >>> found = select(town, Selection(least_strength=3))
    >>> list(found.exists), found.unrated
    ([('a', 'b')], 1)
    """
    pairs = pairs or pairs_of(situation)
    bodies = tuple(body.ref for body in situation.bodies if asked.has_body(body))
    if asked.is_all:
        return Selected(bodies, pairs.exists, pairs.none, 0, pairs.neighbours)
    inside = frozenset(bodies)
    between = {pair: rows for pair, rows in pairs.exists.items() if inside.issuperset(pair)}
    exists = {pair: kept for pair, rows in between.items() if (kept := [row for row in rows if asked.has_tie(row)])}
    none = {pair: rows for pair, rows in pairs.none.items() if inside.issuperset(pair)}
    unrated = (
        sum(pair not in exists and all(row.strength_1_5 is None for row in rows) for pair, rows in between.items())
        if asked.least_strength
        else 0
    )
    return Selected(bodies, exists, none, unrated, neighbours_of(exists))


def steps_from(neighbours: Mapping[str, frozenset[str]], ref: str, steps: int) -> tuple[Mapping[str, str], ...]:
    """The bodies reached from one in 1 .. `steps` steps, ring by ring: each with the body of the ring before through which it is reached (the first
    in the order of the refs). O(ties within reach).

    >>> steps_from({"a": frozenset("b"), "b": frozenset("ac"), "c": frozenset("b")}, "a", 2)
    ({'b': 'a'}, {'c': 'b'})
    """
    met, ring, rings = {ref}, [ref], []
    for _ in range(steps):
        found: dict[str, str] = {}
        for here in sorted(ring):
            for other in sorted(neighbours.get(here, frozenset()) - met):
                found.setdefault(other, here)
        if not found:
            break
        rings.append(found)
        met.update(found)
        ring = list(found)
    return tuple(rings)


@lru_cache(maxsize=4096)
def _alive(on: str, since: str, until: str) -> bool:
    """A map has few different dates, so each is read once."""
    return is_alive_on(on, since=since, until=until)
