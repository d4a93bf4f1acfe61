"""What is said where a name is not? "A chain", "a town of 20 to 50 thousand"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.content.cases import CasePlace
from shutaf.reports.cases.words import places_said
from shutaf.reports.cases.written import MUNICIPALITY, Written, WrittenMember
from shutaf.reports.wording.speech import Speech

BANDS = (2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000)
"""People. Ours: so wide that several places of a country are in each."""


def place_kind(place: CasePlace, language: str) -> str:
    """The place by its kind and the band its people are in."""
    with translation.override(language):
        name = places_said()[place.kind]
        if place.population is None:
            return name
        below = [band for band in BANDS if band <= place.population]
        above = [band for band in BANDS if band > place.population]
        digits = Speech(language, Situation()).digits
        if not below:
            return _("{place} of fewer than {n} people").format(place=name, n=digits(above[0], 0))
        if not above:
            return _("{place} of more than {n} people").format(place=name, n=digits(below[-1], 0))
        return _("{place} of {least} to {most} people").format(place=name, least=digits(below[-1], 0), most=digits(above[0], 0))


def place_unnamed(place: CasePlace, language: str) -> CasePlace:
    """The place as a case without names has it: neither its exact size nor what else would tell which one it is."""
    return replace(place, names={language: place_kind(place, language)}, population=None, cluster_1_10=None, traits=())


def kinds_of(written: Written, members: Iterable[WrittenMember]) -> dict[str, str]:
    """Ref of each member -> what it is called without its name; several of one kind are numbered in their order."""
    found = [(one, kind_word(one, written.language)) for one in members]
    words = [word for _one, word in found]
    counts: dict[str, int] = {}
    named = {}
    for one, word in found:
        counts[word] = counts.get(word, 0) + 1
        named[one.ref] = f"{word} {counts[word]}" if words.count(word) > 1 else word
    return named


def kind_word(member: WrittenMember, language: str) -> str:
    """A chain, an association: of the list of kinds, else the sector."""
    with translation.override(language):
        if member.kind == MUNICIPALITY:
            return _("the municipality")
        if member.is_own:
            return content.say("department", "department", language)
        if any(entry.key == member.kind for entry in content.entries("body_kind")):
            return content.say("body_kind", member.kind, language)
        if any(entry.key == member.sector for entry in content.entries("sector")):
            return content.say("sector", member.sector, language)
        return _("a partner")
