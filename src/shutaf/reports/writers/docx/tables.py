"""How does a table stand in a Word file: its head on every page, rows whole, columns in reading order?"""

from __future__ import annotations

from shutaf.reports.document import Cell, Table, plain
from shutaf.reports.writers.cleaning import clean
from shutaf.reports.writers.columns import column_shares, is_narrow
from shutaf.reports.writers.docx.runs import Runs, run
from shutaf.reports.writers.docx.xml import HEAT, INK, LINE, SOFT, SUNKEN, TEXT_WIDTH_MM, UNKNOWN_WASH, escape, size, twips

DARK_FROM = 5  # heat level from which the text is white
NARROW_SHARE = 0.6
WHOLE_UP_TO = 12  # rows; a table this short stays on one page
CELL_STYLE = '<w:pStyle w:val="Cell"/>'
WHITE = "FFFFFF"


def table_xml(table: Table, runs: Runs, code_head: str) -> str:
    """codes: the last column, quiet. In a right-to-left file the first column stands at the right."""
    width = twips(TEXT_WIDTH_MM) * (NARROW_SHARE if is_narrow(table) else 1)
    widths = [round(share * width) for share in column_shares(table)]
    heads = [_cell(runs.line(head, _quiet(8.75)), widths[i], _shade(SUNKEN), _side_below(table, i)) for i, head in enumerate(table.head)]
    if table.codes:
        heads.append(_cell(runs.ours(code_head, _quiet(8.75)), widths[-1], _shade(SUNKEN), "end"))
    rows = [_row("".join(heads), is_head=True), *(_row(_cells(row, table, i, runs, widths)) for i, row in enumerate(table.rows))]
    kept = len(rows) - 1 if len(table.rows) <= WHOLE_UP_TO else 1
    rows[:kept] = [row.replace(CELL_STYLE, f"{CELL_STYLE}<w:keepNext/>") for row in rows[:kept]]
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return f"<w:tbl>{_properties(table, runs.is_rtl, sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _properties(table: Table, is_rtl: bool, width: int) -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
    return (
        f'<w:tblPr><w:tblStyle w:val="TableNormal"/>{"<w:bidiVisual/>" if is_rtl else ""}<w:tblW w:w="{width}" w:type="dxa"/>'
        f"<w:tblBorders><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(clean(plain(table.caption, isolate=False)))}"/></w:tblPr>'
    )


def _row(cells: str, *, is_head: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>{cells}</w:tr>"


def _cells(row: tuple[Cell, ...], table: Table, i: int, runs: Runs, widths: list[int]) -> str:
    filled = row[: len(table.head)] + (Cell(()),) * (len(table.head) - len(row))
    out = [_data_cell(cell, runs, widths[j], is_header=j == 0 and len(filled) > 1) for j, cell in enumerate(filled)]
    if table.codes:
        code = clean(table.codes[i]) if i < len(table.codes) else ""
        out.append(_cell(run(code, _quiet(7.75)), widths[-1], "", "end"))
    return "".join(out)


def _data_cell(cell: Cell, runs: Runs, width: int, *, is_header: bool) -> str:
    look, shade, code_colour = size(8.75), "", SOFT
    if cell.unknown:
        look, shade = size(7.75), f'<w:shd w:val="thinDiagStripe" w:color="C9CFCB" w:fill="{UNKNOWN_WASH}"/>'
    elif cell.heat is not None:
        shade = _shade(HEAT[cell.heat])
        code_colour = WHITE if cell.heat >= DARK_FROM else INK  # quiet grey is not readable on a colour
        look = f'<w:color w:val="{code_colour}"/>{look}'
    return _cell(runs.line(cell.text, look, is_strong=is_header, code_colour=code_colour), width, shade, _side(cell))


def _cell(runs: str, width: int, shade: str, side: str) -> str:
    aligned = "" if side == "start" else f'<w:jc w:val="{side}"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr><w:p><w:pPr>{CELL_STYLE}{aligned}</w:pPr>{runs}</w:p></w:tc>'


def _side_below(table: Table, column: int) -> str:
    first = table.rows[0] if table.rows else ()
    return _side(first[column]) if column < len(first) else "start"


def _side(cell: Cell) -> str:
    if cell.heat is not None:
        return "center"
    return "end" if cell.number else "start"


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def _quiet(points: float) -> str:
    return f'<w:color w:val="{SOFT}"/>{size(points)}'
