"""How does a problem become columns, rows and aims, in an order that no permutation of the input changes?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.sparse import csr_array, hstack, vstack

from shutaf.analysis.coalition.model import Model
from shutaf.analysis.coalition.task import CoalitionProblem, SectorRule
from shutaf.analysis.situation import Floats, Ints


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing the members must keep. kind: need, sector_floor, sector_ceiling, conflict, must, must_not, max_size.

    about: its need, sector, pair of names or name; () for max_size. value: the amount or count it asks for, where it asks for one.
    """

    kind: str
    about: tuple[str, ...] = ()
    value: float | None = None


@dataclass(eq=False)
class _Rows:
    """Rows as they are gathered: places and coefficients of candidates and helpers, and the bounds of each row."""

    row: list[Any] = field(default_factory=list)
    column: list[Any] = field(default_factory=list)
    value: list[Any] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def add(self, columns: Any, values: Any, low: float = -np.inf, high: float = np.inf) -> None:
        columns = np.asarray(columns, dtype=np.int64)
        self.row.append(np.full(len(columns), len(self.low)))
        self.column.append(columns)
        self.value.append(np.broadcast_to(np.asarray(values, dtype=np.float64), columns.shape))
        self.low.append(low)
        self.high.append(high)

    def matrix(self, columns: int) -> csr_array:
        if not self.row:
            return csr_array((0, columns))
        parts = (np.concatenate(self.value), (np.concatenate(self.row), np.concatenate(self.column)))
        return csr_array(parts, shape=(len(self.low), columns))


def order_of(problem: CoalitionProblem) -> Ints:
    """Candidates in the order of their names (by code points), which settles the last ties."""
    return np.array(sorted(range(problem.n), key=lambda i: problem.names[i]), dtype=np.int32)


def trust_filled(problem: CoalitionProblem) -> Floats:
    """(n,): trust, where it is not known the mean of what is known, so that nobody gains or loses by silence (0 where nothing is known). Ours."""
    unknown = np.isnan(problem.trust)
    mean = float(problem.trust[~unknown].mean()) if not unknown.all() else 0.0
    return np.asarray(np.where(unknown, mean, problem.trust), dtype=np.float64)


def rules_of(problem: CoalitionProblem) -> tuple[Rule, ...]:
    """Every rule that must hold (no wishes), in an order that does not depend on the order of the input."""
    return tuple(_hard(problem))


def _hard(p: CoalitionProblem) -> Iterator[Rule]:
    wanted = dict(zip(p.needs, p.needed.tolist(), strict=True))
    yield from (Rule("need", (need,), None if wanted[need] != wanted[need] else wanted[need]) for need in sorted(p.needs))
    hard = [rule for rule in p.rules if rule.price is None]
    floors = sorted({(rule.sector, rule.at_least) for rule in hard if rule.at_least})
    yield from (Rule("sector_floor", (sector,), float(count)) for sector, count in floors)
    ceilings = sorted({(rule.sector, rule.at_most) for rule in hard if rule.at_most is not None})
    yield from (Rule("sector_ceiling", (sector,), float(count)) for sector, count in ceilings)
    pairs = sorted({tuple(sorted((p.names[a], p.names[b]))) for a, b in p.conflicts.tolist()})
    yield from (Rule("conflict", pair) for pair in pairs)
    yield from (Rule("must", (name,)) for name in sorted({p.names[i] for i in p.must}))
    yield from (Rule("must_not", (name,)) for name in sorted({p.names[i] for i in p.must_not}))
    if p.max_size is not None:
        yield Rule("max_size", (), float(p.max_size))


def model_of(problem: CoalitionProblem, rules: tuple[Rule, ...] | None = None) -> Model:
    """The arrays of the problem under these rules (default: all that must hold). Aims: cost, number of members, trust (negative).

    A pair below 0 has y <= both; above 0 y >= both in; a wish has its shortfall or excess as a helper column.
    """
    p, order = problem, order_of(problem)
    column = {p.names[i]: j for j, i in enumerate(order.tolist())}
    kept = rules_of(p) if rules is None else rules
    cover = _cover_rows(p, order, [rule for rule in kept if rule.kind == "need"])
    helpers, rows, costs = p.n, _Rows(), [p.cost[order]]
    lower, upper = np.zeros(p.n), np.ones(p.n)
    places = {sector: np.flatnonzero(np.array(p.sector, dtype=object)[order] == sector) for sector in {rule.sector for rule in p.rules}}
    for rule in kept:
        if rule.kind == "sector_floor":
            rows.add(places[rule.about[0]], 1.0, low=rule.value or 0.0)
        elif rule.kind == "sector_ceiling":
            rows.add(places[rule.about[0]], 1.0, high=rule.value or 0.0)
        elif rule.kind == "conflict":
            rows.add([column[name] for name in rule.about], 1.0, high=1.0)
        elif rule.kind == "must":
            lower[column[rule.about[0]]] = 1.0
        elif rule.kind == "max_size":
            rows.add(np.arange(p.n), 1.0, high=rule.value or 0.0)
    for rule in kept:
        if rule.kind == "must_not":
            _leave_out(column[rule.about[0]], lower, upper, rows)
    for wish in sorted((rule for rule in p.rules if rule.price is not None), key=_wish_order):
        for missing, bound in ((1.0, wish.at_least), (-1.0, wish.at_most)):
            if bound:
                rows.add([*places[wish.sector], helpers], [*[1.0] * len(places[wish.sector]), missing], *_side(missing, bound))
                helpers, costs = helpers + 1, [*costs, np.array([wish.price], dtype=np.float64)]
            elif missing < 0 and bound == 0:
                rows.add([*places[wish.sector], helpers], [*[1.0] * len(places[wish.sector]), missing], high=0.0)
                helpers, costs = helpers + 1, [*costs, np.array([wish.price], dtype=np.float64)]
    wishes = helpers - p.n
    for (a, b), price in sorted(_pair_prices(p, column).items()):
        if price < 0:
            rows.add([helpers, a], [1.0, -1.0], high=0.0)
            rows.add([helpers, b], [1.0, -1.0], high=0.0)
        else:
            rows.add([helpers, a, b], [1.0, -1.0, -1.0], low=-1.0)
        helpers, costs = helpers + 1, [*costs, np.array([price])]
    wide = hstack([cover, csr_array((cover.shape[0], helpers - p.n))]) if helpers > p.n else cover
    more = np.zeros(helpers - p.n)
    upper_helpers = np.where(np.arange(helpers - p.n) < wishes, float(p.n + max([0, *(r.at_least for r in p.rules)])), 1.0)
    aims = np.vstack([np.concatenate(costs), np.concatenate([np.ones(p.n), more]), np.concatenate([-trust_filled(p)[order], more])])
    return Model(
        candidates=p.n,
        cover=cover.shape[0],
        rows=csr_array(vstack([wide, rows.matrix(helpers)])),
        low=np.concatenate([np.ones(cover.shape[0]), np.array(rows.low, dtype=np.float64)]),
        high=np.concatenate([np.full(cover.shape[0], np.inf), np.array(rows.high, dtype=np.float64)]),
        lower=np.concatenate([lower, more]),
        upper=np.concatenate([upper, upper_helpers]),
        whole=np.concatenate([np.ones(p.n, dtype=np.bool_), np.zeros(helpers - p.n, dtype=np.bool_)]),
        aims=aims,
    )


def _cover_rows(p: CoalitionProblem, order: Ints, needs: list[Rule]) -> csr_array:
    """(needs kept, n): shares of what is needed, at most 1 each."""
    need, body, share, _ = p.share
    column = np.empty(p.n, dtype=np.int64)
    column[order] = np.arange(p.n)
    whole = csr_array((share, (need, column[body])), shape=(p.d, p.n))
    at = {name: s for s, name in enumerate(p.needs)}
    return csr_array(whole[[at[rule.about[0]] for rule in needs], :]) if needs else csr_array((0, p.n))


def _leave_out(place: int, lower: Floats, upper: Floats, rows: _Rows) -> None:
    """A body that is told to be in and out at once makes the rows impossible, and says so there."""
    if lower[place]:
        rows.add([place], 1.0, high=0.0)
    else:
        upper[place] = 0.0


def _pair_prices(p: CoalitionProblem, column: dict[str, int]) -> dict[tuple[int, int], float]:
    """Each pair of columns once; prices of the same pair add up."""
    found: dict[tuple[int, int], float] = {}
    for (a, b), price in zip(p.pairs.tolist(), p.pair_cost.tolist(), strict=True):
        i, j = sorted((column[p.names[a]], column[p.names[b]]))
        found[i, j] = found.get((i, j), 0.0) + price
    return {pair: price for pair, price in found.items() if price}


def _side(missing: float, bound: int) -> tuple[float, float]:
    return (float(bound), np.inf) if missing > 0 else (-np.inf, float(bound))


def _wish_order(rule: SectorRule) -> tuple[str, int, float, float]:
    return rule.sector, rule.at_least, float(np.inf if rule.at_most is None else rule.at_most), rule.price or 0.0
