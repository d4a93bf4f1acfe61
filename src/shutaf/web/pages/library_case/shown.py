"""In which order is a case told, and which number does each source have?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.content import Case, Claim
from shutaf.reports.library_search import size
from shutaf.reports.wording.library import GRADES, OUTCOMES, PARTS
from shutaf.reports.wording.library_cases import PLACE_KIND_SAID, ROLE_SAID, SIZE_SAID

HERE, HERE_ELSEWHERE = N_("What it would need in Israel"), N_("What it would need in another town")
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
NOT_GRADED = N_("how it was measured is not told")
_ADDRESS = re.compile(r"https?://[^\s,;]+|(?<![\w@.])(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s,;]*)?")


@dataclass(frozen=True, slots=True)
class Told:
    """One claim as it stands on the page. label: of an effort. tag, tone: of a grade or a basis. numbers: of its sources. is_earlier: read by a researcher, not again."""

    text: str
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
class SourceShown:
    """A page that was read: its number, the address to open, as it is shown, the days it was read, the words that bear what is told."""

    number: int
    address: str
    shown: str
    on: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    chapters: tuple[Chapter, ...]
    sources: tuple[SourceShown, ...]
    earlier: tuple[str, ...]
    unknown: tuple[str, ...]
    outcome: str
    place_kind: str
    size: str
    partners: tuple[tuple[str, str, str, str], ...]

    @property
    def by_key(self) -> Mapping[str, Chapter]:
        return {chapter.key: chapter for chapter in self.chapters}


def shown(case: Case, language: str) -> Shown:
    """partners: (name, as they call themselves where that is another, sector, part)."""
    numbers = {address: i for i, address in enumerate(case.sources, start=1)}
    chapters = [
        Chapter(
            key,
            _(HERE_ELSEWHERE if title == HERE and case.country == "IL" else title),
            tuple(_told(claim, numbers, language) for part in parts for claim in case.claims if claim.part == part),
        )
        for key, parts, title in CHAPTERS
    ]
    partners = (
        (one.names[language], one.original if one.original != one.names[language] else "", one.sector, _(ROLE_SAID[one.part]))
        for one in case.partners
    )
    return Shown(
        chapters=tuple(chapter for chapter in chapters if chapter.told),
        sources=_sources(case, numbers),
        earlier=_earlier(case),
        unknown=tuple(_(PARTS[part]) for part in case.unknown),
        outcome=_(OUTCOMES[case.outcome]),
        place_kind=_(PLACE_KIND_SAID[case.place.kind]),
        size=_(SIZE_SAID[size(case.place)]),
        partners=tuple(partners),
    )


def _told(claim: Claim, numbers: Mapping[str, int], language: str) -> Told:
    tone, tag = {"measured": "good", "": "unknown"}.get(claim.grade, ""), GRADES.get(claim.grade, NOT_GRADED)
    if claim.part != "result":
        tone, tag = "", ""
    if claim.basis == "inferred":
        tone, tag = "note", N_("our conclusion")
    return Told(
        text=claim.text[language],
        label=_(EFFORT_SAID[claim.part]) if claim.part in EFFORT_SAID else "",
        tag=_(tag) if tag else "",
        tone=tone,
        numbers=tuple(sorted({numbers[read.address] for read in claim.reads})),
        is_earlier=not claim.is_reread,
    )


def _sources(case: Case, numbers: Mapping[str, int]) -> tuple[SourceShown, ...]:
    reads = [read for claim in case.claims for read in claim.reads]
    return tuple(
        SourceShown(
            number=number,
            address=address,
            shown=short_address(address),
            on=max(read.on for read in reads if read.address == address),
            phrases=tuple(dict.fromkeys(read.phrase for read in reads if read.address == address and read.phrase)),
        )
        for address, number in numbers.items()
    )


def short_address(address: str) -> str:
    """The host and as much of the path as fits on a line.

    >>> short_address("https://www.example.org/a/b")
    'example.org/a/b'
    """
    parts = urlsplit(address)
    text = unquote(f"{parts.netloc.removeprefix('www.')}{parts.path}").rstrip("/")
    return text if len(text) <= 60 else f"{text[:58]}…"


def _earlier(case: Case) -> tuple[str, ...]:
    """The addresses a researcher gave for what could not be read again."""
    marks = dict.fromkeys(claim.mark for claim in case.claims if not claim.is_reread)
    return tuple(dict.fromkeys(found.rstrip(".") for mark in marks for found in _ADDRESS.findall(mark)))
