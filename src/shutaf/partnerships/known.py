"""What is kept beside the map about one body before somebody walks in: promises and what became of them, talks, lessons, facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.evidence import other_end
from shutaf.bodies.plans import opportunities, running_actions
from shutaf.bodies.told import integrity_of, interests_of
from shutaf.relations.contacts import ContactFacts, contacts_of
from shutaf.relations.lines import tie_lines
from shutaf.reports.dossier.known import NOTHING_KNOWN, Doing, Known, Lesson, Promise, ProperFact, Talk


def known_of(viewer: Viewer, ref: str, *, today: str, gain: str = "") -> Known:
    """For those who see everything; nothing for others. today: ISO day. Six queries."""
    if not sees_everything(viewer):
        return NOTHING_KNOWN
    contacts, interests = contacts_of(viewer, ref), interests_of(viewer, ref)
    return Known(
        gain=gain,
        promises=tuple(_promises(contacts, today)),
        talks=tuple(Talk(one.on_date, one.ours, one.theirs, one.theirs_role, one.said, one.way) for one in contacts),
        lessons=tuple(_lessons(viewer, ref)),
        facts=tuple(ProperFact(one.kind, one.text, one.source, one.as_of, one.until_date) for one in integrity_of(viewer, ref)),
        doings=tuple(_doings(viewer, ref)),
        stated=tuple(one.text for one in interests if one.basis == "stated" and one.openness != "hidden"),
        assumed=tuple(one.text for one in interests if one.basis != "stated"),
    )


def _promises(contacts: Sequence[ContactFacts], today: str) -> Iterator[Promise]:
    for one in contacts:
        state = "kept" if one.is_settled else "late" if one.is_overdue(today) else "open"
        for is_by_us, what in ((True, one.promised_by_us), (False, one.promised_by_them)):
            if what:
                yield Promise(is_by_us, what, one.on_date, one.due_date, state)  # type: ignore[arg-type]


def _lessons(viewer: Viewer, ref: str) -> Iterator[Lesson]:
    for one in tie_lines(viewer, of_body=ref):
        if one.experience:
            yield Lesson(other_end(one.tie, ref), one.experience, one.tie.since_date, one.tie.until_date, one.quality_1_5)


def _doings(viewer: Viewer, ref: str) -> Iterator[Doing]:
    for action in running_actions(viewer, ref):
        yield Doing(action.title, action.year, action.state)
    for chance in opportunities(viewer, ref):
        yield Doing(chance.title, chance.from_date or chance.until_date)
