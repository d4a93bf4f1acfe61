"""In which order do the bodies of a twin stand, when the order of the file must leave no trace?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Final

from shutaf.analysis.anonymise.scrub import Scrubber
from shutaf.analysis.situation import Body

ROUNDS: Final = 4
"""How often a body's colour takes in its neighbours'. Ours: after four rounds only bodies alike in everything within four ties share a colour."""


def colours(scrubber: Scrubber, bodies: Mapping[str, Body]) -> Mapping[str, str]:
    """A colour (64 hex digits) for each body, made only of what the twin shows of it and its surroundings.

    bodies: old ref -> scrubbed body. Two orders of the same file give the same colours. O(ROUNDS x (bodies + ties)).
    Source: Weisfeiler & Leman 1968, colour refinement; Ours: what the first colour is made of.
    """
    own = _own_rows(scrubber)
    colour = {ref: _digest(repr(replace(body, ref="", rated_by="")), *sorted(own[ref])) for ref, body in bodies.items()}
    links = _links(scrubber)
    for _ in range(ROUNDS):
        colour = {ref: _digest(colour[ref], *sorted(f"{how} {colour[other]}" for how, other in links[ref])) for ref in bodies}
    return colour


def _own_rows(scrubber: Scrubber) -> Mapping[str, list[str]]:
    """What else the twin says of each body alone: its needs and offers, stances, gains, and whether it informed or was asked."""
    situation = scrubber.situation
    rows: dict[str, list[str]] = defaultdict(list)
    for need in situation.needs:
        rows[need.body].append(repr(replace(scrubber.resource(need, "need"), body="", said_by="")))
    for offer in situation.offers:
        rows[offer.body].append(repr(replace(scrubber.resource(offer, "offer"), body="", said_by="")))
    for stance in situation.stances:
        rows[stance.body].append(f"stance {stance.level}")
    for initiative in situation.initiatives:
        for gain in initiative.gains:
            rows[gain].append(f"gain {initiative.chance_0_1} {initiative.months_to_result} {len(initiative.requires)}")
    for role, refs in (("informant", situation.informant_bodies), ("asked", situation.map.asked)):
        for ref in refs:
            rows[ref].append(role)
    return rows


def _links(scrubber: Scrubber) -> Mapping[str, list[tuple[str, str]]]:
    """How each body is linked to which others, by ties and influences; the side matters only where there is a direction."""
    links: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one, two, how, is_mutual in _joined(scrubber):
        links[one].append((f"{how} {'with' if is_mutual else 'to'}", two))
        links[two].append((f"{how} {'with' if is_mutual else 'from'}", one))
    return links


def _joined(scrubber: Scrubber) -> Iterator[tuple[str, str, str, bool]]:
    by_ref = scrubber.situation.body_by_ref
    for tie in scrubber.situation.ties:
        if tie.pair <= by_ref.keys():
            shown = scrubber.tie(tie)
            how = repr((shown.status, shown.kind, shown.strength_1_5, shown.since_date, shown.until_date))
            yield tie.source_ref, tie.target_ref, how, tie.direction == "mutual"
    for influence in scrubber.situation.influences:
        if {influence.source_ref, influence.target_ref} <= by_ref.keys():
            yield influence.source_ref, influence.target_ref, f"influence {influence.level_0_4}", False


def _digest(*texts: str) -> str:
    return sha256("\n".join(texts).encode()).hexdigest()
