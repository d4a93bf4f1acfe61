"""What does an initiative need, who offers how much of it, and who trusts or disturbs whom? From two to four plain tables.

docs/reference/coalition.md has the contract of the columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from shutaf.analysis.coalition import CoalitionProblem
from shutaf.analysis.text.fold import fold
from shutaf.imports.notes import Notes
from shutaf.imports.plain_table import PlainTable, plain_table

NEED = ("need", "kind", "resource", "requires")
BODY = ("body", "name", "organisation", "organization")
YES = ("yes", "y", "x", "1", "true", "כן", "نعم", "ja")
FIRST, SECOND = ("a", "from", "source"), ("b", "to", "target")
NAN = float("nan")


@dataclass(frozen=True)
class Wanted:
    """The needs in their order, and the unit each is counted in ("" where none is named)."""

    names: tuple[str, ...]
    needed: tuple[float, ...]
    units: tuple[str, ...]


def coalition_tables(
    needs: Path, offers: Path, notes: Notes, *, trust: Path | None = None, pairs: Path | None = None
) -> tuple[CoalitionProblem, Wanted] | None:
    """The problem and its units; None, with every problem told at its cell, where a table cannot be read."""
    wanted = _needs(needs, notes)
    problem = None if wanted is None else _offers(offers, wanted, notes)
    if wanted is None or problem is None:
        return None
    if trust is not None:
        problem = _with_trust(trust, problem, notes)
    if pairs is not None:
        problem = _with_pairs(pairs, problem, notes)
    return None if notes.has_errors else (problem, wanted)


def _column(table: PlainTable, names: tuple[str, ...], notes: Notes) -> int | None:
    at = table.at(*names)
    if at is None:
        notes.error("table.no_column", table.name, wanted=names[0], headers=[header for header in table.header if header])
    return at


def _optional(table: PlainTable, *names: str) -> Callable[[tuple[str, ...]], str]:
    at = table.at(*names)
    return lambda cells: "" if at is None else cells[at]


def _needs(path: Path, notes: Notes) -> Wanted | None:
    """Rows of one need add up; a row without an amount asks for any offer of it."""
    table = plain_table(path, notes)
    at = None if table is None else _column(table, NEED, notes)
    if table is None or at is None:
        return None
    amount_at, unit = table.at("amount", "needed", "quantity"), _optional(table, "unit")
    found: dict[str, tuple[str, float, str]] = {}
    for line, cells in table.rows:
        text = "" if amount_at is None else cells[amount_at]
        amount = None if amount_at is None else table.number(line, amount_at, text, low=0.0)
        if not cells[at] or amount == 0:
            continue
        name, before, unit_before = found.get(fold(cells[at]), (cells[at], NAN, unit(cells)))
        if unit(cells) and unit_before and fold(unit(cells)) != fold(unit_before):
            notes.error("need.two_units", table.name, line, "unit", text=unit(cells), other=unit_before)
        total = before if amount is None else amount if before != before else before + amount
        found[fold(cells[at])] = (name, total, unit_before or unit(cells))
    if not found:
        notes.error("need.none", table.name)
        return None
    names, needed, units = zip(*found.values(), strict=True)
    return Wanted(names, needed, units)


def _offers(path: Path, wanted: Wanted, notes: Notes) -> CoalitionProblem | None:
    table = plain_table(path, notes)
    at = None if table is None else _column(table, BODY, notes)
    need_at = None if table is None or at is None else _column(table, NEED, notes)
    if table is None or at is None or need_at is None:
        return None
    amount_at, unit, asked = table.at("amount", "offered", "quantity"), _optional(table, "unit"), _optional(table, "if_asked", "if asked")
    place = {fold(name): s for s, name in enumerate(wanted.names)}
    bodies: dict[str, int] = {}
    rows: list[tuple[int, int, float]] = []
    if_asked: list[tuple[int, int]] = []
    facts: dict[tuple[int, str], str | float] = {}
    for line, cells in table.rows:
        if not cells[at]:
            continue
        i = bodies.setdefault(cells[at], len(bodies))
        for key, value in _said_of_body(table, line, cells):
            before = facts.setdefault((i, key), value)
            if before != value:
                notes.error("body.differs", table.name, line, key, name=cells[at], text=str(value), other=str(before))
        s = place.get(fold(cells[need_at]))
        if s is None:
            continue
        if fold(asked(cells)) in {fold(word) for word in YES}:
            if_asked.append((s, i))
            continue
        text = "" if amount_at is None else cells[amount_at]
        amount = None if amount_at is None else table.number(line, amount_at, text, low=0.0)
        if unit(cells) and wanted.units[s] and fold(unit(cells)) != fold(wanted.units[s]):
            notes.warn("offer.other_unit", table.name, line, "unit", text=unit(cells), other=wanted.units[s])
            amount = None
        rows.append((s, i, NAN if amount is None else amount))
    n = len(bodies)
    return CoalitionProblem(
        needs=wanted.names,
        names=tuple(bodies),
        needed=np.array(wanted.needed, dtype=np.float64),
        need=np.array([row[0] for row in rows], dtype=np.int32),
        body=np.array([row[1] for row in rows], dtype=np.int32),
        amount=np.array([row[2] for row in rows], dtype=np.float64),
        cost=np.array([facts.get((i, "cost"), 1.0) for i in range(n)], dtype=np.float64),
        trust=np.array([facts.get((i, "trust"), NAN) for i in range(n)], dtype=np.float64),
        sector=tuple(str(facts.get((i, "sector"), "")) for i in range(n)),
        if_asked=np.array(if_asked, dtype=np.int32).reshape(-1, 2),
    )


def _said_of_body(table: PlainTable, line: int, cells: tuple[str, ...]) -> Iterator[tuple[str, str | float]]:
    for key, low in (("cost", 0.0), ("trust", None)):
        at = table.at(key)
        value = None if at is None else table.number(line, at, cells[at], low=low)
        if value is not None:
            yield key, value
    at = table.at("sector", "group")
    if at is not None and cells[at]:
        yield "sector", cells[at]


def _known(table: PlainTable, line: int, at: int, cells: tuple[str, ...], place: dict[str, int], notes: Notes) -> int | None:
    found = place.get(cells[at])
    if found is None:
        notes.error("body.not_offering", table.name, line, table.header[at], name=cells[at])
    return found


def _with_trust(path: Path, problem: CoalitionProblem, notes: Notes) -> CoalitionProblem:
    """body, trust: one value a body; from, to, trust: the mean of what each receives from the others."""
    table = plain_table(path, notes)
    at = None if table is None else table.at(*BODY, *SECOND)
    value_at = None if table is None else _column(table, ("trust", "rating", "value"), notes)
    if table is None or value_at is None:
        return problem
    if at is None:
        _column(table, BODY, notes)
        return problem
    place, giver = {name: i for i, name in enumerate(problem.names)}, table.at(*FIRST)
    received: dict[int, list[float]] = {}
    for line, cells in table.rows:
        value = table.number(line, value_at, cells[value_at])
        i = _known(table, line, at, cells, place, notes)
        if value is not None and i is not None and (giver is None or cells[giver] != cells[at]):
            received.setdefault(i, []).append(value)
    trust = [float(np.mean(received[i])) if i in received else float(problem.trust[i]) for i in range(problem.n)]
    return replace(problem, trust=np.array(trust, dtype=np.float64))


def _with_pairs(path: Path, problem: CoalitionProblem, notes: Notes) -> CoalitionProblem:
    """a, b, cost: added where both are in."""
    table = plain_table(path, notes)
    if table is None:
        return problem
    columns = [_column(table, names, notes) for names in (FIRST, SECOND, ("cost", "price"))]
    a, b, cost = columns
    if a is None or b is None or cost is None:
        return problem
    place = {name: i for i, name in enumerate(problem.names)}
    rows = []
    for line, cells in table.rows:
        value = table.number(line, cost, cells[cost])
        ends = [_known(table, line, at, cells, place, notes) for at in (a, b)]
        if value is not None and ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            rows.append((ends[0], ends[1], value))
    return replace(
        problem,
        pairs=np.array([row[:2] for row in rows], dtype=np.int32).reshape(-1, 2),
        pair_cost=np.array([row[2] for row in rows], dtype=np.float64),
    )
