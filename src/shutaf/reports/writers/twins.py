"""Which tables stand for the pictures at the end of a paper report?

On a page the twin of a picture unfolds under it. Paper cannot unfold, so the twins follow at the end, each once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutaf.reports.document import Block, Figure, Table


def twins_of(blocks: Sequence[Block]) -> tuple[Table, ...]:
    """The twins of the pictures in order, without those that stand in the report as a table anyway."""
    shown = [block for block in blocks if isinstance(block, Table)]
    twins: list[Table] = []
    for block in blocks:
        if isinstance(block, Figure) and block.twin is not None and not any(block.twin.rows == table.rows for table in (*shown, *twins)):
            twins.append(on_paper(block.twin))
    return tuple(twins)


def on_paper(table: Table) -> Table:
    """The table with no more rows than it may have where nothing folds away."""
    if not table.paper_rows or len(table.rows) <= table.paper_rows:
        return table
    return replace(table, rows=table.rows[: table.paper_rows], codes=table.codes[: table.paper_rows], note=table.paper_note)
