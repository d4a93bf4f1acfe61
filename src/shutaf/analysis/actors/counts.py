"""How many bodies are there of each group, theme and department's acquaintance?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from shutaf.analysis.actors.evidence import counted, is_asked, other_end, rows_of, ties_by_body
from shutaf.analysis.situation import SECTORS, Body, Number, Situation, Tie

UNKNOWN = "unknown"
"""Row or column of what was not said: a body without a sector, or without a theme."""

OWN_WORD = "own_word"
"""Row of themes on no list: kept and counted, apart from the sixteen that can be compared."""

GROUPS = ("department", *SECTORS)
"""What bodies are counted by, in the order of every legend."""


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts in rows x columns, all named by keys. A cell is None where the count is unknown, which is not 0."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Number | None, ...], ...]

    def cell(self, row: str, column: str) -> Number | None:
        """The count in a named cell. Raises ValueError for a row or column that is not there."""
        return self.cells[self.rows.index(row)][self.columns.index(column)]


@dataclass(frozen=True, slots=True)
class DepartmentTable:
    """Departments x sectors. asked: one truth a row; where it is False a count is "at least", and 0 is not claimed (the cell is None)."""

    table: CountTable
    asked: tuple[bool, ...]


def bodies_by_group(situation: Situation) -> Mapping[str, Number]:
    """How many bodies each group has: departments, then the sectors, then `unknown` where a sector was not said.

    Returns every group of GROUPS (0 means none on this list), and `unknown` only where there is one. Each Number has the whole list as its base.

    >>> from shutaf.analysis.situation import Body, Situation, Word
    >>> bodies_by_group(Situation(bodies=(Body("1", "Firm", Word("business", "business")),)))["business"].value
    1.0
    """
    found = _by_group(situation.bodies)
    total = float(len(situation.bodies))
    groups = (*GROUPS, UNKNOWN) if UNKNOWN in found else GROUPS
    return {group: counted("bodies_in_group", found.get(group, ()), group, base=total) for group in groups}


def themes_by_sector(situation: Situation) -> CountTable:
    """How many outside bodies of each sector work on each theme.

    A body counts once in each of its themes, so a column may add up to more than its bodies. Own words share the row `own_word`; bodies that named no
    theme are counted in the row `unknown`: they may work on anything. Departments are left out: their sheet asks for targets, not themes.
    Returns themes in order of their number of bodies, then by key; columns SECTORS, with `other` and `unknown` only where needed. O(bodies x themes).
    """
    found: dict[tuple[str, str], list[Body]] = defaultdict(list)
    for body in situation.organisations:
        for theme in themes_of(body) or {UNKNOWN}:
            found[theme, body.sector_key or UNKNOWN].append(body)
    columns = _sector_columns(situation.organisations)
    rows = _theme_rows(found)
    cells = tuple(tuple(counted("bodies_on_theme", found.get((row, column), ()), row, column) for column in columns) for row in rows)
    return CountTable(rows, columns, cells)


def departments_by_sector(situation: Situation) -> DepartmentTable:
    """With how many outside bodies of each sector each department has a known tie.

    A department that answered (listed as asked, or an informant) has a number in every cell. For any other, a cell holds the ties that others
    reported ("at least"), and None where nobody reported one: unknown is never 0. O(ties).
    """
    ties = ties_by_body(situation)
    columns = _sector_columns(situation.organisations)
    asked = tuple(is_asked(situation, department) for department in situation.departments)
    cells = tuple(
        _acquaintance(situation, department, ties.get(department.ref, ()), columns, answered)
        for department, answered in zip(situation.departments, asked, strict=True)
    )
    return DepartmentTable(CountTable(tuple(body.ref for body in situation.departments), columns, cells), asked)


def themes_of(body: Body) -> frozenset[str]:
    """Keys of the body's themes, with `own_word` standing for all words on no list; empty when none was named."""
    return frozenset(theme.key or OWN_WORD for theme in body.themes if theme)


def _by_group(bodies: tuple[Body, ...]) -> Mapping[str, list[Body]]:
    found: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        found[body.group_key or UNKNOWN].append(body)
    return found


def _sector_columns(bodies: tuple[Body, ...]) -> tuple[str, ...]:
    present = {body.sector_key or UNKNOWN for body in bodies}
    always = tuple(sector for sector in SECTORS if sector != "other")
    return always + tuple(column for column in ("other", UNKNOWN) if column in present)


def _theme_rows(found: Mapping[tuple[str, str], list[Body]]) -> tuple[str, ...]:
    bodies: dict[str, int] = defaultdict(int)
    for (theme, _), members in found.items():
        bodies[theme] += len(members)
    last = (OWN_WORD, UNKNOWN)
    listed = sorted((theme for theme in bodies if theme not in last), key=lambda theme: (-bodies[theme], theme))
    return (*listed, *(theme for theme in last if theme in bodies))


def _acquaintance(
    situation: Situation, department: Body, ties: tuple[Tie, ...], columns: tuple[str, ...], answered: bool
) -> tuple[Number | None, ...]:
    known: dict[str, dict[str, list[Tie]]] = defaultdict(lambda: defaultdict(list))
    for tie in ties:
        other = situation.body_by_ref[other_end(tie, department.ref)]
        if not other.is_department:
            known[other.sector_key or UNKNOWN][other.ref].append(tie)
    return tuple(_tied_bodies(department, column, known.get(column, {}), answered) for column in columns)


def _tied_bodies(department: Body, column: str, tied: Mapping[str, list[Tie]], answered: bool) -> Number | None:
    if not tied and not answered:
        return None
    rows = rows_of(tie for ties in tied.values() for tie in ties)
    return Number("bodies_tied_to_department", float(len(tied)), (department.ref, column), rows)
