"""The cheapest coalition: against trying every set, under relabelling, with no time, and in more candidates than a solver likes."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from every_set import best_of_all, keeps, price, problems
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.coalition import CoalitionProblem, SectorRule, broken, cost_of, greedy, mean_trust, solve

quietly = settings(max_examples=12, deadline=None, derandomize=True)


@settings(max_examples=45, deadline=None, derandomize=True)
@given(problems())
def test_answer_is_the_one_that_trying_every_set_finds(problem: CoalitionProblem) -> None:
    found, expected = solve(problem), best_of_all(problem)
    if expected is None:
        assert found.status == "infeasible"
    else:
        assert found.status == "proven"
        assert found.is_settled
        assert set(found.chosen) == set(expected)
        assert found.cost == pytest.approx(price(problem, expected), abs=1e-9)
        assert found.bound == found.cost
        assert found.gap == 0


@quietly
@given(problems(), st.randoms(use_true_random=False))
def test_order_of_the_rows_changes_nothing(problem: CoalitionProblem, random: object) -> None:
    assert solve(shuffled(problem, random)).members == solve(problem).members


def shuffled(p: CoalitionProblem, random: object) -> CoalitionProblem:
    """The same problem, every table in another order."""
    new, rows, needs = list(range(p.n)), list(range(len(p.need))), list(range(p.d))
    for places in (new, rows, needs):
        random.shuffle(places)  # type: ignore[attr-defined]
    at = {old: i for i, old in enumerate(new)}
    need_at = {old: i for i, old in enumerate(needs)}
    return replace(
        p,
        names=tuple(p.names[i] for i in new),
        needs=tuple(p.needs[s] for s in needs),
        needed=p.needed[needs],
        need=np.array([need_at[int(p.need[r])] for r in rows], dtype=np.int32),
        body=np.array([at[int(p.body[r])] for r in rows], dtype=np.int32),
        amount=p.amount[rows],
        cost=p.cost[new],
        trust=p.trust[new],
        sector=tuple(p.sector[i] for i in new),
        rules=p.rules[::-1],
        conflicts=np.array([(at[b], at[a]) for a, b in p.conflicts.tolist()], dtype=np.int32).reshape(-1, 2)[::-1],
        pairs=np.array([(at[b], at[a]) for a, b in p.pairs.tolist()], dtype=np.int32).reshape(-1, 2)[::-1],
        pair_cost=p.pair_cost[::-1],
        must=tuple(at[i] for i in p.must),
        must_not=tuple(at[i] for i in p.must_not),
    )


@quietly
@given(problems(), st.sampled_from([0.5, 3.0, 1000.0]))
def test_scaling_all_costs_scales_the_answer(problem: CoalitionProblem, factor: float) -> None:
    rules = tuple(rule if rule.price is None else replace(rule, price=rule.price * factor) for rule in problem.rules)
    scaled = replace(problem, cost=problem.cost * factor, pair_cost=problem.pair_cost * factor, rules=rules)
    assert solve(scaled).members == solve(problem).members


@quietly
@given(problems(), st.sampled_from([0.001, 7.0, 1e6]))
def test_units_of_amounts_do_not_matter(problem: CoalitionProblem, factor: float) -> None:
    scaled = replace(problem, amount=problem.amount * factor, needed=problem.needed * factor)
    assert solve(scaled).members == solve(problem).members


@quietly
@given(problems())
def test_greedy_set_keeps_the_rules_and_never_costs_less(problem: CoalitionProblem) -> None:
    quick = greedy(problem)
    if quick is not None:
        assert keeps(problem, quick)
        assert cost_of(problem, quick).total >= solve(problem).cost - 1e-9


@quietly
@given(st.integers(0, 10_000))
def test_greedy_stays_within_h_n_on_plain_covers(seed: int) -> None:
    rng = np.random.default_rng(seed)
    table = (rng.random((6, 12)) < 0.3).astype(float)
    table[:, 0] = 1.0
    problem = CoalitionProblem.of(table, cost=rng.uniform(0.5, 6, 12))
    bound = sum(1 / k for k in range(1, 7))
    assert cost_of(problem, greedy(problem) or ()).total <= bound * solve(problem).cost + 1e-9


def test_ties_go_to_few_members_then_trust_then_names() -> None:
    cover = CoalitionProblem.of([[1, 1, 0, 1, 1], [1, 0, 1, 1, 1]], cost=[2, 1, 1, 2, 2], names=["e", "a", "b", "d", "c"])
    assert solve(cover).members == ("c",)
    trusted = replace(cover, trust=np.array([3.0, np.nan, np.nan, 3.0, 2.0]))
    assert solve(trusted).members == ("d",)


def test_two_halves_are_one_whole_and_a_third_of_a_tenth_is_not() -> None:
    assert solve(CoalitionProblem.of([[0.5, 0.5, 0.4]], cost=[1, 1, 0.1])).members == ("1", "2")
    almost = CoalitionProblem.of([[1 - 1e-7, 1.0]], cost=[1, 2])
    assert solve(almost).members == ("2",)  # the solver's own tolerance would take the first
    tenths = CoalitionProblem.of(np.full((1, 12), 0.1))
    assert len(solve(tenths).members) == 10


def test_unknown_amount_may_cover_and_one_that_was_not_asked_is_covered_by_any() -> None:
    problem = CoalitionProblem.of([[np.nan, 5], [2, 0]], [10, np.nan])
    assert solve(problem).members == ("1",)
    assert broken(problem, (1,)) != ()


def test_wish_is_kept_when_it_is_worth_its_price() -> None:
    cheap, dear = (
        CoalitionProblem.of([[1, 0]], sector=["firm", "NGO"], rules=[SectorRule("NGO", at_least=1, price=p)]) for p in (0.5, 2.0)
    )
    assert solve(cheap).members == ("1",)
    assert solve(cheap).cost == 1.5
    assert solve(dear).members == ("1", "2")


def test_pairs_that_help_bring_a_member_in() -> None:
    problem = CoalitionProblem.of([[1, 0]], cost=[1, 0.5], pairs=[("1", "2", -0.75)])
    found = solve(problem)
    assert found.members == ("1", "2")
    assert found.parts is not None
    assert (found.parts.members, found.parts.pairs, found.cost) == (1.5, -0.75, 0.75)


def test_nothing_to_cover_needs_nobody() -> None:
    assert solve(CoalitionProblem.of(np.zeros((0, 3)))).members == ()
    assert solve(CoalitionProblem.of(np.zeros((0, 0)))).cost == 0
    assert solve(CoalitionProblem.of(np.zeros((1, 0)))).status == "infeasible"
    assert solve(CoalitionProblem.of(np.zeros((0, 3)), must=["2"])).members == ("2",)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"cost": -1.0}, "cost"),
        ({"cost": np.inf}, "cost"),
        ({"needed": [0.0]}, "needed"),
        ({"names": ["a", "a"]}, "unique"),
        ({"must": ["z"]}, "no candidate"),
        ({"conflicts": [(0, 0)]}, "two different"),
        ({"sector": ["x"]}, "one entry per candidate"),
        ({"trust": [np.inf, 0]}, "trust"),
        ({"max_size": -1}, "max_size"),
        ({"pairs": [(0, 1, np.nan)]}, "pair_cost"),
        ({"amount": [[-1, 1]]}, "offered amount"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        CoalitionProblem.of(**({"amount": [[1, 1]]} | options))  # type: ignore[arg-type]


@pytest.mark.parametrize("options", [{"at_least": -1}, {"at_most": -1}, {"price": 0.0}, {"price": np.inf}])
def test_sector_rule_that_makes_no_sense_is_refused(options: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"rule|wish"):
        SectorRule("firm", **options)  # type: ignore[arg-type]


def wide(n: int, seed: int = 5) -> CoalitionProblem:
    """Many candidates, each offers one to four of 20 needs."""
    rng = np.random.default_rng(seed)
    table = np.zeros((20, n))
    for i in range(n):
        table[rng.choice(20, rng.integers(1, 5), replace=False), i] = 1
    return CoalitionProblem.of(table, cost=np.round(rng.uniform(1, 9, n), 2), trust=rng.uniform(1, 4, n))


def test_leaving_columns_out_by_reduced_cost_changes_nothing() -> None:
    from scipy.optimize import LinearConstraint, milp

    problem = wide(1500)
    table = np.zeros((20, 1500))
    table[problem.need, problem.body] = 1
    plain = milp(problem.cost, integrality=1, bounds=(0, 1), constraints=LinearConstraint(table, lb=1), options={"mip_rel_gap": 0})
    found = solve(problem)
    assert found.status == "proven"
    assert found.cost == pytest.approx(plain.fun, abs=1e-9)


def test_time_limit_holds_and_the_answer_is_feasible_with_its_gap() -> None:
    rng = np.random.default_rng(2)
    table = rng.integers(0, 10, (50, 3000)).astype(float) * (rng.random((50, 3000)) < 0.06)
    problem = CoalitionProblem.of(table, np.full(50, 20.0), cost=rng.uniform(1, 10, 3000))
    start = time.monotonic()
    found = solve(problem, seconds=1.5)
    assert time.monotonic() - start < 10  # far under what the solver would take; not a measurement
    assert found.status == "time_limit"
    assert broken(problem, found.chosen) == ()
    assert 0 < found.gap < 1
    assert found.bound < found.cost


def test_with_no_time_at_all_the_greedy_set_is_told() -> None:
    found = solve(wide(300), seconds=0.0)
    assert found.status == "time_limit"
    assert found.chosen
    assert not found.is_settled


def test_mean_trust_takes_silence_as_the_mean() -> None:
    problem = CoalitionProblem.of([[1, 1, 1]], trust=[1, 3, np.nan])
    assert mean_trust(problem, (0, 2)) == 1.5
    assert np.isnan(mean_trust(CoalitionProblem.of([[1]]), (0,)))
