"""Are the circles of gifts those that looking at every pair and every three would find, and the best of them?"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings

from shutaf.analysis.matching.apart import apart_of
from shutaf.analysis.matching.chains import Chain, chains
from shutaf.analysis.matching.encoded import encoded
from shutaf.analysis.matching.fit import matches
from shutaf.analysis.situation import Body, Choosing, Need, Offer, Situation, Word

sys.path.insert(0, str(Path(__file__).parent))
from test_fit import situations

ROOM, HELP, TOOLS = (Word(key, key) for key in ("space", "staff_time", "goods"))


def found(situation: Situation, most: int = 60) -> list[list[tuple[str, str, str, str]]]:
    """Each circle as (giver, offer, need, taker)."""
    table = encoded(situation)
    return [
        [
            (table.offers[one.offer].body, table.offers[one.offer].ref, table.needs[one.need].ref, table.needs[one.need].body)
            for one in chain.links
        ]
        for chain in chains(table, apart_of(table, situation), most=most)
    ]


def ring(*kinds: Word) -> Situation:
    """a gives the first kind to b, b the second to c, and so on round."""
    n = len(kinds)
    bodies = [chr(97 + i) for i in range(n)]
    return Situation(
        bodies=tuple(Body(ref, ref) for ref in bodies),
        needs=tuple(Need(f"need {i}", bodies[(i + 1) % n], "x", kind) for i, kind in enumerate(kinds)),
        offers=tuple(Offer(f"offer {i}", bodies[i], "x", kind) for i, kind in enumerate(kinds)),
    )


def test_two_who_can_give_to_each_other() -> None:
    assert found(ring(ROOM, HELP)) == [[("a", "offer 0", "need 0", "b"), ("b", "offer 1", "need 1", "a")]]


def test_three_of_whom_no_two_can() -> None:
    assert found(ring(ROOM, HELP, TOOLS)) == [
        [("a", "offer 0", "need 0", "b"), ("b", "offer 1", "need 1", "c"), ("c", "offer 2", "need 2", "a")]
    ]


def test_four_are_too_many() -> None:
    assert found(ring(ROOM, HELP, TOOLS, Word("money", "money"))) == []


def test_a_declined_gift_breaks_the_circle() -> None:
    assert found(replace(ring(ROOM, HELP, TOOLS), choosing=Choosing(declined=(("need 1", "offer 1"),)))) == []


def test_three_are_left_out_where_two_can_do_without_the_third() -> None:
    town = ring(ROOM, HELP, TOOLS)
    direct = replace(town, needs=(*town.needs, Need("need 9", "a", "x", HELP)))
    assert found(direct) == [[("a", "offer 0", "need 0", "b"), ("b", "offer 1", "need 9", "a")]]


def test_nobody_and_a_body_alone_are_no_circle() -> None:
    assert found(Situation()) == []
    assert found(Situation(bodies=(Body("a", "a"),), needs=(Need("n", "a", "x", ROOM),), offers=(Offer("o", "a", "x", ROOM),))) == []


def gifts(situation: Situation) -> dict[tuple[str, str], float]:
    best: dict[tuple[str, str], float] = {}
    for fit in matches(situation, limit_per_need=99).fits:
        pair = (fit.offer.body, fit.need.body)
        best[pair] = max(best.get(pair, -1.0), fit.score_0_1)
    return best


def weakest(chain: Chain) -> float:
    return chain.weakest_0_1


@settings(max_examples=150)
@given(situations)
def test_all_circles_of_a_small_town_are_found(situation: Situation) -> None:
    best = gifts(situation)
    bodies = sorted({body for pair in best for body in pair})
    twos = {frozenset(pair) for pair in combinations(bodies, 2) if pair in best and pair[::-1] in best}
    threes = {
        tuple(three)
        for three in permutations(bodies, 3)
        if three[0] == min(three)
        and all(step in best and step[::-1] not in best for step in ((three[0], three[1]), (three[1], three[2]), (three[2], three[0])))
    }
    told = found(situation, most=10_000)
    assert {frozenset(link[0] for link in chain) for chain in told if len(chain) == 2} == twos
    rings = [[link[0] for link in chain] for chain in told if len(chain) == 3]
    assert {tuple(ring[ring.index(min(ring)) :] + ring[: ring.index(min(ring))]) for ring in rings} == threes
    assert len(told) == len(twos) + len(threes)


@settings(max_examples=60)
@given(situations)
def test_the_few_that_are_kept_have_the_strongest_weakest_links(situation: Situation) -> None:
    table = encoded(situation)
    every, few = (chains(table, apart_of(table, situation), most=most) for most in (10_000, 2))
    for length in (2, 3):
        all_links = sorted((weakest(chain) for chain in every if len(chain.links) == length), reverse=True)
        assert [weakest(chain) for chain in few if len(chain.links) == length] == all_links[:2]


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_sheets_changes_nothing(order: int) -> None:
    town = ring(ROOM, HELP, TOOLS)
    turned = replace(town, needs=town.needs[::order], offers=town.offers[::order])
    assert found(turned) == found(town)
