"""The question sheet of a meeting: for each body three things we do not know and must not assume. Two bodies a page, with room to write."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.analysis.actors.body_sheet import body_sheet
from shutaf.analysis.preparation import Preparation
from shutaf.analysis.unknowns.of_body import ASSUMED, Unknown, unknowns_of, whom_to_ask_about
from shutaf.reports.brief import Audience, document
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Asked, Block, Document, Heading, Line, Name, Notice, PageBreak, Paragraph, Text, fill, line
from shutaf.reports.wording.actors import ASKED_BECAUSE
from shutaf.reports.wording.meeting import ASK, OPEN
from shutaf.reports.wording.sheet import MUST_NOT_ASSUME
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import WAYS, Ways, speak

A_PAGE = 2


@dataclass(frozen=True, slots=True)
class Heard:
    """What the workspace keeps beside the map. disputed: names of fields that informants answered differently, as said to the reader.

    promises: (by_us, what, due ISO date) that are open."""

    disputed: tuple[str, ...] = ()
    assumed: int = 0
    promises: tuple[tuple[bool, str, str], ...] = ()


NOTHING_HEARD = Heard()
_WAYS: Ways = {
    **WAYS,
    "n": lambda value, speech: line(speech.digits(value.value)),  # a sheet to write on carries no codes
    "fields": lambda value, speech: speech.several([Text(_("“{name}”").format(name=name)) for name in value]),
}


def question_sheet(
    prepared: Preparation, refs: Sequence[str], *, language: str, audience: Audience = "room", heard: Mapping[str, Heard] | None = None
) -> Document:
    """The sheet for these bodies, in their order. room: nothing sensitive, so that it may lie on the table; driver: also why, and what must not be assumed."""
    with translation.override(language):
        writing = Writing(prepared, Speech(language, prepared.situation), audience, 0)
        blocks = tuple(
            block for i, ref in enumerate(refs) for block in _body(writing, ref, i, len(refs), (heard or {}).get(ref, NOTHING_HEARD))
        )
        empty = (Notice((line(_("Choose the bodies you are going to meet.")),)),)
        whole = document(writing, blocks or empty)
        lead = (
            _("For each body, three things we do not know and must not assume. Write down who answered and in which role.")
            if writing.is_driver
            else _("Three things we would like to hear from each of you.")
        )
        return replace(whole, title=line(_("Questions for a meeting")), lead=line(lead))


def _body(writing: Writing, ref: str, place: int, of: int, heard: Heard) -> Iterator[Block]:
    if place and place % A_PAGE == 0:
        yield PageBreak()
    speech = writing.speech
    eyebrow = line(_("Body {number} of {of}").format(number=place + 1, of=of))
    yield Heading(2, (speech.body(ref, shape=True),), f"ask-{place + 1}", eyebrow)
    disputed = heard.disputed if writing.is_driver else ()
    found = unknowns_of(
        writing.situation, ref, writing.prepared.questions, disputed=disputed, assumed=heard.assumed, for_room=not writing.is_driver
    )
    if not found:
        yield Paragraph(line(_("Nothing of what we ask every body is open here. Ask whether it is still right.")))
    for one in found:
        reason = _said(OPEN[one.key], one, speech) if writing.is_driver else ()
        yield Asked(_said(ASK[one.key], one, speech), reason, (line(_("Answer")), line(_("Who said it, in which role"))))
    if writing.is_driver:
        yield from _for_driver(writing, ref, heard, {one.key for one in found})


def _said(template: Any, one: Unknown, speech: Speech) -> Line:
    return speak(template, one.facts, speech, _WAYS)


def _for_driver(writing: Writing, ref: str, heard: Heard, asked_already: Collection[str]) -> Iterator[Block]:
    """What must not be assumed, what is promised, and who could open the door."""
    speech = writing.speech
    assumed = body_sheet(writing.situation, ref).driver.must_not_assume
    lines = [speak(MUST_NOT_ASSUME[key], {}, speech) for key in assumed if ASSUMED[key] not in asked_already]
    if lines:
        yield Notice((line(_("Must not be assumed")), *lines))
    promises = tuple(_promise(speech, *promise) for promise in heard.promises)
    if promises:
        yield Notice((line(_("Promised and open")), *promises), "warn")
    asked = whom_to_ask_about(writing.situation, ref)
    if asked:
        why = ASKED_BECAUSE.get(asked.rule)
        theme = next((word for word in writing.situation.body_by_ref[ref].themes if word.key), None)
        because = line(" ", speak(why, {"theme": theme}, speech)) if why and (theme or "{theme" not in str(why)) else ()
        yield Paragraph(line(fill(_("Nobody of us knows them, as far as we know. Ask {who} first."), who=speech.body(asked.ref)), because))


def _promise(speech: Speech, by_us: bool, what: str, due: str) -> Line:
    said = fill(_("We promised: {what}") if by_us else _("They promised: {what}"), what=Name(what))
    return line(said, *((_(", due "), speech.date(due)) if due else ()))
