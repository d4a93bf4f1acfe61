"""Which tables stand for the pictures at the end of a paper report?

On a page the twin of a picture unfolds under it. Paper cannot unfold, so the twins follow at the end, each once.
"""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.reports.document import Block, Figure, Table


def twins_of(blocks: Sequence[Block]) -> tuple[Table, ...]:
    """The twins of the pictures in order, without those that stand in the report as a table anyway."""
    shown = [block for block in blocks if isinstance(block, Table)]
    twins: list[Table] = []
    for block in blocks:
        if isinstance(block, Figure) and block.twin is not None and not any(block.twin.rows == table.rows for table in (*shown, *twins)):
            twins.append(block.twin)
    return tuple(twins)
