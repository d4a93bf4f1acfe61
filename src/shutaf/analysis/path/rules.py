"""Which checks of the path does the map itself answer? Each rule counts what is known of what would have to be known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from shutaf.analysis.path.course import Course
from shutaf.analysis.situation import Body, OpenCall, Situation

OUTSIDE = ("business", "civil_society", "academia", "community")
"""Sectors an external map should reach; other public bodies are welcome and not asked for."""

FEWEST_CANDIDATES = 2
FEWEST_SECTORS = 3


@dataclass(frozen=True, slots=True)
class Counted:
    """known of base, and who or what is missing."""

    known: int
    base: int
    missing: tuple[str, ...] = ()


def _each(bodies: Iterable[Body], has: Callable[[Body], bool]) -> Counted:
    every = tuple(bodies)
    missing = tuple(body.ref for body in every if not has(body))
    return Counted(len(every) - len(missing), len(every), missing)


def candidates(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """At least two candidate initiatives to choose between."""
    return Counted(min(len(situation.initiatives), FEWEST_CANDIDATES), FEWEST_CANDIDATES)


def chances(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """Each candidate has a chance and a time to its first result."""
    missing = tuple(one.ref for one in situation.initiatives if one.chance_0_1 is None or one.months_to_result is None)
    return Counted(len(situation.initiatives) - len(missing), len(situation.initiatives), missing)


def spoken_with(situation: Situation, course: Course) -> Counted:
    """A body outside was spoken with: it is in the log of contacts, or written at the step."""
    return _met_or_recorded(situation, course, "first_initiative", "spoken_with")


def asked_themselves(situation: Situation, course: Course) -> Counted:
    """A body outside was asked itself: it answered for its own ties, is in the log of contacts, or written at the step."""
    if any(body.ref in situation.map.asked for body in situation.organisations):
        return Counted(1, 1)
    return _met_or_recorded(situation, course, "external_map", "asked_directly")


def _met_or_recorded(situation: Situation, course: Course, step: str, key: str) -> Counted:
    is_met = any(body.ref in course.met for body in situation.organisations)
    return Counted(int(is_met or bool(course.recorded(step, key))), 1)


def department_contacts(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """A contact in each department: named in its sheet, or a person with a role there."""
    with_people = {person.body for person in situation.people}
    return _each(situation.departments, lambda body: body.ref in with_people or bool(body.department and body.department.contact))


def departments_asked(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """Each department said something: targets, limits, what it cannot reach alone, a need, an offer, or whether it would join."""
    spoken = {resource.body for resource in (*situation.needs, *situation.offers)} | set(situation.map.asked)

    def has_answered(body: Body) -> bool:
        told = body.department
        said = told and (told.targets or told.goals_not_alone or told.limits or told.decides or told.would_join != "unknown")
        return bool(said) or body.ref in spoken

    return _each(situation.departments, has_answered)


def departments_tied(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """For each department a tie, or the known absence of one, to a body outside."""
    inside = {body.ref for body in situation.departments}
    told = {
        ref
        for tie in situation.ties
        if tie.status != "unknown" and len(tie.pair & inside) == 1  # one end in the municipality, one outside
        for ref in tie.pair
    }
    return _each(situation.departments, lambda body: body.ref in told)


def internal_team(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """At least one department would join the team."""
    return Counted(int(any(body.department and body.department.would_join == "yes" for body in situation.departments)), 1)


def sectors_covered(situation: Situation, course: Course) -> Counted:
    """Each sector outside has a body on the map, or it is written down why it has none."""
    there = {body.sector_key for body in situation.organisations}
    missing = tuple(sector for sector in OUTSIDE if sector not in there)
    if missing and course.recorded("external_map", "gaps"):
        return Counted(len(OUTSIDE), len(OUTSIDE))
    return Counted(len(OUTSIDE) - len(missing), len(OUTSIDE), missing)


def sectors_known(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """The sector of each body outside is known."""
    return _each(situation.organisations, lambda body: bool(body.sector_key))


def change_agents(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """At least one body outside that moves others."""
    return Counted(int(any(body.change_agent == "yes" for body in situation.organisations)), 1)


def _with_us(situation: Situation, course: Course) -> tuple[Body, ...]:
    """The partners; as long as none is named, the bodies marked to be invited."""
    named = [situation.body_by_ref[ref] for ref in course.partners if ref in situation.body_by_ref]
    return tuple(named or (body for body in situation.organisations if body.invite == "yes"))


def needs_of_invited(situation: Situation, course: Course) -> Counted:
    """Of each partner or invited body something it needs, offers, wants or is moved by."""
    spoken = {resource.body for resource in (*situation.needs, *situation.offers)}
    return _each(_with_us(situation, course), lambda body: body.ref in spoken or bool(body.motives or body.own_targets))


def goals_written(situation: Situation, course: Course) -> Counted:
    """Goals of the partnership, or those of the place."""
    return Counted(int(bool(course.goals or situation.place.goals)), 1)


def model_chosen(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    return Counted(int(bool(course.typology)), 1)


def sectors_invited(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """Each sector that is on the map has at least one body marked to be invited."""
    there = [s for s in OUTSIDE if any(body.sector_key == s for body in situation.organisations)]
    missing = tuple(s for s in there if not any(body.sector_key == s and body.invite == "yes" for body in situation.organisations))
    return Counted(len(there) - len(missing), len(there), missing)


def _calls(situation: Situation, course: Course) -> tuple[OpenCall, ...]:
    """Calls that were published, of this partnership or of none."""
    return tuple(call for call in situation.choosing.calls if call.state != "draft" and call.partnership in ("", course.ref))


def call_published(situation: Situation, course: Course) -> Counted:
    """An open call stands published, with its terms, the same for all."""
    return Counted(int(bool(_calls(situation, course))), 1)


def call_trail(situation: Situation, course: Course) -> Counted:
    """Of a published call it is logged who was told, and somebody answered or it is closed."""
    return Counted(int(any(call.told and (call.replies or call.state == "closed") for call in _calls(situation, course))), 1)


def sectors_at_table(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """At least three sectors sat at the table. Ours: two make a bargain, three a partnership between sectors."""
    present = set(course.recorded("joint_thinking", "present").words)
    return Counted(min(len(present), FEWEST_SECTORS), FEWEST_SECTORS)


def partners_named(situation: Situation, course: Course) -> Counted:  # noqa: ARG001
    """At least two bodies are named as partners."""
    return Counted(min(len(course.partners), 2), 2)


def partners_bring(situation: Situation, course: Course) -> Counted:
    """Of each partner, something it brings is on the map."""
    offering = {offer.body for offer in situation.offers}
    named = (situation.body_by_ref[ref] for ref in course.partners if ref in situation.body_by_ref)
    return _each(named, lambda body: body.ref in offering)


RULES: Mapping[str, Callable[[Situation, Course], Counted]] = {
    rule.__name__: rule
    for rule in (
        candidates, chances, spoken_with, asked_themselves, department_contacts, departments_asked, departments_tied, internal_team, sectors_covered, sectors_known, change_agents,
        needs_of_invited, goals_written, model_chosen, sectors_invited, call_published, call_trail, sectors_at_table, partners_named, partners_bring,
    )
}  # fmt: skip
