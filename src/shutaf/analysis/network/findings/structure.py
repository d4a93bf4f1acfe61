"""What do we say about how the known ties hang together: what one body or one tie holds, parts, groups, contacts in common?"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

from shutaf.analysis.network.findings.evidence import LISTED, Evidence
from shutaf.analysis.network.fragility import CutBody, Fragility, SingleTie, fragility
from shutaf.analysis.network.groups import groups
from shutaf.analysis.network.municipality import informant_refs
from shutaf.analysis.network.pairs import pair_of
from shutaf.analysis.network.shared_contacts import SharedContacts, shared_contacts
from shutaf.analysis.situation import Finding, Number

WORTH_SAYING = 2
"""Ours: a body or tie that holds a single further body is that body's only known contact, and no more."""
VISIBLE_GROUPS, STABLE_GROUPS = 0.3, 0.5
"""Modularity above which groups are visible (rule of thumb, Newman 2006); mean adjusted Rand index below which seeds disagree too much (ours)."""


def find_fragility(evidence: Evidence) -> tuple[Finding, ...]:
    """`cut_body`, `single_tie_between_parts` and `parts_apart`.

    Single bodies and ties: on a `reported` map only outside ones, on a `surveyed` one all if enough answered, and none otherwise; never an
    informant. All must hold with the municipality's and the informants' ties counted; each says whether it holds without them too.
    """
    everyone, outside = fragility(evidence.situation), fragility(evidence.situation, without=evidence.inside)
    silent = evidence.inside if evidence.scope == "named" else informant_refs(evidence.situation)
    is_silent = evidence.scope == "network"
    cut = [] if is_silent else [body for body in everyone.cut_bodies if body.ref not in silent]
    single = [] if is_silent else [tie for tie in everyone.single_ties if silent.isdisjoint(tie.pair)]
    return (
        *(_cut_body(evidence, body, outside) for body in _worth_saying(cut, lambda body: body.cut_off)),
        *(_single_tie(evidence, tie, outside) for tie in _worth_saying(single, lambda tie: tie.smaller_side)),
        *_parts_apart(evidence, everyone, outside),
    )


Held = TypeVar("Held")


def _worth_saying(found: Sequence[Held], size: Callable[[Held], int]) -> list[Held]:
    """Those that hold at least WORTH_SAYING bodies; where these are more than LISTED, twice as many, and so on. Their order stays."""
    least = WORTH_SAYING
    while sum(size(one) >= least for one in found) > LISTED:
        least *= 2
    return [one for one in found if size(one) >= least]


def _cut_body(evidence: Evidence, body: CutBody, outside: Fragility) -> Finding:
    same = [other for other in outside.cut_bodies if other.ref == body.ref]
    cut_off_outside = same[0].cut_off if same else 0
    ties = [pair_of(body.ref, other) for other in evidence.pairs.neighbours[body.ref]]
    facts = {
        "cut_off": evidence.number("bodies_cut_off", body.cut_off, (body.ref,), pairs=ties),
        "cut_off_outside": evidence.number("bodies_cut_off_outside", cut_off_outside, (body.ref,), pairs=ties),
        "bodies": tuple(ref for part in body.parts[1:] for ref in part),
        **evidence.question(body.parts[0], body.parts[1]),
    }
    return evidence.finding("cut_body", (body.ref,), facts, "ask_pair" if facts["ask"] else "bring_together")


def _single_tie(evidence: Evidence, tie: SingleTie, outside: Fragility) -> Finding:
    facts = {
        "smaller_side": evidence.number("bodies_behind_tie", tie.smaller_side, tie.pair, pairs=[tie.pair]),
        "is_single_outside": any(other.pair == tie.pair for other in outside.single_ties),
        **evidence.question(tie.sides[0], tie.sides[1]),
    }
    return evidence.finding("single_tie_between_parts", tie.pair, facts, "ask_pair" if facts["ask"] else "bring_together")


def _parts_apart(evidence: Evidence, everyone: Fragility, outside: Fragility) -> tuple[Finding, ...]:
    larger = everyone if len(everyone.parts) > 1 else outside
    if len(larger.parts) < 2:
        return ()
    facts = {
        "parts": evidence.number("parts", len(everyone.parts), pairs=evidence.pairs.exists),
        "parts_outside": evidence.number("parts_outside", len(outside.parts), pairs=evidence.outside.exists),
        "sizes": tuple(len(part) for part in everyone.parts),
        "sizes_outside": tuple(len(part) for part in outside.parts),
        **evidence.question(larger.parts[0], larger.parts[1]),
    }
    return (evidence.finding("parts_apart", (), facts, "ask_pair" if facts["ask"] else "bring_together"),)


def find_groups(evidence: Evidence) -> tuple[Finding, ...]:
    """`groups_found`, where at least two groups are visible and most seeds agree on them."""
    found = groups(evidence.situation)
    if len(found.groups) < 2 or found.modularity <= VISIBLE_GROUPS or found.stability < STABLE_GROUPS:
        return ()
    outside = groups(evidence.situation, without=evidence.inside).modularity
    facts = {
        "count": evidence.number("groups", len(found.groups), pairs=evidence.pairs.exists),
        "modularity": Number("modularity", found.modularity),
        "modularity_outside": None if math.isnan(outside) else Number("modularity_outside", outside),
        "stability": Number("groups_stability", found.stability),
        "groups": found.groups,
        **evidence.question(found.groups[0].refs, found.groups[1].refs),
    }
    return (evidence.finding("groups_found", (), facts, "ask_pair" if facts["ask"] else "bring_together"),)


def find_shared_contacts(evidence: Evidence) -> tuple[Finding, ...]:
    """`shared_contacts` for pairs of departments, those with most bodies in common first; not on a surveyed map with too few answers."""
    if evidence.scope == "network":
        return ()
    return tuple(_shared(evidence, one) for one in shared_contacts(evidence.situation)[:LISTED])


def _shared(evidence: Evidence, one: SharedContacts) -> Finding:
    ties = [pair_of(department, body) for department in one.departments for body in one.bodies]
    facts = {
        "departments": one.departments,
        "bodies": one.bodies,
        "count": evidence.number("bodies_shared", len(one.bodies), one.departments, pairs=ties),
        "is_known_none": one.is_known_none,
        "ask": one.departments[0],
        "about": one.departments[1],
        "over": one.bodies[0],
    }
    sure = evidence.sure_of([one.departments])
    return evidence.finding("shared_contacts", (*one.departments, *one.bodies), facts, "talk_about", sure=sure)
