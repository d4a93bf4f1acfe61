"""Which partnerships may this Viewer see, and where does each stand on its way?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet

from shutaf import content
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.path import Course, Recorded, StepHeld, Wanted, held, step_now
from shutaf.analysis.situation import Answer, Situation, Word
from shutaf.partnerships.models import Gate, Partnership, StepRecord
from shutaf.relations.contacts import bodies_met


@dataclass(frozen=True, slots=True)
class PartnershipFacts:
    """A partnership as pages show it. step: where its people say they are, "" when they did not say."""

    ref: str
    name: str
    goals: tuple[Word, ...]
    initiator_group: str
    initiator_body: str
    typology: str
    partners: tuple[str, ...]
    state: str
    step: str

    @property
    def is_led_by_municipality(self) -> bool | None:
        """None when nobody said who began it."""
        return self.initiator_group == "department" if self.initiator_group else None


@dataclass(frozen=True)
class PathFacts:
    """A partnership with its way. records and checks are for those who see everything; others get none, and no share of them."""

    partnership: PartnershipFacts
    step: str
    records: Mapping[tuple[str, str], Recorded] = field(default_factory=dict)
    checks: Mapping[str, StepHeld] = field(default_factory=dict)


def _facts(row: Partnership) -> PartnershipFacts:
    return PartnershipFacts(
        row.ref, row.name, row.goals, row.initiator_group, row.initiator_body, row.typology, row.partners, row.state, row.step
    )


def _rows(viewer: Viewer) -> QuerySet[Partnership]:
    return Partnership.present.filter(workspace_id=viewer.workspace_id)


def partnerships_visible(viewer: Viewer) -> tuple[PartnershipFacts, ...]:
    """All of the workspace, the last one touched first; a partner sees those its own body began or takes part in."""
    if not sees_shared(viewer):
        raise NotAllowedError("sees_shared")
    found = tuple(_facts(row) for row in _rows(viewer).order_by("-changed_in_id", "-pk"))
    if sees_everything(viewer):
        return found
    own = set(viewer.body_refs)
    return tuple(one for one in found if own & {one.initiator_body, *one.partners})


def partnership_found(viewer: Viewer, ref: str) -> PartnershipFacts | None:
    return next((one for one in partnerships_visible(viewer) if one.ref == ref), None)


def path_of(viewer: Viewer, found: PartnershipFacts, situation: Situation) -> PathFacts:
    """Where it stands, counted from what the Viewer sees of the map: for those who see everything."""
    keys = [one.key for one in content.steps()]
    if not sees_everything(viewer):
        return PathFacts(found, found.step if found.step in keys else keys[0])
    records = _records(viewer, found.ref)
    course = Course(
        found.goals,
        found.initiator_group,
        found.initiator_body,
        found.typology,
        found.partners,
        found.step,
        records,
        bodies_met(viewer),
        ref=found.ref,
    )
    checks = held(_wanted(), situation, course)
    return PathFacts(found, step_now(keys, checks, course), records, checks)


def _records(viewer: Viewer, ref: str) -> Mapping[tuple[str, str], Recorded]:
    rows = StepRecord.present.filter(workspace_id=viewer.workspace_id, partnership__ref=ref, partnership__workspace_id=viewer.workspace_id)
    return {(row.step, row.key): Recorded(row.text, row.date, row.words) for row in rows}


def _wanted() -> list[Wanted]:
    return [Wanted(step.key, check.key, check.needs, check.rule) for step in content.steps() for check in step.checks]


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What somebody answered to "is partnership right?". partnership: its ref, "" for an idea that is none yet."""

    ref: str
    idea: str
    partnership: str
    answers: Mapping[str, Answer]
    by: str


MOST_GATES = 50


def gates_list(viewer: Viewer, *, partnership_ref: str = "") -> tuple[GateFacts, ...]:
    """The latest of ideas, or of one partnership; for those who see everything."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    found = Gate.present.filter(workspace_id=viewer.workspace_id)
    found = found.filter(partnership__ref=partnership_ref) if partnership_ref else found.filter(partnership=None)
    rows = found.select_related("partnership", "changed_in").order_by("-changed_in_id")[:MOST_GATES]
    return tuple(
        GateFacts(row.ref, row.idea, row.partnership.ref if row.partnership else "", dict(row.answers), row.changed_in.by) for row in rows
    )
