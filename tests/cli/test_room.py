"""What is handed out in the room holds no word that was kept for editors; the driver's brief is marked internal on every page."""

import io
import re
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

import world

Call = Callable[..., object]
FORMS = ("html", "pdf", "docx", "xlsx")
MARK = "Internal, not for handing out"


def words(data: bytes, form: str) -> str:
    """Everything a reader, or a curious one with an archive program, finds in a file."""
    if form == "html":
        return unescape(data.decode())
    if form == "pdf":
        reader = PdfReader(io.BytesIO(data))
        return "\n".join(page.extract_text() for page in reader.pages) + str(reader.metadata) + data.decode("latin-1")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = (archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
        return unescape("\n".join(re.sub(r"<[^>]+>", "", part) + part for part in parts))


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_room_holds_nothing_that_was_kept_for_editors(form: str, shutaf: Call, town: Path) -> None:
    found = words(shutaf("brief", "map.xlsx", "-o", "-", "--format", form, "--lang", "en").bytes_out, form).lower()
    assert "green circle" in found
    assert [field for field, secret in world.SECRETS.items() if secret.lower() in found] == []


@pytest.mark.slow
def test_driver_reads_what_the_room_does_not(shutaf: Call, town: Path) -> None:
    found = words(shutaf("brief", "map.xlsx", "-o", "-", "--format", "html", "--for", "driver", "--lang", "en").bytes_out, "html")
    assert {"holder", "barrier", "opportunity", "need", "offer", "source"} <= {
        field for field, secret in world.SECRETS.items() if secret in found
    }


def test_room_holds_no_rating_stance_or_name_of_a_person(shutaf: Call, town: Path) -> None:
    room, driver = (shutaf("brief", "map.xlsx", "-o", "-", "--for", audience, "--lang", "en").out for audience in ("room", "driver"))
    assert 'id="grid"' in driver
    assert 'id="grid"' not in room
    assert "Dana Aviram" in driver
    assert [person.name for person in world.PEOPLE if person.name in room] == []


@pytest.mark.slow
def test_mark_stands_on_every_page_of_the_pdf(shutaf: Call, town: Path) -> None:
    data = shutaf("brief", "map.xlsx", "-o", "-", "--format", "pdf", "--for", "driver", "--lang", "en").bytes_out
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    assert len(pages) > 3
    assert [number for number, text in enumerate(pages, 1) if MARK not in " ".join(text.split())] == []


@pytest.mark.slow
def test_mark_stands_in_every_header_of_the_word_file(shutaf: Call, town: Path) -> None:
    data = shutaf("brief", "map.xlsx", "-o", "-", "--format", "docx", "--for", "driver", "--lang", "en").bytes_out
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        headers = [archive.read(name).decode() for name in archive.namelist() if re.fullmatch(r"word/header\d+\.xml", name)]
        body = archive.read("word/document.xml").decode()
    assert headers
    assert all(MARK in header for header in headers)
    assert "w:titlePg" not in body  # a first page with a header of its own would have none


@pytest.mark.slow
def test_mark_stands_in_the_printed_header_of_every_sheet(shutaf: Call, town: Path) -> None:
    data = shutaf("brief", "map.xlsx", "-o", "-", "--format", "xlsx", "--for", "driver", "--lang", "en").bytes_out
    sheets = load_workbook(io.BytesIO(data)).worksheets
    assert len(sheets) > 3
    assert [sheet.title for sheet in sheets if MARK not in (sheet.oddHeader.center.text or "")] == []


def test_mark_stands_in_the_margin_of_every_printed_page_of_the_html(shutaf: Call, town: Path) -> None:
    room, driver = (shutaf("brief", "map.xlsx", "-o", "-", "--for", audience, "--lang", "en").out for audience in ("room", "driver"))
    assert MARK not in room
    assert re.search(rf'@page[^}}]*@top-[a-z]+ *{{ *content: "[^"]*{MARK}', driver)
