"""What is known of each department, who was asked, who answered, and who is next?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from shutaf.accounts.queries import LinkFacts, links_of_departments
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.departments import DepartmentFacts, department_facts, plan_counts
from shutaf.intake.models import Proposal
from shutaf.partnerships.queries import situation
from shutaf.relations.told import rated_bodies

QUESTIONS = (
    "who", "targets", "not_alone", "ties", "quality", "needs", "offers", "opportunities", "limits", "decides", "actions", "would_join",
)  # fmt: skip
"""The questions of a department's sheet, in its order."""

PATIENCE_DAYS = 7
"""Ours: after a week without an answer one may remind."""


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """A department in the list. filled: the questions with an answer; waits: things it said that nobody accepted yet.

    next: what to do with it now ("accept", "ask", "remind", "renew", "" for nothing).
    """

    facts: DepartmentFacts
    filled: tuple[str, ...]
    link: LinkFacts | None
    waits: int
    next: str

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(one for one in QUESTIONS if one not in self.filled)


def departments_list(viewer: Viewer) -> tuple[DepartmentLine, ...]:
    """Departments by name, in a fixed number of queries. Raises NotAllowedError for those who do not see everything."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    told, links, waits, now = _Told(viewer), links_of_departments(viewer), _waiting(viewer), timezone.now()
    found = []
    for facts in department_facts(viewer):
        filled, link, count = told.filled(facts), links.get(facts.ref), waits[facts.ref]
        found.append(DepartmentLine(facts, filled, link, count, next_for(link, count, len(filled), now)))
    return tuple(found)


def next_for(link: LinkFacts | None, waits: int, filled: int, now: datetime) -> str:
    """What waits is read first; who got no link is sent one; who got one a week ago and kept silent is reminded once a week."""
    if waits:
        return "accept"
    if link is None:
        return "ask" if filled < len(QUESTIONS) else ""
    if link.answered_at:
        return ""
    if link.state == "expired":
        return "renew"
    last = max(filter(None, (link.created_at, link.reminded_at)), default=now)
    return "remind" if now - last > timedelta(days=PATIENCE_DAYS) else ""


def _waiting(viewer: Viewer) -> Counter[str]:
    return Counter(Proposal.present.filter(workspace_id=viewer.workspace_id, state="waits").values_list("body_ref", flat=True))


class _Told:
    """What is there of each question, read once for all departments."""

    def __init__(self, viewer: Viewer) -> None:
        seen = situation(viewer)
        self.opportunities, self.actions = plan_counts(viewer)
        self.rated = rated_bodies(viewer)
        self.tied = {ref for tie in seen.ties for ref in (tie.source_ref, tie.target_ref)}
        self.needs, self.offers = {need.body for need in seen.needs}, {offer.body for offer in seen.offers}

    def filled(self, one: DepartmentFacts) -> tuple[str, ...]:
        is_told: Mapping[str, bool] = {
            "who": bool(one.head or one.contact), "targets": bool(one.targets), "not_alone": bool(one.goals_not_alone),
            "ties": one.ref in self.tied, "quality": one.pk in self.rated, "needs": one.ref in self.needs, "offers": one.ref in self.offers,
            "opportunities": one.pk in self.opportunities, "limits": bool(one.limits), "decides": bool(one.decides),
            "actions": one.pk in self.actions, "would_join": one.would_join != "unknown",
        }  # fmt: skip
        return tuple(key for key in QUESTIONS if is_told[key])
