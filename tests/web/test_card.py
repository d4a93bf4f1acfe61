"""The card: a few questions at a time, saved when going on, informants beside each other, a partner only for its own body."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from shutaf.bodies.plans import opportunities
from shutaf.bodies.told import body_told, integrity_of, interests_of
from shutaf.partnerships.queries import situation
from shutaf.relations.lines import tie_lines
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

BAKERY = "hadar-bakery"
PARTS = ("who", "does", "ties", "wants", "chances", "moves", "facts", "interests", "weight", "done")


def browser(town: Town, who: str = "eli") -> Client:
    client = Client()
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    return client


def at(town: Town, part: str = "", body: str = BAKERY) -> str:
    return f"/w/{town.ref}/card/{body}" + (f"?part={part}" if part else "")


def tell(client: Client, town: Town, **teller: Any) -> None:
    assert client.post(f"/w/{town.ref}/teller/{BAKERY}", {"part": "who", **teller}).status_code == 302


DANA = {"teller-said_by": "Dana", "teller-said_role": "coordinator"}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens(town: Town, part: str) -> None:
    assert browser(town).get(at(town, part)).status_code == 200


def test_going_on_saves_and_shows_the_next_part(town: Town) -> None:
    client = browser(town)
    answer = client.post(at(town, "does"), {"activity": "bakes with local flour", "themes": ["food"]})
    assert answer.status_code == 302
    assert answer.url == at(town, "ties")
    assert body_told(town.editor, BAKERY).extra["activity"] == "bakes with local flour"
    assert [word.key for word in situation(town.editor).body_by_ref[BAKERY].themes] == ["food"]


def test_the_last_part_leads_to_what_is_known(town: Town) -> None:
    client = browser(town)
    assert client.post(at(town, "facts"), {}).url == at(town, "done")
    assert client.post(at(town, "weight"), {"influence_1_10": "", "interest_1_10": ""}).url == at(town, "done")


def test_what_an_informant_tells_stands_beside_what_the_map_goes_by(town: Town) -> None:
    client = browser(town)
    before = situation(town.editor).body_by_ref[BAKERY].kind
    tell(client, town, **DANA)
    client.post(at(town, "who"), {"sector": "", "kind": "a cooperative", "size": "12 people"})
    told = body_told(town.editor, BAKERY)
    assert situation(town.editor).body_by_ref[BAKERY].kind == before
    assert told.extra["size"] == "12 people"
    assert [one.said_role for one in told.fields["kind"].answers] == ["coordinator"]
    page = client.get(at(town, "who")).content.decode()
    assert "a cooperative" in page
    assert "coordinator" in page


def test_an_informant_without_a_role_is_asked_for_it(town: Town) -> None:
    client = browser(town)
    answer = client.post(f"/w/{town.ref}/teller/{BAKERY}", {"part": "does", "teller-said_by": "Dana"})
    assert answer.status_code == 422
    assert "Dana" in answer.content.decode()


def test_an_informant_holds_for_one_body_and_one_sitting(town: Town) -> None:
    client = browser(town)
    tell(client, town, **DANA)
    client.post(at(town, "does", "fig-cafe"), {"activity": "coffee"})
    assert not body_told(town.editor, "fig-cafe").fields
    tell(client, town, nobody="1")
    client.post(at(town, "does"), {"activity": "bread"})
    assert not body_told(town.editor, BAKERY).fields


def test_a_known_informant_is_chosen_with_one_press(town: Town) -> None:
    client = browser(town)
    tell(client, town, **DANA)
    client.post(at(town, "does"), {"activity": "bread"})
    tell(client, town, nobody="1")
    tell(client, town, known="0")
    client.post(at(town, "who"), {"size": "small"})
    assert {one.said_by for field in body_told(town.editor, BAKERY).fields.values() for one in field.answers} == {"Dana"}


def test_needs_and_offers_are_added_beside_aims(town: Town) -> None:
    client = browser(town)
    client.post(at(town, "wants"), {"motives": ["reputation"], "need": "a cold room", "need_kind": "space", "offer": "bread left over"})
    seen = situation(town.editor)
    assert "a cold room" in {need.title for need in seen.needs if need.body == BAKERY}
    assert "bread left over" in {offer.title for offer in seen.offers if offer.body == BAKERY}
    assert [word.key for word in seen.body_by_ref[BAKERY].motives] == ["reputation"]


def test_what_opens_up_is_added_with_its_dates(town: Town) -> None:
    client = browser(town)
    assert client.post(at(town, "chances"), {"chance_from": "2026-05"}).status_code == 200
    client.post(at(town, "chances"), {"chance": "a new oven", "chance_from": "5.2026", "barriers": ["time"]})
    assert [(one.title, one.from_date) for one in opportunities(town.editor, BAKERY)] == [("a new oven", "2026-05")]
    assert "a new oven" in client.get(at(town, "chances")).content.decode()


def test_an_answer_carries_the_day_it_was_given(town: Town) -> None:
    client = browser(town)
    tell(client, town, **DANA, **{"teller-as_of": "3.2026"})
    client.post(at(town, "who"), {"size": "small"})
    assert body_told(town.editor, BAKERY).fields["size"].answers[0].as_of == "2026-03"


def test_an_answer_is_thrown_away_from_the_body(town: Town) -> None:
    client = browser(town)
    tell(client, town, **DANA)
    client.post(at(town, "who"), {"size": "small"})
    (one,) = body_told(town.editor, BAKERY).fields["size"].answers
    assert client.post(f"/w/{town.ref}/trash/statement/{one.ref}", {"body": BAKERY}).status_code == 302
    assert not body_told(town.editor, BAKERY).fields


def test_a_tie_is_written_with_its_quality(town: Town) -> None:
    client = browser(town)
    client.post(
        at(town, "ties"),
        {"other": "fig-cafe", "status": "exists", "kind": "information", "quality_1_5": "4", "experience": "keeps its word"},
    )
    found = [line for line in tie_lines(town.editor, of_body=BAKERY) if line.experience == "keeps its word"]
    assert [(line.quality_1_5, line.tie.kind.key) for line in found] == [(4, "information")]


def test_a_quality_without_the_other_end_is_refused_and_kept(town: Town) -> None:
    answer = browser(town).post(at(town, "ties"), {"experience": "it failed twice"})
    assert answer.status_code == 200
    assert "it failed twice" in answer.content.decode()


def test_a_stated_interest_needs_its_speaker(town: Town) -> None:
    client = browser(town)
    refused = client.post(at(town, "interests"), {"text": "a cleaner street", "basis": "stated"})
    assert refused.status_code == 200
    assert interests_of(town.editor, BAKERY) == ()
    client.post(
        at(town, "interests"), {"text": "a cleaner street", "basis": "stated", "said_by": "Hadar", "said_role": "owner", "again": "1"}
    )
    client.post(at(town, "interests"), {"text": "lower rates"})
    assert [one.basis for one in interests_of(town.editor, BAKERY)] == ["stated", "assumed"]


def test_a_fact_needs_source_and_date(town: Town) -> None:
    client = browser(town)
    fact = {"kind": "licence", "text": "a sign was asked for", "source": "file 1207", "as_of": "2.2026"}
    for missing in ("source", "as_of"):
        assert client.post(at(town, "facts"), fact | {missing: ""}).status_code == 200
    assert integrity_of(town.editor, BAKERY) == ()
    assert client.post(at(town, "facts"), fact).status_code == 302
    assert [(one.as_of, one.kind.key) for one in integrity_of(town.editor, BAKERY)] == [("2026-02", "licence")]


@pytest.mark.parametrize(("edit", "trash"), [("interest", "interest"), ("fact", "fact")])
def test_a_row_is_changed_and_thrown_away(town: Town, edit: str, trash: str) -> None:
    client = browser(town)
    client.post(at(town, "interests"), {"text": "lower rates"})
    client.post(at(town, "facts"), {"text": "a sign was asked for", "source": "file 1207", "as_of": "2026"})
    find = {"interest": interests_of, "fact": integrity_of}[edit]
    (row,) = find(town.editor, BAKERY)
    new = {"text": "fair rates", "source": "file 8", "as_of": "2026"}
    assert client.post(f"/w/{town.ref}/edit/{edit}/{row.ref}", new).status_code == 302
    assert find(town.editor, BAKERY)[0].text == "fair rates"
    assert client.post(f"/w/{town.ref}/trash/{trash}/{row.ref}").status_code == 302
    assert find(town.editor, BAKERY) == ()


def test_an_editor_lets_the_map_go_by_another_answer(town: Town) -> None:
    client = browser(town)
    tell(client, town, **DANA)
    client.post(at(town, "weight"), {"influence_1_10": "2"})
    (one,) = body_told(town.editor, BAKERY).fields["influence_1_10"].answers
    client.post(f"/w/{town.ref}/follow/statement/{one.ref}", {"body": BAKERY})
    assert situation(town.editor).body_by_ref[BAKERY].influence_1_10 == 2.0


def test_a_department_is_led_to_its_own_sheet(town: Town) -> None:
    department = situation(town.editor).departments[0].ref
    assert browser(town).get(at(town, body=department)).status_code == 302


def test_a_partner_answers_for_the_own_body_only_what_a_body_says_of_itself(db: None) -> None:
    town = build_town(partner_of=BAKERY)
    client = browser(town, "omar")
    assert client.get(at(town, body="fig-cafe")).status_code == 403
    page = client.get(at(town, "does")).content.decode()
    assert 'name="themes"' in page
    assert 'name="activity"' not in page
    assert "part=interests" not in page
    assert "part=facts" not in page
    assert 'name="chance"' not in client.get(at(town, "chances")).content.decode()
    client.post(at(town, "does"), {"themes": ["food"], "activity": "SECRET"})
    assert body_told(town.editor, BAKERY).extra["activity"] == ""
    client.post(at(town, "wants"), {"need": "a cold room"})
    assert [n.said_by for n in situation(town.editor).needs if n.title == "a cold room"] == [BAKERY]


@pytest.mark.parametrize("who", ["vera", "ruth"])
def test_who_may_not_edit_is_refused(town: Town, who: str) -> None:
    assert browser(town, who).get(at(town)).status_code in (403, 404)
    assert browser(town, who).post(f"/w/{town.ref}/teller/{BAKERY}", DANA).status_code in (403, 404)


def test_hostile_names_and_huge_pastes_change_nothing_else(town: Town) -> None:
    client = browser(town)
    assert client.post(at(town, "does"), {"activity": "x" * 2001}).status_code == 200
    assert body_told(town.editor, BAKERY).extra["activity"] == ""
    client.post(at(town, "does"), {"activity": "<script>alert(1)</script>"})
    assert "<script>alert(1)" not in client.get(at(town, "does")).content.decode()
