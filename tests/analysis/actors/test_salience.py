"""Salience: the published table of classes, what an unknown answer leaves possible, and scores with a stated cut."""

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.actors import salience, salience_scored
from shutaf.analysis.actors.salience import CLASSES, GROUPS

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "salience_classes.json").read_text(encoding="utf-8"))["classes"]

answers = st.lists(st.tuples(*[st.sampled_from([0.0, 1.0, np.nan])] * 3), max_size=10)


def column(name: str) -> list[int]:
    return [case[name] for case in ORACLE]


def test_published_table_of_classes() -> None:
    found = salience(column("power"), column("legitimacy"), column("urgency"))
    assert found.kind.tolist() == [case["class"].lower() for case in ORACLE]
    assert found.group.tolist() == [case["group"].lower() for case in ORACLE]
    assert found.attributes.tolist() == column("attributes")
    assert found.possible == tuple((case["class"].lower(),) for case in ORACLE)


def test_every_class_and_group_of_the_table_is_known() -> None:
    assert set(CLASSES) == {case["class"].lower() for case in ORACLE}
    assert set(GROUPS) == {case["group"].lower() for case in ORACLE}


def test_words_say_the_same_as_numbers() -> None:
    spoken = salience(["yes", "no", "unknown"], ["no", "yes", "yes"], ["yes", "no", ""])
    counted = salience([True, False, None], [0, 1, 1], [1.0, 0.0, np.nan])  # type: ignore[list-item]
    assert spoken.kind.tolist() == counted.kind.tolist() == ["dangerous", "discretionary", ""]
    assert spoken.possible == counted.possible


def test_unknown_answer_leaves_a_range_and_no_class() -> None:
    found = salience([1], [np.nan], [np.nan])
    assert (found.kind[0], found.group[0], found.fewest[0], found.most[0]) == ("", "", 1, 3)
    assert np.isnan(found.attributes[0])
    assert found.possible == (("dormant", "dominant", "dangerous", "definitive"),)


def test_actor_of_whom_nothing_is_known_may_be_anything() -> None:
    assert salience([np.nan], [np.nan], [np.nan]).possible == (CLASSES,)


def test_nobody() -> None:
    found = salience([], [], [])
    assert (found.kind.tolist(), found.possible, found.cut) == ([], (), None)


def test_score_on_the_cut_counts_and_the_cut_is_told() -> None:
    found = salience_scored([3.5, 3.4], [5, 1], [1, np.nan], cut=3.5)
    assert found.kind.tolist() == ["dominant", ""]
    assert found.cut == 3.5
    assert found.possible[1] == ("non-stakeholder", "demanding")


@pytest.mark.parametrize("cut", [0.99, 5.01, float("nan")])
def test_cut_outside_the_scale_is_refused(cut: float) -> None:
    with pytest.raises(ValueError, match=r"^the cut must be between 1 and 5$"):
        salience_scored([1], [1], [1], cut=cut)


@pytest.mark.parametrize("cut", [1, 5])
def test_cut_may_be_an_end_of_the_scale(cut: int) -> None:
    assert salience_scored([5], [5], [5], cut=cut).kind.tolist() == ["definitive"]


@pytest.mark.parametrize("score", [0.9, 5.1, np.inf, -3])
def test_score_outside_the_scale_is_refused_with_its_place(score: float) -> None:
    with pytest.raises(ValueError, match=r"urgency\[1\]"):
        salience_scored([1, 1], [1, 1], [1, score], cut=3)


@pytest.mark.parametrize("wrong", ["power", "legitimacy", "urgency"])
def test_each_of_the_three_is_named_where_it_is_wrong(wrong: str) -> None:
    given = {"power": [1.0, 1.0], "legitimacy": [1.0, 1.0], "urgency": [1.0, 1.0]} | {wrong: [1.0, 7.0]}
    with pytest.raises(ValueError, match=rf"^{wrong}\[1\] is 7: an answer is 1 \(yes\), 0 \(no\) or NaN \(not known\)$"):
        salience(**given)
    with pytest.raises(ValueError, match=rf"^{wrong}\[1\] is 7: a score is between 1 and 5, NaN where not known$"):
        salience_scored(**given, cut=3)
    with pytest.raises(ValueError, match=rf"^{wrong} must be one list, one entry an actor$"):
        salience_scored(**(given | {wrong: [[1.0]]}), cut=3)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=f"{wrong} 1"):
        salience_scored(**(given | {wrong: [2.0]}), cut=3)


def test_counts_are_whole_numbers_and_the_number_of_attributes_may_be_unknown() -> None:
    found = salience([1, 0], [1, 0], [1, 0])
    assert (found.fewest.dtype, found.most.dtype, found.attributes.dtype) == (np.int32, np.int32, np.float64)


def test_wrong_answers_are_refused_with_their_place() -> None:
    with pytest.raises(ValueError, match=r"power\[1\] is 2"):
        salience([1, 2], [1, 1], [1, 1])
    with pytest.raises(ValueError, match=r'legitimacy\[0\] is "maybe"'):
        salience(["yes"], ["maybe"], ["no"])
    with pytest.raises(ValueError, match="power 1, legitimacy 2, urgency 1"):
        salience([1], [1, 0], [1])
    with pytest.raises(ValueError, match="one list"):
        salience([[1]], [1], [1])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="one list"):
        salience([["yes"]], ["yes"], ["yes"])  # type: ignore[list-item]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(answers)
def test_possible_classes_are_those_of_every_way_to_fill_the_unknown(rows: list[tuple[float, float, float]]) -> None:
    found = salience(*[[row[i] for row in rows] for i in range(3)])
    for place, row in enumerate(rows):
        filled = [
            full for full in itertools.product([0.0, 1.0], repeat=3) if all(np.isnan(r) or r == f for r, f in zip(row, full, strict=True))
        ]
        kinds = {str(salience(*[[answer] for answer in full]).kind[0]) for full in filled}
        assert set(found.possible[place]) == kinds
        assert {found.fewest[place], found.most[place]} == {min(map(sum, filled)), max(map(sum, filled))}


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.lists(st.tuples(*[st.integers(1, 5)] * 3), min_size=1, max_size=8), st.integers(1, 5))
def test_scores_are_answers_once_the_cut_is_applied(rows: list[tuple[int, int, int]], cut: int) -> None:
    columns = [[row[i] for row in rows] for i in range(3)]
    scored, answered = salience_scored(*columns, cut=cut), salience(*[[score >= cut for score in column] for column in columns])
    assert scored.kind.tolist() == answered.kind.tolist()
