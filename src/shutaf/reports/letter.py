"""What does a partnership that began elsewhere write to the municipality, early and short?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import Situation, Word
from shutaf.reports.brief import labels
from shutaf.reports.document import Block, Document, Heading, Items, Line, Name, Notice, Paragraph, Tag, fill, line, plain
from shutaf.reports.wording.speech import Speech

_LETTERS = {"he": "[א-ת]", "ar": "[ء-ي]", "en": "[A-Za-z]", "de": "[A-Za-zÄÖÜäöüß]"}


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the letter tells: the partnership, who began it, what for, who is in; "" and () where nobody wrote it down."""

    partnership: str
    goals: tuple[Word, ...]
    initiator: str
    initiator_group: str
    partners: tuple[str, ...]


def municipality_letter(situation: Situation, facts: LetterFacts, *, language: str, today: str) -> Document:
    """The letter as a document, to be read and signed by a person; it asks for a talk and promises nothing."""
    with translation.override(language):
        speech = Speech(language, situation)
        return Document(
            language=language,
            title=fill(_("An early word about {partnership}"), partnership=Name(facts.partnership)),
            lead=_to(situation, language),
            labels=labels(),
            blocks=tuple(_blocks(facts, speech)),
            dates=line(speech.date(today)),
            mark=_("Draft, to be read before it is sent"),
            created=today,
            is_letter=True,
        )


def letter_text(document: Document) -> str:
    """The same as plain text, to be copied; names are isolated."""
    parts = [plain(document.dates), plain(document.lead), plain(document.title)]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            parts.append(plain(block.text))
        elif isinstance(block, Items):
            parts.append("\n".join(f"{n}. {plain(item)}" for n, item in enumerate(block.items, 1)))
        elif isinstance(block, Heading):
            parts.append(plain(block.text))
    return "\n\n".join(part for part in parts if part)


def untranslated(facts: LetterFacts, situation: Situation, language: str) -> tuple[str, ...]:
    """Texts from data that are written in no letter of the letter's language: somebody must say them in it before it goes out."""
    own = [facts.partnership, *(word.text for word in facts.goals if not word.key)]
    bodies = [situation.body_by_ref[ref].name_in(language) for ref in (facts.initiator, *facts.partners) if ref in situation.body_by_ref]
    return tuple(
        dict.fromkeys(
            text for text in (*own, *bodies, situation.place.name_in(language)) if text and not re.search(_LETTERS[language], text)
        )
    )


def _to(situation: Situation, language: str) -> Line:
    place = situation.place.name_in(language)
    return fill(_("To the municipality of {place}"), place=Name(place)) if place else line(_("To the municipality"))


def _blocks(facts: LetterFacts, speech: Speech) -> Iterator[Block]:
    unsettled = untranslated(facts, speech.situation, speech.language)
    if unsettled:
        yield Notice(
            (fill(_("Still to be said in this language: {texts}"), texts=speech.several([Name(text) for text in unsettled])),), "warn"
        )
    yield Paragraph(
        line(_who(facts, speech), " ", _("We write early, while nothing is decided, so that you can help to shape it.")), "lead"
    )
    yield Paragraph(_what(facts, speech))
    yield Paragraph(_with(facts, speech))
    yield Heading(2, line(_("Why we write now")))
    yield Paragraph(
        line(_("Work plans, budgets and goals are set long before a project begins. An idea that arrives finished fits none of them."))
    )
    yield Heading(2, line(_("What we ask")))
    yield Items(
        (
            line(_("A talk of half an hour with somebody who knows the work plans.")),
            line(_("A contact person for the next steps.")),
            line(
                _("To hear which of your goals this could serve, and which rules on equal opportunity, tenders and donations we must keep.")
            ),
        ),
        ordered=True,
    )
    yield Heading(2, line(_("What you can expect of us")))
    yield Paragraph(
        line(
            _(
                "The invitation will be open to all, with a record of who was asked and how. You will hear from us before anything is published."
            )
        )
    )
    yield Paragraph(line(_("With kind regards,")))
    yield Paragraph(
        fill(_("{name}, role, phone"), name=speech.body(facts.initiator) if facts.initiator else Tag(_("your name"), "unknown"))
    )


def _who(facts: LetterFacts, speech: Speech) -> Line:
    if facts.initiator:
        return fill(
            _("{body} prepares a partnership called {partnership}."), body=speech.body(facts.initiator), partnership=Name(facts.partnership)
        )
    return fill(_("We prepare a partnership called {partnership}."), partnership=Name(facts.partnership))


def _what(facts: LetterFacts, speech: Speech) -> Line:
    if not facts.goals:
        return line(_("It is about:"), " ", Tag(_("not written down"), "unknown"))
    goals = [Name(word.text) if not word.key else line(content.say("theme", word.key, speech.language)) for word in facts.goals]
    return fill(_("It is about: {goals}."), goals=speech.several(goals))


def _with(facts: LetterFacts, speech: Speech) -> Line:
    others = tuple(ref for ref in facts.partners if ref != facts.initiator)
    if not others:
        return line(_("Nobody has joined yet; you are among the first to hear of it."))
    return fill(_("With us so far: {bodies}."), bodies=speech.bodies(others, most=8))
