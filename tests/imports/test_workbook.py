"""Does the reader of the workbook take everything in, and tell each thing that is wrong where it stands?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from shutaf.analysis.situation import Amount, MapBasis, Word
from shutaf.imports.load import Loaded, load

Reader = Callable[..., Loaded]


def told(loaded: Loaded) -> list[tuple[str, str, str, int | None, str]]:
    return [(problem.severity, problem.key, problem.sheet, problem.row, problem.column) for problem in loaded.problems]


def test_headers_are_found_in_any_language_below_a_title(book: Callable[..., Path]) -> None:
    path = book(
        {"ארגונים": [("המפה שלנו",), (), ("שֵׁם הארגון", "מגזר", "הערות"), ("גן ירוק", "עמותה", "x"), ("מאפייה", "Wirtschaft", None)]}
    )
    situation = load([path]).situation
    assert situation is not None
    assert [(body.name, body.sector.key, body.own) for body in situation.bodies] == [
        ("גן ירוק", "civil_society", (("הערות", "x"),)),
        ("מאפייה", "business", ()),
    ]
    assert situation.language == "he"
    assert situation.bodies[0].origin is not None
    assert situation.bodies[0].origin.row == 4


def test_ties_name_bodies_by_id_or_by_any_spelling_of_a_name(read: Reader) -> None:
    loaded = read(
        ties=[
            ("from", "to", "status", "strength_1_5", "since"),
            ("a", "BET", "exists", 4, "04/2026"),
            ("gimel", "Alef", "none", None, date(2025, 1, 2)),
        ]
    )
    assert loaded.situation is not None
    assert [(tie.source_ref, tie.target_ref, tie.status, tie.strength_1_5, tie.since_date) for tie in loaded.situation.ties] == [
        ("a", "b", "exists", 4, "2026-04"),
        ("c", "a", "none", None, "2025-01-02"),
    ]


def test_a_tie_to_nobody_we_know_is_left_out_and_the_nearest_names_are_told(read: Reader) -> None:
    loaded = read(ties=[("from", "to"), ("Alef", "Gimell"), ("Bet", "Gimell"), ("Alef", "Bet")])
    assert loaded.situation is not None
    assert len(loaded.situation.ties) == 1
    (problem,) = loaded.problems
    assert (problem.severity, problem.key, problem.row, problem.column) == ("warning", "tie.unknown_body", 2, "to")
    assert problem.facts == {"name": "Gimell", "works_at": "", "likely": ("Gimel",), "count": 2, "rows": (2, 3)}


def test_a_tie_with_itself_is_left_out(read: Reader) -> None:
    loaded = read(ties=[("from", "to"), ("Alef", "a")])
    assert loaded.situation is not None
    assert loaded.situation.ties == ()
    assert told(loaded) == [("warning", "tie.with_itself", "ties", 2, "to")]


def test_both_directions_told_differently_name_both_rows(read: Reader) -> None:
    loaded = read(ties=[("from", "to", "strength_1_5"), ("Alef", "Bet", 2), ("Bet", "Alef", 5), ("Alef", "Gimel", 1), ("Gimel", "Alef", 1)])
    (problem,) = loaded.problems
    assert (problem.severity, problem.key, problem.row, problem.facts["first_row"]) == ("warning", "tie.told_differently", 3, 2)
    assert problem.facts["differing"] == ("strength_1_5",)


def test_two_one_way_ties_may_differ(read: Reader) -> None:
    rows = [("from", "to", "direction", "strength_1_5"), ("Alef", "Bet", "one_way", 2), ("Bet", "Alef", "one_way", 5)]
    assert read(ties=rows).problems == ()


def test_all_errors_are_told_at_once_each_at_its_cell(read: Reader) -> None:
    loaded = read(
        ties=[
            ("from", "to", "status", "strength_1_5", "since"),
            ("Alef", "Bet", "sometimes", 9, "spring"),
            ("Alef", None, "exists", 2, None),
        ],
        needs=[("body", "title", "amount"), ("Alef", "room", "a lot"), ("Alef", None, 3)],
        departments=[("name", "would_join"), ("Parks", "x")],
    )
    assert loaded.situation is None
    assert sorted(told(loaded)) == [
        ("error", "amount.unreadable", "needs", 2, "amount"),
        ("error", "answer.tick", "departments", 2, "would_join"),
        ("error", "cell.missing", "needs", 3, "title"),
        ("error", "cell.missing", "ties", 3, "to"),
        ("error", "choice.unknown", "ties", 2, "status"),
        ("error", "date.unreadable", "ties", 2, "since"),
        ("error", "number.outside", "ties", 2, "strength_1_5"),
    ]


def test_an_unknown_sector_is_kept_as_written_and_told_once(book: Callable[..., Path]) -> None:
    loaded = load([book({"organisations": [("name", "sector"), ("Alef", "circus"), ("Bet", "Circus"), ("Gimel", None)]})])
    assert loaded.situation is not None
    assert loaded.situation.bodies[0].sector == Word("circus")
    assert [(p.severity, p.key, p.row, p.facts["count"]) for p in loaded.problems] == [
        ("warning", "sector.unknown", 2, 2),
        ("warning", "sector.missing", 4, 1),
    ]


def test_a_name_given_twice_is_a_warning_with_both_rows(book: Callable[..., Path]) -> None:
    loaded = load([book({"organisations": [("name", "sector"), ("Beit Ha'am", "public"), ("beit haam", "public")]})])
    assert loaded.situation is not None
    assert len({body.ref for body in loaded.situation.bodies}) == 2
    assert loaded.problems[0].facts == {"name": "beit haam", "first_sheet": "organisations", "first_row": 2}


def test_an_id_given_twice_is_an_error(book: Callable[..., Path]) -> None:
    loaded = load([book({"organisations": [("id", "name", "sector"), ("a", "Alef", "public"), ("a", "Bet", "public")]})])
    assert told(loaded) == [("error", "id.twice", "organisations", 3, "id")]


def test_refs_made_for_rows_without_an_id_do_not_depend_on_their_order(book: Callable[..., Path]) -> None:
    def refs(*names: str) -> dict[str, str]:
        situation = load([book({"organisations": [("name", "sector"), *((name, "public") for name in names)]})]).situation
        assert situation is not None
        return {body.name: body.ref for body in situation.bodies}

    assert refs("Alef", "Bet", "Gimel") == refs("Gimel", "Alef", "Bet")


def test_people_are_matched_with_bodies_and_keep_a_body_nobody_knows(read: Reader) -> None:
    loaded = read(
        people=[("id", "name", "body"), ("p1", "Dana", "Alef"), ("p2", "Omar", "Elsewhere Ltd")],
        ties=[("from", "to", "holder", "reported_by"), ("a", "b", "dana", "Ruth from next door")],
    )
    assert loaded.situation is not None
    assert [person.body for person in loaded.situation.people] == ["a", "Elsewhere Ltd"]
    assert (loaded.situation.ties[0].holder, loaded.situation.ties[0].reported_by) == ("p1", "Ruth from next door")
    assert [problem.key for problem in loaded.problems] == ["person.unknown_body"]


def test_an_id_shared_by_a_person_and_a_body_never_means_both(read: Reader) -> None:
    loaded = read(people=[("id", "name", "body"), ("a", "Dana", "Bet")], map=[("informants", "Dana"), ("asked", "a")])
    assert loaded.situation is not None
    assert loaded.situation.map == MapBasis(informants=("p-a",), asked=("a",))
    assert loaded.situation.informant_bodies == {"b"}


def test_a_department_is_a_body_of_the_public_sector(read: Reader) -> None:
    loaded = read(departments=[("name", "targets", "would_join", "name_en"), ("גינון", "מים|something of ours", "כן", "Parks")])
    assert loaded.situation is not None
    (department,) = loaded.situation.departments
    assert department.department is not None
    assert department.department.targets == (Word("מים", "water"), Word("something of ours"))
    assert (department.sector_key, department.department.would_join, department.name_in("en")) == ("public", "yes", "Parks")


def test_needs_keep_their_amounts_and_the_place_in_the_order(read: Reader) -> None:
    loaded = read(
        needs=[
            ("body", "title", "kind", "amount", "unit"),
            ("Alef", "room", "space", 120, 'מ"ר'),
            (),
            ("Nobody", "lost", "", "", ""),
            ("Bet", "help", "", "3 שעות", None),
        ]
    )
    assert loaded.situation is not None
    assert [(need.ref, need.amount and need.amount.dimension) for need in loaded.situation.needs] == [
        ("need 1", "area"),
        ("need 2", "time"),
    ]
    assert [(problem.severity, problem.key) for problem in loaded.problems] == [("warning", "need.unknown_body")]


def test_initiatives_carry_requirements_criteria_and_shares(read: Reader) -> None:
    loaded = read(
        initiatives=[
            ("name", "requires", "gains", "chance_0_1", "criterion:willing", "criterion:public mood"),
            ("Cardboard", "space:100 m2|legitimacy", "alef | young families", "70%", 9, 4),
            ("Roofs", None, None, 70, None, None),
        ]
    )
    assert loaded.situation is not None
    first, second = loaded.situation.initiatives
    assert (
        first.requires[0].amount == Amount(first.requires[0].amount.value, "m2", "area", first.requires[0].amount.factor)
        if first.requires[0].amount
        else False
    )
    assert (first.gains, first.criteria) == (("a", "young families"), (("willing", 9), ("public mood", 4)))
    assert first.chance_0_1 == pytest.approx(0.7)
    assert second.chance_0_1 is None
    assert [(problem.severity, problem.key, problem.facts["likely"]) for problem in loaded.problems] == [("warning", "share.over_1", 0.7)]


def test_stances_and_influence_need_a_number(read: Reader) -> None:
    loaded = read(
        stances=[("body", "objective", "stance_-4_4"), ("Alef", "parking", -3), ("Bet", "parking", None)],
        influence=[("from", "to", "level_0_4"), ("Alef", "Bet", 5)],
    )
    assert told(loaded) == [
        ("error", "cell.missing", "stances", 3, "stance_-4_4"),
        ("error", "number.outside", "influence", 2, "level_0_4"),
    ]


def test_fields_of_the_place_are_read_by_row(read: Reader) -> None:
    loaded = read(
        place=[
            ("שדה", "ערך"),
            ("שם המקום", "עין חרוב"),
            ("population", "24,000"),
            ("יעדים", "מים", "פסולת"),
            ("Our motto", "together"),
            ("is_fictional", "כן"),
            ("language", "ar"),
        ]
    )
    assert loaded.situation is not None
    place = loaded.situation.place
    assert (place.name, place.population, [goal.key for goal in place.goals], place.own) == (
        "עין חרוב",
        24000,
        ["water", "waste"],
        (("Our motto", "together"),),
    )
    assert (loaded.situation.is_fictional, loaded.situation.language) == (True, "ar")


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([("name", "A"), ("Name of the place", "B")], ("error", "field.twice", "place", 2, "Name of the place")),
        ([("name", "A", "B")], ("error", "field.several_values", "place", 1, "name")),
        ([("population", "many")], ("error", "number.unreadable", "place", 1, "population")),
        ([("cluster_1_10", 11)], ("error", "number.outside", "place", 1, "cluster_1_10")),
        ([("language", "Klingon")], ("warning", "language.unknown", "place", 1, "language")),
    ],
)
def test_a_wrong_field_is_told_at_its_row(read: Reader, rows: Any, problem: Any) -> None:
    assert told(read(place=rows)) == [problem]


def test_a_required_column_that_is_missing_is_told_with_the_headers_there(read: Reader) -> None:
    loaded = read(needs=[("who", "title"), ("Alef", "room")], offers=[("place", "title"), ("Alef", "room")])
    assert [(p.key, p.sheet, p.facts["column_key"], p.facts["headers"]) for p in loaded.errors] == [
        ("column.missing", "offers", "body", ("place", "title"))
    ]


def test_a_sheet_with_a_strange_name_is_told_and_the_rest_is_read(read: Reader) -> None:
    loaded = read(**{"My notes": [("a", "b"), (1, 2)], "ⓘ": [("ⓘ explained",)]})
    assert loaded.situation is not None
    assert told(loaded) == [("warning", "sheet.unknown", "My notes", None, "")]


def test_two_sheets_of_one_meaning_are_an_error(read: Reader) -> None:
    assert told(read(גופים=[("name", "sector"), ("Dalet", "public")])) == [("error", "sheet.twice", "גופים", None, "")]


def test_hints_and_explanations_are_never_read(read: Reader) -> None:
    loaded = read(needs=[("body", "title"), ("ⓘ who", "ⓘ what"), ("Alef", "room")], Read=[("ⓘ How to fill this in",), ("name", "sector")])
    assert loaded.situation is not None
    assert [need.title for need in loaded.situation.needs] == ["room"]
    assert loaded.problems == ()


def test_a_slashed_date_is_read_day_first_and_said_once(read: Reader) -> None:
    loaded = read(ties=[("from", "to", "since"), ("a", "b", "3/4/2026"), ("b", "c", "5/6/2026"), ("a", "c", "25/6/2026")])
    assert loaded.situation is not None
    assert [tie.since_date for tie in loaded.situation.ties] == ["2026-04-03", "2026-06-05", "2026-06-25"]
    assert [(p.severity, p.key, p.facts["count"]) for p in loaded.problems] == [("warning", "date.day_first", 2)]


def test_a_column_without_a_header_is_kept_under_its_letter(read: Reader) -> None:
    loaded = read(needs=[("body", "title", None), ("Alef", "room", "urgent")])
    assert loaded.situation is not None
    assert loaded.situation.needs[0].own == (("C", "urgent"),)
    assert told(loaded) == [("warning", "column.no_header", "needs", 1, "C")]


def test_of_one_problem_a_bounded_number_is_told_and_the_rest_counted(read: Reader) -> None:
    loaded = read(ties=[("from", "to", "strength_1_5"), *[("a", "b", 9)] * 250])
    assert len(loaded.problems) == 201
    assert loaded.problems[-1].facts == {"key": "number.outside", "count": 50}


def test_a_folder_in_german_and_a_zip_read_alike(tmp_path: Path) -> None:
    import zipfile

    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "Organisationen.csv").write_text("Name;Sektor\nBürgerverein;Verein\nStadtwerke;öffentlich\n", "utf-8")
    (tmp_path / "map" / "Beziehungen.tsv").write_text("Von\tMit\nBürgerverein\tStadtwerke\n", "utf-8")
    with zipfile.ZipFile(tmp_path / "map.zip", "w") as archive:
        for file in (tmp_path / "map").iterdir():
            archive.write(file, f"map/{file.name}")
    folder, zipped = load([tmp_path / "map"]), load([tmp_path / "map.zip"])
    assert folder.kind == zipped.kind == "folder"
    assert folder.situation is not None
    assert folder.situation == zipped.situation
    assert (len(folder.situation.known_ties), folder.situation.language) == (1, "de")


@pytest.mark.parametrize(
    "rows",
    [
        [("basis", "surveyed"), ("asked", "a|b"), ("as_of", "2026-10")],
        [("field", "value"), ("basis", "surveyed"), ("asked", "a", "b"), ("as_of", "2026-10")],
        [("basis", "asked", "as_of"), ("surveyed", "a|b", "2026-10")],
        [("basis", "asked", "as_of"), ("surveyed", "a", "2026-10"), (None, "b", None)],
    ],
)
def test_the_sheet_of_the_map_may_lie_or_stand(read: Reader, rows: list[tuple[str | None, ...]]) -> None:
    loaded = read(map=rows)
    assert loaded.problems == ()
    assert loaded.situation is not None
    assert (loaded.situation.map.basis, loaded.situation.map.asked, loaded.situation.map.as_of) == ("surveyed", ("a", "b"), "2026-10")


def test_a_row_that_is_left_out_tells_its_other_problems_too(read: Reader) -> None:
    loaded = read(
        organisations=[
            ("id", "name", "sector", "influence_1_10", "invite", "as_of"),
            ("a", "Alef", "public", None, None, None),
            ("a", "Alef again", "bizness", 11, "blue", "2021-13-40"),
            ("z", None, "public", 12, None, None),
        ],
        ties=[("from", "to", "strength_1_5", "since", "direction"), ("a", "Nobody", 9, "sometime", "sideways"), ("a", "a", 8, None, None)],
        people=[("name", "body", "from"), (None, "Alef", "spring")],
    )
    assert {(key, sheet, row) for _, key, sheet, row, _ in told(loaded)} >= {
        *((key, "organisations", 3) for key in ("id.twice", "sector.unknown", "number.outside", "answer.unreadable", "date.unreadable")),
        *((key, "organisations", 4) for key in ("cell.missing", "number.outside")),
        *((key, "ties", 2) for key in ("tie.unknown_body", "number.outside", "date.unreadable", "choice.unknown")),
        *((key, "ties", 3) for key in ("tie.with_itself", "number.outside")),
        *((key, "people", 2) for key in ("cell.missing", "date.unreadable")),
    }


def test_one_mistake_is_told_once_not_wherever_it_is_met_again(read: Reader) -> None:
    loaded = read(
        organisations=[
            ("id", "name", "sector"),
            ("a", "Alef", "public"),
            ("b", '="Bet "&"Ltd"', "business"),
            ("a", "Gimel", "business"),
            ("d", "Dalet", "#REF!"),
        ],
        ties=[("from", "to"), ("b", "Gimel"), ("Alef", "d")],
        influence=[("from", "to", "level_0_4"), ("a", "b", "=1+1")],
        map=[("asked", "Gimel|b")],
    )
    assert sorted(told(loaded)) == [
        ("error", "cell.excel_error", "organisations", 5, "C"),
        ("error", "cell.formula_without_value", "influence", 2, "C"),
        ("error", "cell.formula_without_value", "organisations", 3, "B"),
        ("error", "id.twice", "organisations", 4, "id"),
    ]


def test_a_name_typed_over_one_hint_leaves_the_others_unread(read: Reader) -> None:
    hints = ("ⓘ who", "Room", "ⓘ 1 or more", "ⓘ a day", None)
    loaded = read(
        needs=[
            ("body", "title", "amount", "from", "Notes"),
            ("Alef", *hints[1:4], "ⓘ mine"),
            (*hints,),
            ("ⓘ who", *hints[2:]),
            ("Bet", "Van"),
        ],
        place=[("field", "value", "ⓘ"), ("name", "ⓘ what it is called", "ⓘ example"), ("country", "IL", "ⓘ example")],
        map=[("basis", "as_of"), ("ⓘ how", "ⓘ when"), ("surveyed", "ⓘ when")],
    )
    assert told(loaded) == [("error", "cell.missing", "needs", 3, "body")]
    mended = read(
        needs=[("body", "title", "amount", "from", "Notes"), ("Alef", *hints[1:4], "ⓘ mine")], place=[("name", "ⓘ what it is called")]
    )
    assert mended.situation is not None
    (need,) = mended.situation.needs
    assert (need.title, need.amount, need.from_date, need.own, mended.situation.place.name) == ("Room", None, "", (), "")


def test_the_language_of_a_file_is_known_also_when_it_has_errors(book: Callable[..., Path]) -> None:
    shown = load([book({"Organisationen": [("Name", "Sektor"), (None, "Verein"), ("Stadtwerke", "öffentlich")]})])
    assert (shown.situation, shown.language) == (None, "de")
    said = load([book({"place": [("language", "ar"), ("population", "many")], "organisations": [("name", "sector"), ("Alef", "public")]})])
    assert (said.situation, said.language) == (None, "ar")
    assert load([book({"List": [("name", "sector"), ("Alef", "public")]})]).language == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("a", "b", "none", None, None), ("b", "a", "exists", "one_way", 2)),
        (("a", "b", "exists", "mutual", 4), ("b", "a", "none", "one_way", None)),
        (("a", "b", "exists", "one_way", 4), ("a", "b", "none", None, None)),
    ],
)
def test_a_tie_that_one_row_has_and_another_denies_is_told(read: Reader, first: Any, second: Any) -> None:
    (problem,) = read(ties=[("from", "to", "status", "direction", "strength_1_5"), first, second]).problems
    assert (problem.key, problem.row, problem.facts["differing"]) == ("tie.told_differently", 3, ("status",))


def test_a_tie_with_a_person_names_the_body_to_write(read: Reader) -> None:
    loaded = read(
        people=[("id", "name", "body"), ("p1", "Dana", "a"), ("p2", "Omar", "Bet")],
        ties=[("from", "to"), ("Dana", "Gimel"), ("c", "p2")],
    )
    assert [(p.key, p.facts["name"], p.facts["works_at"], p.facts["likely"]) for p in loaded.problems] == [
        ("tie.unknown_body", "Dana", "Alef", ("Alef",)),
        ("tie.unknown_body", "p2", "Bet", ("Bet",)),
    ]


def test_a_name_of_a_whole_page_is_told_once(read: Reader) -> None:
    rows = [("name", "sector"), ("A" * 300, "public"), ("B" * 301, "public"), ("C" * 9_000, "public")]
    (problem,) = read(organisations=rows).problems
    assert (problem.severity, problem.key, problem.row) == ("warning", "name.long", 3)
    assert problem.facts == {"characters": 301, "count": 2, "rows": (3, 4)}
