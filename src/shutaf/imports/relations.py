"""Who works with whom, influences whom and wants what, by the rows of a sheet?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from shutaf.analysis.situation import Direction, Influence, Stance, Tie, TieStatus
from shutaf.imports.cast import Cast
from shutaf.imports.table import Row


def ties_of(rows: Iterable[Row], members: Cast) -> tuple[Tie, ...]:
    """The ties. One with an unknown body or with itself is left out, with a warning; the same pair told differently twice is kept twice.

    The other cells of a tie left out are read too, so that all that is wrong with it is told at once.
    """
    ties: list[Tie] = []
    first_of_pair: dict[frozenset[str], Tie] = {}
    for row in rows:
        ends = _ends(row, members, "tie")
        tie = _tie(row, *(ends or ("", "")), members)
        if ends is None:
            continue
        _tell_difference(row, first_of_pair.setdefault(tie.pair, tie), tie)
        ties.append(tie)
    return tuple(ties)


def _ends(row: Row, members: Cast, what: str) -> tuple[str, str] | None:
    source, target = members.body(row, "from", f"{what}.unknown_body"), members.body(row, "to", f"{what}.unknown_body")
    if source is None or target is None:
        return None
    if source == target:
        row.warn(f"{what}.with_itself", "to", name=row.text("from"))
        return None
    return source, target


def _tie(row: Row, source: str, target: str, members: Cast) -> Tie:
    return Tie(
        source_ref=source,
        target_ref=target,
        status=cast(TieStatus, row.choice("status", "tie_status", "exists")),
        kind=row.word("kind"),
        direction=cast(Direction, row.choice("direction", "direction", row.reading.unsaid_direction)),
        strength_1_5=row.number_of("strength_1_5"),
        since_date=row.date("since"),
        until_date=row.date("until"),
        holder=members.person(row, "holder"),
        reported_by=members.who(row, "reported_by"),
        source=row.text("source"),
        own=row.own,
        origin=row.origin,
    )


def _tell_difference(row: Row, first: Tie, tie: Tie) -> None:
    """One tie told twice is fine (two informants, two kinds); told differently it is a question for her.

    Two one-way ties in opposite directions are two ties. Where only one of them is one-way, the other says of both directions whether they exist.
    """
    if first is tie or first.kind.key != tie.kind.key:
        return
    is_same_end, directions = first.source_ref == tie.source_ref, {first.direction, tie.direction}
    told: tuple[str, ...] = () if directions == {"one_way"} and not is_same_end else ("status",)
    told += ("strength_1_5",) if is_same_end or "one_way" not in directions else ()
    differing = tuple(
        key for key in told if getattr(first, key) != getattr(tie, key) and None not in (getattr(first, key), getattr(tie, key))
    )
    if differing and first.origin:
        values = tuple((str(getattr(first, key)), str(getattr(tie, key))) for key in differing)
        row.warn(
            "tie.told_differently",
            "from",
            first_row=first.origin.row,
            differing=differing,
            values=values,
            names=(row.text("from"), row.text("to")),
        )


def influences_of(rows: Iterable[Row], members: Cast) -> tuple[Influence, ...]:
    influences = []
    for row in rows:
        ends = _ends(row, members, "influence")
        level = _needed_number(row, "level_0_4")
        if ends is not None and level is not None:
            influences.append(Influence(*ends, level, members.who(row, "said_by"), own=row.own, origin=row.origin))
    return tuple(influences)


def stances_of(rows: Iterable[Row], members: Cast) -> tuple[Stance, ...]:
    stances = []
    for row in rows:
        body = members.body(row, "body", "stance.unknown_body")
        objective, level = row.needed("objective"), _needed_number(row, "stance_-4_4")
        if body is not None and objective and level is not None:
            stances.append(Stance(body, objective, level, members.who(row, "said_by"), own=row.own, origin=row.origin))
    return tuple(stances)


def _needed_number(row: Row, key: str) -> float | None:
    return row.number_of(key) if row.needed(key) else None
