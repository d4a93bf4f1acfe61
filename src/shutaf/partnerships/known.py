"""What is kept beside the map about bodies before somebody walks in: promises and what became of them, talks, lessons, facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.evidence import other_end
from shutaf.bodies.plans import opportunities, running_actions
from shutaf.bodies.told import integrity_by_body, interests_by_body
from shutaf.relations.contacts import ContactFacts, contacts_with
from shutaf.relations.lines import TieLine, tie_lessons
from shutaf.reports.dossier.known import Doing, Known, Lesson, Promise, PromiseState, ProperFact, Talk


def known_of(viewer: Viewer, refs: Sequence[str], *, today: str) -> dict[str, Known]:
    """ref -> what is kept; for those who see everything, nothing for others. today: ISO day. Six queries, however many bodies."""
    if not sees_everything(viewer):
        return {}
    contacts, lessons = contacts_with(viewer, refs), tie_lessons(viewer, refs)
    facts, interests, doings = integrity_by_body(viewer, refs), interests_by_body(viewer, refs), _doings(viewer)
    return {
        ref: Known(
            promises=tuple(_promises(contacts.get(ref, ()), today)),
            talks=tuple(Talk(one.on_date, one.ours, one.theirs, one.theirs_role, one.said, one.way) for one in contacts.get(ref, ())),
            lessons=tuple(_lesson(one, ref) for one in lessons.get(ref, ())),
            facts=tuple(ProperFact(one.kind, one.text, one.source, one.as_of, one.until_date) for one in facts.get(ref, ())),
            doings=tuple(doings.get(ref, ())),
            stated=tuple(one.text for one in interests.get(ref, ()) if one.basis == "stated"),
            assumed=tuple(one.text for one in interests.get(ref, ()) if one.basis != "stated"),
        )
        for ref in refs
    }


def _promises(contacts: Sequence[ContactFacts], today: str) -> Iterator[Promise]:
    for one in contacts:
        state: PromiseState = "kept" if one.is_settled else "late" if one.is_overdue(today) else "open"
        for is_by_us, what in ((True, one.promised_by_us), (False, one.promised_by_them)):
            if what:
                yield Promise(is_by_us, what, one.on_date, one.due_date, state)


def _lesson(one: TieLine, ref: str) -> Lesson:
    return Lesson(other_end(one.tie, ref), one.experience, one.tie.since_date, one.tie.until_date)


def _doings(viewer: Viewer) -> Mapping[str, list[Doing]]:
    found: dict[str, list[Doing]] = defaultdict(list)
    for action in running_actions(viewer):
        found[action.body].append(Doing(action.title, action.year, action.state))
    for chance in opportunities(viewer):
        found[chance.body].append(Doing(chance.title, chance.from_date or chance.until_date))
    return found
