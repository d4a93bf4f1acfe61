"""Does everybody see the same call, answer it without an account, and get the same receipt, while nothing else of the workspace shows?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from walk_cast import OF_THE_WORKSPACE, filled_town

from shutaf import content
from shutaf.accounts.models import Deed
from shutaf.partnerships.calls.actions import call_close, call_correct, call_create, call_publish, call_save, told_add
from shutaf.partnerships.calls.queries import call_found
from shutaf.partnerships.models import CallAnswer
from shutaf.partnerships.queries import situation
from shutaf.reports.call.text import CallAbout, call_texts
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TODAY, LAST = "2026-11-23", "2026-12-20"
ANSWER = {
    "op": "a1b2c3d4e5", "name": "Bakery <script>alert(1)</script>", "sector": "business", "size": "small", "language": "ar", "person": "Huda Salem",
    "role": "owner", "email": "huda@bakery.example", "offer0": "a room", "offer0_kind": "space", "need0": "flour", "interests": "none",
}  # fmt: skip


@pytest.fixture
def town(db: None) -> Town:
    return filled_town()


def ours() -> Any:
    """The answers of a test, without the one that came with the town."""
    return CallAnswer.objects.exclude(name="SECRETANSWER")


def draft(town: Town) -> str:
    texts = call_texts(situation(town.editor), CallAbout("עין חרוב"))
    return call_create(town.editor, texts=texts, initiative_ref=situation(town.editor).initiatives[0].ref)[0]


def published(town: Town) -> str:
    ref = draft(town)
    call_save(town.editor, ref=ref, texts={}, channels=["website"], closes_on=LAST)
    call_publish(town.editor, ref=ref, today=TODAY)
    return ref


def public(town: Town, ref: str) -> str:
    found = call_found(town.editor, ref)
    assert found
    return reverse("open_call", args=[found.address])


def desk(town: Town, who: str = "eli", language: str = "en") -> Client:
    client = Client()
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = language
    return client


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_everybody_reads_it_in_four_languages_and_nothing_of_the_workspace(town: Town, language: str) -> None:
    ref = published(town)
    told_add(town.editor, ref=ref, channel="letter", told_on=TODAY, body_refs=["merchants"], told_by="SECRETTELLER", note="SECRETNOTE")
    said = Client().get(public(town, ref) + f"?lang={language}")
    page = said.content.decode()
    found = call_found(town.editor, ref)
    assert found
    assert said.status_code == 200
    assert f'lang="{language}"' in page
    assert f'dir="{"rtl" if language in ("he", "ar") else "ltr"}"' in page
    assert found.texts[language]["who"] in page.replace("&#x27;", "'").replace("&quot;", '"')
    assert [secret for secret in (*OF_THE_WORKSPACE, "SECRETNOTE", ref) if secret in page] == []
    assert f"/w/{town.ref}" not in page


def test_a_draft_and_an_unknown_address_look_the_same_and_tell_nothing(town: Town, client: Client) -> None:
    at = public(town, draft(town))
    one, other = client.get(at), client.get("/call/unknown/")
    assert one.status_code == other.status_code == client.post(at, ANSWER).status_code == 404
    plain = [re.sub(r'value="[\w/\-]+"|content="[^"]*"', "", page.content.decode()) for page in (one, other)]
    assert plain[0] == plain[1]
    assert "noindex" in one["X-Robots-Tag"]
    assert client.get(at + "receipt/").status_code == 404


def test_an_answer_gets_a_receipt_in_the_same_words_as_every_other(town: Town, client: Client) -> None:
    at = public(town, published(town))
    client.cookies["shutaf_language"] = "en"
    sent = [
        client.post(at, ANSWER | {"op": op, "name": name, "sector": sector}, follow=True)
        for op, name, sector in (("one-answer", "A", ""), ("two-answer", "B", "academia"))
    ]
    codes = [re.search(r'receipt-code">([\w-]+)<', page.content.decode())[1] for page in sent]  # type: ignore[index]
    assert codes[0] != codes[1]
    words = [re.sub(codes[n] + r'|value="[\w-]{30,}"|code%3D[\w-]+|code=[\w-]+', "", page.content.decode()) for n, page in enumerate(sent)]
    assert words[0] == words[1]
    looked = client.get(at + "receipt/", {"code": codes[0].lower()})
    assert "was received on" in looked.content.decode()
    assert "Huda" not in looked.content.decode()
    assert "No answer to this invitation" in client.get(at + "receipt/", {"code": "BBBB-BBB-BBB"}).content.decode()


def test_the_same_sent_twice_is_one_answer(town: Town, client: Client) -> None:
    at = public(town, published(town))
    assert client.post(at, ANSWER).url == client.post(at, ANSWER).url
    assert ours().count() == 1


def test_what_is_missing_is_said_in_place_and_what_was_typed_stays(town: Town, client: Client) -> None:
    at = public(town, published(town))
    page = client.post(at, ANSWER | {"email": "", "name": ""}).content.decode()
    assert not ours().exists()
    assert "Huda Salem" in page
    assert 'aria-invalid="true"' in page
    assert client.post(at, ANSWER | {"email": ""}).status_code == 200
    assert client.post(at, ANSWER | {"sector": "circus"}).status_code == 200
    assert client.post(at, ANSWER | {"name": "x" * 301}).status_code == 200
    assert not ours().exists()


def test_a_huge_answer_is_refused(town: Town, client: Client) -> None:
    at = public(town, published(town))
    assert client.post(at, ANSWER | {"junk": "x" * 100_000}).status_code == 413
    assert not ours().exists()


def test_scripts_in_an_answer_stay_words(town: Town, client: Client) -> None:
    ref = published(town)
    client.post(
        public(town, ref),
        ANSWER | {"interests": '"><img src=x onerror=alert(1)>', "brings": "<script>1</script>", "neighbourhood": "'><b>"},
    )
    for at in ("call_answers", "call"):
        page = desk(town).get(reverse(at, args=[town.ref, ref])).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    assert "<script>alert" not in desk(town).get(f"/w/{town.ref}/history/").content.decode()


def test_many_answers_from_one_place_wait_and_nothing_is_lost(town: Town, client: Client) -> None:
    at = public(town, published(town))
    codes = [client.post(at, ANSWER | {"op": f"answer-{n:03}"}).status_code for n in range(14)]
    assert codes == [302] * 12 + [429] * 2
    assert "Huda Salem" in client.post(at, ANSWER | {"op": "answer-099"}).content.decode()
    assert ours().count() == 12


def test_receipts_and_addresses_cannot_be_guessed_at_will(town: Town, client: Client) -> None:
    at = public(town, published(town))
    assert [client.get(at + "receipt/", {"code": f"BBBB{n}"}).status_code for n in range(22)] == [200] * 20 + [429] * 2
    assert [client.get(f"/call/guess{n}/").status_code for n in range(22)] == [404] * 20 + [429] * 2


def test_a_closed_call_says_so_and_takes_nothing(town: Town, client: Client) -> None:
    ref = published(town)
    call_close(town.editor, ref=ref)
    said = client.post(public(town, ref), ANSWER)
    assert said.status_code == 200
    assert '<form method="post" id="page-form"' not in said.content.decode()
    assert not ours().exists()


def test_closing_before_the_promised_day_is_warned_of_and_stands_in_the_trail(town: Town) -> None:
    ref, eli = published(town), desk(town)
    call_correct(town.editor, ref=ref, today=TODAY, words=dict.fromkeys(("he", "ar", "en", "de"), "later"), closes_on="2099-01-01")
    trail = reverse("call_trail_file", args=[town.ref, ref, "html"])
    assert "closing it sooner shuts out" in eli.get(reverse("call", args=[town.ref, ref])).content.decode()
    assert "before the last day that the text names" not in eli.get(trail).content.decode()
    call_close(town.editor, ref=ref)
    assert "closing it sooner" not in eli.get(reverse("call", args=[town.ref, ref])).content.decode()
    assert "before the last day that the text names" in eli.get(trail).content.decode()


def test_a_correction_is_public_with_its_day(town: Town, client: Client) -> None:
    ref = published(town)
    call_correct(
        town.editor,
        ref=ref,
        today=TODAY,
        words={"he": "שבוע נוסף", "ar": "أسبوع", "en": "One week more", "de": "Eine Woche"},
        closes_on="2026-12-27",
    )
    page = client.get(public(town, ref) + "?lang=en").content.decode()
    assert "One week more" in page
    assert "27" in page


def test_no_answer_is_taken_from_another_site(town: Town) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(public(town, published(town)), ANSWER).status_code == 403
    assert not ours().exists()


def test_an_editor_drafts_publishes_tells_and_takes_answers_in(town: Town, client: Client) -> None:
    eli, initiative = desk(town), situation(town.editor).initiatives[0].ref
    made = eli.post(reverse("call_new", args=[town.ref]), {"initiative": initiative, "partnership": ""})
    ref = made.url.rsplit("/", 1)[1]
    texts = {f"{code}-{part}": words for code, parts in call_found(town.editor, ref).texts.items() for part, words in parts.items()}  # type: ignore[union-attr]
    eli.post(made.url, texts | {"closes_on": "2099-01-01", "channels": ["website", "board"]})
    assert "Preview" in eli.get(reverse("call_preview", args=[town.ref, ref]) + "?lang=ar").content.decode()
    eli.post(reverse("call_publish", args=[town.ref, ref]))
    assert call_found(town.editor, ref).state == "draft"  # type: ignore[union-attr]
    eli.post(reverse("call_publish", args=[town.ref, ref]), {"read": "1"})
    assert call_found(town.editor, ref).state == "published"  # type: ignore[union-attr]
    told = reverse("call_told", args=[town.ref, ref])
    eli.post(told + "?group=business", {"kind": "direct", "all": "1", "d-channel": "letter", "d-told_on": TODAY, "d-language": "he"})
    eli.post(told, {"kind": "everybody", "e-channel": "board", "e-told_on": TODAY, "e-neighbourhood": "old town"})
    assert "Tick at least one body" in eli.post(told, {"kind": "direct", "d-channel": "letter", "d-told_on": TODAY}).content.decode()
    client.post(public(town, ref), ANSWER)
    answers = reverse("call_answers", args=[town.ref, ref])
    assert "huda@bakery.example" in eli.get(answers).content.decode()
    one = ours().get().ref
    assert "Write the reason" in eli.post(answers, {"answer": one, "do": "decline"}).content.decode()
    assert (
        "No body on the map is called"
        in eli.post(answers, {"answer": one, "do": "accept", f"body-{one}": "nobody at all"}).content.decode()
    )
    eli.post(answers, {"answer": one, "do": "accept", f"body-{one}": ""})
    assert situation(town.editor).choosing.answered
    assert "1 answer" in eli.get(reverse("call", args=[town.ref, ref])).content.decode() or ours().get().state == "accepted"


@pytest.mark.parametrize("form", ["html", "docx"])
def test_the_public_trail_names_no_person(town: Town, client: Client, form: str) -> None:
    ref = published(town)
    told_add(
        town.editor,
        ref=ref,
        channel="letter",
        told_on=TODAY,
        body_refs=["merchants"],
        told_by="SECRETTELLER",
        note="SECRETNOTE",
        whom="SECRETWHOM",
    )
    client.post(public(town, ref), ANSWER)
    at = reverse("call_trail_file", args=[town.ref, ref, form])
    handed = desk(town).get(at)
    assert handed.status_code == 200
    if form == "html":
        page = handed.content.decode()
        assert [one for one in ("SECRETTELLER", "SECRETNOTE", "SECRETWHOM", "Huda", "huda@", "<script>alert") if one in page] == []
        assert "Bakery" in page
        inside = desk(town).get(at + "?for=driver").content.decode()
        assert "SECRETNOTE" in inside
        assert "Huda" not in inside


def test_viewers_read_and_partners_do_not(town: Town) -> None:
    ref = published(town)
    for name in ("call", "call_preview", "call_answers"):
        at = reverse(name, args=[town.ref, ref])
        assert desk(town, "vera").get(at).status_code == 200
        assert desk(town, "omar").get(at).status_code == 403
        assert desk(town, "ruth").get(at).status_code == 404
    assert desk(town, "vera").post(reverse("call_answers", args=[town.ref, ref]), {"answer": "x"}).status_code == 403
    assert desk(town, "vera").get(reverse("call_told", args=[town.ref, ref])).status_code == 403


def test_home_says_that_answers_wait_only_when_the_invitation_is_over(town: Town, client: Client) -> None:
    ref = published(town)
    client.post(public(town, ref), ANSWER)
    at, eli = reverse("call_answers", args=[town.ref, ref]), desk(town)
    assert at not in eli.get(f"/w/{town.ref}/").content.decode()
    call_close(town.editor, ref=ref)
    assert at in eli.get(f"/w/{town.ref}/").content.decode()
    assert "huda@bakery.example" in eli.get(at).content.decode()


def test_the_history_says_an_answer_came_by_the_public_page_and_publishing_has_no_undo(town: Town, client: Client) -> None:
    ref = published(town)
    client.post(public(town, ref), ANSWER)
    eli = desk(town)
    assert "by the public page" in eli.get(f"/w/{town.ref}/history/").content.decode()
    deed = Deed.objects.filter(name="call_publish").latest("pk").ref
    assert "What was public stays" in eli.get(reverse("deed", args=[town.ref, deed])).content.decode()


def test_a_number_of_the_reach_opens_the_bodies_it_counts(town: Town) -> None:
    ref = published(town)
    told_add(town.editor, ref=ref, channel="letter", told_on=TODAY, body_refs=["merchants"])
    eli, told = desk(town), reverse("call_told", args=[town.ref, ref])
    assert f"{told}?group=business" in eli.get(reverse("call", args=[town.ref, ref])).content.decode()
    group = situation(town.editor).body_by_ref["merchants"].group_key
    named = eli.get(told, {"group": group, "show": "told"}).content.decode()
    assert named.count('name="body"') == 1
    assert 'value="merchants"' in named
    assert eli.get(told, {"near": "nowhere at all"}).content.decode().count('name="body"') == 0
