"""Do the headers of her sheet take two rows, groups above and columns below?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from shutaf.imports.grid import Cell, Grid, text_of

JOINT = " – "
"""Between the name of a group and that of a column in it."""

_LONGEST_HEADER = 40


def with_one_header(grid: Grid, at: int, is_known: Callable[[str], bool]) -> tuple[Grid, int]:
    """The grid with both rows joined into the lower one, and where that is; the grid as it is where the headers take one row.

    at: index of the row with most known headers. Row numbers stay: the upper row is left blank.
    """
    for upper in (at - 1, at):
        if 0 <= upper < len(grid.rows) - 1 and _are_two(grid.rows[upper], grid.rows[upper + 1], is_known, is_upper=upper == at):
            rows = list(grid.rows)
            rows[upper], rows[upper + 1] = [], joined(grid.rows[upper], grid.rows[upper + 1])
            return replace(grid, rows=rows), upper + 1
    return grid, at


def _are_two(upper: Sequence[Cell], lower: Sequence[Cell], is_known: Callable[[str], bool], *, is_upper: bool) -> bool:
    """Groups: several short texts, one of them known, fewer than columns. Or a row of known headers right below, where data would hold names."""
    above, below = [cell for cell in upper if cell != ""], [cell for cell in lower if cell != ""]
    if not all(isinstance(cell, str) and len(cell) <= _LONGEST_HEADER for cell in (*above, *below)) or len(above) < 2 or len(below) < 2:
        return False
    known_below = sum(is_known(text_of(cell)) for cell in below)
    if is_upper:
        return known_below == len(below)
    return len(above) < len(below) and any(is_known(text_of(cell)) for cell in above) and known_below >= 2


def joined(upper: Sequence[Cell], lower: Sequence[Cell]) -> list[Cell]:
    """One header a column. A group holds for the columns to its right up to the next group.

    >>> joined(["Body", "", "Contact", "", "Notes"], ["Name", "Town", "Name", "Phone", ""])
    ['Body – Name', 'Body – Town', 'Contact – Name', 'Contact – Phone', 'Notes']
    """
    found: list[Cell] = []
    group = ""
    for at in range(max(len(upper), len(lower))):
        group = text_of(upper[at]) if at < len(upper) and upper[at] != "" else group
        below = text_of(lower[at]) if at < len(lower) else ""
        is_own_group = at < len(upper) and upper[at] != ""
        found.append(below and f"{group}{JOINT}{below}" if below and group and below != group else below or (group if is_own_group else ""))
    return found
