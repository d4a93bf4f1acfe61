"""Does a file come in as it was meant, with few questions, mended in the cell, as one batch? And is a bad one refused?"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from messy import MESSY, Messy
from shutaf.accounts.actions import workspace_create
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import Viewer
from shutaf.intake.files import folder_of
from shutaf.intake.models import Upload
from shutaf.partnerships.queries import situation
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

SignedIn = Callable[[str], Client]


@pytest.fixture
def empty(town: Town) -> Viewer:
    """A workspace of Dana's without anything in it."""
    return workspace_create(town.dana, name="ריק")


@pytest.fixture
def client_of(town: Town) -> SignedIn:
    def signed_in(who: str) -> Client:
        client = Client()
        client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


def uploaded(client: Client, viewer: Viewer, name: str, data: bytes) -> str:
    """Upload; returns the address of the look at it."""
    answer = client.post(f"/w/{viewer.workspace_ref}/import/", {"files": SimpleUploadedFile(name, data)})
    assert answer.status_code == 302, answer.content.decode()[:500]
    return str(answer["Location"])


def accepted(client: Client, address: str) -> None:
    assert client.post(address.replace("/import/", "/import-accept/")).status_code == 302


@pytest.mark.parametrize("sheet", MESSY, ids=lambda sheet: sheet.name)
def test_a_messy_sheet_comes_in_right_with_three_questions_at_most(
    sheet: Messy, client_of: SignedIn, empty: Viewer, tmp_path: Path
) -> None:
    client = client_of("dana")
    sheet.write(tmp_path / sheet.name)
    address = uploaded(client, empty, sheet.name, (tmp_path / sheet.name).read_bytes())
    asked = 0
    while question := re.search(r'name="word" value="([^"]+)"', client.get(address).content.decode()):
        asked += 1
        client.post(address.replace("/import/", "/import-tell/"), {"word": question[1], "sector": "other"})
    assert asked <= 3
    accepted(client, address)
    found = situation(empty)
    assert {body.name for body in found.bodies} == set(sheet.bodies)
    assert {person.name for person in found.people} == {person[0] for person in sheet.people}


def test_a_wrong_cell_is_mended_in_its_place(client_of: SignedIn, empty: Viewer) -> None:
    client = client_of("dana")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "organisations.csv", "id,name,sector,influence_1_10,rated_by\na,Alpha,business,many,Dana\nb,Beta,business,3,Dana\n"
        )
        archive.writestr("ties.csv", "from,to\na,b\n")
    address = uploaded(client, empty, "map.zip", out.getvalue())
    page = client.get(address).content.decode()
    assert 'class="wrong"' in page
    assert "import-accept" not in page
    client.post(
        address.replace("/import/", "/import-tell/"), {"sheet": "organisations", "row": "2", "column": "influence_1_10", "text": "7"}
    )
    accepted(client, address)
    assert situation(empty).bodies[0].influence_1_10 == 7


def test_accepting_is_one_batch_and_the_file_is_forgotten(client_of: SignedIn, empty: Viewer) -> None:
    client = client_of("dana")
    address = uploaded(client, empty, "list.csv", "שם הארגון,מגזר\nקפה,עסקי\nעמותה,חברה אזרחית\n".encode("cp1255"))
    folder = folder_of(Upload.objects.get().folder)
    assert folder.is_dir()
    accepted(client, address)
    deed = Deed.objects.get(workspace_id=empty.workspace_id, name="batch_accept")
    assert deed.is_batch
    assert len(situation(empty).bodies) == 2
    client.post(f"/w/{empty.workspace_ref}/deed/{deed.ref}/undo/")
    assert situation(empty).bodies == ()


def test_the_same_kind_of_sheet_asks_nothing_the_second_time(client_of: SignedIn, empty: Viewer) -> None:
    client = client_of("dana")
    first = uploaded(client, empty, "one.csv", "שם הארגון,מגזר\nקפה,גילדה\nמאפייה,גילדה\n".encode())
    assert 'name="word"' in client.get(first).content.decode()
    client.post(first.replace("/import/", "/import-tell/"), {"word": "גילדה", "sector": "business"})
    accepted(client, first)
    second = uploaded(client, empty, "two.csv", "שם הארגון,מגזר\nסופר,גילדה\n".encode())
    assert 'name="word"' not in client.get(second).content.decode()
    accepted(client, second)
    assert {body.sector_key for body in situation(empty).bodies} == {"business"}


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("organisations.csv", b"0" * 300_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("text.xlsx", b"this is no workbook"), ("picture.csv", b"\x89PNG\r\n\x1a\n" + b"0" * 100), ("bomb.zip", None),
        ("evil.xlsx", b"PK\x03\x04" + b"0" * 50), ("../../etc/passwd.csv", b""),
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused_and_changes_nothing(name: str, data: bytes | None, client_of: SignedIn, town: Town) -> None:
    client, before = client_of("dana"), situation(town.owner)
    address = uploaded(client, town.owner, name, bomb() if data is None else data)
    page = client.get(address).content.decode()
    assert "import-accept" not in page
    client.post(address.replace("/import/", "/import-accept/"))
    assert situation(town.owner) == before
    assert not list(Path(settings.FILES).rglob("passwd*")) or all("uploads" in path.parts for path in Path(settings.FILES).rglob("passwd*"))


def test_a_formula_and_a_script_stay_text(client_of: SignedIn, empty: Viewer) -> None:
    client = client_of("dana")
    rows = 'name,sector\n"=HYPERLINK(""http://x"")",business\n<script>alert(1)</script>,business\n'
    address = uploaded(client, empty, "organisations.csv", rows.encode())
    accepted(client, address)
    listed = client.get(f"/w/{empty.workspace_ref}/bodies/").content.decode()
    assert "<script>alert" not in listed
    assert "&lt;script&gt;alert(1)" in listed
    book = client.get(f"/w/{empty.workspace_ref}/map.xlsx").content
    sheets = b"".join(zipfile.ZipFile(io.BytesIO(book)).read(n) for n in zipfile.ZipFile(io.BytesIO(book)).namelist() if "sheet" in n)
    assert b"<f>HYPERLINK" not in sheets


def test_thirty_megabytes_are_refused_before_they_are_read(client_of: SignedIn, town: Town) -> None:
    answer = client_of("dana").post(f"/w/{town.ref}/import/", {"files": SimpleUploadedFile("big.csv", b"0" * 30_000_000)})
    assert answer.status_code == 413
    assert not Upload.objects.filter(workspace=town.workspace, name="big.csv").exists()


def test_a_network_of_another_program_comes_in_with_its_sector_word_asked(client_of: SignedIn, empty: Viewer) -> None:
    client = client_of("dana")
    graphml = (
        '<graphml><key id="n" for="node" attr.name="name" attr.type="string"/><key id="s" for="node" attr.name="sector" attr.type="string"/>'
        '<graph edgedefault="undirected"><node id="1"><data key="n">מאפיית הדר</data><data key="s">גילדה</data></node>'
        '<node id="2"><data key="n">ידיד</data><data key="s">עמותה</data></node><edge source="1" target="2"/></graph></graphml>'
    )
    address = uploaded(client, empty, "map.graphml", graphml.encode())
    page = client.get(address).content.decode()
    assert 'name="word" value="גילדה"' in page
    assert 'value="ties.kind"' in client.get(f"{address}?sheet=ties").content.decode()
    client.post(address.replace("/import/", "/import-tell/"), {"word": "גילדה", "sector": "business"})
    accepted(client, address)
    found = situation(empty)
    assert {(body.name, body.sector.key) for body in found.bodies} == {("מאפיית הדר", "business"), ("ידיד", "civil_society")}
    assert len(found.ties) == 1


def test_a_network_that_declares_entities_is_refused_on_its_page(client_of: SignedIn, empty: Viewer) -> None:
    client = client_of("dana")
    address = uploaded(client, empty, "map.graphml", b'<!DOCTYPE g [<!ENTITY a "ha">]><graphml/>')
    page = client.get(address).content.decode()
    assert "DOCTYPE" in page
    assert "import-accept" not in page
