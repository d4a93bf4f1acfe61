"""Are links made one by one or for all departments, shown once, sent by hand, reminded of, and who answered?"""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

import pytest
from django.test import Client
from django.utils import timezone

import world
from shutaf.accounts.actions.links import Asked, link_again, link_make, link_open, link_remind, links_make
from shutaf.accounts.models import Link
from shutaf.accounts.queries import links_list
from shutaf.accounts.viewer import NotAllowedError
from shutaf.intake.departments import departments_list
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TOKEN = re.compile(r"/l/([\w-]{22})/")


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


@pytest.fixture
def editor(client: Client, town: Town) -> Client:
    client.force_login(town.eli, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = "en"
    return client


def tokens(said: str) -> set[str]:
    return set(TOKEN.findall(html.unescape(said)))


def test_a_new_link_comes_with_a_message_a_code_and_a_way_to_send_it(editor: Client, town: Town) -> None:
    typed = {"body": "economy", "person": "רינה", "person_role": "סגנית", "language": "he", "days": "30"}
    said = editor.post(f"/w/{town.ref}/links/", typed).content.decode()
    (token,) = tokens(said)
    assert link_open(token)
    assert Link.objects.get().sheet == "department"
    assert "פיתוח כלכלי" in said
    assert '<svg viewBox="0 0' in said
    (sent,) = re.findall(r'href="(https://wa\.me/\?text=[^"]+)"', said)
    assert f"/l/{token}/" in unquote(sent)
    assert "רינה" in unquote(sent)
    assert tokens(editor.get(f"/w/{town.ref}/links/").content.decode()) == set()


def test_a_body_that_is_no_department_gets_the_short_sheet(editor: Client, town: Town) -> None:
    editor.post(f"/w/{town.ref}/links/", {"body": "carton", "person": "x", "language": "de", "days": "14"})
    assert Link.objects.get().sheet == "body"


def test_all_departments_are_asked_at_once(editor: Client, town: Town) -> None:
    page = f"/w/{town.ref}/links/departments/"
    assert editor.get(page).content.decode().count('name="ask:') == 3
    assert not Link.objects.exists()
    typed = {"ask:economy": "1", "person:economy": "Rina", "role:economy": "deputy", "ask:education": "1", "language": "ar", "days": "14"}
    said = editor.post(page, typed).content.decode()
    assert len(tokens(said)) == 2
    assert {(link.body_ref, link.sheet, link.person, link.language) for link in Link.objects.all()} == {
        ("economy", "department", "Rina", "ar"), ("education", "department", "", "ar"),
    }  # fmt: skip
    assert said.count("data-ready") == 2
    assert tokens(editor.get(page).content.decode()) == set()


def test_nobody_ticked_is_told_and_makes_nothing(editor: Client, town: Town) -> None:
    said = editor.post(f"/w/{town.ref}/links/departments/", {"language": "en"}).content.decode()
    assert "nobody was asked" in said
    assert not Link.objects.exists()


def test_reminding_shows_a_text_without_a_link_and_is_written_down(editor: Client, town: Town) -> None:
    link_make(town.editor, body_ref="economy", sheet="department", person="Rina", language="en")
    page = f"/w/{town.ref}/link/{Link.objects.get().pk}/remind/"
    said = editor.get(page).content.decode()
    assert "A short reminder" in said
    assert tokens(said) == set()
    assert Link.objects.get().reminded_at is None
    editor.post(page)
    assert Link.objects.get().reminded_at
    assert links_list(town.editor)[0].reminded_at


def test_a_lost_link_is_replaced_and_the_old_one_opens_nothing(editor: Client, town: Town) -> None:
    old = link_make(town.editor, body_ref="economy", sheet="department", person="Rina", person_role="deputy", language="en")
    said = editor.post(f"/w/{town.ref}/link/{Link.objects.get().pk}/remind/", {"again": "1"}).content.decode()
    (new,) = tokens(said)
    assert link_open(old) is None
    assert link_open(new)
    link = Link.objects.get(revoked_at=None)
    assert (link.body_ref, link.sheet, link.person, link.person_role) == ("economy", "department", "Rina", "deputy")


def test_only_editors_of_the_workspace_remind_and_replace(town: Town) -> None:
    link_make(town.editor, body_ref="economy", sheet="department")
    pk = Link.objects.get().pk
    for viewer in (town.viewer, town.partner, town.link("economy"), town.elsewhere):
        for deed in (link_remind, link_again):
            with pytest.raises(NotAllowedError):
                deed(viewer, link_id=pk)
    for viewer in (town.viewer, town.partner, town.link("economy")):
        with pytest.raises(NotAllowedError):
            links_make(viewer, asked=[Asked("economy")], sheet="department")
    assert Link.objects.filter(reminded_at=None, revoked_at=None).count() == 1


def test_a_sheet_that_does_not_exist_is_no_link(town: Town) -> None:
    with pytest.raises(ValueError):
        link_make(town.editor, body_ref="economy", sheet="everything")
    with pytest.raises(ValueError):
        links_make(town.editor, asked=[Asked("economy")] * 101, sheet="department")
    assert not Link.objects.exists()


def test_the_list_of_departments_tells_opened_answered_and_whom_to_remind(town: Town) -> None:
    token = link_make(town.editor, body_ref="economy", sheet="department")

    def line() -> object:
        return next(line for line in departments_list(town.viewer) if line.facts.ref == "economy")

    assert (line().link.state, line().next) == ("open", "")  # type: ignore[attr-defined]
    link_open(token)
    Link.objects.update(created_at=timezone.now() - timezone.timedelta(days=8))
    assert (line().link.state, line().next) == ("used", "remind")  # type: ignore[attr-defined]
    Link.objects.update(answered_at=timezone.now())
    assert (line().link.state, line().next) == ("answered", "")  # type: ignore[attr-defined]


@pytest.mark.parametrize(("who", "status"), [("vera", 403), ("omar", 403), ("ruth", 404)])
def test_others_open_no_page_of_links(client: Client, town: Town, who: str, status: int) -> None:
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    for path in ("links/", "links/departments/", "links/bodies/"):
        assert client.get(f"/w/{town.ref}/{path}").status_code == status
