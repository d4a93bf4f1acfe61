"""Which single bodies do we speak of: those named as connecting sectors, and those with no tie known to us?"""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.analysis.network.connectors import Connector, askable_pairs
from shutaf.analysis.network.findings.evidence import LISTED, Evidence
from shutaf.analysis.network.pairs import Pair, pair_of
from shutaf.analysis.network.unlinked import Unlinked, bodies_without_tie, unlinked, whom_to_ask
from shutaf.analysis.situation import Finding


def find_connectors(evidence: Evidence, named: Sequence[Connector]) -> tuple[Finding, ...]:
    """`connectors_named` (all, in one finding), `connector_named` (one by one), or `no_connector_named`.

    One by one: all when at most LISTED; otherwise those that alone are named for some pair of sectors, when at most LISTED. Never a cut by rank.
    """
    looked_at = evidence.pairs if evidence.scope == "ranked" else evidence.outside
    if evidence.scope == "network" or not looked_at.exists:
        return ()
    if not named:
        return _no_connector(evidence)
    alone = [one for one in named if one.only_for]
    listed = named if len(named) <= LISTED else alone if len(alone) <= LISTED else []
    return (_all_named(evidence, named), *(_one_named(evidence, one) for one in listed))


def _no_connector(evidence: Evidence) -> tuple[Finding, ...]:
    refs = frozenset(evidence.situation.body_by_ref) - evidence.inside
    facts = {
        "connectors": evidence.number("connectors", 0, base=len(refs)),
        "ties": evidence.number("ties_known_outside", len(evidence.outside.exists), pairs=evidence.outside.exists),
        **evidence.question(refs, refs),
    }
    return (evidence.finding("no_connector_named", (), facts, "ask_pair" if facts["ask"] else "bring_together"),)


def _all_named(evidence: Evidence, named: Sequence[Connector]) -> Finding:
    among = len(evidence.situation.bodies) if evidence.scope == "ranked" else len(evidence.situation.bodies) - len(evidence.inside)
    refs = tuple(one.ref for one in named)
    facts = {
        "connectors": evidence.number("connectors", len(named), pairs=_connecting(named), base=among),
        "bodies": refs,
        "order": "brokerage" if evidence.scope == "ranked" else "name",
        **_introduction(evidence, named[0]),
    }
    return evidence.finding("connectors_named", refs, facts, "introduce" if facts["about"] else "bring_together")


def _one_named(evidence: Evidence, one: Connector) -> Finding:
    ours = [pair_of(one.ref, other) for other in evidence.pairs.neighbours[one.ref] if other in evidence.inside]
    facts = {
        "sectors": one.sectors,
        "ties": evidence.number("connecting_ties", len(one.ties), (one.ref,), pairs=_connecting([one])),
        "open_pairs": evidence.number("open_pairs", one.liaison, (one.ref,), pairs=_connecting([one])),
        "municipal_ties": evidence.number("ties_with_inside", len(ours), (one.ref,), pairs=ours),
        "only_for": one.only_for,
        "reported_by": one.reported_by,
        "unplaced": one.unplaced,
        **_introduction(evidence, one),
    }
    return evidence.finding("connector_named", (one.ref,), facts, "introduce" if facts["about"] else "bring_together")


def _connecting(named: Sequence[Connector]) -> list[Pair]:
    return [pair_of(one.ref, other) for one in named for other in one.ties]


def _introduction(evidence: Evidence, one: Connector) -> dict[str, str]:
    """Facts `ask` (the connector), `about` and `to`: two of its contacts about whom no row says whether they have a tie."""
    for about, to in askable_pairs(evidence.situation, evidence.pairs, one):
        return {"ask": one.ref, "about": about, "to": to}
    return {"ask": one.ref, "about": "", "to": ""}


def find_unlinked(evidence: Evidence) -> tuple[Finding, ...]:
    """`bodies_without_known_tie` (all, in one finding) and, when at most LISTED, `body_without_known_tie` one by one.

    On a `surveyed` map with too few answers only the number is said, no body.
    """
    if not evidence.pairs.exists:
        return ()
    found = bodies_without_tie(evidence.situation)
    outside = bodies_without_tie(evidence.situation, without=evidence.inside)
    if not outside and not found:
        return ()
    is_listed = evidence.scope != "network" and len(found) <= LISTED
    single = unlinked(evidence.situation) if is_listed else ()
    return (_all_unlinked(evidence, found, len(outside)), *(_one_unlinked(evidence, one) for one in single))


def _all_unlinked(evidence: Evidence, found: Sequence[str], count_outside: int) -> Finding:
    bodies = tuple(found) if evidence.scope != "network" else ()
    asked = frozenset(evidence.situation.map.asked)
    to_ask = whom_to_ask(evidence.situation, bodies[:LISTED])
    questions = tuple((others[0], ref) for ref, others in to_ask.items() if others)
    among_outside = len(evidence.situation.bodies) - len(evidence.inside)
    facts = {
        "count": evidence.number("bodies_without_known_tie", len(found), base=len(evidence.situation.bodies)),
        "count_outside": evidence.number("bodies_without_known_tie_outside", count_outside, base=among_outside),
        "bodies": bodies,
        "asked": tuple(ref for ref in bodies if ref in asked),
        "questions": questions,
        "ask": questions[0][0] if questions else "",
        "about": questions[0][1] if questions else "",
    }
    return evidence.finding("bodies_without_known_tie", bodies, facts, "ask_pair" if questions else "ask_itself")


def _one_unlinked(evidence: Evidence, one: Unlinked) -> Finding:
    said = [pair for pair in evidence.pairs.none if one.ref in pair]
    facts = {
        "was_asked": one.was_asked,
        "known_none": evidence.number("nones_of", one.known_nones, (one.ref,), pairs=said),
        "to_ask": one.to_ask,
        "ask": one.to_ask[0] if one.to_ask else "",
        "about": one.ref,
    }
    return evidence.finding("body_without_known_tie", (one.ref,), facts, "ask_pair" if one.to_ask else "ask_itself")
