"""Which facts about the members call for a rule of propriety, where are they from, and who considered them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.propriety import flags_of
from shutaf.analysis.situation import Situation, Word
from shutaf.bodies.told import IntegrityFacts, integrity_of_bodies
from shutaf.partnerships.coalitions import ConsideredFacts, considered_of
from shutaf.reports.document import Line, Name, line
from shutaf.reports.wording.sheet import FLAGS
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import speak


@dataclass(frozen=True)
class Point:
    """A fact, not a judgement. key: what it is kept under. kind: None for one that the map tells; source, as_of: as far as they are written."""

    body: str
    key: str
    said: Line
    kind: Word | None = None
    source: str = ""
    as_of: str = ""
    until: str = ""
    considered: ConsideredFacts | None = None


def points_of(viewer: Viewer, situation: Situation, speech: Speech, initiative_ref: str, refs: Sequence[str]) -> list[Point]:
    """Of these bodies in their order: first what is written as a fact, then what the map tells. Two queries."""
    facts, considered = integrity_of_bodies(viewer, refs), considered_of(viewer, initiative_ref, refs)
    found = []
    for ref in refs:
        several = [*(_fact(one) for one in facts.get(ref, ())), *_told(situation, speech, ref)]
        found += [replace(one, considered=considered.get((ref, one.key))) for one in several]
    return found


def _fact(one: IntegrityFacts) -> Point:
    return Point(one.body, one.ref, line(Name(one.text)), one.kind or None, one.source, one.as_of, one.until_date)


def _told(situation: Situation, speech: Speech, ref: str) -> list[Point]:
    ties = [tie for tie in situation.known_ties if ref in (tie.source_ref, tie.target_ref)]
    offers = [offer for offer in situation.offers if offer.body == ref]
    flags = flags_of(situation, situation.body_by_ref[ref], ties, offers)
    return [Point(ref, flag.key, speak(FLAGS[flag.key], flag.facts, speech), as_of=(flag.dates or ("",))[0]) for flag in flags]
