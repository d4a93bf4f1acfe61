"""Which tables stand for the pictures at the end of a paper report?

On a page the twin of a picture unfolds under it. Paper cannot unfold, so the twins follow at the end, each once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shutaf.reports.document import Block, Figure, Table, line
from shutaf.reports.writers.columns import columns_that_fit


def twins_of(blocks: Sequence[Block]) -> tuple[Table, ...]:
    """The twins of the pictures in order, without those that stand in the report as a table anyway."""
    seen = [block.rows for block in blocks if isinstance(block, Table)]
    twins: list[Table] = []
    for block in blocks:
        if isinstance(block, Figure) and block.twin is not None and block.twin.rows not in seen:
            seen.append(block.twin.rows)
            twins.extend(in_parts(on_paper(block.twin)))
    return tuple(twins)


def on_paper(table: Table) -> Table:
    """The table with no more rows than it may have where nothing folds away."""
    if not table.paper_rows or len(table.rows) <= table.paper_rows:
        return table
    return replace(table, rows=table.rows[: table.paper_rows], codes=table.codes[: table.paper_rows], note=table.paper_note)


def in_parts(table: Table) -> Iterator[Table]:
    """The table, or where it is too wide for paper several with the same first column, its codes and note with the last."""
    parts = columns_that_fit(table)
    if not parts:
        yield table
        return
    begin = 1
    for number, count in enumerate(parts, 1):
        head, rows = table.head[begin : begin + count], [row[begin : begin + count] for row in table.rows]
        is_last = number == len(parts)
        yield replace(
            table,
            caption=line(table.caption, f" ({number}/{len(parts)})"),
            head=(table.head[0], *head),
            rows=tuple((row[0], *cells) for row, cells in zip(table.rows, rows, strict=True)),
            codes=table.codes if is_last else (),
            note=table.note if is_last else (),
        )
        begin += count
