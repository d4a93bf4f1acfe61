"""How does a case lie in JSON, or in the head of a file? Plain mappings and lists, which read back into the same case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shutaf.content.cases.schema import Case, CasePlace, Claim, Partner, Read


def as_plain(case: Case) -> dict[str, Any]:
    """Everything of a case, by the names of its fields."""
    return {
        "id": case.id, "names": dict(case.names), "original": case.original, "country": case.country, "place": _place(case.place),
        "typology": case.typology, "themes": list(case.themes), "sector_lead": case.sector_lead, "outcome": case.outcome,
        "start": case.start, "end": case.end, "summary": dict(case.summary),
        "partners": [{"names": dict(one.names), "original": one.original, "sector": one.sector, "part": one.part} for one in case.partners],
        "claims": [_claim(one) for one in case.claims], "unknown": list(case.unknown),
    }  # fmt: skip


def of_plain(plain: Mapping[str, Any]) -> Case:
    """The case again. KeyError and TypeError for what is none."""
    place = plain["place"]
    return Case(
        id=plain["id"], names=plain["names"], original=plain["original"], country=plain["country"],
        place=CasePlace(place["names"], place["kind"], place["population"], place["cluster_1_10"], tuple(place["traits"])),
        typology=plain["typology"], themes=tuple(plain["themes"]), sector_lead=plain["sector_lead"], outcome=plain["outcome"],
        start=plain["start"], end=plain["end"], summary=plain["summary"],
        partners=tuple(Partner(one["names"], one["original"], one["sector"], one["part"]) for one in plain["partners"]),
        claims=tuple(_claim_of(one) for one in plain["claims"]), unknown=tuple(plain["unknown"]),
    )  # fmt: skip


def _place(place: CasePlace) -> dict[str, Any]:
    return {
        "names": dict(place.names), "kind": place.kind, "population": place.population, "cluster_1_10": place.cluster_1_10,
        "traits": list(place.traits),
    }  # fmt: skip


def _claim(claim: Claim) -> dict[str, Any]:
    reads = [{"address": one.address, "on": one.on, "phrase": one.phrase} for one in claim.reads]
    return {
        "part": claim.part, "text": dict(claim.text), "value": claim.value, "grade": claim.grade, "basis": claim.basis, "reads": reads,
        "is_reread": claim.is_reread, "mark": claim.mark,
    }  # fmt: skip


def _claim_of(plain: Mapping[str, Any]) -> Claim:
    reads = tuple(Read(one["address"], one["on"], one["phrase"]) for one in plain["reads"])
    return Claim(
        plain["part"], plain["text"], plain["value"], plain["grade"], plain["basis"], reads, plain["is_reread"], plain["mark"]
    )  # fmt: skip
