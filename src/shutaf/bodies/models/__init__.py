"""Organisations and departments, the people in them, what they plan, and who said what of them."""

from shutaf.bodies.models.body import Body, Person
from shutaf.bodies.models.plans import Opportunity, RunningAction
from shutaf.bodies.models.told import IntegrityFact, Interest, Statement

__all__ = ["Body", "IntegrityFact", "Interest", "Opportunity", "Person", "RunningAction", "Statement"]
