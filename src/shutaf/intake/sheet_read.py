"""What stands on the sheet of one department now?"""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Body
from shutaf.bodies.departments import DepartmentFacts, department_facts, plan_counts
from shutaf.bodies.plans import OpportunityFacts, opportunities
from shutaf.exchange.lines import ResourceLine, resources_of
from shutaf.partnerships.queries import situation
from shutaf.relations.told import ToldTie, ties_told


@dataclass(frozen=True, slots=True)
class DepartmentSheet:
    """ties: each with the body at its other end; actions: how many running actions are written down."""

    facts: DepartmentFacts
    ties: tuple[tuple[ToldTie, Body], ...]
    needs: tuple[ResourceLine, ...]
    offers: tuple[ResourceLine, ...]
    opportunities: tuple[OpportunityFacts, ...]
    actions: int


def department_sheet(viewer: Viewer, ref: str) -> DepartmentSheet | None:
    """For those who see everything; None for others, for a body that is no department, and for one that is not there."""
    facts = next(iter(department_facts(viewer, ref)), None)
    if facts is None:
        return None
    by_ref = situation(viewer).body_by_ref
    things = resources_of(viewer, ref)
    return DepartmentSheet(
        facts,
        tuple((tie, by_ref[tie.other]) for tie in ties_told(viewer, ref)),
        tuple(one for one in things if one.side == "need"),
        tuple(one for one in things if one.side == "offer"),
        opportunities(viewer, ref),
        plan_counts(viewer)[1].get(facts.pk, 0),
    )
