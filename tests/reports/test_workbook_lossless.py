"""Does a workbook give back exactly the Situation it was written from?"""

from __future__ import annotations

import csv
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from shutaf import content
from shutaf.analysis.situation import (
    NOTHING,
    TYPOLOGIES,
    Amount,
    Body,
    Department,
    Influence,
    Initiative,
    MapBasis,
    Need,
    Offer,
    Person,
    Place,
    Requirement,
    Situation,
    Stance,
    Tie,
    Word,
)
from shutaf.analysis.text.fold import fold, fold_header
from shutaf.imports.load import load
from shutaf.reports.workbook import in_words_of, write_folder, write_workbook

PIECES = st.sampled_from(
    [
        "עמותת",
        "ידיד",
        'בע"מ',
        "תֵּל־אָבִיב",
        "جمعية",
        "بلديّة",
        "Bürger",
        "für",
        "Straße",
        "Green",
        "O'Neil",
        "🌱",
        "👩🏽‍🌾",
        "=1+1",
        "+972",
        "-5",
        "@home",
        "'quoted'",
        '"',
        "a\nb",
        "_x000D_",
        "|",
        ";",
        "\\",
        ",",
        "\t",
        "1.125",
        "TRUE",
        "#REF!",
        "ⓘ",
        "<b>&amp;",
        "٣",
        "=cmd|' /C calc'!A0",
        "a = b",
        ":",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=4).map(" ".join).map(str.strip).filter(lambda text: bool(text) and not text.startswith("ⓘ"))
OPTIONAL = st.one_of(st.just(""), TEXTS)
DATES = st.sampled_from(["", "2026", "2026-04", "2026-04-03", "1999-12-31"])
ANSWERS = st.sampled_from(["yes", "no", "unknown"])
EXACT = st.floats(allow_nan=False, allow_infinity=False)


def known_words(list_key: str) -> set[str]:
    return {fold(text) for entry in content.entries(list_key) for text in (entry.key, *entry.names.values(), *entry.variants)}


def words(list_key: str) -> st.SearchStrategy[Word]:
    """Words as a reader makes them: one of the list, an own one, or an own one whose meaning was told."""
    listed = st.sampled_from([Word(text, entry.key) for entry in content.entries(list_key) for text in entry.names.values()])
    own = TEXTS.filter(lambda text: fold(text) not in known_words(list_key) and " = " not in text)
    told = st.builds(Word, own, st.sampled_from([entry.key for entry in content.entries(list_key)]))
    return st.one_of(listed, own.map(Word), told)


def several(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=3).map(tuple)


def own(draw: st.DrawFn, headers: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((header, value) for header in headers if (value := draw(OPTIONAL)))


def amounts(draw: st.DrawFn, has_free_unit: bool = True) -> Amount | None:
    value = draw(
        st.none()
        | st.decimals(0, 10**12, allow_nan=False, places=3)
        | st.sampled_from([Decimal("1.125"), Decimal("0.1234567890123456789"), Decimal(5)])
    )
    if value is None:
        return None
    unit = draw(st.sampled_from(content.units()) | st.sampled_from(["boxes", "ארגזים", ""]))
    return Amount(value, unit.key, unit.dimension, unit.factor) if isinstance(unit, content.Unit) else Amount(value, unit)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Situations in the form every reader makes: texts trimmed, words with their text, refs of need and offer by order."""
    names = draw(st.lists(TEXTS, min_size=1, max_size=5, unique=True))
    refs = [f"r{i}" for i in range(len(names))]
    headers = draw(st.lists(st.sampled_from(["Notes", "הערות", "=Own", "x\ny", "ملاحظات", "1"]), unique=True, max_size=3))
    cut = draw(st.integers(0, len(names)))
    bodies = tuple(body(draw, ref, name, i < cut, headers) for i, (ref, name) in enumerate(zip(refs, names, strict=True)))
    people = tuple(person(draw, f"person-{i}", name, refs, headers) for i, name in enumerate(draw(st.lists(TEXTS, max_size=3))))
    who = st.sampled_from([*refs, *(each.ref for each in people), "", "Nobody We Know"])
    holder = st.sampled_from([*(each.ref for each in people), "", "Nobody We Know"])
    ends = st.lists(st.sampled_from(refs), min_size=2, max_size=2, unique=True)
    ties = tuple(tie(draw, *draw(ends), who, holder, headers) for _ in range(draw(st.integers(0, 4)) if len(refs) > 1 else 0))
    return Situation(
        place=place(draw, headers),
        bodies=bodies,
        people=people,
        ties=ties,
        needs=tuple(Need(ref=f"need {i + 1}", **resource(draw, refs, who, headers)) for i in range(draw(st.integers(0, 2)))),
        offers=tuple(Offer(ref=f"offer {i + 1}", **resource(draw, refs, who, headers)) for i in range(draw(st.integers(0, 2)))),
        initiatives=tuple(initiative(draw, i + 1, refs, headers) for i in range(draw(st.integers(0, 2)))),
        stances=tuple(
            Stance(draw(st.sampled_from(refs)), draw(TEXTS), draw(st.floats(-4, 4)), draw(who), own=own(draw, headers))
            for _ in range(draw(st.integers(0, 2)))
        ),
        influences=tuple(
            Influence(*draw(ends), draw(st.floats(0, 4)), draw(who), own=own(draw, headers))
            for _ in range(draw(st.integers(0, 2)) if len(refs) > 1 else 0)
        ),
        map=MapBasis(
            draw(st.sampled_from(["reported", "surveyed"])),
            draw(several(who.filter(bool))),
            draw(several(st.sampled_from(refs))),
            draw(DATES),
            own=own(draw, headers),
        ),
        language=draw(st.sampled_from(["", *content.LANGUAGES])),
        is_fictional=draw(st.booleans()),
    )


def place(draw: st.DrawFn, headers: list[str]) -> Place:
    return Place(
        name=draw(OPTIONAL),
        names=tuple((language, text) for language in content.LANGUAGES if (text := draw(OPTIONAL))),
        country=draw(OPTIONAL),
        population=draw(st.none() | st.integers(0, 10**9)),
        languages=draw(several(st.sampled_from(["he", "ar", "ru"]))),
        cluster_1_10=draw(st.none() | st.integers(1, 10)),
        currency=draw(st.sampled_from(["", "ILS", "EUR"])),
        time_zone=draw(OPTIONAL),
        goals=draw(several(words("theme"))),
        challenges=draw(several(words("theme"))),
        assets=draw(several(TEXTS.map(Word))),
        population_groups=draw(several(TEXTS.map(Word))),
        economy=draw(several(TEXTS.map(Word))),
        anchor_institutions=draw(several(TEXTS.map(Word))),
        neighbourhoods=draw(several(TEXTS.map(Word))),
        own=own(draw, headers),
    )


def body(draw: st.DrawFn, ref: str, name: str, is_department: bool, headers: list[str]) -> Body:
    record = Department(
        draw(OPTIONAL), draw(several(words("theme"))), draw(several(words("theme"))), draw(OPTIONAL), draw(OPTIONAL), draw(ANSWERS)
    )
    rating = st.none() | st.floats(1, 10)
    return Body(
        ref=ref,
        name=name,
        sector=draw(st.just(NOTHING) | words("sector")),
        names=tuple((language, text) for language in content.LANGUAGES if (text := draw(OPTIONAL))),
        kind=draw(OPTIONAL),
        registration_no=draw(OPTIONAL),
        city=draw(OPTIONAL),
        themes=draw(several(words("theme"))),
        motives=draw(several(words("motive"))),
        barriers=draw(several(words("barrier"))),
        influence_1_10=draw(rating),
        interest_1_10=draw(rating),
        change_agent=draw(ANSWERS),
        invite=draw(st.sampled_from(["yes", "no", "later", "unknown"])),
        as_of=draw(DATES),
        source=draw(OPTIONAL),
        lat=draw(st.none() | st.floats(-90, 90)),
        lon=draw(st.none() | st.floats(-180, 180)),
        department=record if is_department else None,
        own=own(draw, headers),
    )


def person(draw: st.DrawFn, ref: str, name: str, refs: list[str], headers: list[str]) -> Person:
    body_ref = draw(st.sampled_from([*refs, "A firm nobody listed"]))
    return Person(
        ref,
        name,
        body_ref,
        draw(OPTIONAL),
        draw(DATES),
        draw(DATES),
        draw(OPTIONAL),
        draw(OPTIONAL),
        draw(st.sampled_from(["", "he", "de"])),
        own=own(draw, headers),
    )


def tie(draw: st.DrawFn, source: str, target: str, who: Any, holder: Any, headers: list[str]) -> Tie:
    return Tie(
        source,
        target,
        draw(st.sampled_from(["exists", "none", "unknown"])),
        draw(st.just(NOTHING) | words("tie_kind")),
        draw(st.sampled_from(["mutual", "one_way"])),
        draw(st.none() | st.floats(1, 5)),
        draw(DATES),
        draw(DATES),
        draw(holder),
        draw(who),
        draw(OPTIONAL),
        own=own(draw, headers),
    )


def resource(draw: st.DrawFn, refs: list[str], who: Any, headers: list[str]) -> dict[str, Any]:
    return {
        "body": draw(st.sampled_from(refs)),
        "title": draw(TEXTS),
        "kind": draw(st.just(NOTHING) | words("resource")),
        "themes": draw(several(words("theme"))),
        "amount": amounts(draw),
        "from_date": draw(DATES),
        "where": draw(OPTIONAL),
        "conditions": draw(OPTIONAL),
        "said_by": draw(who),
        "visible_to": draw(st.sampled_from(["editors", "partners", "public"])),
        "own": own(draw, headers),
    }


def initiative(draw: st.DrawFn, number: int, refs: list[str], headers: list[str]) -> Initiative:
    criteria = [(name, draw(EXACT)) for name in ("willing", "Own: criterion", "עניין") if draw(st.booleans())]
    return Initiative(
        ref=f"initiative {number}",
        name=draw(TEXTS),
        typology=draw(st.just(NOTHING) | st.sampled_from(TYPOLOGIES).map(lambda key: Word(key, key))),
        requires=tuple(Requirement(draw(words("resource")), amounts(draw)) for _ in range(draw(st.integers(0, 2)))),
        gains=draw(several(st.sampled_from([*refs, "families | children"]))),
        chance_0_1=draw(st.none() | st.floats(0, 1)),
        months_to_result=draw(st.none() | st.floats(0, 120)),
        criteria=tuple(criteria),
        own=own(draw, headers),
    )


LAW = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.slow
@LAW
@given(situations(), st.sampled_from(content.LANGUAGES))
def test_a_workbook_gives_back_what_it_was_written_from(tmp_path: Path, situation: Situation, language: str) -> None:
    write_workbook(situation, tmp_path / "map.xlsx", language)
    loaded = load([tmp_path / "map.xlsx"])
    note(str(loaded.problems))
    assert loaded.situation == situation


@pytest.mark.slow
@LAW
@given(situations())
def test_a_folder_gives_back_what_it_was_written_from(tmp_path: Path, situation: Situation) -> None:
    write_folder(situation, tmp_path / "map")
    loaded = load([tmp_path / "map"])
    note(str(loaded.problems))
    assert loaded.situation == situation


def test_the_example_town_survives_every_form(tmp_path: Path) -> None:
    town = load([Path(content.__file__).parent / "example"]).situation
    assert town is not None
    write_folder(town, tmp_path / "town")
    assert load([tmp_path / "town"]).situation == town
    for language in content.LANGUAGES:
        write_workbook(town, tmp_path / f"{language}.xlsx", language)
        assert load([tmp_path / f"{language}.xlsx"]).situation == town


def test_words_written_as_keys_can_be_said_in_her_language() -> None:
    town = Situation(bodies=(Body("a", "A", Word("civil_society", "civil_society"), themes=(Word("Müll", "waste"),)),))
    body = in_words_of(town, "de").bodies[0]
    assert body.sector == Word("Zivilgesellschaft", "civil_society")
    assert body.themes == (Word("Müll", "waste"),)


@pytest.mark.parametrize("language", [*content.LANGUAGES, ""])
@pytest.mark.parametrize("sheet", [sheet.key for sheet in content.sheets()])
def test_every_written_header_is_read_as_its_own_column(sheet: str, language: str) -> None:
    from shutaf.imports.headers import keys_by_header
    from shutaf.reports.workbook.columns import header_of

    for column in content.columns(sheet):
        assert keys_by_header(sheet)[fold_header(header_of(column, language))][0] == column.key


def test_a_folder_differs_by_line_and_speaks_in_keys(tmp_path: Path) -> None:
    write_folder(Situation(bodies=(Body("a", "=A", Word("Verein", "civil_society")),)), tmp_path)
    with (tmp_path / "organisations.csv").open(encoding="utf-8-sig", newline="") as stream:
        header, row = list(csv.reader(stream))
    assert header[:3] == ["id", "name", "name_he"]
    assert row[:2] == ["a", "'=A"]


@pytest.mark.parametrize("network", ["Texas", "Wichita"])
def test_a_foreign_network_survives_with_her_words_for_sectors(tmp_path: Path, network: str) -> None:
    data = Path(os.environ.get("SHUTAF_TEST_DATA", Path(__file__).parents[2].parent / "shared" / "data")) / "networks"
    if not data.is_dir():
        pytest.skip(f"no shared data at {data}; set SHUTAF_TEST_DATA")
    paths = [data / "emon_nodes.csv", data / "emon_edges.csv"]
    read = load(paths, where={"network": network}, sector_map={"Private": "civil society", "County/City": "public"}).situation
    assert read is not None
    write_workbook(read, tmp_path / "map.xlsx", "he")
    assert load([tmp_path / "map.xlsx"]).situation == read
