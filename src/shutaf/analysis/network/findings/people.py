"""What do we say about ties that hang on one person or one department? Names of persons only to the driver, roles to the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shutaf.analysis.network.connectors import Connector
from shutaf.analysis.network.findings.evidence import Evidence
from shutaf.analysis.network.holders import (
    Holder,
    LastContact,
    OneDepartment,
    holders,
    leaving_contacts,
    one_department_routes,
    reached_bodies,
)
from shutaf.analysis.network.honesty import sure_of_rows
from shutaf.analysis.network.pairs import pair_of
from shutaf.analysis.network.questions import name_order
from shutaf.analysis.situation import Finding, Number

MANY_TIES = 3
"""Ours: from this many ties on it is worth saying that one person holds them, even where others reach the same bodies."""


def find_holders(evidence: Evidence) -> tuple[Finding, ...]:
    """`holder_leaving` and `one_person_ties`, each for the room (role) and for the driver (name)."""
    worth = [
        one
        for one in holders(evidence.situation, today=evidence.today)
        if one.is_leaving or one.only_route_to or len(one.ties) >= MANY_TIES
    ]
    return tuple(finding for one in worth for finding in _holder(evidence, one))


def _holder(evidence: Evidence, one: Holder) -> tuple[Finding, ...]:
    bodies = name_order(evidence.situation, {ref for pair in one.ties for ref in pair} - {one.body})
    ends = [ref for pair in one.ties for ref in pair]
    facts = {
        "body": one.body if one.body in evidence.situation.body_by_ref else "",
        "role": one.role,
        "until_date": one.until_date,
        "ties": evidence.number("ties_held", len(one.ties), ends, pairs=one.ties),
        "bodies": bodies,
        "only_route_to": one.only_route_to,
        "ask": one.body if one.body in evidence.situation.body_by_ref else "",
        "about": next(iter(one.only_route_to or bodies), ""),
    }
    key, step = ("holder_leaving", "hand_over") if one.is_leaving else ("one_person_ties", "second_contact")
    return _for_both(evidence, key, bodies, facts, one.who, step, len(one.ties))


def find_leaving_connectors(evidence: Evidence, named: Sequence[Connector]) -> tuple[Finding, ...]:
    """`connector_leaving`: a body named as connecting sectors whose only contact person we know is about to leave, for the room and the driver."""
    found = leaving_contacts(evidence.situation, named, today=evidence.today)
    sectors = {one.ref: one.sectors for one in named}
    return tuple(finding for one in found for finding in _last_contact(evidence, one, sectors[one.ref]))


def _last_contact(evidence: Evidence, one: LastContact, sectors: tuple[str, ...]) -> tuple[Finding, ...]:
    origin = evidence.situation.person_by_ref[one.person].origin
    contacts = Number("contacts", 1.0, (one.ref,), (origin,) if origin else ())
    facts = {"role": one.role, "until_date": one.until_date, "sectors": sectors, "contacts": contacts, "ask": one.ref, "about": one.ref}
    return _for_both(evidence, "connector_leaving", (one.ref,), facts, one.person, "second_contact", 1)


def find_one_department(evidence: Evidence) -> tuple[Finding, ...]:
    """`one_department_route` for each department that alone works with some outside bodies; not on a surveyed map with too few answers."""
    if evidence.scope == "network":
        return ()
    reached = len(reached_bodies(evidence.situation))
    return tuple(_one_department(evidence, one, reached) for one in one_department_routes(evidence.situation))


def _one_department(evidence: Evidence, one: OneDepartment, reached: int) -> Finding:
    others = {body.ref for body in evidence.situation.departments} - {one.department}
    question = evidence.question(others, one.bodies)
    if question["ask"] and question["ask"] not in others:
        question = {"ask": question["about"], "about": question["ask"]}
    ties = [pair_of(one.department, ref) for ref in one.bodies]
    facts = {
        "department": one.department,
        "bodies": one.bodies,
        "count": evidence.number("bodies_only_through", len(one.bodies), (one.department,), pairs=ties, base=reached),
        **question,
    }
    sure = evidence.sure_of(pair_of(other, ref) for other in others for ref in one.bodies)
    step = "ask_pair" if question["ask"] else "second_contact"
    return evidence.finding("one_department_route", (one.department, *one.bodies), facts, step, sure=sure)


def _for_both(
    evidence: Evidence, key: str, subject: tuple[str, ...], facts: Mapping[str, Any], person: str, step: str, rows: int
) -> tuple[Finding, Finding]:
    """The same finding twice: without the person for the room, with `person` for the driver."""
    sure = sure_of_rows(rows)
    return (
        evidence.finding(key, subject, facts, step, sure=sure),
        evidence.finding(key, subject, {**facts, "person": person}, step, sure=sure, audience="driver"),
    )
