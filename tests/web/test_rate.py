"""Does a phone rate by the link alone: one initiative at a time, seen by nobody, never doubled, and told when it is too late?"""

from __future__ import annotations

import logging
import re

import pytest
from django.test import Client

from shutaf.accounts.queries import revision_now
from shutaf.partnerships.models import Initiative, Rating
from shutaf.partnerships.round_actions import round_close, round_link_again, round_open, round_save
from shutaf.partnerships.rounds import round_found
from shutaf.web.shell.log_lines import Plain
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

CRITERIA = ("chance", "months_to_result", "light")
HEBREW = re.compile("[\u0590-\u05ff]")


def refs(town: Town) -> list[str]:
    return list(Initiative.present.filter(workspace=town.workspace).order_by("pk").values_list("ref", flat=True)[:3])


@pytest.fixture
def round_ref(town: Town) -> str:
    ref, _deed = round_save(town.editor, name="מה קודם", initiatives=refs(town), criteria=CRITERIA)
    round_open(town.editor, ref=ref)
    return ref


def address(town: Town, ref: str) -> str:
    found = round_found(town.editor, ref)
    assert found
    return f"/r/{found.token}/"


def seated(town: Town, ref: str, group: str = "business", language: str = "en") -> Client:
    phone = Client()
    phone.cookies["shutaf_language"] = language
    assert phone.post(address(town, ref), {"group": group}).url == "/r/"
    return phone


def test_looking_at_the_link_changes_nothing(town: Town, round_ref: str) -> None:
    phone = Client()
    answer = phone.get(address(town, round_ref))
    assert answer.status_code == 200
    assert "מה קודם" in answer.content.decode()
    assert answer["Referrer-Policy"] == "strict-origin"
    assert phone.get("/r/").status_code == 410


def test_a_wrong_link_says_so(town: Town, round_ref: str) -> None:
    assert Client().get(address(town, round_ref)[:-3] + "xx/").status_code == 410
    assert Client().post("/r/1-AAAAAAAAAAAAAAAAAAAAAA/").status_code == 410


def test_one_initiative_at_a_time_to_the_end(town: Town, round_ref: str) -> None:
    phone = seated(town, round_ref)
    first = phone.get("/r/").content.decode()
    assert "Initiative 1 of 3" in first
    assert first.count("I do not know") == 3
    answer = phone.post("/r/?at=1", {"chance": "3", "months_to_result": "unknown", "light": "5"})
    assert answer.url == "/r/?at=2"
    assert phone.post("/r/?at=2", {"chance": "0"}).url == "/r/?at=3"
    assert phone.post("/r/?at=3", {}).url == "/r/done/"
    said = phone.get("/r/done/").content.decode()
    assert "4 of 9 answers are saved" in said
    given = {(row.initiative.ref, row.criterion): (row.value, row.group) for row in Rating.objects.select_related("initiative")}
    assert given[(refs(town)[0], "chance")] == (0.7, "business")
    assert given[(refs(town)[0], "months_to_result")] == (None, "business")
    assert given[(refs(town)[0], "light")] == (10.0, "business")


def test_what_was_said_stands_there_again_and_is_replaced(town: Town, round_ref: str) -> None:
    phone = seated(town, round_ref)
    phone.post("/r/?at=1", {"chance": "3"})
    assert 'name="chance" value="3" checked' in phone.get("/r/?at=1").content.decode()
    phone.post("/r/?at=1", {"chance": "1"})
    assert Rating.objects.get().value == 0.3


def test_coming_in_again_on_the_same_phone_is_the_same_rater(town: Town, round_ref: str) -> None:
    phone = seated(town, round_ref)
    phone.post("/r/?at=1", {"chance": "3"})
    assert "began on this phone already" in phone.get(address(town, round_ref)).content.decode()
    phone.post(address(town, round_ref), {"group": "public"})
    phone.post("/r/?at=2", {"chance": "3"})
    assert len(set(Rating.objects.values_list("rater", "group"))) == 1


def test_somebody_else_on_the_same_phone_is_another_rater_who_sees_nothing(town: Town, round_ref: str) -> None:
    phone = seated(town, round_ref)
    phone.post("/r/?at=1", {"chance": "3"})
    assert phone.post("/r/done/", {"other": "1", "group": "public"}).url == "/r/"
    assert "checked" not in phone.get("/r/?at=1").content.decode()
    phone.post("/r/?at=1", {"chance": "0"})
    assert set(Rating.objects.values_list("value", "group")) == {(0.7, "business"), (0.1, "public")}


def test_two_phones_see_nothing_of_each_other(town: Town, round_ref: str) -> None:
    one, other = seated(town, round_ref), seated(town, round_ref)
    one.post("/r/?at=1", {"chance": "4"})
    assert "checked" not in other.get("/r/?at=1").content.decode()


@pytest.mark.parametrize("sent", ["6", "-1", "0.7", "x", "٣", "9" * 50, "<script>", "nan"])
def test_what_no_button_sends_is_refused_and_the_rest_stays_pressed(town: Town, round_ref: str, sent: str) -> None:
    answer = seated(town, round_ref).post("/r/?at=1", {"chance": sent, "light": "2"})
    said = answer.content.decode()
    assert answer.status_code == 400
    assert "Nothing was saved" in said
    assert 'name="light" value="2" checked' in said
    assert "<script>" not in said.split('id="page-form"')[1]
    assert not Rating.objects.exists()


@pytest.mark.parametrize("at", ["0", "99", "-1", "x", "٢", "1" * 300])
def test_a_strange_place_leads_to_the_first_open_one(town: Town, round_ref: str, at: str) -> None:
    assert "Initiative 1 of 3" in seated(town, round_ref).get(f"/r/?at={at}").content.decode()


def test_a_strange_group_is_no_group(town: Town, round_ref: str) -> None:
    phone = seated(town, round_ref, group="<b>dana")
    phone.post("/r/?at=1", {"chance": "4"})
    assert Rating.objects.get().group == ""


def test_names_with_scripts_stay_names(town: Town) -> None:
    Initiative.objects.filter(workspace=town.workspace, ref=refs(town)[0]).update(name="<script>alert(1)</script>", problem='"><img src=x>')
    ref, _deed = round_save(town.editor, name="<i>x</i>", initiatives=refs(town), criteria=CRITERIA)
    round_open(town.editor, ref=ref)
    said = seated(town, ref).get("/r/?at=1").content.decode()
    assert "<script>alert" not in said
    assert "<img" not in said
    assert "<i>x" not in said


def test_a_closed_round_says_so_and_takes_nothing(town: Town, round_ref: str) -> None:
    phone = seated(town, round_ref)
    at = address(town, round_ref)
    round_close(town.editor, ref=round_ref, on="2026-11-26")
    for said in (phone.get("/r/"), phone.post("/r/?at=1", {"chance": "4"}), phone.get("/r/done/"), Client().get(at), Client().post(at)):
        assert "shutaf" not in said.content.decode().split("</header>")[0].split("<body")[1]
    assert "What you saved before counts" in phone.get("/r/").content.decode()
    assert not Rating.objects.exists()


def test_a_link_made_anew_asks_to_come_in_again_and_keeps_the_seat(town: Town, round_ref: str) -> None:
    phone = seated(town, round_ref)
    phone.post("/r/?at=1", {"chance": "4"})
    round_link_again(town.editor, ref=round_ref)
    assert phone.get("/r/").status_code == 410
    phone.post(address(town, round_ref))
    phone.post("/r/?at=1", {"chance": "0"})
    assert Rating.objects.get().value == 0.1


def test_it_tells_nothing_else_of_the_workspace(town: Town, round_ref: str) -> None:
    said = seated(town, round_ref).get("/r/").content.decode()
    others = Initiative.present.filter(workspace=town.workspace).exclude(ref__in=refs(town)).values_list("name", flat=True)
    assert not [name for name in others if name in said]
    assert f"/w/{town.ref}" not in said


def test_forty_phones_raise_no_revision_and_write_each_once(town: Town, round_ref: str) -> None:
    revision = revision_now(town.owner)
    for n in range(40):
        phone = seated(town, round_ref, group=("business", "public", "", "community")[n % 4])
        for at in (1, 2, 3):
            for _again in range(2):
                assert phone.post(f"/r/?at={at}", {"chance": str(n % 5), "light": "unknown"}).status_code == 302
    assert Rating.objects.count() == 40 * 3 * 2
    assert revision_now(town.owner) == revision
    found = round_found(town.editor, round_ref)
    assert found
    assert found.raters == 40


def test_the_sheet_speaks_hebrew_without_a_word_of_english(town: Town, round_ref: str) -> None:
    phone = seated(town, round_ref, language="he")
    for at in ("/r/", "/r/done/", address(town, round_ref)):
        main = phone.get(at).content.decode().split("<main")[1].split("</main>")[0]
        assert re.findall(r">[^<>]*[A-Za-z]{3,}[^<>]*<", main) == []


def test_logs_show_no_token(town: Town, round_ref: str) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Forbidden: %s", (address(town, round_ref),), None)
    assert Plain(has_details=True).format(record).endswith(": Forbidden: /r/…/")
