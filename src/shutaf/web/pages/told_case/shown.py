"""How does a case read, line by line, in the reader's language and in the one it was written in?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shutaf import content
from shutaf.content.cases import PARTS, Case, Claim
from shutaf.content.cases.language import languages_of, text_in
from shutaf.reports.cases.words import grades_said, outcomes_said, partner_parts_said, parts_said, places_said

RTL = ("he", "ar")


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim: its words, how it is known, whose conclusion it is."""

    text: str
    grade: str
    grade_said: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part that is told."""

    key: str
    name: str
    claims: tuple[ShownClaim, ...]


@dataclass(frozen=True, slots=True)
class ShownPartner:
    name: str
    sector: str
    part: str


def shown_case(case: Case, language: str) -> dict[str, Any]:
    """For a template: name, summary, place, facts, partners, parts, what is not known; written_in and its direction for every text of theirs."""
    written_in = language if language in languages_of(case) else next(iter(languages_of(case)), language)
    place = case.place
    return {
        "told": case, "written_in": written_in, "written_direction": "rtl" if written_in in RTL else "ltr",
        "is_other_language": written_in != language, "written_name": content.say("language", written_in, language),
        "case_name": text_in(case.names, language)[0], "summary": text_in(case.summary, language)[0],
        "place_name": text_in(place.names, language)[0], "place_kind": places_said()[place.kind], "outcome": outcomes_said()[case.outcome],
        "partners": [ShownPartner(text_in(one.names, language)[0], one.sector, partner_parts_said()[one.part]) for one in case.partners],
        "parts": list(_parts(case, language)), "unknown_parts": [parts_said()[part] for part in PARTS if part in case.unknown],
    }  # fmt: skip


def _parts(case: Case, language: str) -> Iterator[ShownPart]:
    said, grades = parts_said(), grades_said()
    for part in PARTS:
        if claims := case.told(part):
            yield ShownPart(part, said[part], tuple(_claim(one, language, grades) for one in claims))


def _claim(claim: Claim, language: str, grades: dict[str, str]) -> ShownClaim:
    grade = grades[claim.grade] if claim.part == "result" else ""
    return ShownClaim(text_in(claim.text, language)[0], claim.grade, grade, claim.basis == "inferred")
