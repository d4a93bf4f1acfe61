"""What does the map already tell of the answers? Suggestions with their facts, for a person to take or leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from shutaf.analysis.choosing.departments import departments_named
from shutaf.analysis.situation import Body, Initiative, Situation

MOTIVES: Final[Mapping[str, str]] = {
    "save_cost": "cost",
    "regulation": "cost",
    "reputation": "reputation",
    "staff": "reputation",
    "neighbourhood": "reputation",
    "market": "sales",
    "customers": "sales",
    "knowledge": "market",
    "influence": "market",
}
"""Which answer each motive of a business speaks for. Ours; the others speak for none."""

FEWEST_FIRMS, SOON_MONTHS, YEAR_MONTHS = 3, 3, 12
"""Ours: similar firms that make a group; months that are still weeks; a year."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the map says of one question. facts: what it rests on."""

    question: str
    answer: str
    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def suggested_answers(
    situation: Situation, initiative: Initiative | None = None, units: Mapping[str, Sequence[str]] | None = None
) -> tuple[Suggestion, ...]:
    """At most one suggestion a question, only where the map says something positive: what is not on the map may be there all the same.

    units: answer to the question on the department -> words in names of such departments. O(bodies + ties).
    """
    return tuple(_suggested(situation, initiative, units or {}))


def _suggested(situation: Situation, initiative: Initiative | None, units: Mapping[str, Sequence[str]]) -> Iterator[Suggestion]:
    firms = [body for body in situation.organisations if body.sector_key == "business"]
    wanted = Counter(answer for firm in firms for answer in {MOTIVES[word.key] for word in firm.motives if word.key in MOTIVES})
    best = wanted.most_common(2)
    if best and best[0][1] > 1 and (len(best) == 1 or best[0][1] > best[1][1]):
        yield Suggestion("motive", best[0][0], "motives_written", {"firms": best[0][1], "told": sum(bool(firm.motives) for firm in firms)})
    if initiative and initiative.months_to_result is not None:
        months = initiative.months_to_result
        soon = "weeks" if months <= SOON_MONTHS else "year" if months <= YEAR_MONTHS else "years"
        yield Suggestion("time", soon, "months_estimated", {"months": round(months)})
    willing = {unit: _willing(found) for unit, found in departments_named(situation, units).items()}
    if len(of_one := [unit for unit, found in willing.items() if found]) == 1:
        yield Suggestion("unit", of_one[0], "department_would_join", {"department": willing[of_one[0]][0]})
    alike = Counter(firm.kind.strip() for firm in firms if firm.kind.strip()).most_common(1)
    if alike and alike[0][1] >= FEWEST_FIRMS:
        yield Suggestion("peers", "yes", "firms_of_a_kind", {"firms": alike[0][1], "kind": alike[0][0]})
    voices = {body.ref for body in situation.organisations if body.sector_key in ("civil_society", "community")}
    if needs := sum(need.body in voices for need in situation.needs):
        yield Suggestion("need", "yes", "needs_stated", {"needs": needs})
    if anchors := situation.place.anchor_institutions:
        yield Suggestion("anchors", "yes", "anchors_in_profile", {"anchors": len(anchors)})
    if projects := sum(
        _is_joint(situation, tie.source_ref, tie.target_ref)
        for tie in situation.ties
        if tie.kind.key == "joint_project" and tie.status == "exists"
    ):
        yield Suggestion("together", "yes", "joint_projects_known", {"projects": projects})


def _willing(departments: Sequence[Body]) -> list[str]:
    return [body.ref for body in departments if body.department and body.department.would_join == "yes"]


def _is_joint(situation: Situation, one: str, other: str) -> bool:
    """Between a department and a body outside."""
    bodies = [situation.body_by_ref.get(ref) for ref in (one, other)]
    return all(bodies) and len({body.is_department for body in bodies if body}) == 2
