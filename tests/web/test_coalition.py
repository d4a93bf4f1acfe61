"""Does the page of a coalition answer what its address asks, prove it, and say what else would do?"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Body, Department, Initiative, Offer, Requirement, Situation, Word
from shutaf.bodies.told_actions import integrity_save
from shutaf.partnerships.actions import initiative_save
from shutaf.partnerships.calls.actions import call_create, call_publish, call_save
from shutaf.partnerships.coalition_actions import coalition_keep
from shutaf.partnerships.coalitions import considered_of, drafts_of
from shutaf.partnerships.preparing import preparation
from shutaf.reports.call.text import CallAbout, call_texts
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

REF = "initiative 2"


def browser(user: object, language: str = "en") -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    client.cookies["shutaf_language"] = language
    return client


def page(town: Town, asked: str = "", who: str = "dana", language: str = "en", ref: str = REF) -> str:
    answer = browser(getattr(town, who), language).get(f"/w/{town.ref}/initiative-coalition/{ref}{asked}")
    assert answer.status_code == 200
    main = re.findall(r"<main.*?</main>", answer.content.decode(), re.DOTALL)[0]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<(svg)\b.*?</\1>", " ", main, flags=re.DOTALL)))


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html))


def members(html: str) -> list[str]:
    """The refs of the answer's members."""
    return re.findall(r'/body/([^"]+)"', html.split("answer-h", 1)[1].split("</form>", 1)[0].split("strip", 1)[0])


def send(town: Town, where: str, who: str = "dana", **fields: Any) -> Any:
    return browser(getattr(town, who)).post(f"/w/{town.ref}/{where}", fields)


def test_it_is_the_coalition_of_the_brief_and_it_is_proven(town: Town) -> None:
    found = preparation(town.owner, today="2026-11-23").coalition
    assert found
    assert found.initiative.ref == REF
    html = page(town)
    assert members(html) == list(found.refs)
    assert "4 bodies together cover all that is needed" in words(html)
    assert "That is proven, not guessed." in html
    assert "A preparation for an open invitation, not a selection." in html


def test_each_member_says_why_and_what_it_rests_on(town: Town) -> None:
    said = words(page(town))
    assert "here because: nobody else known offers it; covers what is needed" in said
    assert "2 offers it rests on" in said
    assert "Nobody else known offers purchasing" in said
    assert "Could be done without:" in said


def test_without_one_and_with_another_stand_in_the_address(town: Town) -> None:
    html = page(town, "?without=second-wheel&with=fig-cafe")
    assert "second-wheel" not in members(html)
    assert "fig-cafe" in members(html)
    said = words(html)
    assert "With this, Fig Café would come in." in said
    assert "would stay out" in said
    assert "Back to the plain answer" in said


def test_without_the_only_giver_it_says_what_stays_open_and_who_would_offer_it(town: Town) -> None:
    said = words(page(town, "?without=karton-hatzafon"))
    assert "Then this stays open: purchasing" in said
    assert "cover 4 of 5 things needed" in said
    assert "Would be offered by North Carton, not counted on here." in said


def test_who_is_named_as_out_and_as_in_is_in_and_it_says_so(town: Town) -> None:
    html = page(town, "?without=fig-cafe&with=fig-cafe")
    assert "fig-cafe" in members(html)
    assert "Named both as out and as in, so taken as in:" in html


def test_a_sector_is_asked_for_by_its_price(town: Town) -> None:
    assert "Costs 1 further member: HaMorad College." in words(page(town))
    html = page(town, "?sector=academia")
    assert "hamorad-college" in members(html)
    assert "1 member more than without your wishes." in words(html)


@pytest.mark.parametrize("asked", ["?with=nobody&without=%00", "?sector=kings&answered=1", "?with=" + "x" * 5000, "?without=&with="])
def test_what_makes_no_sense_is_as_if_it_had_not_been_asked(town: Town, asked: str) -> None:
    assert members(page(town, asked)) == members(page(town))


def test_everybody_out_is_an_answer_too(town: Town) -> None:
    everybody = "&".join(f"without={one.ref}" for one in preparation(town.owner, today="2026-11-23").situation.bodies)
    assert page(town, "?" + everybody)


def test_an_initiative_that_needs_nothing_asks_what_it_needs(town: Town) -> None:
    initiative_save(town.owner, name="An idea")
    ref = preparation(town.owner, today="2026-11-23").situation.initiatives[-1].ref
    assert "What it cannot do without is not written down yet" in page(town, ref=ref)


def test_nothing_offered_says_what_to_do(db: None) -> None:
    town = build_town(
        Situation(
            bodies=(Body("d", "Parks", department=Department()), Body("b", "Bank", Word("", "business"))),
            offers=(Offer("offer 1", "b", "hall", Word("", "space")),),
            initiatives=(Initiative("i", "Wind", requires=(Requirement(Word("", "data")),)),),
        )
    )
    said = words(page(town, ref="i"))
    assert "Nobody known offers anything of what it needs" in said
    assert "Nobody known offers it." in said


def test_two_to_five_sets_stand_side_by_side(town: Town) -> None:
    html = page(town)
    assert 2 <= html.count("<dt>Counted on elsewhere</dt>") <= 5
    assert "Merkaz Community Centre instead of Second Wheel Cooperative" in words(html)


def test_a_draft_is_kept_compared_and_let_go(town: Town) -> None:
    answer = send(town, f"keep/coalition/{REF}", member=["merchants", "second-wheel"], note="small <b>one</b>", without="karton-hatzafon")
    assert answer["Location"].endswith("?without=karton-hatzafon#kept")
    assert "Kept drafts" in page(town)
    assert b"<b>one</b>" not in browser(town.dana).get(f"/w/{town.ref}/initiative-coalition/{REF}").content
    (one,) = drafts_of(town.owner, REF)
    assert (one.members, one.without) == (("merchants", "second-wheel"), ("karton-hatzafon",))
    send(town, f"trash/coalition/{one.ref}")
    assert "Kept drafts" not in page(town)


def test_who_is_counted_on_elsewhere_is_said_and_can_be_opened(town: Town) -> None:
    coalition_keep(town.owner, initiative_ref="initiative 4", members=("merchants",))
    said = words(page(town))
    assert "Already counted on in 1 other kept coalition:" in said


def test_propriety_points_are_facts_with_source_and_date_and_are_noted(town: Town) -> None:
    integrity_save(
        town.owner, body_ref="merchants", kind=Word("", "licence"), text="sign permit pending", source="file 12", as_of="2026-10"
    )
    html = page(town)
    assert "licence or permit pending" in words(html)
    assert "file 12" in html
    point = re.findall(r'name="point" value="([^"]+)"', html)[0]
    send(town, f"consider/{REF}", body="merchants", point=point, note="other clerk talks")
    ((_, one),) = considered_of(town.owner, REF, ("merchants",)).items()
    assert "other clerk talks" in page(town)
    send(town, f"consider/{REF}", again=one.ref)
    assert considered_of(town.owner, REF, ("merchants",)) == {}


def test_a_viewer_reads_and_has_nothing_to_press(town: Town) -> None:
    html = page(town, who="vera")
    assert 'method="post"' not in html
    assert "North Carton" in html


@pytest.mark.parametrize("who", ["omar", "vera"])
def test_who_may_not_edit_sends_nothing(town: Town, who: str) -> None:
    assert send(town, f"keep/coalition/{REF}", who, member=["merchants"]).status_code == 403
    assert send(town, f"consider/{REF}", who, body="merchants", point="x").status_code == 403
    assert drafts_of(town.owner, REF) == ()


def test_partners_and_strangers_do_not_see_it(town: Town) -> None:
    where = f"/w/{town.ref}/initiative-coalition/{REF}"
    assert browser(town.omar).get(where).status_code == 403
    assert browser(town.ruth).get(where).status_code == 404
    assert browser(town.dana).get(f"/w/{town.ref}/initiative-coalition/none").status_code == 404
    viewer: Viewer = town.elsewhere
    assert browser(town.ruth).get(f"/w/{viewer.workspace_ref}/initiative-coalition/{REF}").status_code == 404


@pytest.mark.parametrize("fields", [{"member": ["nobody"]}, {"member": []}, {"member": ["merchants"], "note": "x" * 2001}])
def test_what_cannot_be_kept_is_refused_and_said(town: Town, fields: dict[str, Any]) -> None:
    assert send(town, f"keep/coalition/{REF}", **fields).status_code == 302
    assert drafts_of(town.owner, REF) == ()


def test_a_hebrew_reader_meets_no_english(town: Town) -> None:
    coalition_keep(town.owner, initiative_ref=REF, members=("merchants",))
    coalition_keep(town.owner, initiative_ref="initiative 4", members=("merchants",))
    for asked in ("", "?without=karton-hatzafon&sector=academia&with=fig-cafe"):
        main = re.sub(r"<(bdi|svg|option|kbd|script)\b.*?</\1>|<[^>]*>", " ", page(town, asked, language="he"), flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{3,}(?: [A-Za-z]{2,})*", main) == []


def test_the_next_step_follows_the_open_call(town: Town) -> None:
    assert "Publish the open call" in words(page(town))
    seen = preparation(town.owner, today="2026-11-23").situation
    texts = call_texts(seen, CallAbout("עין חרוב", next(one for one in seen.initiatives if one.ref == REF), goals=seen.place.goals))
    call, _deed = call_create(town.editor, texts=texts, initiative_ref=REF)
    assert f'/call/{call}">Publish the open call' in page(town)
    call_save(town.editor, ref=call, texts={}, channels=["website"], closes_on="2026-12-20")
    call_publish(town.editor, ref=call, today="2026-11-23")
    assert "Publish the open call" not in words(page(town))
    assert f'/call/{call}">The open call: who was told, and who answered' in page(town)
