"""How does a table stand in a page: a named row each, labels for the phone, unknown cells that look unknown?"""

from __future__ import annotations

from shutaf.reports.document import Cell, Labels, Table
from shutaf.reports.writers.cleaning import clean
from shutaf.reports.writers.html.inlines import escape, inlines, label


def table_html(table: Table, labels: Labels, anchor: str) -> str:
    """anchor: id of the caption, unique in the page."""
    heads = [label(head) for head in table.head]
    rows = "".join(
        _row(row, heads, table.codes[i] if i < len(table.codes) else "", labels.code if table.codes else "")
        for i, row in enumerate(table.rows)
    )
    note = f'<p class="table-note">{inlines(table.note)}</p>' if table.note else ""
    return (
        f'<div class="table-box" role="region" aria-labelledby="{anchor}" tabindex="0"><table><caption id="{anchor}">{inlines(table.caption)}</caption>'
        f"<thead><tr>{_head(table, labels)}</tr></thead><tbody>{rows}</tbody></table>{note}</div>"
    )


def _head(table: Table, labels: Labels) -> str:
    first = table.rows[0] if table.rows else ()
    cells = (
        f'<th scope="col"{_head_class(first[i] if i < len(first) else None)}>{inlines(text)}</th>' for i, text in enumerate(table.head)
    )
    code = f'<th scope="col" class="code-head">{escape(labels.code)}</th>' if table.codes else ""
    return "".join(cells) + code


def _head_class(below: Cell | None) -> str:
    if below is None:
        return ""
    if below.heat is not None or (below.unknown and below.number):
        return ' class="heat-head"' if below.heat is not None else ' class="num"'
    return ' class="num"' if below.number else ""


def _row(row: tuple[Cell, ...], heads: list[str], code: str, code_head: str) -> str:
    cells = [f'<th scope="row">{inlines(row[0].text)}</th>'] if row else []
    for i, cell in enumerate(row[1:], start=1):
        cells.append(f'<td{_cell_class(cell)} data-label="{heads[i] if i < len(heads) else ""}">{inlines(cell.text)}</td>')
    if code_head:
        cells.append(f'<td class="code" data-label="{escape(code_head)}">{escape(clean(code))}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _cell_class(cell: Cell) -> str:
    names = [
        name
        for name, applies in (
            ("num", cell.number and cell.heat is None),
            (f"heat h{cell.heat}", cell.heat is not None and not cell.unknown),
            ("heat", cell.heat is not None and cell.unknown),
            ("unknown", cell.unknown),
        )
        if applies
    ]
    return f' class="{" ".join(names)}"' if names else ""
