"""How is a case file read? One TOML file a case; what is not in the schema is an error."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from shutaf.content import tables
from shutaf.content.cases.schema import PARTS, Case, CasePlace, Claim, Partner, Read


@cache
def cases() -> tuple[Case, ...]:
    """The case library by id: facts with what bears them, nothing unverified."""
    names = sorted(one.name for one in (files("shutaf.content") / "cases").iterdir() if one.name.endswith(".toml"))
    return tuple(_case(tables.document(f"cases/{name}")) for name in names)


@cache
def _by_id() -> Mapping[str, Case]:
    return {one.id: one for one in cases()}


def case(case_id: str) -> Case:
    """One case. KeyError when there is none of that id."""
    return _by_id()[case_id]


def _case(found: Mapping[str, Any]) -> Case:
    claims = tuple(_claim(one) for one in found["claim"])
    return Case(
        id=found["id"],
        names=tables.languages(found["name"]),
        original=found["original"],
        country=found["country"],
        place=_place(found["place"]),
        typology=found["typology"],
        themes=tuple(found["themes"]),
        sector_lead=found["sector_lead"],
        outcome=found["outcome"],
        start=_value(claims, "start"),
        end=_value(claims, "end"),
        summary=tables.languages(found["summary"]),
        partners=tuple(Partner(tables.languages(one["name"]), one["original"], one["sector"], one["part"]) for one in found["partner"]),
        claims=tuple(sorted(claims, key=lambda claim: PARTS.index(claim.part))),
        unknown=tuple(found["unknown"]),
    )


def _place(found: Mapping[str, Any]) -> CasePlace:
    return CasePlace(
        tables.languages(found["name"]), found["kind"], found.get("population"), found.get("cluster_1_10"), tuple(found.get("traits", ()))
    )


def _claim(found: Mapping[str, Any]) -> Claim:
    return Claim(
        part=found["part"],
        text=tables.languages(found),
        value=found.get("value", ""),
        grade=found.get("grade", ""),
        basis=found.get("basis", "source"),
        reads=tuple(Read(one["address"], one["on"], one["phrase"]) for one in found.get("read", ())),
        is_reread="mark" not in found,
        mark=found.get("mark", ""),
    )


def _value(claims: tuple[Claim, ...], part: str) -> str:
    return next((claim.value for claim in claims if claim.part == part), "")
