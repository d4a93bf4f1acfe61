"""Does the page show every need with what meets it and why, take an answer, and give it back?"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.conf import settings
from django.test import Client

from shutaf.analysis.situation import Amount, Body, Need, Offer, Place, Situation, Word
from shutaf.exchange.answer_actions import match_answer
from shutaf.exchange.models import MatchAnswer
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

SPACE, HELP, WATER, ENERGY = Word("", "space"), Word("", "staff_time"), Word("", "water"), Word("", "energy")


def hours(n: int) -> Amount:
    return Amount(Decimal(n), "hour", "time", Decimal(1))


SITUATION = Situation(
    Place(name="Town"),
    (Body("club", "<b>Youth club", lat=32.0, lon=35.0), Body("firm", "Print shop", lat=32.0036, lon=35.0), Body("mill", "Mill"), Body("school", "School")),
    needs=(
        Need("n1", "club", "a room for courses", SPACE, amount=hours(10), from_date="2026-03", where="old town", visible_to="partners"),
        Need("n2", "firm", "hands for a day", HELP, visible_to="partners"),
        Need("n3", "school", "a hall", SPACE, (WATER,), hours(10)),
        Need("n4", "school", "something else", Word("", "money")),
    ),
    offers=(
        Offer("o1", "firm", "our hall", SPACE, amount=hours(12), from_date="2026-05", until_date="2026-09", conditions="no <i>food", visible_to="partners"),
        Offer("o2", "mill", "the mill", SPACE, (ENERGY,), amount=hours(6), visible_to="partners"),
        Offer("o3", "club", "two volunteers", HELP, visible_to="partners"),
        Offer("o4", "mill", "a cellar", SPACE, (WATER,), amount=hours(2)),
    ),
)  # fmt: skip


@pytest.fixture
def small(db: None) -> Town:
    return build_town(SITUATION, partner_of="club")


def browser(user: object, language: str = "en") -> Client:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


def page(town: Town, client: Client, path: str = "matches/") -> str:
    answer = client.get(f"/w/{town.ref}/{path}")
    assert answer.status_code == 200
    return answer.content.decode().split("<main")[1]


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).replace("\u00a0", " ")


def said(town: Town, client: Client, **data: str) -> int:
    return client.post(f"/w/{town.ref}/match/answer/", data).status_code


def test_every_need_stands_with_whole_sentences_and_the_conditions(small: Town) -> None:
    html = page(small, browser(small.eli))
    text = text_of(html)
    assert "Print shop offers our hall (12 hours, from May 2026 until September 2026)." in text
    assert "because 12 hours are offered and 10 hours are needed" in text
    assert "Condition of the body that offers: no &lt;i&gt;food" in text
    assert "<b>Youth club" not in html
    assert "the addresses of both are about 400 metres apart" in text
    for title in ("a room for courses", "hands for a day", "a hall", "something else"):
        assert title in text


def test_a_near_miss_says_what_would_make_it_fit(small: Town) -> None:
    text = text_of(page(small, browser(small.eli), "matches/?need=n3"))
    assert "Still lacking: 8 hours. Ask for more, or add a second giver." in text
    assert "1 fits almost." in text or "fit almost." in text


@pytest.mark.parametrize(
    ("query", "there", "not_there"),
    [
        ("?kind=staff_time", "hands for a day", "a room for courses"),
        ("?theme=water", "a hall", "hands for a day"),
        ("?show=open", "something else", "a room for courses"),
        ("?q=volunteers", "hands for a day", "a room for courses"),
        ("?q=courses", "a room for courses", "hands for a day"),
        ("?show=nonsense&page=99999999999", "a room for courses", "Page 2"),
    ],
)
def test_the_list_is_filtered(small: Town, query: str, there: str, not_there: str) -> None:
    text = text_of(page(small, browser(small.eli), f"matches/{query}"))
    assert there in text
    assert not_there not in text


def test_a_filter_that_finds_nothing_says_what_to_loosen(small: Town) -> None:
    assert "Loosen one thing" in page(small, browser(small.eli), "matches/?q=zeppelin")


def test_who_gives_and_who_gets_close_a_circle(small: Town) -> None:
    text = text_of(page(small, browser(small.eli), "matches/?view=circles"))
    assert "Print shop offers our hall" in text
    assert "Youth club offers two volunteers" in text


def test_a_declined_pair_leaves_the_list_and_comes_back(small: Town) -> None:
    client = browser(small.eli)
    assert said(small, client, need="n1", offer="o1", state="declined", reason="dates", note="<script>no") == 302
    text = page(small, client)
    assert "our hall" not in text_of(text.split("a room for courses")[1].split("</article>")[0])
    assert "1 pair was declined and is left out." in text
    listed = page(small, client, "matches/?view=declined")
    assert "the dates do not fit" in listed
    assert "&lt;script&gt;no" in listed
    assert "counts while the dates stay as they are" in listed
    address = re.search(rf"/w/{small.ref}/match/revoke/[^\"]+", listed)
    assert address
    assert client.post(address[0]).status_code == 302
    assert "our hall" in page(small, client)


def test_declining_without_a_reason_asks_again_and_keeps_the_words(small: Town) -> None:
    client = browser(small.eli)
    answer = client.post(f"/w/{small.ref}/match/answer/", {"need": "n1", "offer": "o1", "state": "declined", "note": "typed words"})
    assert answer.status_code == 400
    assert "A reason is needed" in answer.content.decode()
    assert "typed words" in answer.content.decode()
    assert said(small, client, need="n1", offer="o1", state="declined", reason="other", note=" ") == 400
    assert said(small, client, need="n1", offer="o1", state="declined", reason="dates", note="x" * 1001) == 400
    assert said(small, client, need="n1", offer="o1", state="burn") == 400
    assert not MatchAnswer.objects.exists()


def test_an_accepted_pair_says_so_and_the_list_can_show_only_those(small: Town) -> None:
    client = browser(small.eli)
    assert said(small, client, need="n1", offer="o2", state="accepted", back="show=fits&x=//evil.example") == 302
    text = text_of(page(small, client, "matches/?show=answered"))
    assert "accepted" in text
    assert "the mill" in text
    assert "hands for a day" not in text


def test_one_pair_opens_into_its_questions_and_rows(small: Town) -> None:
    text = text_of(page(small, browser(small.eli), "match/?need=n1&offer=o1"))
    for told in ("Question by question", "speaks for it", "40 of 40", "The rows it rests on", "our hall · Print shop", "not said"):
        assert told in text


def test_a_pair_that_is_not_there_leads_back(small: Town) -> None:
    client = browser(small.eli)
    for query in ("", "?need=n1", "?need=n1&offer=n2", "?need=<b>&offer=o1"):
        assert client.get(f"/w/{small.ref}/match/{query}").status_code == 302
    assert client.get(f"/w/{small.ref}/matches/?need=none").status_code == 302
    assert said(small, client, need="n1", offer="gone", state="accepted") == 302


def test_a_partner_sees_shared_pairs_and_answers_for_the_own_body(small: Town) -> None:
    client = browser(small.omar)
    text = text_of(page(small, client))
    assert "our hall" in text
    assert "a cellar" not in text
    assert "something else" not in text
    assert "there you can answer" in text
    assert said(small, client, need="n1", offer="o1", state="talk") == 302
    assert MatchAnswer.objects.get().said_for == "need"
    assert said(small, client, need="n1", offer="o4", state="talk") == 403


def test_a_partner_reads_no_note_of_others(small: Town) -> None:
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason="other", note="SECRETNOTE")
    client = browser(small.omar)
    for path in ("matches/", "matches/?view=declined", "match/?need=n1&offer=o1"):
        text = page(small, client, path)
        assert "SECRETNOTE" not in text
        assert "Eli" not in text


def test_a_viewer_reads_and_may_not_answer(small: Town) -> None:
    client = browser(small.vera)
    assert 'value="accepted"' not in page(small, client)
    assert said(small, client, need="n1", offer="o1", state="accepted") == 403
    assert client.get(f"/w/{small.elsewhere.workspace_ref}/matches/").status_code == 404


@pytest.mark.parametrize(
    "path", ["matches/", "matches/?view=circles", "matches/?view=declined", "matches/?need=n1", "match/?need=n1&offer=o1"]
)
def test_a_hebrew_reader_meets_no_english(small: Town, path: str) -> None:
    match_answer(small.editor, need="n3", offer="o2", state="declined", reason="place")
    html = re.sub(r"<(bdi|option|textarea|svg|script)\b.*?</\1>", "", page(small, browser(small.dana, "he"), path), flags=re.S)
    assert re.findall(r"[A-Za-z]{3,}(?: [A-Za-z]{2,})+", re.sub(r"<[^>]*>", "", html).replace("&amp;", "")) == []


def test_an_empty_town_says_where_matches_come_from(db: None) -> None:
    town = build_town(Situation(Place(name="Town"), (Body("club", "Club"),)), partner_of="club")
    assert "No needs yet" in page(town, browser(town.eli))
    assert "No circle yet" in page(town, browser(town.eli), "matches/?view=circles")
