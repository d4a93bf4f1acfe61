"""What do we say about the map as a whole: who saw it, how much is known, do ties cross the sectors?"""

from __future__ import annotations

import math
from itertools import combinations

from shutaf.analysis.network.findings.evidence import Evidence
from shutaf.analysis.network.graph import known_pairs
from shutaf.analysis.network.honesty import sure_of_pairs
from shutaf.analysis.network.mixing import mixing, same_sector
from shutaf.analysis.network.pairs import Pair, Pairs
from shutaf.analysis.network.questions import name_order
from shutaf.analysis.situation import Finding, Number

PAIRS_OF_GROUPS = 6
"""Ours: that many pairs of groups without a known tie are said, those with most possible pairs first."""


def find_basis(evidence: Evidence) -> tuple[Finding, ...]:
    """`map_as_seen` or `survey_answers`, and `no_ties_known` on an empty map."""
    situation = evidence.situation
    if not situation.bodies:
        return ()
    basis = _survey_answers(evidence) if situation.map.basis == "surveyed" else _map_as_seen(evidence)
    if evidence.pairs.exists:
        return (basis,)
    facts = {
        "bodies": Number("bodies", float(len(situation.bodies))),
        "ask": next(iter(name_order(situation, evidence.inside)), ""),
        "about": "",
    }
    return (evidence.finding("no_ties_known", (), facts, "start_grid"), basis)


def _map_as_seen(evidence: Evidence) -> Finding:
    situation = evidence.situation
    outside = known_pairs(situation).outside
    refs = frozenset(situation.body_by_ref) - evidence.inside
    facts = {
        "informants": Number("informants", float(len(set(situation.map.informants)))),
        "pairs_known": evidence.number("pairs_known_outside", outside.known, pairs=_said(evidence.outside), base=outside.possible),
        **evidence.question(refs, refs),
    }
    return evidence.finding("map_as_seen", (), facts, "ask_pair" if facts["ask"] else "confirm_map")


def _survey_answers(evidence: Evidence) -> Finding:
    situation = evidence.situation
    answered = set(situation.map.asked) & set(situation.body_by_ref)
    silent = name_order(situation, set(situation.body_by_ref) - answered)
    most_named = sorted(silent, key=lambda ref: -len(evidence.pairs.neighbours.get(ref, ())))
    facts = {
        "answered": Number("answered", float(len(answered)), base=float(len(situation.bodies))),
        "silent": silent,
        "ask": most_named[0] if most_named else "",
        "about": "",
    }
    return evidence.finding("survey_answers", silent, facts, "chase_answers" if silent else "confirm_map")


def find_mixing(evidence: Evidence) -> tuple[Finding, ...]:
    """`ties_across_sectors`, and `groups_without_known_tie` for each pair of groups of different sectors without a known tie."""
    if not evidence.pairs.exists:
        return ()
    return (*_across(evidence), *_blank_pairs_of_groups(evidence))


def _across(evidence: Evidence) -> tuple[Finding, ...]:
    everyone, outside = mixing(evidence.situation), mixing(evidence.situation, without=evidence.inside)
    if not everyone.within + everyone.across:
        return ()
    facts = {
        "ties": evidence.number("ties_known", len(evidence.pairs.exists), pairs=evidence.pairs.exists),
        "across": evidence.number("ties_across", everyone.across, pairs=_crossing(evidence, evidence.pairs, True)),
        "within": evidence.number("ties_within", everyone.within, pairs=_crossing(evidence, evidence.pairs, False)),
        "across_outside": evidence.number("ties_across_outside", outside.across, pairs=_crossing(evidence, evidence.outside, True)),
        "within_outside": evidence.number("ties_within_outside", outside.within, pairs=_crossing(evidence, evidence.outside, False)),
        "ei": _maybe(evidence, "ei", everyone.ei),
        "ei_expected": _maybe(evidence, "ei_expected", everyone.ei_expected),
        "ei_outside": _maybe(evidence, "ei_outside", outside.ei),
        "ei_expected_outside": _maybe(evidence, "ei_expected_outside", outside.ei_expected),
        **_question_across(evidence),
    }
    return (evidence.finding("ties_across_sectors", (), facts, "ask_pair" if facts["ask"] else "bring_together"),)


def _maybe(evidence: Evidence, key: str, value: float) -> Number | None:
    """None where the number is not defined: unknown is never zero."""
    return None if math.isnan(value) else evidence.number(key, value)


def _said(pairs: Pairs) -> list[Pair]:
    return [*pairs.exists, *pairs.none]


def _crossing(evidence: Evidence, pairs: Pairs, crosses: bool) -> list[Pair]:
    group = {body.ref: body.group_key for body in evidence.situation.bodies}
    return [pair for pair in pairs.exists if same_sector(group[pair[0]], group[pair[1]]) is not crosses and _comparable(group, pair)]


def _comparable(group: dict[str, str], pair: Pair) -> bool:
    return same_sector(group[pair[0]], group[pair[1]]) is not None


def _members(evidence: Evidence, *, outside_only: bool = False) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for body in evidence.situation.bodies:
        if body.group_key not in ("", "other") and not (outside_only and body.ref in evidence.inside):
            found.setdefault(body.group_key, []).append(body.ref)
    return found


def _question_across(evidence: Evidence) -> dict[str, str]:
    """Between the two groups outside with fewest known of possible pairs."""
    members = _members(evidence, outside_only=True)
    found = mixing(evidence.situation, without=evidence.inside)
    shares = []
    for one, two in combinations(sorted(members), 2):
        ties, nones, possible = found.between(one, two)
        shares.append(((ties + nones) / possible, one, two))
    for _, one, two in sorted(shares):
        question = evidence.question(members[one], members[two])
        if question["ask"]:
            return question
    return {"ask": "", "about": ""}


def _blank_pairs_of_groups(evidence: Evidence) -> tuple[Finding, ...]:
    found, members = mixing(evidence.situation), _members(evidence)
    blank = []
    for one, two in combinations([group for group in found.groups if group in members], 2):
        ties, nones, possible = found.between(one, two)
        if not ties and possible and not same_sector(one, two):
            blank.append((-possible, one, two, nones))
    findings = []
    for minus_possible, one, two, nones in sorted(blank)[:PAIRS_OF_GROUPS]:
        said = [pair for pair in evidence.pairs.none if {evidence.situation.body_by_ref[ref].group_key for ref in pair} == {one, two}]
        known = evidence.number("nones_between", nones, (one, two), pairs=said, base=-minus_possible)
        facts = {"group": one, "other_group": two, "known_none": known, **evidence.question(members[one], members[two])}
        step = "ask_pair" if facts["ask"] else "bring_together"
        sure = evidence.sure if evidence.situation.map.basis == "surveyed" else sure_of_pairs(nones, -minus_possible)
        findings.append(evidence.finding("groups_without_known_tie", (), facts, step, sure=sure))
    return tuple(findings)
