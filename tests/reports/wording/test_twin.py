"""The twin of the example town reads like a town and holds none of its names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from shutaf import content
from shutaf.analysis.situation import Body, Department, Situation, Word
from shutaf.cli import main
from shutaf.imports.example import example_situation
from shutaf.imports.load import load
from shutaf.reports.wording.twin import GROUPS, KINDS, kind_key, neutral_name

NGO = Body("b1", "", sector=Word("civil_society", "civil_society"), kind="ngo", themes=(Word("", ""), Word("water", "water")))


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (NGO, "NGO (water) 2"),
        (replace(NGO, themes=()), "NGO 2"),
        (replace(NGO, kind=""), "civil society body (water) 2"),
        (replace(NGO, kind="", sector=Word("circus")), "other body (water) 2"),
        (Body("b1", ""), "body of unknown sector 2"),
        (
            Body("b1", "", kind="school", department=Department(targets=(Word("waste", "waste"),))),
            "department (waste and circular economy) 2",
        ),
    ],
)
def test_name_says_kind_or_sector_theme_and_number(body: Body, name: str) -> None:
    assert neutral_name(body, 2, "en") == name


def test_every_kind_and_sector_has_a_noun() -> None:
    assert set(KINDS) == {entry.key for entry in content.entries("body_kind")}
    assert set(GROUPS) == {"", "department", *(entry.key for entry in content.entries("sector"))}


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_two_numbers_give_two_names_in_every_language(language: str) -> None:
    assert neutral_name(NGO, 1, language) != neutral_name(NGO, 2, language)
    assert content.say("theme", "water", language) in neutral_name(NGO, 1, language)


@pytest.mark.parametrize(
    ("written", "key"), [("עמותה", "ngo"), ("NGO", "ngo"), ("Stiftung", "foundation"), ("school", "school"), ("circus", ""), ("", "")]
)
def test_kind_as_written_is_found_on_the_list(written: str, key: str) -> None:
    assert kind_key(written) == key


def texts_of(path: Path) -> list[str]:
    """Every text in every cell of every sheet, hidden ones too."""
    book = load_workbook(path)
    return [value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if isinstance(value, str)]


def names_of(town: Situation) -> set[str]:
    """What the town, its bodies, people, needs, offers and initiatives are called; a department called as a theme of ours betrays nobody."""
    bodies = {name for body in town.bodies for name in (body.name, *(name for _, name in body.names))}
    themes = {name for entry in content.entries("theme") for name in entry.names.values()}
    titles = {row.title for row in (*town.needs, *town.offers)} | {row.name for row in town.initiatives}
    return {town.place.name, *bodies, *(person.name for person in town.people), *titles} - {"", *themes}


@pytest.fixture(scope="module", params=content.LANGUAGES)
def twin(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("twin")
    assert main(["template", "--example", "--lang", request.param, "-o", str(folder / "town.xlsx")]) == 0
    assert main(["anonymise", "--lang", request.param, str(folder / "town.xlsx"), "-o", str(folder / "twin.xlsx")]) == 0
    return folder / "twin.xlsx"


def test_twin_of_the_example_town_holds_none_of_its_names(twin: Path) -> None:
    everything = "\n".join(texts_of(twin))
    assert not {name for name in names_of(example_situation()) if name in everything}


def test_twin_of_the_example_town_loads_without_problems_and_keeps_its_structure(twin: Path) -> None:
    town, loaded = example_situation(), load([twin])
    assert loaded.problems == ()
    assert loaded.situation is not None
    assert loaded.situation.people == ()
    for rows in ("bodies", "ties", "needs", "offers", "initiatives", "stances", "influences"):
        assert len(getattr(loaded.situation, rows)) == len(getattr(town, rows))


def test_stances_of_the_twin_still_mean_its_initiatives(twin: Path) -> None:
    town, loaded = example_situation(), load([twin]).situation
    assert loaded is not None
    names = {initiative.name for initiative in loaded.initiatives}
    on_initiatives = {initiative.name for initiative in town.initiatives} | {initiative.ref for initiative in town.initiatives}
    assert sum(stance.objective in names for stance in loaded.stances) == sum(stance.objective in on_initiatives for stance in town.stances)
