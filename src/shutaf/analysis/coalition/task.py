"""What is to be covered, who could bring how much of it, and which rules must the set of bodies keep?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from shutaf.analysis.situation import Bools, Floats, Ints

NO_PAIRS = np.zeros((0, 2), dtype=np.int32)
NO_FLOATS = np.zeros(0, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class SectorRule:
    """How many members of one sector. price None: it must hold. A price > 0: a wish; each member too few or too many costs that much."""

    sector: str
    at_least: int = 0
    at_most: int | None = None
    price: float | None = None

    def __post_init__(self) -> None:
        if self.at_least < 0 or (self.at_most is not None and self.at_most < 0):
            raise ValueError("a sector rule counts members: its bounds are 0 or more")
        if self.price is not None and not 0 < self.price < np.inf:
            raise ValueError("the price of a wish is a number above 0; leave it None for a rule that must hold")


@dataclass(frozen=True, eq=False)
class CoalitionProblem:
    """A cover with amounts and rules. Offers are rows (need, body, amount), as ties are in a Network; see `CoalitionProblem.of`.

    needs (d,) and names (n,): unique texts. needed: (d,) float64 > 0, any unit; NaN: no amount was asked, any offer covers it.
    need, body: (m,) int32 places in needs and names; amount: (m,) float64 >= 0 in the unit of the need; NaN: nobody said how much, it may
    cover. Rows of one body and need add up. cost: (n,) float64 >= 0. trust: (n,) float64, more is better; NaN: not known.
    sector: (n,) texts, taken verbatim. conflicts: (c, 2) pairs that cannot sit together. pairs: (p, 2) with pair_cost (p,), added where
    both are in (below 0: a tie or trust that helps). must, must_not: places in names. if_asked: (q, 2) rows (need, body): could, was not asked.
    """

    needs: tuple[str, ...]
    names: tuple[str, ...]
    needed: Floats
    need: Ints
    body: Ints
    amount: Floats
    cost: Floats
    trust: Floats
    sector: tuple[str, ...]
    rules: tuple[SectorRule, ...] = ()
    conflicts: Ints = field(default_factory=lambda: NO_PAIRS)
    pairs: Ints = field(default_factory=lambda: NO_PAIRS)
    pair_cost: Floats = field(default_factory=lambda: NO_FLOATS)
    must: tuple[int, ...] = ()
    must_not: tuple[int, ...] = ()
    if_asked: Ints = field(default_factory=lambda: NO_PAIRS)
    max_size: int | None = None

    @property
    def n(self) -> int:
        return len(self.names)

    @property
    def d(self) -> int:
        return len(self.needs)

    def __post_init__(self) -> None:
        for told, message in _faults(self):
            if told:
                raise ValueError(message)

    @classmethod
    def of(
        cls,
        amount: Any,
        needed: Any = None,
        *,
        names: Sequence[str] | None = None,
        needs: Sequence[str] | None = None,
        cost: Any = 1.0,
        trust: Any = np.nan,
        sector: Sequence[str] | None = None,
        rules: Iterable[SectorRule] = (),
        conflicts: Iterable[tuple[str | int, str | int]] = (),
        pairs: Iterable[tuple[str | int, str | int, float]] = (),
        must: Iterable[str | int] = (),
        must_not: Iterable[str | int] = (),
        max_size: int | None = None,
    ) -> CoalitionProblem:
        """A problem of a table (needs, candidates): amount[s, i] is what candidate i offers to need s; 0 nothing, NaN an unknown amount.

        needed: (needs,) default 1 each. names default "1", "2", ... with leading zeros, needs "need 1", ... Members are told by name or place.
        """
        table = np.atleast_2d(np.asarray(amount, dtype=np.float64))
        d, n = table.shape
        called = tuple(names) if names is not None else tuple(f"{i + 1:0{len(str(n))}d}" for i in range(n))
        place = {name: i for i, name in enumerate(called)}
        need, body = np.nonzero(table != 0)
        pair_rows = [(_at(place, a, n), _at(place, b, n), float(c)) for a, b, c in pairs]
        return cls(
            needs=tuple(needs) if needs is not None else tuple(f"need {s + 1}" for s in range(d)),
            names=called,
            needed=np.ones(d) if needed is None else np.asarray(needed, dtype=np.float64).reshape(-1),
            need=need.astype(np.int32),
            body=body.astype(np.int32),
            amount=table[need, body],
            cost=np.broadcast_to(np.asarray(cost, dtype=np.float64), (n,)).copy(),
            trust=np.broadcast_to(np.asarray(trust, dtype=np.float64), (n,)).copy(),
            sector=tuple(sector) if sector is not None else ("",) * n,
            rules=tuple(rules),
            conflicts=np.array([(_at(place, a, n), _at(place, b, n)) for a, b in conflicts], dtype=np.int32).reshape(-1, 2),
            pairs=np.array([row[:2] for row in pair_rows], dtype=np.int32).reshape(-1, 2),
            pair_cost=np.array([row[2] for row in pair_rows], dtype=np.float64),
            must=tuple(_at(place, one, n) for one in must),
            must_not=tuple(_at(place, one, n) for one in must_not),
            max_size=max_size,
        )

    def without(self, *members: str | int) -> CoalitionProblem:
        """The same problem where these are not counted on; where one was a must, it no longer is."""
        out = tuple(self.at(one) for one in members)
        return replace(self, must=tuple(i for i in self.must if i not in out), must_not=tuple(dict.fromkeys((*self.must_not, *out))))

    def having(self, *members: str | int) -> CoalitionProblem:
        """The same problem where these are members; where one was not to be counted on, it now is."""
        come = tuple(self.at(one) for one in members)
        return replace(self, must=tuple(dict.fromkeys((*self.must, *come))), must_not=tuple(i for i in self.must_not if i not in come))

    def at(self, member: str | int) -> int:
        """The place of a candidate told by name or place. Raises ValueError where there is none."""
        return _at(self._place, member, self.n)

    @cached_property
    def _place(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(self.names)}

    @cached_property
    def share(self) -> tuple[Ints, Ints, Floats, Bools]:
        """Rows (need, body, share_0_1 of what is needed, whether that rests on an unknown amount), one a pair, in order of need and body."""
        wanted = self.needed[self.need]
        unknown = np.isnan(self.amount)
        part = np.where(unknown, 0.0, np.where(np.isnan(wanted), np.sign(self.amount), self.amount / wanted))
        key, inverse = np.unique(self.need.astype(np.int64) * max(self.n, 1) + self.body, return_inverse=True)
        known = np.bincount(inverse, part, len(key))
        may = (np.bincount(inverse, unknown & ~np.isnan(wanted), len(key)) > 0) & (known < 1.0)
        sure = np.bincount(inverse, unknown & np.isnan(wanted), len(key)) > 0
        share = np.where(may | sure, 1.0, np.minimum(known, 1.0))
        need, body = key // max(self.n, 1), key % max(self.n, 1)
        some = share > 0
        return need[some].astype(np.int32), body[some].astype(np.int32), share[some], np.asarray(may[some], dtype=np.bool_)


def _at(place: dict[str, int], member: str | int, n: int) -> int:
    found = place.get(member) if isinstance(member, str) else int(member)
    if found is None or not 0 <= found < n:
        raise ValueError(f"no candidate is called {member!r}")
    return found


def _outside(places: Any, count: int) -> bool:
    found = np.asarray(places, dtype=np.int64)
    return bool(found.size and (found.min() < 0 or found.max() >= count))


def _faults(p: CoalitionProblem) -> Iterable[tuple[bool, str]]:
    n, d = len(p.names), len(p.needs)
    yield len(set(p.names)) < n or len(set(p.needs)) < d, "names and needs must be unique"
    yield len(p.needed) != d, "needed must have one amount per need"
    yield not len(p.need) == len(p.body) == len(p.amount), "need, body and amount must have one entry per offer"
    yield not len(p.cost) == len(p.trust) == len(p.sector) == n, "cost, trust and sector must have one entry per candidate"
    yield bool(np.any(p.needed <= 0) or np.any(np.isinf(p.needed))), "a needed amount is above 0 and finite, or NaN where none was asked"
    yield (
        bool(np.any(p.amount < 0) or np.any(np.isinf(p.amount))),
        "an offered amount is 0 or more and finite, or NaN where it is not known",
    )
    yield not bool(np.all(np.isfinite(p.cost)) and np.all(p.cost >= 0)), "a cost is 0 or more and finite"
    yield bool(np.any(np.isinf(p.trust))), "trust is a finite number, or NaN where it is not known"
    yield len(p.pair_cost) != len(p.pairs) or not bool(np.all(np.isfinite(p.pair_cost))), "each pair has one finite pair_cost"
    for told in (p.body, p.conflicts, p.pairs, p.must, p.must_not, p.if_asked[:, 1]):
        yield _outside(told, n), "a candidate is told that does not exist"
    yield _outside(p.need, d) or _outside(p.if_asked[:, 0], d), "a need is told that does not exist"
    both = np.vstack([p.conflicts, p.pairs])
    yield bool(np.any(both[:, 0] == both[:, 1])), "a conflict or pair needs two different candidates"
    yield p.max_size is not None and p.max_size < 0, "max_size is 0 or more"
