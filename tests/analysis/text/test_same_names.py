"""Are the names of one body found in two lists, Hebrew on one side and English on the other?"""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.text.likeness import likeness
from shutaf.analysis.text.same_names import blocks, same_names, word_weights

NAMES = st.lists(
    st.sampled_from(["קרן אביב", "Aviv Fund", "Aviv Fund 2", "גליל ירוק", "Green Galil", "Blue Bank", "בנק כחול", "", "קרן"]), max_size=6
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(NAMES, NAMES)
def test_with_all_compared_the_best_is_what_plain_loops_find(left: list[str], right: list[str]) -> None:
    weight = word_weights((*left, *right))
    compared = {(i, j) for i, others in enumerate(blocks(left, right, 20)) for j in others}
    expected = []
    for i in range(len(left)):
        scored = [(-likeness(left[i], right[j], weight), j) for j in range(len(right)) if (i, j) in compared]
        if scored and -min(scored)[0] >= 0.5:
            expected.append((min(scored)[0], i, min(scored)[1]))
    found = same_names(left, right, threshold=0.5, candidates=20)
    told = list(zip((-found.score).tolist(), found.left.tolist(), found.right.tolist(), strict=True))
    assert told == sorted(expected)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(NAMES, NAMES)
def test_no_like_pair_is_left_out_of_the_blocks(left: list[str], right: list[str]) -> None:
    compared = {(i, j) for i, others in enumerate(blocks(left, right, 20)) for j in others}
    alike = {(i, j) for i, j in product(range(len(left)), range(len(right))) if likeness(left[i], right[j]) > 0.9}
    assert alike <= compared


def test_of_equally_like_names_the_first_is_taken() -> None:
    found = same_names(["Aviv Fund"], ["Blue Bank", "קרן אביב", "קרן אביב"])
    assert (found.right.tolist(), found.score.tolist()) == ([1], [1.0])


def test_nothing_is_found_where_nothing_is_alike() -> None:
    assert same_names([], ["a"]).left.tolist() == []
    assert same_names(["Blue Bank", ""], []).left.tolist() == []
    assert same_names(["Blue Bank"], ["גליל ירוק"]).left.tolist() == []


@pytest.mark.parametrize("wrong", [{"threshold": 1.5}, {"threshold": float("nan")}, {"candidates": 0}])
def test_wrong_questions_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError):
        same_names(["a"], ["b"], **wrong)  # type: ignore[arg-type]


@pytest.mark.slow
def test_real_names_are_found_as_the_reference_says(shared_data: Path) -> None:
    """400 names of Israeli partnerships, Hebrew against English: every second row, the half that nothing was chosen on."""
    with (shared_data / "entity_resolution/il_org_names_he_en.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))[1::2]
    hebrew, english = [row["name_he"] for row in rows], [row["name_en"] for row in rows]
    found = same_names(hebrew, english)
    right = sum(english[i] == english[j] for i, j in zip(found.left.tolist(), found.right.tolist(), strict=True))
    print(f"{len(found.left)} proposed, {right} right, of {len(rows)}")
    assert right >= 0.98 * len(found.left)
    assert right >= 0.84 * len(rows)


@pytest.mark.slow
def test_real_places_are_found_across_three_alphabets(shared_data: Path) -> None:
    """Nothing was chosen on these: every fourth of 1,450 places in Hebrew, Arabic and English."""
    with (shared_data / "entity_resolution/il_place_names_he_en_ar_ru.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))[1::4]
    for one, other in (("name_he", "name_en"), ("name_ar", "name_he")):
        left, names = [row[one] for row in rows], [row[other] for row in rows]
        found = same_names(left, names)
        right = sum(names[i] == names[j] for i, j in zip(found.left.tolist(), found.right.tolist(), strict=True))
        print(f"{one} {other}: {len(found.left)} proposed, {right} right, of {len(rows)}")
        assert right >= 0.88 * len(found.left)
        assert right >= 0.8 * len(rows)
