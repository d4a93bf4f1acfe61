"""Does the page say who is missing, why and how sure, take a body in, and remember what is not relevant?"""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client

from shutaf.analysis.situation import Body as BodyRecord
from shutaf.analysis.situation import Place, Situation, Word
from shutaf.bodies.models import Body
from shutaf.partnerships.actions import partnership_save
from shutaf.partnerships.models import FindingAnswer
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

PLACE = Place(
    name="עין חרוב", goals=(Word("water", "water"),), population_groups=(Word("צעירים"), Word("<b>עולים</b>")), anchor_institutions=(Word("בית החולים"),),
    neighbourhoods=(Word("אל־עין"),),
)  # fmt: skip
BODIES = (
    BodyRecord("bakery", "מאפייה", Word("", "business"), themes=(Word("", "energy"),), population_groups=(Word("הצעירים"),)),
    BodyRecord("shop", "חנות", Word("", "business")),
)


@pytest.fixture
def small(db: None) -> Town:
    return build_town(Situation(PLACE, BODIES), partner_of="bakery")


def browser(user: object) -> Client:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


def page(town: Town, client: Client, query: str = "") -> str:
    answer = client.get(f"/w/{town.ref}/missing/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def signature(text: str, about: str) -> str:
    """The signature of the card that names something."""
    card = next(part for part in text.split('<div class="who-card">')[1:] if about in part.split("</header>")[0])
    found = re.search(r"missing/([0-9a-f]{32})/", card)
    assert found
    return found[1]


def test_each_suggestion_says_why_and_what_is_unknown(small: Town) -> None:
    text = page(small, browser(small.eli))
    assert "&lt;b&gt;עולים&lt;/b&gt;" in text
    assert "<b>עולים" not in text
    for said in ("Nobody on the map for", "is not on the map", "A goal without a body", "Nobody on the map from", "How sure"):
        assert said in text
    assert "Of 1 body no theme is written down, so it may fit." in text
    assert ">צעירים<" not in text.split("<main")[1]


def test_an_anchor_is_added_to_the_map_with_one_name(small: Town) -> None:
    client = browser(small.eli)
    mark = signature(page(small, client), "בית החולים")
    answer = client.post(f"/w/{small.ref}/missing/{mark}/add/", {"name": "בית החולים", "sector": "public"})
    assert answer.status_code == 302
    made = Body.objects.get(workspace=small.workspace, name="בית החולים")
    assert made.sector.key == "public"
    assert "בית החולים</bdi></strong> is not on the map" not in page(small, client)


def test_what_a_suggestion_is_about_is_written_into_the_new_body(small: Town) -> None:
    client = browser(small.eli)
    text = page(small, client)
    for about, name in (("עולים", "אגודה"), ("אל־עין", "ועד"), ("water", "מכון המים")):
        client.post(f"/w/{small.ref}/missing/{signature(text, about)}/add/", {"name": name, "sector": ""})
    by_name = {body.name: body for body in Body.objects.filter(workspace=small.workspace)}
    assert by_name["אגודה"].population_groups[0].text == "<b>עולים</b>"
    assert by_name["ועד"].neighbourhood == "אל־עין"
    assert by_name["מכון המים"].themes[0].key == "water"


@pytest.mark.parametrize("name", ["", "א" * 301, "מאפייה"])
def test_a_bad_name_is_refused_and_stays_typed(small: Town, name: str) -> None:
    client = browser(small.eli)
    mark = signature(page(small, client), "אל־עין")
    before = Body.objects.count()
    answer = client.post(f"/w/{small.ref}/missing/{mark}/add/", {"name": name, "sector": "community"})
    assert answer.status_code == 200
    text = answer.content.decode()
    assert 'class="error"' in text
    assert name in text
    assert Body.objects.count() == before


def test_not_relevant_is_remembered_with_its_reason_and_can_be_taken_back(small: Town) -> None:
    client = browser(small.eli)
    mark = signature(page(small, client), "אל־עין")
    client.post(f"/w/{small.ref}/missing/{mark}/", {"state": "not_for_us", "reason": "אין שם <i>איש</i>"})
    text = page(small, client)
    assert "1 suggestion was put aside" in text
    assert "אין שם &lt;i&gt;איש&lt;/i&gt;" in text
    assert f"missing/{mark}/add/" not in text
    client.post(f"/w/{small.ref}/missing/{mark}/", {"state": "open"})
    assert f"missing/{mark}/add/" in page(small, client)


def test_two_missing_sectors_are_two_findings(small: Town) -> None:
    client = browser(small.eli)
    mark = signature(page(small, client), "academia")
    client.post(f"/w/{small.ref}/missing/{mark}/", {"state": "not_for_us"})
    assert "civil society" in page(small, client)
    findings = client.get(f"/w/{small.ref}/findings/").content.decode()
    assert "Nobody from <" in findings or "Nobody from civil society" in findings


def test_the_chosen_model_asks_for_its_seats(small: Town) -> None:
    client = browser(small.vera)
    assert "No model is chosen" in page(small, client)
    text = page(small, client, "?model=greening_business")
    assert "Too few businesses that could learn from one another" in text
    assert "add/" not in text
    assert page(small, client, "?model=%3Cscript%3E").split('name="model"')[1].split("</select>")[0].count("<option") == 5


def test_a_partnership_brings_its_goals_and_its_model(small: Town) -> None:
    _ref, _deed = partnership_save(small.editor, name="<i>עץ</i>", goals=(Word("health", "health"),), typology="greening_business")
    client = browser(small.vera)
    text = page(small, client)
    assert "&lt;i&gt;עץ&lt;/i&gt;" in text
    assert "A goal without a body: health" in re.sub(r"<[^>]+>", "", text)
    assert "Too few businesses" in text
    without = page(small, client, "?for=&model=")
    assert "health" not in without.split('class="who-card"', 1)[1]
    assert "Too few businesses" in page(small, client, f"?was=&for={_ref}&model=shared_agenda")
    assert page(small, client, "?for=nobody").count("selected") == 0


def test_a_viewer_reads_and_changes_nothing_others_do_neither(small: Town) -> None:
    mark = signature(page(small, browser(small.eli)), "אל־עין")
    for user, status in ((small.vera, 403), (small.omar, 403), (small.ruth, 404)):
        assert browser(user).post(f"/w/{small.ref}/missing/{mark}/", {"state": "not_for_us"}).status_code == status
        assert browser(user).post(f"/w/{small.ref}/missing/{mark}/add/", {"name": "x"}).status_code == status
    assert browser(small.omar).get(f"/w/{small.ref}/missing/").status_code == 403
    assert not FindingAnswer.objects.exists()


def test_an_empty_map_says_what_to_do(db: None) -> None:
    town = build_town(Situation(), partner_of="none")
    assert 'class="empty"' in page(town, browser(town.eli))
