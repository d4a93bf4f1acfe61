"""Is it written down who was shown contact data, on every page and in every file that shows them, and may only owners read it?"""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from shutaf.accounts.actions.contact_reads import contact_log_keep, contact_read
from shutaf.accounts.contact_reads import contact_reads_page
from shutaf.accounts.models import ContactRead, User, Workspace
from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.models import Person
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]
PAGES = Path(__file__).parents[2] / "src/shutaf/web/pages"


def signed_in(user: User) -> Client:
    call_command("createcachetable", verbosity=0)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def reachable(town: Town) -> Person:
    row: Person = Person.present.filter(workspace=town.workspace).exclude(body=None).exclude(email="", phone="")[0]
    return row


def test_the_page_of_a_body_writes_who_saw_whom_once_an_hour(town: Town) -> None:
    body, client = reachable(town).body, signed_in(town.vera)
    assert body
    for _ in range(3):
        assert client.get(f"/w/{town.ref}/body/{body.ref}").status_code == 200
    (read,) = ContactRead.objects.all()
    assert (read.by, read.user, read.what, read.body_ref, read.kind) == ("Vera", town.vera, "body", body.ref, "user")
    ContactRead.objects.update(at=timezone.now() - timedelta(hours=2))
    client.get(f"/w/{town.ref}/body/{body.ref}")
    assert ContactRead.objects.count() == 2


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("export/vcard/", "file"),
        ("export/partner/", "file"),
        ("workspace.zip", "workspace"),
        ("map.xlsx", "workbook"),
        ("grid/organisations/", "grid"),
    ],
)
def test_a_file_with_people_writes_who_took_it(town: Town, path: str, what: str) -> None:
    assert signed_in(town.dana).get(f"/w/{town.ref}/{path}").status_code == 200
    assert [(one.what, one.by, one.people > 0) for one in ContactRead.objects.all()] == [(what, "Dana", True)]


def test_a_partner_who_sees_nobody_writes_nothing(town: Town) -> None:
    body = reachable(town).body
    assert body
    signed_in(town.omar).get(f"/w/{town.ref}/body/{body.ref}")
    assert not ContactRead.objects.exists()


def test_only_owners_read_the_log_and_say_how_long_it_is_kept(town: Town) -> None:
    contact_read(town.editor, what="grid", people=3)
    assert [one.by for one in contact_reads_page(town.owner).reads] == ["Eli"]
    assert contact_reads_page(town.owner, by="Vera").found == 0
    contact_log_keep(town.owner, days=730)
    assert Workspace.objects.get(pk=town.workspace.pk).contact_log_days == 730
    for viewer in (town.editor, town.viewer, town.partner, town.link("x")):
        with pytest.raises(NotAllowedError):
            contact_reads_page(viewer)
        with pytest.raises(NotAllowedError):
            contact_log_keep(viewer, days=90)
    with pytest.raises(ValueError, match="one of"):
        contact_log_keep(town.owner, days=1)


def test_a_disk_that_takes_no_more_hides_no_page(town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def full(**_told: object) -> None:
        raise DatabaseError("database or disk is full")

    monkeypatch.setattr(ContactRead.objects, "create", full)
    body = reachable(town).body
    assert body
    assert signed_in(town.vera).get(f"/w/{town.ref}/body/{body.ref}").status_code == 200
    assert "could not be written down" in caplog.text


WITHOUT = {
    "accessibility": "whom to turn to, from the settings", "safety": "who is let in, not contact data of bodies", "account": "the own address", "mfa": "the own address", "members": "accounts of colleagues, not contact data of bodies", "open_call": "what one types oneself",
    "links": "what one types oneself", "contact_reads": "the log itself",
}  # fmt: skip


def test_no_page_shows_an_address_or_a_number_without_writing_it_down() -> None:
    shows = re.compile(r"\b\w+\.(?:contact\.)?(?:email|phone)\b|\.department\.contact\b|mail\.to\b")
    silent = [
        page.name
        for page in sorted(PAGES.iterdir())
        if page.is_dir()
        and page.name not in WITHOUT
        and any(shows.search(html.read_text(encoding="utf-8")) for html in page.glob("*.html"))
        and not any("contact_read(" in code.read_text(encoding="utf-8") for code in page.glob("*.py"))
    ]
    assert silent == []
