"""The best set in which nobody is promised twice."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from shutaf.analysis.matching.fit import matches
from shutaf.analysis.matching.suggest import suggested
from shutaf.analysis.situation import Body, Need, Offer, Situation, Word

THEMES = tuple(Word(key, key) for key in ("food", "water", "energy"))


def random_town(seed: int, size: int = 5) -> Situation:
    rng = np.random.default_rng(seed)
    kind = Word("space", "space")

    def themes() -> tuple[Word, ...]:
        return tuple(THEMES[i] for i in rng.choice(3, int(rng.integers(0, 3)), replace=False))

    needs = tuple(Need(f"need {i}", f"n{i}", "x", kind, themes(), where=str(rng.choice(["", "North"]))) for i in range(size))
    offers = tuple(Offer(f"offer {i}", f"o{i}", "x", kind, themes(), where=str(rng.choice(["", "North"]))) for i in range(size))
    return Situation(bodies=tuple(Body(r.body, r.body) for r in (*needs, *offers)), needs=needs, offers=offers)


@pytest.mark.parametrize("seed", range(8))
def test_set_is_as_good_as_the_best_of_all_orders(seed: int) -> None:
    situation = random_town(seed)
    score = {(fit.need.ref, fit.offer.ref): fit.score_0_1 for fit in matches(situation).fits}
    offers = [offer.ref for offer in situation.offers]
    best = max(
        sum(score.get((need.ref, ref), 0.0) for need, ref in zip(situation.needs, order, strict=True)) for order in permutations(offers)
    )
    assert sum(fit.score_0_1 for fit in suggested(situation)) == pytest.approx(best)


@pytest.mark.parametrize("seed", range(8))
def test_nobody_is_promised_twice(seed: int) -> None:
    pairs = [(fit.need.ref, fit.offer.ref) for fit in suggested(random_town(seed))]
    assert len({need for need, _ in pairs}) == len({offer for _, offer in pairs}) == len(pairs)


def test_a_need_with_one_chance_gets_it() -> None:
    kind, food = Word("space", "space"), (THEMES[0],)
    needs = (Need("need 1", "a", "x", kind, food), Need("need 2", "b", "x", kind, food))
    offers = (Offer("offer 1", "b", "x", kind, food), Offer("offer 2", "c", "x", kind))
    found = suggested(Situation(bodies=tuple(Body(r, r) for r in "abc"), needs=needs, offers=offers))
    assert {(fit.need.ref, fit.offer.ref) for fit in found} == {("need 1", "offer 1"), ("need 2", "offer 2")}
