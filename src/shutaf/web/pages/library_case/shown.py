"""In which order is a case told, and what stands beside each thing told?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.content import Case, Claim
from shutaf.content.cases.language import other_name
from shutaf.reports.document import Line
from shutaf.reports.library.terms import linked
from shutaf.reports.library_search import led_by, size
from shutaf.reports.wording.library import GRADES, OUTCOMES, PARTS
from shutaf.reports.wording.library_cases import PLACE_KIND_SAID, ROLE_SAID, SIZE_SAID
from shutaf.web.pages.library_case.sources import SourceShown, earlier_places, numbers_of, sources_shown
from shutaf.web.parts.library import on_pages

HERE, ELSEWHERE = N_("What it would need in Israel"), N_("What it would need in another town")
CHAPTERS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("done", ("start", "done", "end"), N_("What was done")),
    ("where", ("place",), N_("The place")),
    ("who", ("partners",), N_("Who took part")),
    ("precondition", ("precondition",), N_("What had to be there first")),
    ("effort", ("people", "money", "months"), N_("What it took")),
    ("results", ("result",), N_("What came of it")),
    ("lesson", ("lesson",), N_("What can be learnt")),
    ("here", ("needs_here",), HERE),
)
EFFORT_SAID = {"people": N_("People"), "money": N_("Money"), "months": N_("Time")}
NOT_GRADED, OURS = N_("how it was measured is not told"), N_("our conclusion")


@dataclass(frozen=True, slots=True)
class Told:
    """One claim as it stands on the page. label: of an effort. tag, tone: of a grade or a basis. numbers: of its sources.
    is_earlier: read by a researcher, not again."""

    line: Line
    label: str
    tag: str
    tone: str
    numbers: tuple[int, ...]
    is_earlier: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    key: str
    title: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class PartnerShown:
    """original: as they call themselves, where that is another name. part: in words."""

    name: str
    original: str
    sector: str
    part: str
    leads: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """original: its own name, where that is another. size: "" where the kind of the place says it already. lead_sectors: those that led; leaders: who is told to have led."""

    chapters: tuple[Chapter, ...]
    sources: tuple[SourceShown, ...]
    earlier: tuple[str, ...]
    unknown: tuple[str, ...]
    outcome: str
    place_kind: str
    size: str
    partners: tuple[PartnerShown, ...]
    lead_sectors: tuple[str, ...]
    original: str

    @property
    def tells_who(self) -> bool:
        return any(chapter.key == "who" for chapter in self.chapters)

    @property
    def leaders(self) -> tuple[PartnerShown, ...]:
        return tuple(one for one in self.partners if one.leads)


def shown(case: Case, language: str) -> Shown:
    chapters = (_chapter(case, key, parts, title, language) for key, parts, title in CHAPTERS)
    return Shown(
        chapters=tuple(chapter for chapter in chapters if chapter.told),
        sources=sources_shown(case),
        earlier=earlier_places(case),
        unknown=tuple(_(PARTS[part]) for part in case.unknown),
        outcome=_(OUTCOMES[case.outcome]),
        place_kind=_(PLACE_KIND_SAID[case.place.kind]),
        size="" if (band := size(case.place)) == "region" else _(SIZE_SAID[band]),
        partners=_partners(case, language),
        lead_sectors=tuple(sector for sector in led_by(case) if sector),
        original=other_name(case.original, case.names[language]),
    )


def _chapter(case: Case, key: str, parts: Sequence[str], title: str, language: str) -> Chapter:
    """The first time a term of the glossary stands in a chapter, it leads there."""
    claims = [claim for part in parts for claim in case.claims if claim.part == part]
    lines = linked([claim.text[language] for claim in claims], language, on_pages())
    title = ELSEWHERE if title == HERE and case.country == "IL" else title
    numbers = numbers_of(case)
    return Chapter(key, _(title), tuple(_told(claim, line, numbers) for claim, line in zip(claims, lines, strict=True)))


def _told(claim: Claim, line: Line, numbers: Mapping[str, int]) -> Told:
    tag, tone = _tag(claim)
    return Told(
        line=line,
        label=_(EFFORT_SAID[claim.part]) if claim.part in EFFORT_SAID else "",
        tag=_(tag) if tag else "",
        tone=tone,
        numbers=tuple(sorted({numbers[read.address] for read in claim.reads})),
        is_earlier=not claim.is_reread,
    )


def _tag(claim: Claim) -> tuple[str, str]:
    """What is said of how a claim is known, and in which tone."""
    if claim.basis == "inferred":
        return OURS, "note"
    if claim.part != "result":
        return "", ""
    return GRADES.get(claim.grade, NOT_GRADED), {"measured": "good", "": "unknown"}.get(claim.grade, "")


def _partners(case: Case, language: str) -> tuple[PartnerShown, ...]:
    return tuple(
        PartnerShown(
            name=one.names[language],
            original=other_name(one.original, one.names[language]),
            sector=one.sector,
            part=_(ROLE_SAID[one.part]),
            leads=one.part == "lead",
        )
        for one in case.partners
    )
