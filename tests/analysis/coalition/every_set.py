"""The second way to every answer: try all sets. And problems drawn for it, with every kind of rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from shutaf.analysis.coalition import CoalitionProblem, SectorRule

Set = tuple[int, ...]


def keeps(p: CoalitionProblem, chosen: Set) -> bool:
    """Plain loops over the definition."""
    for s in range(p.d):
        total = 0.0
        for need, body, amount in zip(p.need, p.body, p.amount, strict=True):
            if need == s and body in chosen:
                total += 1e9 if np.isnan(amount) else (1e9 if np.isnan(p.needed[s]) and amount > 0 else amount if amount == amount else 0)
        if total < (1e-12 if np.isnan(p.needed[s]) else p.needed[s] * (1 - 1e-9)):
            return False
    for rule in p.rules:
        count = len([i for i in chosen if p.sector[i] == rule.sector])
        if rule.price is None and (count < rule.at_least or (rule.at_most is not None and count > rule.at_most)):
            return False
    if any(a in chosen and b in chosen for a, b in p.conflicts.tolist()):
        return False
    if any(i not in chosen for i in p.must) or any(i in chosen for i in p.must_not):
        return False
    return p.max_size is None or len(chosen) <= p.max_size


def price(p: CoalitionProblem, chosen: Set) -> float:
    total = sum(float(p.cost[i]) for i in chosen)
    total += sum(float(c) for (a, b), c in zip(p.pairs.tolist(), p.pair_cost, strict=True) if a in chosen and b in chosen)
    for rule in p.rules:
        if rule.price is not None:
            count = len([i for i in chosen if p.sector[i] == rule.sector])
            over = max(0, count - rule.at_most) if rule.at_most is not None else 0
            total += rule.price * (max(0, rule.at_least - count) + over)
    return total


def trust(p: CoalitionProblem, chosen: Set) -> float:
    known = [t for t in p.trust.tolist() if t == t]
    mean = sum(known) / len(known) if known else 0.0
    return sum(mean if np.isnan(p.trust[i]) else float(p.trust[i]) for i in chosen) / len(chosen) if chosen else 0.0


def every_set(p: CoalitionProblem) -> Iterator[Set]:
    for size in range(p.n + 1):
        yield from (chosen for chosen in combinations(range(p.n), size) if keeps(p, chosen))


def rank(p: CoalitionProblem, chosen: Set) -> tuple[float, int, float, list[str]]:
    """Cost, members, mean trust, names: the order of ties."""
    return round(price(p, chosen), 6), len(chosen), -round(trust(p, chosen), 6), sorted(p.names[i] for i in chosen)


def best_of_all(p: CoalitionProblem) -> Set | None:
    return min(every_set(p), key=lambda chosen: rank(p, chosen), default=None)


@st.composite
def problems(draw: st.DrawFn, most: int = 8) -> CoalitionProblem:
    n, d = draw(st.integers(1, most)), draw(st.integers(0, 3))
    places = st.integers(0, n - 1)
    amounts = st.sampled_from([0.0, 0.0, 1.0, 2.0, 2.5, 3.0, float("nan")])
    table = np.array(draw(st.lists(st.lists(amounts, min_size=n, max_size=n), min_size=d, max_size=d))).reshape(d, n)
    two = st.lists(st.permutations(range(n)).map(lambda order: (order[0], order[1])), max_size=2) if n > 1 else st.just([])
    return CoalitionProblem.of(
        table,
        draw(st.lists(st.sampled_from([1.0, 2.0, 4.0, float("nan")]), min_size=d, max_size=d)),
        names=draw(st.permutations([f"body {letter}" for letter in "abcdefgh"[:n]])),
        cost=draw(st.lists(st.sampled_from([0.0, 1.0, 1.0, 1.5, 2.0]), min_size=n, max_size=n)),
        trust=draw(st.lists(st.sampled_from([1.0, 2.0, 3.25, float("nan")]), min_size=n, max_size=n)),
        sector=draw(st.lists(st.sampled_from(["firm", "NGO", "עירייה"]), min_size=n, max_size=n)),
        rules=draw(st.lists(rules(), max_size=2)),
        conflicts=draw(two),
        pairs=[(a, b, draw(st.sampled_from([-0.75, 0.5, 1.0]))) for a, b in draw(two)],
        must=draw(st.lists(places, max_size=1)),
        must_not=draw(st.lists(places, max_size=1)),
        max_size=draw(st.sampled_from([None, None, 2, 4])),
    )


def rules() -> st.SearchStrategy[SectorRule]:
    return st.builds(
        SectorRule,
        st.sampled_from(["firm", "NGO"]),
        at_least=st.integers(0, 2),
        at_most=st.sampled_from([None, None, 0, 1, 3]),
        price=st.sampled_from([None, 0.25, 0.5, 2.0]),
    )
