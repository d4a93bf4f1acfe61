"""What would fall apart, as far as we know, without one body or one tie?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from shutaf.analysis.network.pairs import Pair, pair_of, pairs_of
from shutaf.analysis.network.questions import name_order
from shutaf.analysis.situation import Situation

Parts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CutBody:
    """A body without which others have no known path to each other. parts: refs of each part left of its component, largest first."""

    ref: str
    parts: Parts

    @property
    def cut_off(self) -> int:
        """Bodies left without a known path to the largest part."""
        return sum(len(part) for part in self.parts[1:])


@dataclass(frozen=True, slots=True)
class SingleTie:
    """A tie that is the only known path between two parts. sides: refs on the side of pair[0], and of pair[1]."""

    pair: Pair
    sides: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def smaller_side(self) -> int:
        return min(len(side) for side in self.sides)


@dataclass(frozen=True, slots=True)
class Fragility:
    """cut_bodies and single_ties by name; parts: the components that have a tie, largest first."""

    cut_bodies: tuple[CutBody, ...]
    single_ties: tuple[SingleTie, ...]
    parts: Parts


def fragility(situation: Situation, *, without: Collection[str] = frozenset()) -> Fragility:
    """Cut bodies (articulation points), single ties (bridges) and the parts (components) of the known ties.

    without: refs whose own ties are left out. Nothing is ranked: bodies and ties come by name. A blank pair is unknown, so each of these
    says "no other path is known", never "there is none".
    O(bodies + ties), plus the sizes of the parts. Source: Hopcroft & Tarjan 1973.

    >>> from shutaf.analysis.situation import Body, Situation, Tie
    >>> line = Situation(bodies=tuple(Body(ref, ref) for ref in "abc"), ties=(Tie("a", "b"), Tie("b", "c")))
    >>> fragility(line).cut_bodies
    (CutBody(ref='b', parts=(('a',), ('c',))),)
    """
    neighbours = pairs_of(situation).without(without).neighbours
    parts: list[tuple[str, ...]] = []
    cut: list[CutBody] = []
    single: list[SingleTie] = []
    met: set[str] = set()
    for root in sorted(neighbours):
        if root not in met:
            walk = _Walk.of(neighbours, root)
            met.update(walk.order)
            parts.append(tuple(sorted(walk.order)))
            cut.extend(walk.cut_bodies())
            single.extend(walk.single_ties())
    names = {ref: i for i, ref in enumerate(name_order(situation, neighbours))}
    cut.sort(key=lambda body: names[body.ref])
    single.sort(key=lambda tie: sorted(names[ref] for ref in tie.pair))
    return Fragility(tuple(cut), tuple(single), _largest_first(parts))


def _largest_first(parts: list[tuple[str, ...]]) -> Parts:
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))


@dataclass(frozen=True, slots=True)
class _Walk:
    """One component walked depth first. Bodies are numbered in `order`; everything below body i is order[i : after[i]].

    low: the lowest number that body i or anything below it has a tie with, its own tie to the parent apart.
    """

    order: list[str]
    parent: list[int]
    low: list[int]
    after: list[int]

    @classmethod
    def of(cls, neighbours: Mapping[str, frozenset[str]], root: str) -> _Walk:
        number = {root: 0}
        walk = cls([root], [-1], [0], [1])
        stack: list[tuple[int, Iterator[str]]] = [(0, iter(sorted(neighbours[root])))]
        while stack:
            here, rest = stack[-1]
            for ref in rest:
                if ref not in number:
                    number[ref] = walk._enter(ref, here)
                    stack.append((number[ref], iter(sorted(neighbours[ref]))))
                    break
                if number[ref] != walk.parent[here]:
                    walk.low[here] = min(walk.low[here], number[ref])
            else:
                stack.pop()
                walk._leave(here)
        return walk

    def _enter(self, ref: str, parent: int) -> int:
        self.order.append(ref)
        self.parent.append(parent)
        self.low.append(len(self.order) - 1)
        self.after.append(0)
        return len(self.order) - 1

    def _leave(self, here: int) -> None:
        self.after[here] = len(self.order)
        if (parent := self.parent[here]) >= 0:
            self.low[parent] = min(self.low[parent], self.low[here])

    def cut_bodies(self) -> Iterator[CutBody]:
        below: dict[int, list[int]] = {}
        for child in range(1, len(self.order)):
            if self.low[child] >= self.parent[child]:
                below.setdefault(self.parent[child], []).append(child)
        for body, children in below.items():
            parts = [tuple(sorted(self._under(child))) for child in children]
            taken = {body, *(i for child in children for i in range(child, self.after[child]))}
            if rest := tuple(sorted(ref for i, ref in enumerate(self.order) if i not in taken)):
                parts.append(rest)
            if len(parts) > 1:
                yield CutBody(self.order[body], _largest_first(parts))

    def single_ties(self) -> Iterator[SingleTie]:
        for child in range(1, len(self.order)):
            if self.low[child] > self.parent[child]:
                under = set(self._under(child))
                upper, lower = self.order[self.parent[child]], self.order[child]
                sides = tuple(sorted(set(self.order) - under)), tuple(sorted(under))
                pair = pair_of(upper, lower)
                yield SingleTie(pair, sides if pair[0] == upper else (sides[1], sides[0]))

    def _under(self, child: int) -> list[str]:
        return self.order[child : self.after[child]]
