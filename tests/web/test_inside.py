"""Does the internal map tell what the sheets add up to, to whom it may?"""

from __future__ import annotations

import io
import zipfile

import pytest
from django.test import Client

from shutaf.accounts.deeds import deed
from shutaf.analysis.situation import Body as BodyRecord
from shutaf.analysis.situation import Situation, Word
from shutaf.bodies.models import Body, Opportunity
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def browser(user: object) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


def test_page_and_files_say_what_opens_up_and_who_talks_past_whom(town: Town) -> None:
    department = Body.objects.filter(workspace=town.workspace, is_department=True).first()
    with deed(town.editor, "body_change") as working:
        working.create(Opportunity(body=department, title="<b>מכרז</b> הסעות", note="עד סוף הרבעון"))
    client = browser(town.vera)
    page = client.get(f"/w/{town.ref}/inside/").content.decode()
    assert "&lt;b&gt;מכרז&lt;/b&gt; הסעות" in page
    assert 'id="radar"' in page
    assert "<svg" in page
    data = client.get(f"/w/{town.ref}/inside.docx").content
    assert "מכרז" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert "data-code" not in client.get(f"/w/{town.ref}/inside.html").content.decode()  # nobody could explain them
    assert client.get(f"/w/{town.ref}/inside.pdf?lang=de").content.startswith(b"%PDF")
    assert client.get(f"/w/{town.ref}/inside.exe").status_code == 404


def test_partner_and_stranger_get_neither_page_nor_file(town: Town) -> None:
    for user in (town.omar, town.ruth):
        for path in ("inside/", "inside.html"):
            assert browser(user).get(f"/w/{town.ref}/{path}").status_code in (403, 404)


def test_a_map_without_departments_says_what_will_be_here(db: None) -> None:
    town = build_town(Situation(bodies=(BodyRecord("b1", "מאפייה", Word("", "business")),)), partner_of="b1")
    page = browser(town.eli).get(f"/w/{town.ref}/inside/").content.decode()
    assert 'class="empty"' in page
    assert browser(town.eli).get(f"/w/{town.ref}/inside.html").status_code == 200
