"""What is needed, offered and proposed, by the rows of a sheet?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from shutaf.analysis.situation import Amount, Initiative, Need, Offer, Requirement, Visibility
from shutaf.analysis.text.fold import fold
from shutaf.imports.amounts import amount, requirement
from shutaf.imports.cast import Cast
from shutaf.imports.headers import CRITERION
from shutaf.imports.table import Row
from shutaf.imports.values import UnreadableError, number
from shutaf.imports.words import key_of, likely

ResourceT = TypeVar("ResourceT", Need, Offer)


def needs_of(rows: Iterable[Row], members: Cast) -> tuple[Need, ...]:
    return _resources(rows, members, Need, "need")


def offers_of(rows: Iterable[Row], members: Cast) -> tuple[Offer, ...]:
    return _resources(rows, members, Offer, "offer")


def _resources(rows: Iterable[Row], members: Cast, make: type[ResourceT], what: str) -> tuple[ResourceT, ...]:
    found: list[ResourceT] = []
    for row in rows:
        body, title = members.body(row, "body", f"{what}.unknown_body"), row.needed("title")
        values = _resource(row, members)
        if body is not None and title:
            found.append(make(ref=f"{what} {len(found) + 1}", body=body, title=title, **values))
    return tuple(found)


def _resource(row: Row, members: Cast) -> dict[str, Any]:
    return {
        "kind": row.word("kind"),
        "themes": row.words("themes"),
        "amount": amount_of(row),
        "from_date": row.date("from"),
        "until_date": row.date("until"),
        "where": row.text("where"),
        "conditions": row.text("conditions"),
        "said_by": members.who(row, "said_by"),
        "as_of": row.date("as_of"),
        "visible_to": cast(Visibility, row.choice("visible_to", "visibility", "editors")),
        "own": row.own,
        "origin": row.origin,
    }


def amount_of(row: Row) -> Amount | None:
    cell, unit = row.cell("amount"), row.text("unit")
    if cell == "":
        if unit:
            row.warn("amount.only_unit", "unit", unit=unit)
        return None
    try:
        return amount(cell, unit)
    except UnreadableError as why:
        row.error(why.key, "amount", **why.facts)
        return None


def initiatives_of(rows: Iterable[Row], members: Cast) -> tuple[Initiative, ...]:
    found: list[Initiative] = []
    for row in rows:
        name = row.needed("name")
        initiative = Initiative(
            ref=f"initiative {len(found) + 1}",
            name=name,
            problem=row.text("problem"),
            typology=row.word("typology"),
            requires=_requirements(row),
            gains=tuple(members.bodies.find(text) or text for text in row.texts("gains")),
            chance_0_1=row.share("chance_0_1"),
            months_to_result=_at_least_zero(row, "months_to_result"),
            criteria=_criteria(row),
            own=row.own,
            origin=row.origin,
        )
        if name:
            found.append(initiative)
    return tuple(found)


def _requirements(row: Row) -> tuple[Requirement, ...]:
    found = []
    for text in row.texts("requires"):
        try:
            need = requirement(text)
        except UnreadableError as why:
            row.error(why.key, "requires", **why.facts)
            continue
        if not need.kind.key:
            row.gather(
                "word.unknown",
                "requires",
                fold(need.kind.text),
                text=need.kind.text,
                list="resource",
                likely=likely(need.kind.text, "resource"),
            )
        found.append(need)
    return tuple(found)


def _at_least_zero(row: Row, key: str) -> float | None:
    value = row.number_of(key)
    if value is not None and value < 0:
        row.error("number.outside", key, text=row.text(key), low=0.0, high=None)
        return None
    return value


def _criteria(row: Row) -> tuple[tuple[str, float], ...]:
    """Own criteria in the order of their columns; one of ours is known by its key."""
    found = []
    for key in row.headers:
        if key.startswith(CRITERION) and row.cell(key) != "":
            name = key.removeprefix(CRITERION)
            try:
                found.append((key_of(name, "criterion") or name, number(row.cell(key))))
            except UnreadableError as why:
                row.error(why.key, key, **why.facts)
    return tuple(found)
