"""Is a department's sheet filled on one page, with nothing lost that was typed?"""

from __future__ import annotations

import re

import pytest
from django.test import Client

import world
from shutaf.bodies.models import Body, Opportunity, RunningAction
from shutaf.exchange.models import Resource
from shutaf.intake.sheet_save import sheet_save
from shutaf.intake.writing import Said
from shutaf.relations.told import levels_told
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


@pytest.fixture
def editor(client: Client, town: Town) -> Client:
    client.force_login(town.eli, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = "en"
    return client


@pytest.fixture
def sheet(town: Town) -> str:
    return f"/w/{town.ref}/department/economy"


def shown(client: Client, sheet: str) -> dict[str, str]:
    """What a browser would send back unchanged."""
    said = client.get(sheet).content.decode()
    form = said[said.index('id="page-form"') : said.index("<datalist")]
    typed = dict(re.findall(r'<input type="(?:text|hidden)" name="([^"]+)"(?: value="([^"]*)")?', form))
    typed |= {name: re.search(r'<option value="([^"]*)" selected', inner)[1] if "selected" in inner else ""  # type: ignore[index]
              for name, inner in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', form, re.DOTALL)}  # fmt: skip
    typed |= {name: text.strip() for name, text in re.findall(r'<textarea name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.DOTALL)}
    typed["would_join"] = re.search(r'name="would_join" value="(\w+)"[^>]*checked', form)[1]  # type: ignore[index]
    typed.pop("csrfmiddlewaretoken", None)
    return typed


def test_sending_it_as_it_is_changes_nothing(editor: Client, sheet: str, town: Town) -> None:
    town.workspace.refresh_from_db()
    before = town.workspace.revision
    assert "Nothing new was written" in editor.post(sheet, shown(editor, sheet), follow=True).content.decode()
    town.workspace.refresh_from_db()
    assert town.workspace.revision == before


def test_all_kinds_of_rows_are_saved_at_once_and_can_be_undone(editor: Client, sheet: str) -> None:
    typed = shown(editor, sheet) | {
        "head": "Head of economy", "targets": ["energy", "waste"], "would_join": "yes", "tie-new0-name": "קרטון הצפון", "tie-new0-level": "knows",
        "tie-new0-quality_1_5": "2", "need-business0-title": "a yard", "need-business0-kind": "space", "offer-training-title": "courses for shops",
        "chance-new0-title": "new area", "chance-new0-from_date": "3/2027", "chance-new0-theme": "local_economy",
        "actions": "green label (2024)\nmarket day",
    }  # fmt: skip
    said = editor.post(sheet, typed, follow=True).content.decode()
    assert "The sheet is saved." in said
    assert "Undo" in said
    body = Body.objects.get(ref="economy")
    assert (body.head, {word.key for word in body.targets}, body.would_join) == ("Head of economy", {"energy", "waste"}, "yes")
    assert Opportunity.objects.get().from_date == "2027-03"
    assert {row.title: row.year for row in RunningAction.objects.all()} == {"green label": "2024", "market day": ""}
    rows = Resource.present.filter(body=body, title__in=("a yard", "courses for shops"))
    assert {(row.side, row.kind.key, row.asked_of) for row in rows} == {("need", "space", "business"), ("offer", "training", "")}


def test_an_emptied_row_goes_to_the_trash(editor: Client, sheet: str, town: Town) -> None:
    sheet_save(town.editor, body_ref="economy", said=[
        Said("exchange.resource", fields={"side": "need", "title": "a yard", "asked_of": "business"}),
        Said("relations.tie", fields={"with": "carton", "level": "works"}),
    ])  # fmt: skip
    typed = shown(editor, sheet)
    for name in [name for name, value in typed.items() if value == "a yard" or (name.endswith("-level") and value == "works")]:
        typed[name] = ""
    editor.post(sheet, typed)
    assert not Resource.present.filter(title="a yard").exists()
    assert "carton" not in levels_told(town.editor, "economy")


def test_what_cannot_be_read_is_marked_and_everything_typed_stays(editor: Client, sheet: str) -> None:
    typed = shown(editor, sheet) | {
        "head": "<script>alert(1)</script>", "tie-new0-name": "nobody we know", "chance-new0-title": "new area", "chance-new0-until_date": "soon",
        "offer-space-title": "x" * 1001,
    }  # fmt: skip
    said = editor.post(sheet, typed).content.decode()
    assert "No body of this name is on the map" in said
    assert said.count('class="error"') == 3
    assert "<script>alert" not in said
    assert all(text in said for text in ("nobody we know", "soon", "&lt;script&gt;"))
    assert not Opportunity.objects.exists()


def test_somebody_elses_change_is_told_before_it_is_written_over(editor: Client, sheet: str, town: Town) -> None:
    typed = shown(editor, sheet) | {"head": "mine"}
    sheet_save(town.owner, body_ref="economy", said=[Said("bodies.body", "economy", {"head": "theirs"})])
    said = editor.post(sheet, typed).content.decode()
    assert "Somebody changed this sheet while you were typing." in said
    assert Body.objects.get(ref="economy").head == "theirs"
    stamp = re.search(r'name="stamp" value="(\w+)"', said)[1]  # type: ignore[index]
    editor.post(sheet, typed | {"stamp": stamp})
    assert Body.objects.get(ref="economy").head == "mine"


def test_more_rows_keep_what_was_typed(editor: Client, sheet: str) -> None:
    said = editor.post(sheet, shown(editor, sheet) | {"more": "1", "chance-new0-title": "new area"}).content.decode()
    assert "new area" in said
    assert 'name="chance-new4-title"' in said
    assert not Opportunity.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("vera", 403), ("omar", 403), ("ruth", 404)])
def test_others_fill_no_sheet(client: Client, town: Town, sheet: str, who: str, status: int) -> None:
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(sheet).status_code == client.post(sheet, {}).status_code == status


def test_a_body_that_is_no_department_has_no_such_sheet(editor: Client, town: Town) -> None:
    assert editor.get(f"/w/{town.ref}/department/carton").status_code == 404


def test_the_list_tells_who_is_next_and_why(editor: Client, town: Town) -> None:
    said = editor.get(f"/w/{town.ref}/departments/").content.decode()
    assert "Who is next" in said
    assert "questions have an answer, and no link was sent" in said


def test_a_viewer_adds_no_departments(client: Client, town: Town) -> None:
    client.force_login(town.vera, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(f"/w/{town.ref}/departments/", {"departments": "x"}).status_code == 403
    assert Body.objects.filter(is_department=True).count() == 3


def test_an_empty_sending_breaks_nothing(editor: Client, sheet: str) -> None:
    assert editor.post(sheet, {}).status_code == 200
