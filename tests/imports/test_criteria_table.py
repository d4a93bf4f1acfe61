"""Tables of candidates and criteria, and of judgements in pairs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from shutaf.analysis.criteria import DecisionTable
from shutaf.imports.criteria_table import criteria_table
from shutaf.imports.limits import LIMITS
from shutaf.imports.notes import Notes
from shutaf.imports.pairwise_table import Pairwise, pairwise_table

WHOLE = """candidate,months,sectors,chance
#better,less,more,
Repair cafe,3,2,0.8
#weight,2,1,
#floor,,,0.7
Green quarter,24,4,
#function,linear,,
#q,1,,
#p,12,,
"""


def read(folder: Path, text: str, **more: object) -> tuple[DecisionTable | None, list[tuple[str, int | None, str]]]:
    path, notes = folder / "t.csv", Notes(LIMITS)
    path.write_text(text, encoding="utf-8")
    return criteria_table(path, notes, **more), [(p.key, p.row, p.column) for p in notes.problems()]  # type: ignore[arg-type]


def judged(folder: Path, text: str) -> tuple[Pairwise | None, list[tuple[str, int | None, str]]]:
    path, notes = folder / "j.csv", Notes(LIMITS)
    path.write_text(text, encoding="utf-8")
    return pairwise_table(path, notes), [(p.key, p.row, p.column) for p in notes.problems()]


def test_settings_may_stand_anywhere(tmp_path: Path) -> None:
    table, problems = read(tmp_path, WHOLE)
    assert problems == []
    assert table is not None
    assert (table.candidates, table.criteria) == (("Repair cafe", "Green quarter"), ("months", "sectors", "chance"))
    np.testing.assert_array_equal(table.values, [[3, 2, 0.8], [24, 4, np.nan]])
    assert (table.better.tolist(), table.weights.tolist()) == ([-1, 1, 1], [2, 1, 1])
    np.testing.assert_array_equal(table.floors, [np.nan, np.nan, 0.7])
    assert [(f.shape, f.q, f.p, f.s) for f in table.functions[:2]] == [("linear", 1, 12, 10.5), ("v-shape", 0, 2, 1)]
    assert (table.scoring.tolist(), table.tier.tolist()) == ([0, 1], [0, 1])


def test_a_bare_table_has_our_defaults(tmp_path: Path) -> None:
    table, _ = read(tmp_path, ",a,b\nA,1,5\nB,2,5\n")
    assert table is not None
    assert (table.better.tolist(), table.weights.tolist()) == ([1, 1], [1, 1])
    assert [(f.shape, f.p) for f in table.functions] == [("v-shape", 1.0), ("v-shape", 0.0)]
    assert np.isnan(table.floors).all()


def test_words_without_the_sign_are_understood_where_no_row_has_one(tmp_path: Path) -> None:
    table, _ = read(tmp_path, ",a\nWeights,3\nDirection,min\nfunction,level\np,4\nq,2\nA,1\nB,9\n")
    assert table is not None
    assert (table.candidates, table.weights.tolist(), table.better.tolist()) == (("A", "B"), [3], [-1])
    assert (table.functions[0].shape, table.functions[0].q, table.functions[0].p) == ("level", 2, 4)


def test_candidates_called_p_and_s_are_candidates(tmp_path: Path) -> None:
    table, _ = read(tmp_path, ",a\np,3\nq,2\ns,1\n")
    assert table is not None
    assert table.candidates == ("p", "q", "s")
    table, _ = read(tmp_path, ",a\n#function,usual\np,3\nweight,2\n")
    assert table is not None
    assert table.candidates == ("p", "weight")


@pytest.mark.parametrize("word", ["V-shape", "vshape", "v_shape", "III", "3", "V shape"])
def test_a_shape_has_many_spellings(tmp_path: Path, word: str) -> None:
    table, _ = read(tmp_path, f",a\n#function,{word}\nA,3\nB,1\n")
    assert table is not None
    assert table.functions[0].shape == "v-shape"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (",a\n", ("table.nothing_to_compare", None, "")),
        ("name\nA\nB\n", ("table.nothing_to_compare", None, "")),
        (",a\n#floor,1\nA,2\n", ("table.only_floors", None, "")),
        ("name,a\n#wieght,1\nA,2\n", ("table.row_unknown", 2, "name")),
        (",a\n#weight,0\nA,2\n", ("weights.none", 2, "")),
        (",a\n#weight,-1\nA,2\n", ("number.outside", 2, "a")),
        (",a,b\n#weight,0.5,\nA,2,1\n", ("cell.missing", 2, "b")),
        ("name,a\nA,2\nA,1\n", ("table.name_twice", 3, "name")),
        (",a,a\nA,2,1\n", ("table.name_twice", None, "a")),
        (",a\n#better,big\nA,2\n", ("choice.none_of", 2, "a")),
        (",a\n#function,round\nA,2\n", ("choice.none_of", 2, "a")),
        (",a\n#function,linear\n#q,3\n#p,1\nA,2\n", ("thresholds.crossed", 4, "a")),
        (",a\nA,much\n", ("number.unreadable", 2, "a")),
        ("name,a,b\n,2,1\n", ("cell.missing", 2, "name")),
    ],
)
def test_what_cannot_be_compared_is_told_at_its_cell(tmp_path: Path, text: str, problem: tuple[str, int | None, str]) -> None:
    table, problems = read(tmp_path, text)
    assert table is None
    assert problem in problems


def test_a_method_that_needs_every_value_tells_the_empty_cell_but_not_under_a_floor(tmp_path: Path) -> None:
    text = ",a,b\n#floor,,1\nA,,\nB,-2,3\n"
    assert read(tmp_path, text)[1] == []
    assert read(tmp_path, text, complete=True, least=0.0)[1] == [("cell.missing", 3, "a"), ("number.outside", 4, "a")]


def test_judgements_are_numbers_or_fractions_and_halves_may_be_empty(tmp_path: Path) -> None:
    found, problems = judged(tmp_path, ",a,b,c\nc,2,1/0.2,\na,,3,½\nb,,1,\n")
    assert problems == []
    assert found is not None
    assert found.names == ("a", "b", "c")
    np.testing.assert_allclose(found.matrix, [[1, 3, 0.5], [1 / 3, 1, 0.2], [2, 5, 1]])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (",a,b\na,1,2\nc,1,1\n", ("judgement.names_differ", 3, "")),
        (",a,b\na,1,2\n", ("judgement.names_differ", None, "b")),
        (",a,b\na,1,2\nb,3,1\n", ("judgement.mirror", 2, "b")),
        (",a,b\na,1,\nb,,1\n", ("judgement.missing", 2, "b")),
        (",a,b\na,1,-2\nb,,1\n", ("judgement.not_positive", 2, "b")),
        (",a,b\na,1,1/0\nb,,1\n", ("judgement.not_positive", 2, "b")),
        (",a,b\na,2,2\nb,,1\n", ("judgement.diagonal", 2, "a")),
        (",a,b\na,1,lots\nb,,1\n", ("number.unreadable", 2, "b")),
        ("x,a\na,1\na,1\n", ("table.name_twice", 3, "x")),
        ("x\ny\n", ("judgement.names_differ", 2, "")),
    ],
)
def test_what_is_no_judgement_is_told_at_its_cell(tmp_path: Path, text: str, problem: tuple[str, int | None, str]) -> None:
    found, problems = judged(tmp_path, text)
    assert found is None
    assert problem in problems


def test_more_things_than_the_printed_tables_reach_are_refused(tmp_path: Path) -> None:
    names = [f"t{i}" for i in range(11)]
    rows = "\n".join(",".join([name, *["1"] * 11]) for name in names)
    found, problems = judged(tmp_path, f",{','.join(names)}\n{rows}\n")
    assert (found, [key for key, _, _ in problems]) == (None, ["judgement.too_many"])


def test_more_candidates_than_can_be_compared_are_refused_before_memory_is(tmp_path: Path) -> None:
    names = "".join(f"c{i},1,2\n" for i in range(4_500))
    assert read(tmp_path, ",a,b\n" + names) == (None, [("table.too_many", None, "")])
