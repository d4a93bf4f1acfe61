"""How do the rows of a case become what is computed with, and back?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from shutaf.cases.models import CaseMember, OwnCase
from shutaf.content.cases import CasePlace, Read
from shutaf.reports.cases.written import Written, WrittenClaim, WrittenMember


def written_of(row: OwnCase, members: Iterable[CaseMember], place_names: tuple[str, ...] = ()) -> Written:
    """The case as it stands with its workspace. place_names: how else the place is called on the map."""
    return Written(
        address=row.address, language=row.language, name=row.name, place=place_of(row.place, row.language), summary=row.summary, place_names=place_names,
        country=row.country, typology=row.typology, themes=tuple(row.themes), sector_lead=row.sector_lead, outcome=row.outcome,  # type: ignore[arg-type]
        start=row.start_date, end=row.end_date, members=tuple(member_of(one) for one in members), claims=tuple(claim_of(one) for one in row.claims),
        is_without_names=row.is_without_names, cleared=tuple(row.cleared),
    )  # fmt: skip


def place_of(told: Mapping[str, Any], language: str) -> CasePlace:
    names = {language: told.get("name", "")}
    return CasePlace(names, told.get("kind", "town"), told.get("population"), told.get("cluster_1_10"), tuple(told.get("traits", ())))


def member_of(row: CaseMember) -> WrittenMember:
    body = row.body if row.body and row.body.removed_in_id is None else None
    forms = (body.name, *(name for _code, name in body.names)) if body else ()
    return WrittenMember(
        row.ref, row.name, body.ref if body else "", tuple(dict.fromkeys(forms)), row.sector, row.part, row.kind,  # type: ignore[arg-type]
        bool(body and body.is_department), row.answer, tuple(row.hidden), dict(row.words), row.seen,  # type: ignore[arg-type]
    )  # fmt: skip


def claim_of(told: Mapping[str, Any]) -> WrittenClaim:
    reads = tuple(Read(one["address"], one["on"], one["phrase"]) for one in told.get("reads", ()))
    plain = {name: told[name] for name in ("key", "part", "text", "value", "grade", "basis", "source") if name in told}
    return WrittenClaim(**plain, members=tuple(told.get("members", ())), reads=reads)


def claim_plain(claim: WrittenClaim) -> dict[str, Any]:
    """As JSON keeps it."""
    return asdict(claim) | {"members": list(claim.members), "reads": [asdict(one) for one in claim.reads]}
