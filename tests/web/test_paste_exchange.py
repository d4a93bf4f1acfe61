"""Do many needs and offers enter at once, looked at and mended at their lines, as one deed?"""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from django.test import Client

import world
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import NotAllowedError
from shutaf.exchange.actions import resources_create
from shutaf.exchange.models import Resource
from shutaf.stewardship.undo import deed_undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TEXT = "Green Circle offers 30 volunteers for planting\nNeeds:\nסוחרי הרחוב הראשי: hall, 120 m2\nNobody Here needs shelves"
HEAD = {"said_by": "Noa", "said_role": "chair", "as_of": "2026-11", "visible_to": "partners"}


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


def browser(town: Town, who: str, language: str = "en") -> Client:
    client = Client()
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = language
    return client


@pytest.fixture
def editor(town: Town) -> Client:
    return browser(town, "eli")


def page(town: Town) -> str:
    return f"/w/{town.ref}/new/exchange/"


def as_shown(response: Any) -> dict[str, str]:
    """The form as the page holds it, to be sent again."""
    said = response.content.decode()
    form = response.context
    sent = {"text": form["head"]["text"].value(), "count": str(len(form["rows"])), "op": re.findall(r'name="op" value="(\w+)"', said)[0]}
    sent |= {name: form["head"][name].value() or "" for name in ("side", "body", "said_by", "said_role", "as_of", "visible_to")}
    return sent | {bound.html_name: str(bound.value() or "") for row in form["rows"] for bound in row if bound.name != "leave"}


def test_looking_guesses_and_writes_nothing(editor: Client, town: Town) -> None:
    before = Resource.objects.count()
    shown = editor.post(page(town), HEAD | {"text": TEXT})
    said = re.sub(r"<[^>]+>", "", shown.content.decode())
    assert "2 lines can be taken, 1 waits to be mended" in said
    assert "No body of this name is on the map." in said
    assert [row["kind"].value() for row in shown.context["rows"]] == ["staff_time", "space", ""]
    assert "“volunteers”" in said
    assert Resource.objects.count() == before


def test_taking_writes_what_is_right_and_keeps_the_rest_to_be_mended(editor: Client, town: Town) -> None:
    shown = editor.post(page(town), HEAD | {"text": TEXT})
    left = editor.post(page(town), as_shown(shown) | {"accept": "1"})
    rows = {row.title: row for row in Resource.objects.filter(said_by="Noa, chair")}
    assert sorted(rows) == ["30 volunteers for planting", "hall, 120 m2"]
    hall = rows["hall, 120 m2"]
    assert (hall.side, hall.body.ref, hall.kind.key, hall.amount.unit, hall.as_of, hall.visible_to) == (
        "need",
        "merchants",
        "space",
        "m2",
        "2026-11",
        "partners",
    )
    assert [row["title"].value() for row in left.context["rows"]] == ["shelves"]
    mended = as_shown(left) | {"accept": "1"}
    mended[left.context["rows"][0]["body"].html_name] = "Green Circle"
    assert editor.post(page(town), mended).status_code == 302
    assert Resource.objects.get(title="shelves").body.ref == "greens"


def test_one_press_is_one_deed_undone_whole_and_never_done_twice(editor: Client, town: Town) -> None:
    before = Resource.present.count()
    sent = as_shown(editor.post(page(town), {"text": "a hall\na van", "side": "need", "body": "economy"})) | {"accept": "1"}
    for _ in range(2):
        editor.post(page(town), sent)
    assert Resource.present.count() == before + 2
    deed_undo(town.editor, ref=Deed.objects.get(name="resources_create").ref)
    assert Resource.present.count() == before


def test_what_is_mended_at_the_line_wins_over_the_guess(editor: Client, town: Town) -> None:
    shown = editor.post(page(town), {"text": "need: a hall", "body": "economy"})
    editor.post(page(town), as_shown(shown) | {"r0-kind": "money", "r0-amount": "5000 ILS", "r0-theme": "energy", "accept": "1"})
    row = Resource.objects.get(title="a hall")
    assert (row.kind.key, row.amount.dimension, row.themes[0].key) == ("money", "money:ILS", "energy")


def test_errors_stand_at_their_line_and_nothing_typed_is_lost(editor: Client, town: Town) -> None:
    before = Resource.objects.count()
    shown = editor.post(page(town), {"text": "need: a hall", "body": "economy"})
    again = editor.post(page(town), as_shown(shown) | {"r0-amount": "much", "r0-from_date": "soon", "accept": "1"})
    (row,) = again.context["rows"]
    assert set(row.errors) == {"amount", "from_date"}
    assert (row["amount"].value(), row["from_date"].value()) == ("much", "soon")
    assert Resource.objects.count() == before


def test_what_is_there_already_is_told_and_not_doubled(editor: Client, town: Town) -> None:
    shown = editor.post(page(town), {"text": "need: a hall\nneed: A  Hall", "body": "economy"})
    assert [bool(row.errors) for row in shown.context["rows"]] == [False, True]
    editor.post(page(town), as_shown(shown) | {"accept": "1"})
    assert editor.post(page(town), {"text": "need: a hall", "body": "economy"}).context["taken"] == 0


def test_a_line_can_be_left_out(editor: Client, town: Town) -> None:
    shown = editor.post(page(town), {"text": "need: a hall\nneed: a van", "body": "economy"})
    assert editor.post(page(town), as_shown(shown) | {"r1-leave": "on", "accept": "1"}).status_code == 302
    assert not Resource.objects.filter(title="a van").exists()


def test_a_department_needs_and_offers_like_everybody_else(editor: Client, town: Town) -> None:
    shown = editor.post(page(town), {"text": "אגף החינוך: מציע אולם ספורט\nאגף החינוך: צריך הסעות"})
    editor.post(page(town), as_shown(shown) | {"accept": "1"})
    assert set(Resource.objects.filter(body__ref="education", title__in=("אולם ספורט", "הסעות")).values_list("side", flat=True)) == {
        "need",
        "offer",
    }


def test_a_partner_writes_for_the_own_body_only(town: Town) -> None:
    omar = browser(town, "omar")
    shown = omar.post(page(town), {"text": "need: a hall\nGreen Circle offers bread", "body": "bakery"})
    assert [bool(row.errors) for row in shown.context["rows"]] == [False, True]
    omar.post(page(town), as_shown(shown) | {"accept": "1"})
    assert Resource.objects.get(title="a hall").body.ref == "bakery"
    for viewer in (town.partner, town.viewer, town.link("greens"), town.elsewhere):
        with pytest.raises(NotAllowedError):
            resources_create(viewer, rows=[{"body_ref": "greens", "side": "need", "title": "x"}])
    with pytest.raises(NotAllowedError):
        resources_create(town.partner, rows=[])


@pytest.mark.parametrize("text", ["x" * 100_001, "\n".join("need: thing" for _ in range(201))])
def test_too_much_is_refused_and_stays_in_the_box(editor: Client, town: Town, text: str) -> None:
    shown = editor.post(page(town), {"text": text})
    assert "Nothing was taken." in shown.content.decode()
    assert text[:2000] in shown.content.decode()


def test_two_hundred_lines_are_quick(editor: Client, town: Town) -> None:
    before, begin = Resource.objects.count(), time.monotonic()
    shown = editor.post(page(town), {"text": "\n".join(f"offer: room {n}, {n + 1} m2" for n in range(200)), "body": "economy"})
    editor.post(page(town), as_shown(shown) | {"accept": "1"})
    assert Resource.objects.count() == before + 200
    assert time.monotonic() - begin < 20  # about three seconds on a quiet machine


def test_hostile_text_is_shown_as_text_and_the_hebrew_page_says_no_english(town: Town) -> None:
    said = browser(town, "eli", "he").post(page(town), {"text": "need: <script>alert(1)</script>\n\u202e</textarea><b>x"}).content.decode()
    assert "<script>alert" not in said
    assert "<b>x" not in said
    body = re.sub(
        r"<(option|textarea|bdi|script|style)\b.*?</\1>|<[^>]+>", " ", said[said.index("<main") : said.index("</main")], flags=re.DOTALL
    )
    assert re.findall(r"[A-Za-z]{3,} [A-Za-z]{2,}", body) == []


@pytest.mark.parametrize("name", ["r" + "9" * 300 + "-title", "r١-title", "r-title", "rx-title"])
def test_names_of_fields_that_are_not_ours_break_nothing(editor: Client, town: Town, name: str) -> None:
    sent = {"text": "need: a hall", "body": "economy", "count": "1", "r0-title": "a hall", "r0-side": "need", name: "x"}
    assert editor.post(page(town), sent).status_code == 200


def test_the_page_of_a_body_leads_here_with_the_body_chosen(editor: Client, town: Town) -> None:
    assert f'{page(town)}?body=economy"' in editor.get(f"/w/{town.ref}/body/economy").content.decode()
    assert editor.get(f"{page(town)}?body=economy").context["head"]["body"].value() == "economy"
