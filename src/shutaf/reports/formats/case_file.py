"""How is a case written into a file that people and programs read alike? YAML for what it is, Markdown for what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from django.utils import translation

from shutaf.content.cases import Case, Claim, Partner
from shutaf.content.cases.language import languages_of
from shutaf.content.cases.schema import Texts
from shutaf.reports.cases.words import parts_said

VERSION = 1
MEDIA_TYPE = "text/markdown; charset=utf-8"

_MARK_LIKE = re.compile(r"(\{#)")
_HEADING_LIKE = re.compile(r"^([#\\])", re.MULTILINE)


def case_file(case: Case) -> bytes:
    """The whole case. Every text ends with its key in braces, {#c1}, by which `imports.case_file` finds it again; headings are for people."""
    head = yaml.safe_dump(_head(case), allow_unicode=True, sort_keys=False, width=120, default_flow_style=False)
    bodies = "\n".join(_body(case, language) for language in languages_of(case))
    return f"---\n{head}---\n\n{bodies}".encode()


def _head(case: Case) -> dict[str, Any]:
    place = case.place
    found: dict[str, Any] = {
        "shutaf_case": VERSION, "id": case.id, "languages": list(languages_of(case)), "original": case.original, "country": case.country,
        "place": _filled({"kind": place.kind, "population": place.population, "cluster_1_10": place.cluster_1_10, "traits": list(place.traits)}),
        "typology": case.typology, "themes": list(case.themes), "sector_lead": case.sector_lead, "outcome": case.outcome, "start": case.start,
        "end": case.end, "unknown": list(case.unknown),
        "partners": [_filled({"key": f"p{n}", "original": one.original, "sector": one.sector, "part": one.part}) for n, one in _numbered(case.partners)],
        "claims": [_claim(f"c{n}", one) for n, one in _numbered(case.claims)],
    }  # fmt: skip
    return {name: value for name, value in found.items() if value not in ("", [], {})}


def _claim(key: str, claim: Claim) -> dict[str, Any]:
    reads = [{"address": one.address, "on": one.on, "phrase": one.phrase} for one in claim.reads]
    basis = "" if claim.basis == "source" else claim.basis
    return {"key": key, "part": claim.part} | _filled(
        {"value": claim.value, "grade": claim.grade, "basis": basis, "mark": claim.mark, "read": reads}
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """What is empty is not written: left out, it reads back as empty."""
    return {name: value for name, value in values.items() if value not in ("", None, [])}


def _numbered(several: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    return enumerate(several, 1)


def _body(case: Case, language: str) -> str:
    """Every text in one language."""
    with translation.override(language):
        said = parts_said()
    lines = [
        f"# {_line(case.names[language])} {{#name lang={language}}}",
        "",
        _text(case.place.names, language, "place"),
        _text(case.summary, language, "summary"),
    ]
    if case.partners:
        lines += [f"## {said['partners']}", "", *(_partner(one, language, n) for n, one in _numbered(case.partners)), ""]
    heading = ""
    for n, claim in _numbered(case.claims):
        if claim.part != heading:
            heading = claim.part
            lines += [f"## {said[claim.part]}", ""]
        lines.append(_text(claim.text, language, f"c{n}"))
    return "\n".join(lines)


def _partner(partner: Partner, language: str, number: int) -> str:
    return f"- {_line(partner.names.get(language, ''))} {{#p{number}}}"


def _text(texts: Texts, language: str, key: str) -> str:
    return f"{_escaped(texts.get(language, ''))} {{#{key}}}\n"


def _line(text: str) -> str:
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    """What would read as a heading or as a key of ours is written with a backslash before it."""
    return _MARK_LIKE.sub(r"\\\1", _HEADING_LIKE.sub(r"\\\1", text.strip()))
