"""Does the example town hold together: sizes, headers, words, refs, names, and nothing that could be taken for real?"""

import csv
import re
from collections import Counter
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from shutaf import content
from shutaf.imports.load import load

FOLDER = resources.files("shutaf.content") / "example"
MULTIPLE = re.compile(r"[|;]")
Row = dict[str, str]


@cache
def rows(sheet: str) -> tuple[Row, ...]:
    return tuple(csv.DictReader((FOLDER / f"{sheet}.csv").read_text("utf-8").splitlines()))


@cache
def fields(sheet: str) -> Row:
    return {row["field"]: row["value"] for row in rows(sheet)}


def values(cell: str) -> list[str]:
    return [part.strip() for part in MULTIPLE.split(cell) if part.strip()]


def ids(*sheets: str) -> set[str]:
    return {row["id"] for sheet in sheets for row in rows(sheet)}


def bodies() -> set[str]:
    return ids("departments", "organisations")


def requirements(of: Row) -> list[tuple[str, float, str]]:
    """(kind, amount, unit) of each requirement; 0 and "" where no amount is stated."""
    found = []
    for part in values(of["requires"]):
        kind, _, amount = part.partition(":")
        number, _, unit = amount.partition(" ")
        found.append((kind, float(number or 0), unit))
    return found


def test_town_says_that_it_is_fictional() -> None:
    assert fields("place")["is_fictional"] == "yes"
    assert "fictional" in (FOLDER / "STORY.md").read_text("utf-8")


def test_reader_finds_nothing_to_mend_and_keeps_the_fiction() -> None:
    with resources.as_file(FOLDER) as folder:
        loaded = load([Path(folder)])
    assert loaded.problems == ()
    assert loaded.situation is not None
    assert loaded.situation.is_fictional
    assert loaded.situation.language == "he"


def test_sizes_are_those_of_the_plan() -> None:
    sheets = ("departments", "organisations", "people", "ties", "needs", "offers", "initiatives")
    assert [len(rows(sheet)) for sheet in sheets] == [12, 60, 45, 180, 40, 45, 8]


@pytest.mark.parametrize("sheet", [sheet.key for sheet in content.sheets() if sheet.kind == "rows"])
def test_headers_are_the_keys_of_the_workbook(sheet: str) -> None:
    keys = [column.key for column in content.columns(sheet)]
    header = [key for key in rows(sheet)[0] if not key.startswith("criterion:")]
    assert header == keys


@pytest.mark.parametrize("sheet", ["place", "map"])
def test_fields_are_the_keys_of_the_workbook(sheet: str) -> None:
    assert set(fields(sheet)) - {"is_fictional", "language"} <= {column.key for column in content.columns(sheet)}


@pytest.mark.parametrize("sheet", ["departments", "organisations", "people"])
def test_rows_are_sorted_by_id_and_unique(sheet: str) -> None:
    found = [row["id"] for row in rows(sheet)]
    assert found == sorted(set(found))


def test_no_id_means_two_things() -> None:
    assert not bodies() & ids("people")


@pytest.mark.parametrize("sheet", [sheet.key for sheet in content.sheets() if sheet.kind == "rows"])
def test_words_of_closed_lists_are_keys(sheet: str) -> None:
    closed = [column for column in content.columns(sheet) if column.list and column.kind in ("word", "answer", "invite")]
    for column in closed:
        keys = {entry.key for entry in content.entries(column.list)} | {""}
        written = {part for row in rows(sheet) for part in (values(row[column.key]) if column.many else [row[column.key]])}
        assert {part.rpartition(" = ")[2] for part in written} <= keys, column.key


def test_units_are_keys() -> None:
    units = {unit.key for unit in content.units()} | {""}
    required = {unit for row in rows("initiatives") for _, _, unit in requirements(row)}
    assert required | {row["unit"] for sheet in ("needs", "offers") for row in rows(sheet)} <= units


@pytest.mark.parametrize(
    ("sheet", "column"),
    [
        ("people", "body"),
        ("ties", "from"),
        ("ties", "to"),
        ("needs", "body"),
        ("offers", "body"),
        ("stances", "body"),
        ("influence", "from"),
        ("influence", "to"),
    ],
)
def test_body_refs_resolve(sheet: str, column: str) -> None:
    assert {row[column] for row in rows(sheet)} <= bodies()


@pytest.mark.parametrize(
    ("sheet", "column"),
    [
        ("organisations", "rated_by"),
        ("ties", "reported_by"),
        ("needs", "said_by"),
        ("offers", "said_by"),
        ("stances", "said_by"),
        ("influence", "said_by"),
    ],
)
def test_who_said_it_is_a_person_or_a_body_of_the_file(sheet: str, column: str) -> None:
    assert {row[column] for row in rows(sheet)} <= bodies() | ids("people") | {""}


def test_holders_are_people_of_one_of_the_two_bodies() -> None:
    home = {person["id"]: person["body"] for person in rows("people")}
    assert all(home[tie["holder"]] in (tie["from"], tie["to"]) for tie in rows("ties") if tie["holder"])


def test_gains_are_bodies_or_groups_of_the_place() -> None:
    known = bodies() | set(values(fields("place")["population_groups"]))
    assert {who for row in rows("initiatives") for who in values(row["gains"])} <= known


def test_map_refs_resolve() -> None:
    assert set(values(fields("map")["informants"])) | set(values(fields("map")["asked"])) <= bodies() | ids("people")


def test_no_pair_is_given_twice_and_nobody_has_a_tie_with_itself() -> None:
    pairs = Counter(frozenset((tie["from"], tie["to"])) for tie in rows("ties"))
    assert max(pairs.values()) == 1
    assert {len(pair) for pair in pairs} == {2}


def test_known_no_and_unknown_are_written_as_such_and_without_facts() -> None:
    status = Counter(tie["status"] for tie in rows("ties"))
    assert status["none"] >= 10
    assert status["unknown"] >= 10
    facts = ("kind", "direction", "strength_1_5", "since", "until", "holder")
    assert not any(tie[fact] for tie in rows("ties") if tie["status"] != "exists" for fact in facts)


def test_stances_are_about_the_initiatives() -> None:
    assert {row["objective"] for row in rows("stances")} == {row["name"] for row in rows("initiatives")}


def test_every_sector_is_on_the_list_of_organisations() -> None:
    assert {row["sector"] for row in rows("organisations")} == {entry.key for entry in content.entries("sector")}


def test_names_come_in_four_scripts_and_languages() -> None:
    names = " ".join(row["name"] for row in rows("organisations"))
    assert re.search("[א-ת]", names)
    assert re.search("[ء-ي]", names)
    assert "e.V." in names
    assert any(re.search("[A-Za-z]", row["name"]) and re.search("[א-ת]", row["name"]) for row in rows("organisations"))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_most_bodies_have_a_name_in_the_language(language: str) -> None:
    named = sum(1 for row in rows("organisations") if row[f"name_{language}"])
    assert named >= 48


def test_contacts_are_clearly_invented() -> None:
    assert all(re.fullmatch(r"04-555-01\d\d|", person["phone"]) for person in rows("people"))
    assert all(re.fullmatch(r"[a-z]+@[a-z0-9.-]+\.example|", person["email"]) for person in rows("people"))
    assert all(re.fullmatch(r"DEMO-\d{4}|", row["registration_no"]) for row in rows("organisations"))
