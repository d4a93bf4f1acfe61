"""Do findings, brief and whole files go in and out as the pages do it?"""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from programs import Program

from shutaf.accounts.models import Deed
from shutaf.bodies.models import Body
from shutaf.stewardship.undo import deed_undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def sent(program: Program, name: str, data: bytes, query: str = "", **headers: str) -> HttpResponse:
    told: dict[str, Any] = {"Authorization": f"Bearer {program.token}", "Accept-Language": "en"} | headers
    at = f"/api/v1/w/{program.town.ref}/import{query}"
    return program.client.post(at, {"file": SimpleUploadedFile(name, data)}, headers=told)


CSV = b"name,sector\nFig garden,community\nOld mill,business\n"


def test_a_file_is_looked_at_then_taken_as_one_batch_and_undone_whole(town: Town) -> None:
    program, before = Program(town, town.editor), Body.present.count()
    looked = sent(program, "list.csv", CSV, "?dry_run=true").json()
    assert (looked["is_dry_run"], looked["counts"]["body"]["new"], Body.present.count()) == (True, 2, before)
    taken = sent(program, "list.csv", CSV).json()
    assert Body.present.count() == before + 2
    deed_undo(town.editor, ref=taken["deed"])
    assert Body.present.count() == before


def test_a_file_with_an_error_is_told_and_not_taken(town: Town) -> None:
    before = Deed.objects.count()
    response = sent(Program(town, town.editor), "x.xlsx", b"no workbook")
    assert response.status_code == 422
    assert response.json()["errors"][0]["where"].startswith("body.file")
    assert Deed.objects.count() == before


def test_a_file_sent_twice_with_its_key_is_taken_once(town: Town) -> None:
    program, key = Program(town, town.editor), {"Idempotency-Key": "list-1"}
    first, again = (sent(program, "list.csv", CSV, **key) for _ in range(2))
    assert first.json() == again.json()
    assert Deed.objects.filter(name="batch_accept").count() == 1


def test_the_workbook_that_left_comes_back_and_changes_nothing(town: Town) -> None:
    program = Program(town, town.editor)
    data = program.ask("GET", "export/workbook.xlsx?lang=he").content
    counts = sent(program, "map.xlsx", data, "?dry_run=true").json()["counts"]
    assert {kind: one["new"] + one["changed"] for kind, one in counts.items() if kind != "place"} == dict.fromkeys(
        set(counts) - {"place"}, 0
    )


def test_the_archive_is_for_owners_with_the_scope(town: Town) -> None:
    archive = Program(town, town.owner).ask("GET", "export/archive.zip")
    assert "bodies.body.jsonl" in zipfile.ZipFile(io.BytesIO(archive.content)).namelist()
    refused = [Program(town, town.owner, ("read", "write")), Program(town, town.editor)]
    assert [one.ask("GET", "export/archive.zip").status_code for one in refused] == [403, 403]


@pytest.mark.parametrize("form", ["gexf", "graphml", "kumu"])
def test_other_programs_get_the_map(town: Town, form: str) -> None:
    assert Program(town, town.partner).ask("GET", f"export/{form}").status_code == 200


def test_the_brief_is_told_as_values_and_as_files(town: Town) -> None:
    program = Program(town, town.editor)
    brief = program.read("brief?lang=en")
    assert brief["language"] == "en"
    assert {"Heading", "Table", "SaidFinding"} <= {one["kind"] for one in brief["blocks"]}
    page = program.ask("GET", "brief.html?lang=de")
    assert 'lang="de"' in page.content.decode()
    assert program.ask("GET", "brief.docx").content[:2] == b"PK"
    assert program.ask("GET", "brief.exe").status_code == 422


def test_a_partner_gets_no_brief_of_the_driver(town: Town) -> None:
    program = Program(town, town.partner)
    assert [program.ask("GET", f"brief?audience={one}").status_code for one in ("room", "driver")] == [200, 403]


def test_a_finding_speaks_the_readers_language_and_is_answered(town: Town) -> None:
    program = Program(town, town.editor)
    page = program.read("findings?limit=200")
    one = page["items"][0]
    hebrew = program.read(f"findings/{one['ref']}", Accept_Language="he")
    assert hebrew["title"] != one["title"]
    assert program.ask("PATCH", f"findings/{one['ref']}", {"state": "not_for_us", "reason": "too far"}).status_code == 200
    assert program.read(f"findings/{one['ref']}")["state"] == "not_for_us"
    assert program.ask("PATCH", f"findings/{one['ref']}", {"state": "open"}).status_code == 200
    assert program.read(f"findings/{one['ref']}")["state"] == "open"
