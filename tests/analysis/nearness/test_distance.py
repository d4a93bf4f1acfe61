"""Is the nearest case the one a person would name, and is silence neither near nor far?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.nearness import FEATURES, Profile, compare, nearest


def of(themes: str, model: str, people: float | None, country: str = "IL", **more: object) -> Profile:
    return replace(Profile(frozenset(themes.split()), frozenset({model}), country, people), **more)  # type: ignore[arg-type]


BIG_GERMAN = of("energy climate", "greening_business", 1_500_000, "DE")
NEIGHBOUR = of("waste energy", "greening_business", 30_000)
FARMS = of("food nature", "shared_agenda", 8_000)
BUYING = of("procurement local_economy", "local_economy", 20_000)
MARKET = of("community inclusion", "business_in_community", 250_000, "DE")
CASES = {"big_german": BIG_GERMAN, "neighbour": NEIGHBOUR, "farms": FARMS, "buying": BUYING, "market": MARKET}

RANKED_BY_HAND = [
    # A small town with cardboard heaps and an electricity bill: first the neighbour, whose themes are its own; then the big German city, which has
    # its model and one of its themes; then those that share only the country and the size.
    (of("waste energy water", "greening_business", 24_000), ["neighbour", "big_german", "buying", "farms", "market"]),
    # A town that asks where its money goes: the one that looked at its buying, whatever else. "|": a person would not order these two, far away both.
    (of("local_economy waste", "local_economy", 24_000), ["buying", "neighbour", "farms", "big_german|market"]),
    # A German city whose firms want to act for their neighbours.
    (of("community education", "business_in_community", 300_000, "DE"), ["market", "big_german", "neighbour", "buying", "farms"]),
    # A regional council of farms.
    (of("food nature water", "shared_agenda", 12_000), ["farms", "buying", "neighbour", "market", "big_german"]),
]


@pytest.mark.parametrize(("place", "order"), RANKED_BY_HAND)
def test_cases_stand_in_the_order_a_person_gave_them(place: Profile, order: list[str]) -> None:
    found = [key for key, _likeness in nearest(place, CASES)]
    for group in order:
        alike = set(group.split("|"))
        assert set(found[: len(alike)]) == alike, (group, found)
        found = found[len(alike) :]


def test_the_distance_is_counted_by_hand() -> None:
    """Themes 2 of 3 and 2 alike (1 - 2/sqrt 6 = 0.18), model alike, size 30,000 to 24,000 (0.05), country alike; 4 of 12 weights unknown."""
    likeness = compare(of("waste energy water", "greening_business", 24_000), NEIGHBOUR)
    assert dict(likeness.apart) == {"themes": 0.18, "model": 0.0, "size": 0.05, "country": 0.0}
    assert likeness.low == pytest.approx((3 * 0.1835 + 2 * 0.0484) / 12, abs=1e-3)
    assert likeness.high == pytest.approx(likeness.low + 4 / 12)
    assert likeness.distance == pytest.approx(likeness.low + 2 / 12)
    assert likeness.unknown == ("sectors", "mediator", "traits", "cluster")


def test_who_took_part_there_and_is_not_on_our_map_is_a_difference() -> None:
    place, case = (
        Profile(sectors=frozenset({"public", "business"})),
        Profile(sectors=frozenset({"public", "business", "academia", "civil_society"})),
    )
    assert compare(place, case).apart == (("sectors", 0.5),)


def test_sectors_that_only_we_have_are_no_difference() -> None:
    everybody = Profile(sectors=frozenset({"public", "business", "academia", "civil_society"}))
    assert compare(everybody, Profile(sectors=frozenset({"public", "business"}))).apart == (("sectors", 0.0),)


def test_a_case_of_which_nothing_is_known_stands_between_the_alike_and_the_other() -> None:
    place = of("waste energy", "greening_business", 24_000)
    other = of("culture", "shared_agenda", 3_000_000, "FR")
    assert [key for key, _likeness in nearest(place, {"silent": Profile(), "alike": NEIGHBOUR, "other": other})] == [
        "alike",
        "silent",
        "other",
    ]
    assert compare(place, Profile()).low == 0
    assert compare(place, Profile()).high == 1


def test_where_equally_far_the_better_known_stands_first() -> None:
    half = Profile(population=240_000)
    found = nearest(Profile(population=24_000), {"a_silent": Profile(), "half": half})
    assert [key for key, _likeness in found] == ["half", "a_silent"]


def test_only_so_many_are_given() -> None:
    assert len(nearest(Profile(), CASES, most=2)) == 2
    assert nearest(Profile(), {}) == ()


keys = st.frozensets(st.sampled_from(["a", "b", "c", "d"]), max_size=4)
profiles = st.builds(
    Profile,
    themes=keys,
    typologies=keys,
    country=st.sampled_from(["", "IL", "DE"]),
    population=st.none() | st.floats(1, 1e8),
    cluster_1_10=st.none() | st.floats(1, 10),
    traits=keys,
    sectors=keys,
    has_mediator=st.none() | st.booleans(),
)


@given(profiles, profiles)
def test_distances_lie_between_nothing_and_all(place: Profile, case: Profile) -> None:
    likeness = compare(place, case)
    assert 0 <= likeness.low <= likeness.distance <= likeness.high <= 1 + 1e-9
    assert all(0 <= found <= 1 for _feature, found in likeness.apart)
    assert likeness.high - likeness.low == pytest.approx(sum(FEATURES[one] for one in likeness.unknown) / sum(FEATURES.values()))


@given(profiles)
def test_nobody_is_far_from_themselves(place: Profile) -> None:
    assert compare(place, place).low == pytest.approx(0, abs=0.005)


@given(profiles, profiles)
def test_learning_a_thing_keeps_the_distance_within_what_was_said(place: Profile, case: Profile) -> None:
    before = compare(place, replace(case, population=None))
    after = compare(place, case)
    assert before.low - 1e-6 <= after.distance <= before.high + 1e-6
