"""Each command works, and refuses a wrong call with 2, errors in the input with 1; warnings pass."""

import json
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

import world
from shutaf import cli
from shutaf.imports.load import load

Call = Callable[..., object]
READERS = (("check",), ("brief",), ("why", "T3K9"), ("analyse", "network"), ("anonymise",))


@pytest.fixture
def warned(folder: Path) -> Path:
    """A list with a sector on no list: a warning, no error."""
    path = folder / "warned.csv"
    path.write_text("name,sector\nAlpha,guild\nBeta,business\n", encoding="utf-8")
    return path


@pytest.fixture
def broken(folder: Path) -> Path:
    """A workbook whose organisation has no name."""
    book = Workbook()
    book.active.title = "organisations"
    for row in (("id", "name", "sector"), ("a", None, "business"), ("b", "Beta", "business")):
        book.active.append(row)
    book.create_sheet("place").append(("field", "value"))
    book.save(folder / "broken.xlsx")
    return folder / "broken.xlsx"


def test_version_is_the_newest_of_the_changelog(shutaf: Call) -> None:
    answer = shutaf("version")
    changes = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    assert answer.code == 0
    assert answer.out.strip() == version("shutaf")
    assert f"\n## {answer.out.strip()}\n" in changes


def test_template_is_an_empty_workbook_that_is_read_without_words_about_columns(shutaf: Call, folder: Path) -> None:
    assert shutaf("template", "--lang", "he", "-o", "new.xlsx").code == 0
    book = load_workbook(folder / "new.xlsx")
    assert all(sheet.sheet_view.rightToLeft for sheet in book if sheet.sheet_state == "visible")
    assert [problem.key for problem in load([folder / "new.xlsx"]).problems] == ["input.no_bodies"]


def test_template_never_writes_over_what_was_typed(shutaf: Call, town: Path) -> None:
    before = town.read_bytes()
    answer = shutaf("template", "-o", "map.xlsx")
    assert answer.code == 2
    assert "map.xlsx" in answer.err
    assert town.read_bytes() == before
    assert shutaf("template", "-o", "map.xlsx", "--force").code == 0
    assert town.read_bytes() != before


@pytest.mark.slow
def test_template_example_is_the_fictional_town(shutaf: Call, folder: Path) -> None:
    assert shutaf("template", "--example", "-o", "town.xlsx").code == 0
    loaded = load([folder / "town.xlsx"])
    assert loaded.problems == ()
    assert loaded.situation is not None
    assert loaded.situation.is_fictional


def test_check_says_what_was_read(shutaf: Call, town: Path) -> None:
    answer = shutaf("check", "map.xlsx", "--lang", "en")
    assert answer.code == 0
    assert f"bodies: {len(world.BODIES)}," in answer.out


def test_check_passes_warnings_and_fails_errors(shutaf: Call, warned: Path, broken: Path) -> None:
    passed = shutaf("check", warned, "--lang", "en")
    failed = shutaf("check", broken, "--lang", "en")
    assert (passed.code, failed.code) == (0, 1)
    assert "guild" in passed.err
    assert "organisations" in failed.err


@pytest.mark.parametrize("command", READERS, ids=lambda words: words[0])
def test_errors_in_the_input_exit_with_1_and_are_said(command: tuple[str, ...], shutaf: Call, broken: Path) -> None:
    answer = shutaf(*command, broken)
    assert answer.code == 1
    assert "organisations" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("command", READERS, ids=lambda words: words[0])
def test_missing_file_exits_with_1_and_is_named(command: tuple[str, ...], shutaf: Call) -> None:
    answer = shutaf(*command, "nowhere.xlsx")
    assert answer.code == 1
    assert "nowhere.xlsx" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        (), ("sing",), ("brief",), ("brief", "map.xlsx", "--lang", "fr"), ("brief", "map.xlsx", "--for", "press"), ("brief", "map.xlsx", "-o", "brief.odt"),
        ("brief", "map.xlsx", "--date", "23.11.2026"), ("brief", "map.xlsx", "--map", "name"), ("brief", "map.xlsx", "--bodies", "few"),
        ("brief", "map.xlsx", "--force"), ("check",), ("check", "map.xlsx", "--where", "=Texas"), ("why", "T3K9"), ("analyse", "weather", "map.xlsx"),
        ("anonymise",), ("template", "map.xlsx"), ("demo", "here"), ("version", "1"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_call_exits_with_2_and_writes_nothing(words: tuple[str, ...], shutaf: Call, folder: Path) -> None:
    answer = shutaf(*words)
    assert answer.code == 2
    assert answer.err
    assert list(folder.iterdir()) == []


def test_anonymised_twin_keeps_the_structure_and_no_name(shutaf: Call, town: Path) -> None:
    assert shutaf("anonymise", "map.xlsx", "-o", "twin.xlsx").code == 0
    twin = load([town.parent / "twin.xlsx"]).situation
    assert twin is not None
    assert (len(twin.bodies), len(twin.ties), twin.people) == (len(world.BODIES), len(world.ties()), ())
    assert not {body.name for body in twin.bodies} & {body.name for body in world.BODIES}


def test_anonymise_never_writes_over_a_file_that_is_there(shutaf: Call, town: Path) -> None:
    before = town.read_bytes()
    assert shutaf("anonymise", "map.xlsx", "-o", "map.xlsx").code == 2
    assert town.read_bytes() == before


def test_analyse_prints_figures_as_json(shutaf: Call, town: Path) -> None:
    answer = shutaf("analyse", "network", "map.xlsx", "--json")
    figures = json.loads(answer.out)
    assert answer.code == 0
    assert (figures["n"], figures["m"]) == (len(world.BODIES), len(world.TIES))


def test_analyse_table_says_findings_for_the_room_only(shutaf: Call, town: Path) -> None:
    answer = shutaf("analyse", "network", "map.xlsx", "--lang", "en")
    assert answer.code == 0
    assert "recycling coordinator" in answer.out
    assert world.SECRETS["holder"] not in answer.out


def test_why_explains_a_code_with_its_rows(shutaf: Call, town: Path) -> None:
    code = code_of(shutaf, "bodies_on_map")
    answer = shutaf("why", code.lower(), "map.xlsx", "--lang", "en")
    assert answer.code == 0
    assert answer.out.startswith(f"{code}  {len(world.BODIES)}")
    assert all(body.name_in("en") in answer.out for body in world.BODIES)


def test_why_says_that_no_number_carries_a_code(shutaf: Call, town: Path) -> None:
    answer = shutaf("why", "ZZZZ", "map.xlsx", "--lang", "en")
    assert answer.code == 1
    assert "ZZZZ" in answer.err


@pytest.mark.slow
def test_demo_writes_four_languages_and_opens_nothing_without_a_screen(shutaf: Call, folder: Path) -> None:
    answer = shutaf("demo", "--files", "out", "--no-open")
    assert answer.code == 0
    written = {path.name for path in (folder / "out").iterdir()}
    assert {f"brief.{language}.{form}" for language in ("he", "ar", "en", "de") for form in ("html", "pdf", "docx")} <= written
    assert "ein-haruv.xlsx" in written


def code_of(shutaf: Call, key: str) -> str:
    """The code that a number about nothing but the whole map carries, whatever the map."""
    from shutaf.analysis.situation import Number
    from shutaf.reports.codes import LENGTH, full_code

    return full_code(Number(key, 0.0))[:LENGTH]


@pytest.mark.parametrize("end", [".graphml", ".gexf", ".net", ".json", ".csv", ".xlsx"])
def test_convert_writes_what_partners_may_see_and_reads_it_again(end: str, shutaf: Call, town: Path, folder: Path) -> None:
    answer = shutaf("convert", "map.xlsx", "-o", f"town{end}", "--lang", "en")
    assert answer.code == 0
    assert "--for driver" in answer.err
    found = load([folder / f"town{end}"]).situation
    before = load([town]).situation
    assert found is not None
    assert before is not None
    assert {body.name for body in found.bodies} == {body.name for body in before.bodies}
    assert not found.people
    assert not any(body.influence_1_10 or body.motives or body.own for body in found.bodies if end != ".csv")


def test_convert_for_the_driver_counts_what_the_format_has_no_place_for(shutaf: Call, town: Path) -> None:
    answer = shutaf("convert", "map.xlsx", "-o", "town.net", "--for", "driver", "--lang", "en")
    situation = load([town]).situation
    assert situation is not None
    assert f"people: {len(situation.people)}" in answer.err
    assert "--for driver" not in answer.err


def test_convert_never_writes_people_for_the_room(shutaf: Call, town: Path, folder: Path) -> None:
    assert shutaf("convert", "map.xlsx", "-o", "people.vcf").code == 1
    assert not (folder / "people.vcf").exists()
    assert shutaf("convert", "map.xlsx", "-o", "people.vcf", "--for", "driver").code == 0


def test_convert_asks_for_the_format_where_the_name_does_not_say_it(shutaf: Call, town: Path, folder: Path) -> None:
    assert shutaf("convert", "map.xlsx", "-o", "town.zip").code == 2
    assert shutaf("convert", "map.xlsx", "-o", "town.zip", "--format", "dl").code == 0
    assert load([folder / "town.zip"]).kind == "network"
    assert shutaf("convert", "map.xlsx", "-o", "town.zip", "--format", "dl").code == 2


def test_each_command_that_touches_a_subject_says_that_it_needs_the_database() -> None:
    """Else it starts with the settings of a command on a file, which have no database."""
    room = Path(cli.__file__).parent
    touching = {
        words.group(1)
        for path in room.glob("*.py")
        for text in [path.read_text(encoding="utf-8")]
        for words in [re.search(r'^NAME = "(\w+)"', text, re.MULTILINE)]
        if words and re.search(r"^\s+from shutaf\.(accounts|stewardship|partnerships|intake|places)\b.* import ", text, re.MULTILINE)
    }
    assert touching <= cli.SERVICE
    assert "erase" in touching
