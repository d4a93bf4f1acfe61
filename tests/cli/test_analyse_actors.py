"""shutaf analyse actors: the published study through plain files, every problem at its cell, and no class of actors in any form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ORACLE = json.loads((Path(__file__).parents[1] / "oracles" / "mactor_paris_airport.json").read_text(encoding="utf-8"))
Call = Callable[..., Any]


def matrix(path: Path, columns: list[str], rows: dict[str, list[Any]], mark: str = ",") -> None:
    lines = [mark.join(["", *columns]), *(mark.join([name, *map(str, cells)]) for name, cells in rows.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def paris(folder: Path) -> Path:
    actors = ORACLE["actors"]
    matrix(folder / "mdi.csv", actors, dict(zip(actors, ORACLE["mdi"], strict=True)))
    matrix(folder / "mao.csv", ORACLE["objectives"], dict(zip(actors, ORACLE["mao"], strict=True)))
    return folder


@pytest.fixture
def small(folder: Path) -> Path:
    matrix(folder / "mdi.csv", ["A", "B"], {"A": [0, 3], "B": [1, 0]})
    matrix(folder / "mao.csv", ["x"], {"A": [2], "B": [-1]})
    return folder


def test_published_study_in_full_precision(shutaf: Call, paris: Path) -> None:
    found = json.loads(shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--json").out)
    assert (found["actors"], found["objectives"]) == (ORACLE["actors"], ORACLE["objectives"])
    assert found["mdii"] == ORACLE["expected"]["MDII"]
    assert found["competitiveness"] == pytest.approx(ORACLE["expected"]["Ri"], abs=1e-9)
    assert found["mao_3"][0] == pytest.approx(ORACLE["expected"]["3MAO"][0], abs=1e-9)
    assert found["convergence_percent_3"] == pytest.approx(ORACLE["expected"]["degree_of_convergence_pct_3"], abs=1e-9)


def test_rows_and_columns_may_stand_in_any_order(shutaf: Call, paris: Path) -> None:
    straight = json.loads(shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--json").out)
    actors, turned = ORACLE["actors"], list(reversed(ORACLE["actors"]))
    matrix(paris / "mdi.csv", turned, {name: row[::-1] for name, row in zip(actors, ORACLE["mdi"], strict=True)}, mark=";")
    matrix(
        paris / "mao.csv", ORACLE["objectives"], dict(zip([f" {name.upper()} " for name in turned], reversed(ORACLE["mao"]), strict=True))
    )
    assert json.loads(shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--json").out) == straight


def test_table_says_figures_and_whom_to_bring_together(shutaf: Call, paris: Path) -> None:
    said = shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--lang", "en")
    assert said.code == 0
    assert "Charter airlines       21         39          5           0.448" in said.out
    assert "Bring State and Scheduled airlines together on “Noise standards”. Begin with “Traffic rights”, which both want." in said.out
    assert "-0" not in said.out.replace("-0.", "")


@pytest.mark.parametrize("language", ["he", "ar", "en", "de"])
def test_report_is_written_in_every_language_and_without_codes(shutaf: Call, paris: Path, language: str) -> None:
    assert shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--html", "r.html", "--lang", language).code == 0
    page = (paris / "r.html").read_text(encoding="utf-8")
    assert f'lang="{language}"' in page
    assert "Paris Airport" in page
    assert 'class="code"' not in page


def test_no_form_names_a_class_of_actors(shutaf: Call, paris: Path) -> None:
    for form in ([], ["--json"]):
        said = shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--lang", "en", *form).out.casefold()
        assert not [
            word for word in ("dominat", "dominant", "autonomous", "relay", "dangerous", "opponent", "ally") if word in said.split()
        ]


def test_undefined_figures_are_null_and_said(shutaf: Call, folder: Path) -> None:
    matrix(folder / "mdi.csv", ["A", "B", "C"], {"A": [0, 2, 0], "B": [1, 0, 0], "C": [0, 0, 0]})
    matrix(folder / "mao.csv", ["x", "y"], {"A": [2, 0], "B": [-1, 0], "C": [0, 3]})
    found = json.loads(shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--json").out)
    assert (found["competitiveness"][2], found["ambivalence_2"]) == (0, [0, 0, None])
    said = shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--lang", "en").out
    assert "Relation of forces 0, so without weight in the third order: B and C." in said
    assert "no ambivalence: C." in said
    assert "nan" not in said.casefold()


def test_study_without_any_influence_is_said_to_have_no_relation_of_forces(shutaf: Call, folder: Path) -> None:
    matrix(folder / "mdi.csv", ["A", "B"], {"A": [0, 0], "B": [0, 0]})
    matrix(folder / "mao.csv", ["x"], {"A": [0], "B": [0]})
    said = shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--lang", "en")
    assert said.code == 0
    assert "No relation of forces can be computed" in said.out
    assert "No two actors take a position on the same objective." in said.out


def test_single_actor_is_no_error(shutaf: Call, folder: Path) -> None:
    matrix(folder / "mdi.csv", ["A"], {"A": [""]})
    matrix(folder / "mao.csv", ["x"], {"A": [3]})
    assert json.loads(shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--json").out)["competitiveness"] == [0]
    assert shutaf("analyse", "actors", "mdi.csv", "mao.csv").code == 0


@pytest.mark.parametrize(
    ("mdi", "mao", "said"),
    [
        ({"A": [0, 5], "B": [1, 0]}, {"A": [2], "B": [1]}, "Error – sheet “mdi.csv”, row 2, column “B”: “5” is not a number from 0 to 4."),
        ({"A": [0, 1], "B": ["", 0]}, {"A": [2], "B": [1]}, "row 3, column “A”: The cell is empty"),
        ({"A": [0, 1], "B": ["?", 0]}, {"A": [2], "B": [1]}, "row 3, column “A”: “?” is not a number"),
        ({"A": [0, 1], "B": [1, 0]}, {"A": [2], "B": [-4.5]}, "sheet “mao.csv”, row 3, column “x”: “-4.5” is not a number from -4 to 4."),
        ({"A": [0, 1], "B": [1, 0]}, {"A": [2]}, "sheet “mao.csv”: “B” is among the influences, but has no row here."),
        ({"A": [0, 1], "B": [1, 0]}, {"A": [2], "B": [1], "C": [1]}, "row 4: “C” has no row among the influences."),
        ({"A": [0, 1], "C": [1, 0]}, {"A": [2], "C": [1]}, "row 3: “C” has a row, but no column."),
        ({"A": [0, 1]}, {"A": [2]}, "column “B”: “B” has a column, but no row."),
        ({"A": [0, 1], "a ": [1, 0]}, {"A": [2]}, "row 3: The name “a” stands here a second time."),
        ({"A": [0, 1], "": [1, 0]}, {"A": [2]}, "row 3: There are numbers here, but no name."),
        ({}, {"A": [2]}, "sheet “mdi.csv”: There is no table of numbers here."),
    ],
)
def test_every_problem_names_file_row_and_column_and_how_to_mend(shutaf: Call, folder: Path, mdi: Any, mao: Any, said: str) -> None:
    matrix(folder / "mdi.csv", ["A", "B"], mdi)
    matrix(folder / "mao.csv", ["x"], mao)
    answer = shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--lang", "en")
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err


def test_all_problems_of_both_files_are_told_at_once(shutaf: Call, folder: Path) -> None:
    matrix(folder / "mdi.csv", ["A", "B"], {"A": [0, 9], "B": ["x", 0]})
    matrix(folder / "mao.csv", ["x"], {"A": [""], "B": [8]})
    assert shutaf("analyse", "actors", "mdi.csv", "mao.csv").err.count("mdi.csv") == 2
    assert shutaf("analyse", "actors", "mdi.csv", "mao.csv").err.count("mao.csv") == 2


def test_objective_named_twice_and_file_that_is_not_there(shutaf: Call, small: Path) -> None:
    matrix(small / "mao.csv", ["x", "X"], {"A": [2, 1], "B": [-1, 0]})
    assert "column “X”: The name “X” stands here a second time." in shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--lang", "en").err
    gone = shutaf("analyse", "actors", "mdi.csv", "gone.csv", "--lang", "en")
    assert (gone.code, "gone.csv" in gone.err) == (1, True)


def test_a_file_that_is_wrong_as_a_whole_is_told_in_one_sentence(shutaf: Call, small: Path) -> None:
    (small / "no_corner.csv").write_text("A,B\nA,0,1\nB,2,0\n", encoding="utf-8")
    (small / "turned.csv").write_text(",A,B\nx,2,-1\n", encoding="utf-8")
    for files, said in (
        (("no_corner.csv", "mao.csv"), "sheet “no_corner.csv”: The names of the columns begin in the first cell"),
        (("mao.csv", "mdi.csv"), "sheet “mao.csv”: The influences seem to stand in the second file"),
        (("mdi.csv", "turned.csv"), "sheet “turned.csv”: The actors stand over the columns here"),
    ):
        answer = shutaf("analyse", "actors", *files, "--lang", "en")
        assert (answer.code, answer.err.count("Error")) == (1, 1)
        assert said in answer.err


def test_number_on_the_diagonal_is_not_read_and_told(shutaf: Call, small: Path) -> None:
    plain = shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--json")
    matrix(small / "mdi.csv", ["A", "B"], {"A": [4, 3], "B": [1, "x"]})
    told = shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--json", "--lang", "en")
    assert (told.code, told.out, plain.err) == (0, plain.out, "")
    assert (
        "Warning – sheet “mdi.csv”, row 2: What an actor does to itself is not part of the method; 1 such cells were not read: “A”."
        in told.err
    )


def test_decimal_comma_true_minus_and_trailing_empty_columns_are_read(shutaf: Call, folder: Path) -> None:
    (folder / "mdi.csv").write_text(";א;ב;;\nא;;2,5;;\nב;1;-;;\n", encoding="utf-8")
    (folder / "mao.csv").write_text(";יעד;\nא;−3;\nב;+2;\n", encoding="utf-8")
    found = json.loads(shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--json").out)
    assert (found["mdi"], found["mao_2"]) == ([[0, 2.5], [1, 0]], [[-3], [2]])


def test_too_many_actors_are_refused(shutaf: Call, folder: Path) -> None:
    names = [f"a{i}" for i in range(501)]
    matrix(folder / "mdi.csv", names, {name: [0] * 501 for name in names})
    matrix(folder / "mao.csv", ["x"], {name: [0] for name in names})
    answer = shutaf("analyse", "actors", "mdi.csv", "mao.csv", "--lang", "en")
    assert (answer.code, "500" in answer.err) == (1, True)
