"""What do others wait for from this member? What they said and nobody read, what was sent and not answered, what we promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.accounts.queries import links_list
from shutaf.accounts.rules import may_edit, speaks_for
from shutaf.accounts.viewer import Viewer
from shutaf.cases.asked import cases_asked
from shutaf.intake.queries import proposals_waiting
from shutaf.intake.requested import requests_due
from shutaf.relations.contacts import promises_by_us
from shutaf.reports.document import Line, Name, fill, line
from shutaf.web.parts.reading import Reading

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Wait:
    """what: a sentence; because: why it matters; page: name of the address, with its ref or ""; is_late: the day is over."""

    what: Line
    because: Line
    page: str
    ref: str = ""
    is_late: bool = False


def waits(reading: Reading, viewer: Viewer, *, today: str) -> tuple[Wait, ...]:
    if not may_edit(viewer):
        return (*_cases(reading, viewer, today), *_own_bodies(reading, viewer))
    return (
        *_requests(reading, viewer, today),
        *_promises(reading, viewer, today),
        *_proposals(reading, viewer),
        *_calls(reading, today),
        *_links(reading, viewer),
    )


def _promises(reading: Reading, viewer: Viewer, today: str) -> Iterator[Wait]:
    for one in promises_by_us(viewer):
        is_late = one.is_overdue(today)
        when = reading.speech.date(one.due_date)
        because = (
            fill(_("it was due on {when}"), when=when)
            if is_late
            else fill(_("it is due on {when}"), when=when)
            if when
            else line(_("no day was said"))
        )
        yield Wait(
            fill(_("Promised to {body}: {what}"), body=reading.speech.body(one.body, shape=True), what=Name(one.promised_by_us)), because, "body", one.body, is_late
        )  # fmt: skip


def _requests(reading: Reading, viewer: Viewer, today: str) -> Iterator[Wait]:
    """Requests about personal data have a day in law."""
    count, due = requests_due(viewer)
    if count:
        said = ngettext("{n} request about personal data", "{n} requests about personal data", count).format(n=count)
        yield Wait(line(said), fill(_("the first is due on {when}"), when=reading.speech.date(due)), "requests", is_late=due < today)


def _proposals(reading: Reading, viewer: Viewer) -> Iterator[Wait]:
    found = proposals_waiting(viewer)
    if found:
        bodies = dict.fromkeys(one.body_ref for one in found)
        answers = len({one.answer for one in found})
        said = ngettext("{n} answer waits to be read", "{n} answers wait to be read", answers).format(n=answers)
        yield Wait(
            line(said),
            fill(_("it enters the map only when accepted: {bodies}"), bodies=reading.speech.bodies(tuple(bodies), most=MOST_NAMES)),
            "intake",
        )


def _calls(reading: Reading, today: str) -> Iterator[Wait]:
    """Answers to a call that is over: until then nobody reads them, as its text promises."""
    for call in reading.current.choosing.calls:
        waiting = sum(one.state == "waits" for one in call.replies)
        if waiting and (call.state == "closed" or today > call.closes_on):
            said = ngettext("{n} answer waits to be read", "{n} answers wait to be read", waiting).format(n=waiting)
            because = fill(_("the invitation is closed: {title}"), title=Name(call.title_in(reading.speech.language)))
            yield Wait(line(said), because, "call_answers", call.ref)


def _links(reading: Reading, viewer: Viewer) -> Iterator[Wait]:
    found = [one for one in links_list(viewer) if one.state in ("open", "used")]
    if found:
        bodies = dict.fromkeys(one.body_ref for one in found)
        said = ngettext("{n} personal link is not answered", "{n} personal links are not answered", len(found)).format(n=len(found))
        yield Wait(
            line(said), fill(_("a short reminder helps: {bodies}"), bodies=reading.speech.bodies(tuple(bodies), most=MOST_NAMES)), "links"
        )


def _cases(reading: Reading, viewer: Viewer, today: str) -> Iterator[Wait]:
    """Cases that tell of a body this partner speaks for, and to which nothing was answered, or to other words."""
    for one in (case for ref in viewer.body_refs if speaks_for(viewer, ref) for case in cases_asked(viewer, ref)):
        if one.mine.member.answer and not one.is_stale:
            continue
        because = line(_("without your answer it is told without your name"))
        if one.review_until:
            because = fill(_("without your answer until {when} it is told without your name"), when=reading.speech.date(one.review_until))
        what = fill(_("What the case {name} tells of {body}"), name=Name(one.name), body=reading.speech.body(one.body_ref, shape=True))
        yield Wait(what, because, "case_ours", one.ref, is_late=bool(one.review_until) and one.review_until < today)


def _own_bodies(reading: Reading, viewer: Viewer) -> Iterator[Wait]:
    """A partner whose body said nothing yet."""
    spoken = {one.body for one in (*reading.situation.needs, *reading.situation.offers)}
    for ref in viewer.body_refs:
        if ref in reading.situation.body_by_ref and ref not in spoken:
            what = fill(_("What {body} needs and could offer"), body=reading.speech.body(ref, shape=True))
            yield Wait(what, line(_("nobody can suggest a match without it")), "resource_new")
