"""Is every tie of two dates told once, as kept, gained or lost, whatever came and went beside it?"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.change.since import changes
from shutaf.analysis.network import compare_waves, network_of
from shutaf.analysis.situation import Body, Network, Situation, Tie

LAWS = settings(derandomize=True, deadline=None, max_examples=60)
Case = tuple[Network, Network, list[int]]


@st.composite
def two_waves(draw: st.DrawFn) -> Case:
    """Two small networks, some bodies of the first found again in the second, the others gone."""
    directed = draw(st.booleans())
    one, two = (drawn(draw, directed) for _ in range(2))
    here = draw(st.permutations(range(two.n)))
    place = [here[i] if i < two.n and draw(st.booleans()) else -1 for i in range(one.n)]
    return one, two, place


def drawn(draw: st.DrawFn, directed: bool) -> Network:
    n = draw(st.integers(0, 7))
    pairs = [(i, j) for i in range(n) for j in range(n) if i < j or (directed and i != j)]
    ties = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weight = draw(st.lists(st.integers(1, 5), min_size=len(ties), max_size=len(ties)))
    asked = draw(st.lists(st.booleans(), min_size=n, max_size=n))
    return Network.of(n, ties, weight, asked=asked, is_directed=directed)


def rows(network: Network) -> list[tuple[int, int]]:
    return list(zip(network.source.tolist(), network.target.tolist(), strict=True))


def as_set(ties: np.ndarray) -> set[tuple[int, ...]]:
    return {tuple(row) for row in ties.tolist()}


def test_three_bodies_by_hand() -> None:
    # 0-1 holds, 1-2 is gone, 0-2 came
    found = compare_waves(Network.of(3, [(0, 1), (1, 2)], [2, 1]), Network.of(3, [(0, 1), (0, 2)], [5, 1]))
    assert (found.ties_kept.tolist(), found.ties_gained.tolist(), found.ties_lost.tolist()) == ([[0, 1]], [[0, 2]], [[1, 2]])
    assert (found.weight_before.tolist(), found.weight_after.tolist()) == ([2], [5])
    assert found.jaccard == pytest.approx(1 / 3)
    assert (found.kept.tolist(), found.gained.tolist(), found.lost.tolist()) == ([1, 1, 0], [1, 0, 1], [0, 1, 1])
    assert found.turnover_0_1.tolist() == [0.5, 0.5, 1.0]


def test_bodies_that_came_or_went_take_their_ties_with_them() -> None:
    # before: a b c, with a-b, b-c; after: d a b, with a-b, a-d
    found = compare_waves(Network.of(3, [(0, 1), (1, 2)]), Network.of(3, [(1, 2), (0, 1)]), [1, 2, -1])
    assert (found.bodies_kept.tolist(), found.bodies_new.tolist(), found.bodies_gone.tolist()) == ([1, 2], [0], [2])
    assert (found.ties_kept.tolist(), found.ties_gained.size, found.ties_lost.size) == ([[1, 2]], 0, 0)
    assert (found.ties_of_gone, found.ties_of_new, found.jaccard) == (1, 1, 1.0)
    assert np.isnan(found.turnover_0_1).tolist() == [True, False, False]


def test_the_direction_of_an_arc_counts_and_that_of_a_pair_does_not() -> None:
    one, other = [(0, 1)], [(1, 0)]
    arcs = compare_waves(Network.of(2, one, is_directed=True), Network.of(2, other, is_directed=True))
    assert (len(arcs.ties_kept), arcs.ties_gained.tolist(), arcs.ties_lost.tolist()) == (0, [[1, 0]], [[0, 1]])
    turned = Network(2, np.array([1]), np.array([0]), np.ones(1), np.zeros(2))  # type: ignore[arg-type]
    assert compare_waves(Network.of(2, one), turned).ties_kept.tolist() == [[0, 1]]


def test_on_a_survey_a_silent_pair_is_neither_lost_nor_gained() -> None:
    before = Network.of(4, [(0, 1), (2, 3)], asked=[True] * 4)
    after = Network.of(4, [(0, 2)], asked=[True, True, False, False])
    blank, told = compare_waves(before, after), compare_waves(before, after, surveyed=True)
    assert (blank.ties_lost.tolist(), blank.ties_untold) == ([[0, 1], [2, 3]], 0)
    assert (told.ties_lost.tolist(), told.ties_gained.tolist(), told.ties_untold) == ([[0, 1]], [[0, 2]], 1)


def test_one_end_that_answered_settles_an_undirected_pair_whichever_it_is() -> None:
    only_the_second = Network.of(2, [(0, 1)], asked=[False, True])
    found = compare_waves(only_the_second, Network.of(2, [], asked=[True, False]), surveyed=True)
    assert (found.ties_lost.tolist(), found.ties_untold) == ([[0, 1]], 0)


def test_a_report_of_a_body_that_is_silent_later_is_untold_one_way_only() -> None:
    before = Network.of(2, [(0, 1), (1, 0)], asked=[True, True], is_directed=True)
    after = Network.of(2, [], asked=[True, False], is_directed=True)
    found = compare_waves(before, after, surveyed=True)
    assert (found.ties_lost.tolist(), found.ties_untold) == ([[0, 1]], 1)


def test_empty_waves() -> None:
    nobody = compare_waves(Network.of(0, []), Network.of(0, []))
    assert np.isnan(nobody.jaccard)
    assert nobody.ties_kept.shape == (0, 2)
    came = compare_waves(Network.of(0, []), Network.of(2, [(0, 1)]), [])
    assert {array.dtype for array in (came.bodies_kept, came.bodies_new, came.ties_kept, came.kept, came.gained, came.lost)} == {
        np.dtype(np.int32)
    }
    assert (came.bodies_new.tolist(), came.ties_of_new, came.ties_gained.size) == ([0, 1], 1, 0)
    went = compare_waves(Network.of(2, [(0, 1)]), Network.of(0, []), [-1, -1])
    assert (went.bodies_gone.tolist(), went.ties_of_gone) == ([0, 1], 1)


@pytest.mark.parametrize("place", [[0, 0], [0, 2], [-2, 0], [0], [0.5, 1], [[0, 1]]])
def test_a_wrong_place_is_refused(place: list[object]) -> None:
    with pytest.raises(ValueError, match="place"):
        compare_waves(Network.of(2, []), Network.of(2, []), place)  # type: ignore[arg-type]


def test_what_is_not_defined_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^one wave is directed and the other is not: symmetrise the directed one first$"):
        compare_waves(Network.of(2, []), Network.of(2, [], is_directed=True))
    with pytest.raises(ValueError, match="2 bodies before and 3 after"):
        compare_waves(Network.of(2, []), Network.of(3, []))


@LAWS
@given(two_waves(), st.booleans())
def test_plain_sets_tell_the_same(case: Case, surveyed: bool) -> None:
    before, after, place = case
    found = compare_waves(before, after, place, surveyed=surveyed)
    back = {now: then for then, now in enumerate(place) if now >= 0}
    moved = [(place[i], place[j]) for i, j in rows(before)]
    then = {tie if before.is_directed else (min(tie), max(tie)) for tie in moved if -1 not in tie}
    now = {tie for tie in rows(after) if tie[0] in back and tie[1] in back}

    def told(tie: tuple[int, int]) -> bool:
        answers = [(before.asked[back[i]], after.asked[i]) for i in (tie[:1] if before.is_directed else tie)]
        return not surveyed or all(any(wave) for wave in zip(*answers, strict=True))

    assert found.ties_untold == sum(not told(tie) for tie in then | now)
    then, now = {tie for tie in then if told(tie)}, {tie for tie in now if told(tie)}
    assert as_set(found.ties_kept) == then & now
    assert as_set(found.ties_gained) == now - then
    assert as_set(found.ties_lost) == then - now
    assert found.jaccard == pytest.approx(len(then & now) / len(then | now) if then | now else np.nan, nan_ok=True)
    for counted, ties in ((found.kept, then & now), (found.gained, now - then), (found.lost, then - now)):
        assert counted.tolist() == [sum(body in tie for tie in ties) for body in range(after.n)]
    ever = [(sum(body in tie for tie in then ^ now), sum(body in tie for tie in then | now)) for body in range(after.n)]
    assert found.turnover_0_1 == pytest.approx([changed / ties if ties else np.nan for changed, ties in ever], nan_ok=True)
    assert found.ties_of_gone == sum(-1 in tie for tie in moved)
    assert found.ties_of_new == sum(not {i, j} <= set(back) for i, j in rows(after))


@LAWS
@given(two_waves())
def test_time_backwards_turns_gained_into_lost(case: Case) -> None:
    before, after, place = case
    back = np.full(after.n, -1)
    for then, now in enumerate(place):
        if now >= 0:
            back[now] = then
    found, turned = compare_waves(before, after, place), compare_waves(after, before, back)
    assert (len(found.ties_gained), len(found.ties_lost)) == (len(turned.ties_lost), len(turned.ties_gained))
    assert found.jaccard == pytest.approx(turned.jaccard, nan_ok=True)
    assert found.bodies_new.tolist() == turned.bodies_gone.tolist()


@LAWS
@given(two_waves())
def test_a_wave_beside_itself_changes_nothing(case: Case) -> None:
    found = compare_waves(case[0], case[0])
    assert (len(found.ties_kept), len(found.ties_gained), len(found.ties_lost)) == (case[0].m, 0, 0)
    assert not np.any(found.turnover_0_1 > 0)


def test_maps_and_arrays_use_the_words_alike() -> None:
    names = "abcd"
    old = Situation(bodies=tuple(Body(ref, ref) for ref in names), ties=(Tie("a", "b"), Tie("b", "c"), Tie("c", "d")))
    new = Situation(bodies=tuple(Body(ref, ref) for ref in "bcae"), ties=(Tie("a", "b"), Tie("a", "c"), Tie("e", "a")))
    told = changes(old, new)
    place = [new.index_by_ref.get(ref, -1) for ref in names]
    found = compare_waves(network_of(old), network_of(new), place)
    for ties, theirs in ((found.ties_kept, told.ties_kept), (found.ties_gained, told.ties_gained), (found.ties_lost, told.ties_lost)):
        assert {tuple(sorted(new.bodies[i].ref for i in tie)) for tie in ties} == {one.pair for one in theirs}
    assert [new.bodies[i].ref for i in found.bodies_new] == [body.ref for body in told.bodies_new]
    assert [names[i] for i in found.bodies_gone] == [body.ref for body in told.bodies_gone]


def test_real_projects_half_a_year_on(shared_data: Path) -> None:
    """The city's ties with every tenth body gone and every seventh tie lost: all are found again."""
    lines = (shared_data / "networks/city_projects_ties.csv").read_text(encoding="utf-8").splitlines()[1:]
    ids: dict[str, int] = {}
    ties = np.array([[ids.setdefault(end, len(ids)) for end in line.split(",")[:2]] for line in lines])
    before = Network.of(len(ids), ties)
    place = np.array([-1 if i % 10 == 0 else i - i // 10 - 1 for i in range(before.n)])
    left = place[np.column_stack([before.source, before.target])]
    left = left[(left >= 0).all(axis=1)]
    after = Network.of(int(place.max()) + 1, np.delete(left, np.s_[::7], axis=0))
    found = compare_waves(before, after, place)
    assert (len(found.ties_lost), len(found.ties_kept), len(found.ties_gained)) == (-(-len(left) // 7), after.m, 0)
    assert found.ties_of_gone == before.m - len(left)
