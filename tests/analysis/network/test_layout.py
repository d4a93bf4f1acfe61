from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.spatial.distance import pdist
from towns import SECTORS, as_networkx, body, drawn_town, town

from shutaf.analysis.network import layout, network_of
from shutaf.analysis.network.layout import DENSE_BODIES
from shutaf.analysis.network.spacing import closest
from shutaf.analysis.network.stress import steps_between
from shutaf.analysis.situation import Floats, Situation, Tie

ASPECT = 1.4


def places(situation: Situation) -> dict[str, Floats]:
    return dict(zip((one.ref for one in situation.bodies), layout(situation), strict=True))


def with_one_more(situation: Situation, draw: random.Random) -> Situation:
    contacts = draw.sample([one.ref for one in situation.bodies], draw.choice([0, 1, 2, 3]))
    ties = (*situation.ties, *(Tie("new", ref) for ref in contacts))
    return replace(situation, bodies=(*situation.bodies, body("new", draw.choice(SECTORS))), ties=ties)


def moved(before: Situation, after: Situation) -> float:
    """Median way of the bodies both maps have, in widths of the picture."""
    old, new = places(before), places(after)
    return float(np.median([np.hypot(*((old[ref] - new[ref]) * [1, 1 / ASPECT])) for ref in old]))


@pytest.mark.parametrize(("seed", "bodies", "ties"), [(1, 60, 180), (2, 60, 180), (3, 40, 70), (4, 140, 400), (5, 30, 0)])
def test_one_more_body_hardly_moves_the_others(seed: int, bodies: int, ties: int) -> None:
    before, draw = drawn_town(seed, bodies=bodies, ties=ties), random.Random(seed)
    shifts = [moved(before, with_one_more(before, draw)) for _ in range(8)]
    assert np.median(shifts) < 0.05
    assert max(shifts) < 0.08


@given(st.randoms(use_true_random=False))
@settings(max_examples=15)
def test_the_order_of_rows_changes_nothing(draw: random.Random) -> None:
    before = drawn_town(6, bodies=25, ties=50)
    bodies, ties = list(before.bodies), list(before.ties)
    draw.shuffle(bodies)
    draw.shuffle(ties)
    again = places(replace(before, bodies=tuple(bodies), ties=tuple(ties)))
    assert all((again[ref] == place).all() for ref, place in places(before).items())


def test_the_same_seed_gives_the_same_map_and_another_seed_another() -> None:
    situation = drawn_town(1)
    assert (layout(situation) == layout(situation)).all()
    assert not np.allclose(layout(situation), layout(situation, seed=1))


@pytest.mark.parametrize("bodies", [0, 1, 2, 6])
@pytest.mark.parametrize("ties", ["", "b0-b1"])
def test_tiny_maps_have_places_inside_the_picture(bodies: int, ties: str) -> None:
    found = layout(town([body(f"b{i}") for i in range(bodies)], ties if bodies > 1 else ""))
    assert found.shape == (bodies, 2)
    assert np.isfinite(found).all()
    assert ((found >= 0) & (found <= 1)).all()


@pytest.mark.parametrize("situation", [drawn_town(1), drawn_town(2, 250, 20, 3000), drawn_town(3, 30, 0, 0), drawn_town(4, 100, 5, 60)])
def test_nobody_stands_on_anybody(situation: Situation) -> None:
    found = layout(situation)
    assert pdist(found * [ASPECT, 1]).min() >= 0.99 * closest(len(found), ASPECT)


def test_bodies_without_a_known_tie_stand_below_all_others() -> None:
    situation = drawn_town(1)
    graph = as_networkx(situation)
    found = places(situation)
    below = [found[ref][1] for ref in graph if not graph[ref]]
    assert below
    assert min(below) > max(found[ref][1] for ref in graph if graph[ref])


def test_neighbours_stand_closer_than_others() -> None:
    situation = drawn_town(1)
    graph, found = as_networkx(situation), places(situation)
    tied = [np.hypot(*(found[one] - found[two])) for one, two in graph.edges]
    linked = [ref for ref in graph if graph[ref]]
    others = [
        np.hypot(*(found[one] - found[two])) for i, one in enumerate(linked) for two in linked[i + 1 :] if not graph.has_edge(one, two)
    ]
    assert np.mean(tied) < 0.8 * np.mean(others)


def test_a_network_is_laid_out_by_the_numbers_of_its_bodies() -> None:
    assert layout(network_of(drawn_town(1))).shape == (68, 2)


def test_the_picture_needs_a_width() -> None:
    with pytest.raises(ValueError, match="aspect"):
        layout(Situation(), aspect=0)


def test_parts_without_a_path_are_one_step_further_apart_than_any_known() -> None:
    ties = csr_array(np.array([[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]], dtype=np.float32))
    assert steps_between(ties).tolist() == [[0, 1, 2, 3], [1, 0, 1, 3], [2, 1, 0, 3], [3, 3, 3, 0]]


@pytest.mark.slow
def test_two_thousand_bodies_each_get_a_place_of_their_own() -> None:
    places = layout(drawn_town(1, 1980, 20, 20_000))
    assert places.shape == (2000, 2)
    assert len(np.unique(np.round(places, 6), axis=0)) == 2000


@pytest.mark.slow
def test_above_the_dense_limit_the_map_is_still_laid_out() -> None:
    found = layout(drawn_town(2, DENSE_BODIES + 400, 20, 9000))
    assert np.isfinite(found).all()
    assert ((found >= 0) & (found <= 1)).all()
