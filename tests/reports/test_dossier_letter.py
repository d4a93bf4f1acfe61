"""Does a letter to a body say what is in it for them, from what may be said, and nothing internal in any language and form?"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from django.utils import translation
from pypdf import PdfReader

from shutaf import content
from shutaf.analysis.actors.for_them import for_them
from shutaf.analysis.coalition.cover import smallest_coalition
from shutaf.analysis.matching.fit import Fit, matches
from shutaf.analysis.situation import Department, Initiative, Situation, Stance, Word
from shutaf.imports.example import EXAMPLE_TODAY, example_situation
from shutaf.reports.document import plain
from shutaf.reports.dossier.language import letter_language
from shutaf.reports.dossier.letter import Edit, Edits, Letter, document, letter_of, letter_text
from shutaf.reports.dossier.parts import draft
from shutaf.reports.wording.speech import Speech
from shutaf.reports.writers import write

CARDBOARD = "initiative 2"
TOWN = example_situation()
POISON = "POISONED"


def initiative_of(town: Situation, ref: str = CARDBOARD) -> Initiative:
    return next(one for one in town.initiatives if one.ref == ref)


_carried: dict[int, tuple[Situation, tuple[Fit, ...], tuple[str, ...]]] = {}


def carried(town: Situation) -> tuple[tuple[Fit, ...], tuple[str, ...]]:
    """Matches and coalition, once a town."""
    if id(town) not in _carried:
        _carried[id(town)] = (town, matches(town).fits, smallest_coalition(town, CARDBOARD).refs)
    return _carried[id(town)][1:]


def letter(town: Situation, body: str, language: str = "he", edits: Edits = Edits()) -> Letter:  # noqa: B008 - frozen
    fits, members = carried(town)
    them = for_them(town, body, initiative_of(town), fits, members)
    with translation.override(language):
        return letter_of(draft(them, Speech(language, town)), edits, home=town.language)


def text(town: Situation, body: str, language: str = "he", edits: Edits = Edits()) -> str:  # noqa: B008 - frozen
    made = letter(town, body, language, edits)
    with translation.override(language):
        return letter_text(document(made, Speech(language, town), today=EXAMPLE_TODAY), with_mark=True)


def paragraph(made: Letter, key: str) -> str:
    return next(one.words for one in made.paragraphs if one.paragraph.key == key)


def poisoned() -> Situation:
    """The town with a marker in every field that is internal; other rows are as they were."""
    word = (Word(POISON),)
    bodies = tuple(
        replace(
            body, motives=word, barriers=word, opportunities=POISON, influence_1_10=9.876, interest_1_10=9.876, rated_by=POISON, source=POISON,
            registration_no=POISON, own=((POISON, POISON),),
            department=Department(POISON, word, word, POISON, POISON, "no") if body.department else None,
        )
        for body in TOWN.bodies
    )  # fmt: skip
    people = tuple(replace(one, role=POISON, email=POISON, phone=POISON, source=POISON, own=((POISON, POISON),)) for one in TOWN.people)
    ties = tuple(replace(one, holder=POISON, reported_by=POISON, source=POISON, own=((POISON, POISON),)) for one in TOWN.ties)
    needs = tuple(replace(one, own=((POISON, POISON),)) for one in TOWN.needs)
    offers = tuple(replace(one, own=((POISON, POISON),)) for one in TOWN.offers)
    kept = {"title": POISON, "conditions": POISON, "where": POISON}
    hidden_needs = tuple(replace(one, ref=f"hidden {one.ref}", visible_to="editors", **kept) for one in TOWN.needs)
    hidden_offers = tuple(replace(one, ref=f"hidden {one.ref}", visible_to="editors", **kept) for one in TOWN.offers)
    by_others = tuple(replace(one, ref=f"told {one.ref}", said_by=POISON, visible_to="public", **kept) for one in TOWN.offers)
    needs_by_others = tuple(replace(one, ref=f"told {one.ref}", said_by=POISON, visible_to="public", **kept) for one in TOWN.needs)
    initiatives = tuple(
        replace(
            one,
            law=POISON,
            capital=POISON,
            must_prove=POISON,
            criteria=((POISON, 1.0),),
            gains_what=(("somebody else", POISON),),
            own=((POISON, POISON),),
        )
        for one in TOWN.initiatives
    )
    return replace(
        TOWN, bodies=bodies, people=people, ties=ties, needs=(*hidden_needs, *needs_by_others, *needs), offers=(*hidden_offers, *by_others, *offers),
        initiatives=initiatives, stances=tuple(Stance(body.ref, POISON, -4.0, POISON) for body in bodies), map=replace(TOWN.map, informants=(POISON,)),
    )  # fmt: skip


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_nothing_internal_enters_any_letter(language: str) -> None:
    town = poisoned()
    firms = " ".join(name for body in town.bodies for name in (body.name, *(name for _, name in body.names)))
    people = {person.name for person in town.people if person.name not in firms}  # a firm may bear its owner's name
    for body in town.bodies:
        said = text(town, body.ref, language)
        assert POISON not in said
        assert "9.8" not in said
        assert "9,8" not in said
        assert not {name for name in people if name in said}


@pytest.mark.slow
@pytest.mark.parametrize("language", content.LANGUAGES)
@pytest.mark.parametrize("body", ["merchants", "karton-hatzafon", "dept-sanitation"])
def test_nothing_internal_enters_any_file(language: str, body: str) -> None:
    town = poisoned()
    with translation.override(language):
        made = document(letter(town, body, language), Speech(language, town), today=EXAMPLE_TODAY)
        for form in (".html", ".docx", ".pdf"):
            assert POISON not in words_of(form, write(made, form))


def words_of(form: str, data: bytes) -> str:
    if form == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if form == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return " ".join(archive.read(name).decode(errors="ignore") for name in archive.namelist())
    return data.decode()


def test_it_opens_with_the_need_they_stated_that_the_initiative_touches() -> None:
    opening = paragraph(letter(TOWN, "merchants"), "opening")
    assert "מקום לרכז קרטון אחרי שעות הסגירה" in opening


def test_a_need_that_others_wrote_makes_it_a_request_to_listen() -> None:
    made = letter(TOWN, "karton-hatzafon", "en")
    assert "we would like to listen" in paragraph(made, "opening")
    assert not made.begins_with_need
    assert "קרטון נקי, ממוין ויבש" not in text(TOWN, "karton-hatzafon", "en")


def test_a_need_kept_for_editors_does_not_open_it() -> None:
    town = replace(TOWN, needs=tuple(replace(need, visible_to="editors") for need in TOWN.needs))
    assert "we would like to listen" in paragraph(letter(town, "merchants", "en"), "opening")


def test_it_says_what_is_in_it_for_them_and_names_the_rows() -> None:
    made = letter(TOWN, "merchants", "en")
    claims = {claim.kind: claim for one in made.paragraphs if one.paragraph.key == "for_you" for claim in one.paragraph.claims}
    assert set(claims) == {"initiative", "offer", "target"}
    assert claims["offer"].ref == "offer 38"
    assert claims["offer"].origin is not None


def test_a_giver_is_named_only_where_the_offer_is_public() -> None:
    assert "Second Wheel" not in text(TOWN, "merchants", "en")
    public = replace(TOWN, offers=tuple(replace(offer, visible_to="public") for offer in TOWN.offers))
    assert "Second Wheel" in text(public, "merchants", "en")


def test_what_is_not_known_is_said_and_not_invented() -> None:
    assert "we do not know yet" in paragraph(letter(TOWN, "super-2000", "en"), "for_you")


def test_a_gain_written_at_the_initiative_is_told() -> None:
    gains = (("super-2000", "Two bins fewer a week"), ("merchants", "not theirs"))
    initiatives = tuple(replace(one, gains_what=gains) if one.ref == CARDBOARD else one for one in TOWN.initiatives)
    made = letter(replace(TOWN, initiatives=initiatives), "super-2000", "en")
    assert "not theirs" not in " ".join(one.words for one in made.paragraphs)
    assert "Two bins fewer a week." in paragraph(made, "for_you")


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_every_letter_is_whole_open_to_all_and_promises_nothing(language: str) -> None:
    made = letter(TOWN, "merchants", language)
    assert [one.paragraph.key for one in made.paragraphs] == [
        "greeting", "opening", "idea", "for_you", "your_part", "ask", "open", "closing", "signature",
    ]  # fmt: skip
    assert "{" not in text(TOWN, "merchants", language)


def test_texts_in_another_language_block_until_somebody_says_them() -> None:
    made = letter(TOWN, "merchants", "de")
    assert "רחוב נקי בערב עד פסח 2027" in made.open_texts
    assert not made.may_be_ready
    said = dict.fromkeys(made.open_texts, "auf Deutsch gesagt")
    settled = letter(TOWN, "merchants", "de", Edits(said=said, is_settled=True))
    assert settled.open_texts == ()
    assert settled.is_ready


def test_a_text_may_stay_as_written_when_somebody_says_so() -> None:
    made = letter(TOWN, "merchants", "de")
    said = {one: one for one in made.open_texts}
    assert letter(TOWN, "merchants", "de", Edits(said=said)).open_texts == ()


def test_words_of_the_editor_replace_the_draft_and_what_they_drop_blocks_no_more() -> None:
    edits = Edits({"opening": Edit("Wir beginnen mit Ihrem Anliegen.", ())})
    made = letter(TOWN, "merchants", "de", edits)
    assert paragraph(made, "opening") == "Wir beginnen mit Ihrem Anliegen."
    assert "מקום לרכז קרטון אחרי שעות הסגירה" not in made.open_texts


def test_an_emptied_paragraph_is_left_out() -> None:
    said = text(TOWN, "merchants", "en", Edits({"ask": Edit("", ())}))
    assert "half an hour" not in said


def test_a_fact_that_changed_since_the_edit_is_told_and_blocks() -> None:
    before = letter(TOWN, "merchants")
    facts = next(one.paragraph.facts for one in before.paragraphs if one.paragraph.key == "opening")
    edits = Edits({"opening": Edit("words", facts)}, is_settled=True)
    assert letter(TOWN, "merchants", edits=edits).is_ready
    needs = tuple(replace(need, conditions="changed") if need.ref == "need 29" else need for need in TOWN.needs)
    changed = letter(replace(TOWN, needs=needs), "merchants", edits=edits)
    (one,) = changed.changed
    assert one.gone == facts
    assert "changed" in one.come[0].text
    assert not changed.is_ready


def test_names_stay_isolated_in_words_that_were_edited() -> None:
    made = letter(TOWN, "merchants", "he")
    words = paragraph(made, "opening") + " English words"
    again = letter(TOWN, "merchants", "he", Edits({"opening": Edit(words, ())}))
    shown = next(one for one in again.paragraphs if one.paragraph.key == "opening")
    assert "\u2068מקום לרכז קרטון אחרי שעות הסגירה\u2069" in plain(shown.text)
    assert shown.words == words


def test_a_draft_says_so_in_its_file_and_a_ready_letter_does_not() -> None:
    made = letter(TOWN, "merchants", "he")
    assert document(made, Speech("he", TOWN), today=EXAMPLE_TODAY).mark
    ready = letter(TOWN, "merchants", "he", Edits(is_settled=True))
    assert ready.is_ready
    assert document(ready, Speech("he", TOWN), today=EXAMPLE_TODAY).mark == ""


@pytest.mark.parametrize(
    ("body", "language", "why"),
    [("merchants", "he", "person"), ("naser-aluminium", "ar", "person"), ("freundeskreis", "de", "person"), ("haruv-plast", "he", "name")],
)
def test_the_letter_is_in_the_bodys_language(body: str, language: str, why: str) -> None:
    assert letter_language(TOWN, body) == (language, why)


def test_an_own_word_of_a_requirement_is_isolated_like_any_text() -> None:
    town = replace(TOWN, needs=(), offers=())
    assert "צוות" not in text(town, "merchants", "en")


def test_it_needs_no_needs_and_no_offers() -> None:
    empty = replace(TOWN, needs=(), offers=())
    assert "we would like to listen" in text(empty, "merchants", "en")


def test_a_letter_bears_no_sign_of_ours() -> None:
    made = document(letter(TOWN, "merchants"), Speech("he", TOWN), today=EXAMPLE_TODAY)
    page = write(made, ".html").decode()
    assert 'class="brand"' not in page.partition("<body>")[2]
    assert "Shutaf" not in page.partition("<body>")[2]


def test_what_stands_in_brackets_is_parted_as_arabic_parts_it() -> None:
    words = paragraph(letter(TOWN, "al-amal", "ar"), "opening")
    assert "؛ " in words
    assert "; " not in words
