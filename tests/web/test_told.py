"""Does the map in words say what the picture shows, to whom it may, in four forms of one selection?"""

from __future__ import annotations

import re

import pytest
from django.test import Client

from shutaf.analysis.situation import Body, Department, Situation, Tie, Word
from shutaf.imports.example import EXAMPLE_TODAY
from shutaf.partnerships.actions import finding_answer
from shutaf.partnerships.preparing import preparation, signature_of
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

FORMS = ("", "as=list", "as=table", "as=table&rows=ties", "as=tree", "as=tree&body=hadar-bakery&steps=2")


def browser(user: object, language: str = "en") -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    client.cookies["shutaf_language"] = language
    return client


def page(town: Town, query: str = "", who: str = "dana", language: str = "en") -> str:
    answer = browser(getattr(town, who), language).get(f"/w/{town.ref}/map/told/?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("who", ["dana", "vera", "omar"])
def test_members_read_every_form(town: Town, form: str, who: str) -> None:
    assert "<h1>" in page(town, form, who)


def test_a_stranger_finds_nothing(town: Town) -> None:
    assert browser(town.ruth).get(f"/w/{town.ref}/map/told/").status_code == 404


def test_a_partner_sees_no_strength_and_cannot_find_one_out(town: Town) -> None:
    assert "Strength" not in page(town, "as=table&rows=ties", "omar")
    assert page(town, "as=list&least=5", "omar").count("<li") == page(town, "as=list", "omar").count("<li")


def test_all_forms_speak_of_the_same_selection(town: Town) -> None:
    for form in ("", "&as=list", "&as=table", "&as=tree"):
        said = page(town, f"group=business&group=academia{form}")
        links = re.findall(r'class="tabs told-forms">(.*?)</ul>', said, re.DOTALL)[0]
        assert links.count("group=business&amp;group=academia") == 4
    assert page(town, "group=business&group=academia&as=table").count("<tr>") == 1 + page(
        town, "group=business&group=academia&as=list"
    ).count('<li class="stack-s">')


def test_a_sorted_column_says_so_and_turns_when_pressed_again(town: Town) -> None:
    said = page(town, "as=table&sort=-ties")
    assert said.count('aria-sort="descending"') == 1
    assert "sort=ties" in said
    counts = [int(count) for count in re.findall(r'data-label="Known ties">(\d+)<', said)]
    assert counts == sorted(counts, reverse=True)


def test_a_tree_of_one_body_names_each_reached_body_once(town: Town) -> None:
    tree = re.findall(r"data-tree>(.*?)<p class", page(town, "as=tree&body=hadar-bakery&steps=3"), re.DOTALL)[0]
    names = re.findall(r"<bdi>(.*?)</bdi>", tree)
    assert len(names) == len(set(names))
    assert len(names) > 10


def test_nonsense_in_the_address_asks_for_everything(town: Town) -> None:
    said = page(town, "as=x&group=x&theme=x&kind=x&least=x&on=x&sort=x&page=x&steps=x&body=x")
    assert "all bodies, all ties" in said


def test_a_name_that_holds_a_script_stays_a_name(db: None) -> None:
    evil = "<script>alert(1)</script>"
    bodies = (Body("a", evil, Word("", "business")), Body("b", "B", Word("", "business")), Body("d", "D", department=Department()))
    town = build_town(Situation(bodies=bodies, ties=(Tie("a", "b", reported_by=evil), Tie("a", "d"))))
    for form in FORMS:
        assert evil not in page(town, form.replace("hadar-bakery", "a"))


def test_who_is_there_counts_the_bodies_of_no_known_sector_too(db: None) -> None:
    bodies = (Body("a", "A", Word("", "business")), Body("b", "B"), Body("c", "C"))
    who = re.findall(r"Who is there</h2>(.*?)</section>", page(build_town(Situation(bodies=bodies))), re.DOTALL)[0]
    counts = re.sub(r"<[^>]*>", "", who)
    assert "business sector: 1 show them" in counts
    assert "sector not known: 2 show them" in counts


def test_a_finding_that_was_answered_is_not_told_again(town: Town) -> None:
    told = re.findall(r'href="[^"]*/finding/([0-9a-f]{32})', page(town))
    assert told
    found = next(one for one in preparation(town.owner, today=EXAMPLE_TODAY).ties_found if signature_of(one) == told[0])
    finding_answer(town.owner, signature=told[0], key=found.key, subject=found.subject, state="not_for_us")
    assert told[0] not in page(town)


def test_a_hebrew_reader_meets_no_english(town: Town) -> None:
    for form in FORMS:
        main = re.findall(r"<main.*?</main>", page(town, form, language="he"), re.DOTALL)[0]
        words = re.sub(r"<(bdi|svg|option|kbd|script)\b.*?</\1>|<[^>]*>", " ", main, flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{3,}(?: [A-Za-z]{2,})+", words) == []
