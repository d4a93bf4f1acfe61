"""Which articles stand in a frame, and what in them is already said elsewhere? Models and steps are told once, in models.toml and steps/*.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from shutaf.content import tables
from shutaf.content.articles.schema import Shelf, Source
from shutaf.content.cases.schema import Texts
from shutaf.content.library import Propriety, model, propriety
from shutaf.content.steps import StepField, step
from shutaf.content.words import entries

FRAMED: tuple[Shelf, ...] = ("models", "steps", "insights", "sectors")
"""Shelves whose articles have the same sections in the same order, named once in articles/frames."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text already said elsewhere, and the keys of the pages it was read on; none for our own."""

    text: Texts
    sources: tuple[str, ...] = ()


NOTICE: Texts = {"he": "לא ייעוץ משפטי", "ar": "ليست استشارة قانونية", "en": "Not legal advice", "de": "Keine Rechtsberatung"}

Known = tuple[Mapping[str, Any], Mapping[str, tuple[Said, ...]]]
"""What an article begins with (title, lead, tools ...), and the texts of its parts by the name a frame calls them."""


def composed(shelf: Shelf, key: str, written: Mapping[str, Any]) -> Mapping[str, Any]:
    """The article as one document: what is known of its subject, then what was written for it. A section without a block is left out."""
    if shelf == "propriety":
        return {**written, **_rules(written["country"])}
    if shelf not in FRAMED:
        return written
    begun, parts = _KNOWN[shelf](key) if shelf in _KNOWN else ({}, {})
    frame = tables.document(f"articles/frames/{shelf}.toml")["section"]
    own = {one["key"]: one for one in written["section"]}
    if strange := own.keys() - {one["key"] for one in frame}:
        raise KeyError(f"{shelf}/{key}: {sorted(strange)}")
    sections = [_section(one, parts, own.get(one["key"], {})) for one in frame]
    return {**begun, **written, "section": [one for one in sections if one["block"]]}


def _section(frame: Mapping[str, Any], parts: Mapping[str, tuple[Said, ...]], own: Mapping[str, Any]) -> Mapping[str, Any]:
    said = parts[frame["from"]] if "from" in frame else ()
    known = [{"kind": frame["kind"], "sources": one.sources, **one.text} for one in said]
    return {"rests": frame["rests"], **own, "key": frame["key"], "title": frame["title"], "block": [*known, *own.get("block", ())]}


def _at(address: str) -> tuple[str, ...]:
    """The key of the page at an address."""
    return (next(one.key for one in shared_sources() if one.address == address),)


@cache
def shared_sources() -> tuple[Source, ...]:
    """Pages that several articles rest on; one may be named by its key without being written again."""
    return tuple(Source(**one) for one in tables.document("articles/sources.toml")["source"])


def _model(key: str) -> Known:
    one = model(key)
    return {"title": as_title(one.names)}, {
        "summary": (Said(one.summary, _at(one.source)),),
        "fits_when": _ours(one.fits_when),
        "preconditions": _ours(one.preconditions),
        "first": _ours((one.first_department, one.first_result)),
        "pitfalls": _ours(one.pitfalls),
    }


def _step(key: str) -> Known:
    one = step(key)
    begun = {"number": one.number, "title": as_title(one.names), "lead": one.why, "tools": one.tools, "cases": one.cases}
    return begun, {
        "how": _ours((one.task, one.relationship)),
        "who": _ours(one.who),
        "germany": _seen(key, "germany"),
        "israel": _seen(key, "israel"),
        "record": _ours(tuple(_asked(field) for field in one.fields)),
        "checks": _ours(tuple(check.text for check in one.checks)),
        "mistakes_read": tuple(Said(found.text, _at(found.address)) for found in one.mistakes if found.address),
        "mistakes": _ours(tuple(found.text for found in one.mistakes if not found.address)),
    }


def _rules(country: str) -> Mapping[str, Any]:
    """The rules of a country as sections, each with the pages it was read on; last, that this is no legal advice."""
    rules = propriety(country)
    pages = {f"{rule.key}_{n}": (address, rule.read_on) for rule in rules for n, address in enumerate(rule.sources, 1)}
    sections = [_section_of(rule, [key for key in pages if key.rpartition("_")[0] == rule.key]) for rule in rules]
    notice = {"key": "notice", "rests": "ours", "title": NOTICE, "block": [{"kind": "note", **rules[0].notice}]}
    sources = [{"key": key, "address": address, "title": urlsplit(address).netloc, "on": on} for key, (address, on) in pages.items()]
    return {"section": [*sections, notice], "source": sources}


def _section_of(rule: Propriety, pages: list[str]) -> Mapping[str, Any]:
    return {"key": rule.key, "rests": "sources", "title": rule.title, "block": [{"kind": "paragraph", "sources": pages, **rule.text}]}


def as_title(names: Texts) -> Texts:
    """Names as the heading of a page: they begin with a capital where the language has one."""
    return {language: name[:1].upper() + name[1:] for language, name in names.items()}


def _ours(texts: tuple[Texts, ...]) -> tuple[Said, ...]:
    return tuple(Said(text) for text in texts)


def _asked(field: StepField) -> Texts:
    return {language: f"{field.label[language]}: {field.hint[language]}" for language in tables.LANGUAGES}


def _seen(key: str, country: str) -> tuple[Said, ...]:
    """What the comparison tells of a step in one country."""
    rows = (one for one in tables.document("comparison.toml")["row"] if one.get("about") == key)
    return tuple(Said(tables.languages(row[country]), tuple(row[country].get("sources", ()))) for row in rows)


def _sector(key: str) -> Known:
    return {"title": as_title(next(one.names for one in entries("sector") if one.key == key))}, {}


_KNOWN: Mapping[Shelf, Callable[[str], Known]] = {"models": _model, "steps": _step, "sectors": _sector}
