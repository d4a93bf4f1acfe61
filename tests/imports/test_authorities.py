"""What is read out of a table of authorities, and what is told when it cannot be?"""

from __future__ import annotations

from pathlib import Path

import pytest

from shutaf.imports.authorities import AuthorityRow, authority_rows
from shutaf.imports.limits import LIMITS, Limits
from shutaf.imports.notes import Notes

ISRAELI = "semel,name_he,name_en,name_ar,type,district_he,district_en,population_2021,population_index_2019,se_cluster_2019,lat,lon\n"
GERMAN = "ags,ars,name,type,state,district,population_2019,lon,lat\n"
ROW = "26,ראש פינה,ROSH PINNA,روش بينا,local_council,הצפון,North,3236,3148,7,32.97,35.54\n"


def read(
    folder: Path, text: str | bytes, country: str = "", limits: Limits = LIMITS
) -> tuple[tuple[AuthorityRow, ...], list[tuple[object, ...]]]:
    path, notes = folder / "table.csv", Notes(limits)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    rows = authority_rows(path, notes, country=country, limits=limits)
    return rows, [(problem.key, problem.row, problem.column) for problem in notes.problems() if problem.severity == "error"]


def test_the_israeli_table_gives_names_years_and_cluster(tmp_path: Path) -> None:
    (row,), wrong = read(tmp_path, ISRAELI + ROW)
    assert wrong == []
    assert (row.country, row.code, row.name, row.kind) == ("IL", "26", "ראש פינה", "local_council")
    assert dict(row.names) == {"he": "ראש פינה", "en": "Rosh Pinna", "ar": "روش بينا"}
    assert (row.population, row.population_year, row.cluster_1_10, row.cluster_year) == (3236, 2021, 7, 2019)
    assert dict(row.districts) == {"he": "הצפון", "en": "North"}


def test_the_german_table_gives_the_name_people_say(tmp_path: Path) -> None:
    (row,), wrong = read(
        tmp_path, GERMAN + '01002000,010020000000,"Kiel, Landeshauptstadt",Kreisfreie Stadt,Schleswig-Holstein,Kiel,246794,10.1,54.3\n'
    )
    assert wrong == []
    assert (row.country, row.code, row.kind, row.population_year) == ("DE", "01002000", "independent_city", 2019)
    assert dict(row.names) == {"de": "Kiel"}
    assert dict(row.districts) == {"de": "Kiel, Schleswig-Holstein"}


def test_a_plain_table_needs_its_country_said(tmp_path: Path) -> None:
    text = "name,code,population,cluster\nעין חרוב,7,24000,5\n"
    assert read(tmp_path, text) == ((), [("table.no_column", None, "")])
    (row,), _ = read(tmp_path, text, country="ישראל")
    assert (row.country, row.population, row.population_year, row.cluster_1_10) == ("IL", 24000, 0, 5)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1255", "utf-16"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    rows, _ = read(tmp_path, "שם,סמל,אוכלוסייה\nראש פינה,26,3236\nמזכרת בתיה,28,15424\n".encode(encoding))
    assert [row.name for row in rows] == ["ראש פינה", "מזכרת בתיה"]
    assert {row.country for row in rows} == {"IL"}


def test_every_wrong_cell_is_told_with_its_row_and_nothing_is_read(tmp_path: Path) -> None:
    bad = ROW.replace("3236", "many") + ROW.replace(",7,", ",11,") + ",,X,,city,,,,,,,\n"
    rows, wrong = read(tmp_path, ISRAELI + bad)
    assert rows == ()
    assert set(wrong) == {
        ("number.unreadable", 2, "population_2021"), ("number.outside", 3, "se_cluster_2019"), ("id.twice", 3, "semel"),
        ("cell.missing", 4, "semel"),
    }  # fmt: skip


def test_a_name_of_a_thousand_letters_and_too_many_rows_are_refused(tmp_path: Path) -> None:
    assert read(tmp_path, ISRAELI + ROW.replace("ראש פינה", "א" * 1000))[1] == [("cell.too_long", 2, "name_he")]
    assert read(tmp_path, ISRAELI + ROW * 30, limits=Limits(rows=20))[1] == [("sheet.too_many_rows", None, "")]


def test_the_real_tables_are_read_whole(shared_data: Path) -> None:
    for name, country, least in (("israel/local_authorities.csv", "IL", 250), ("germany/municipalities_ags.csv", "DE", 11_000)):
        notes = Notes(LIMITS)
        rows = authority_rows(shared_data / name, notes)
        assert len(rows) >= least
        assert {row.country for row in rows} == {country}
        assert not notes.has_errors
