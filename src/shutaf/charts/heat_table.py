"""Where is much and where is nothing? A table whose cells carry their number on a tint; what is not known is hatched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shutaf.charts.labels import LINE_EM
from shutaf.charts.palette import GROUP_CLASS, GROUPS, Palette
from shutaf.charts.shapes import hole_path, pattern, pattern_id, shape_path
from shutaf.charts.svg import SMALLEST_TEXT_PX, Direction, Picture, Sheet, check_finite, isolated, number, plain_label, tooltip
from shutaf.charts.text_width import shorten, text_width, wrap

EDGE_PX: Final = 6.0
ROW_PX: Final = 32.0
HEAD_LINES: Final = 3
UNKNOWN_SIGN: Final = "?"  # stands in a hatched cell too narrow for its word
_SIZE: Final = float(SMALLEST_TEXT_PX + 1)
_SHAPE_PX: Final = 20.0


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or a column. group: draws the sector's shape beside the label."""

    label: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class HeatCell:
    """value: 0 and up, None when not known. label: what is printed, for an unknown cell its word ("not asked")."""

    value: float | None
    label: str


@dataclass(frozen=True, slots=True)
class _Grid:
    """Sizes in px; along counts from the start of the line. keyed: column heads are numbers that a list below explains."""

    label_width: float
    first: float
    column_width: float
    head_height: float
    keyed: bool


def heat_table(
    cells: Sequence[Sequence[HeatCell]], rows: Sequence[Head], columns: Sequence[Head], *, title: str, description: str,
    direction: Direction, palette: Palette, width: float = 640, maximum: float | None = None, corner: str = "", prefix: str = "heat",
) -> Picture:  # fmt: skip
    """cells[r][c] belongs to rows[r] and columns[c]; the first column stands at the start of the line. maximum: the value of the darkest tint.

    Where a column is too narrow for its head, the head shows the shape, or a number, and a list below says what it means.
    Raises ValueError for an empty table, rows of unequal length, negative or non-finite values.
    """
    full = _full(cells, rows, columns, maximum)
    sheet = Sheet(width, direction, palette, prefix)
    grid = _grid(rows, columns, width)
    _add_heads(sheet, columns, grid, corner)
    for r, row in enumerate(rows):
        top = EDGE_PX + grid.head_height + r * ROW_PX
        _add_row_head(sheet, row, top, grid)
        for c, cell in enumerate(cells[r]):
            words = f"{isolated(plain_label(row.label))} / {isolated(plain_label(columns[c].label))}: {cell.label}"
            sheet.add(f"<g>{tooltip(words)}{_cell(sheet, cell, grid.first + c * grid.column_width, top, grid.column_width, full)}</g>")
    bottom = EDGE_PX + grid.head_height + len(rows) * ROW_PX
    unknown = _unknown_sign(cells, grid.column_width)
    key = _add_key(sheet, columns if grid.keyed else (), unknown, bottom) if grid.keyed or unknown else 0.0
    height = bottom + key + EDGE_PX
    total = len(rows) * len(columns)
    return sheet.finish(height, title=title, description=description, labelled=total, total=total)


def heat_level(value: float, full: float) -> int:
    """The tint of a value: 0 only for zero, 6 for the largest.

    >>> [heat_level(value, 6) for value in (0, 0.1, 1, 3, 6)]
    [0, 1, 1, 3, 6]
    """
    return 0 if value <= 0 else min(6, max(1, int(6 * value / full + 1e-9)))


def _full(cells: Sequence[Sequence[HeatCell]], rows: Sequence[Head], columns: Sequence[Head], maximum: float | None) -> float:
    if not rows or not columns:
        raise ValueError("a table needs a row and a column")
    if len(cells) != len(rows) or any(len(line) != len(columns) for line in cells):
        raise ValueError(f"cells are not {len(rows)} rows of {len(columns)}")
    for head in (*rows, *columns):
        if head.group is not None and head.group not in GROUPS:
            raise ValueError(f"no such group: {head.group!r}")
    known = [cell.value for line in cells for cell in line if cell.value is not None]
    for value in known:
        check_finite(value=value)
        if value < 0:
            raise ValueError(f"a count is not negative: {value}")
    if maximum is not None:
        check_finite(maximum=maximum)
        if maximum < max(known, default=0.0) or maximum <= 0:
            raise ValueError(f"the darkest tint ({maximum}) stands for less than the largest value")
    return maximum or max(known, default=0.0) or 1.0


def _grid(rows: Sequence[Head], columns: Sequence[Head], width: float) -> _Grid:
    sign = _SHAPE_PX if any(row.group is not None for row in rows) else 0.0
    label_width = min(max(text_width(plain_label(row.label), _SIZE) for row in rows) + sign + 10, width * 0.36)
    first = EDGE_PX + label_width
    column_width = (width - EDGE_PX - first) / len(columns)
    keyed = any(text_width(word, SMALLEST_TEXT_PX) > column_width - 6 for head in columns for word in plain_label(head.label).split(" "))
    lines = 1 if keyed else max(len(_head_lines(head, column_width)) for head in columns)
    shape = _SHAPE_PX if any(head.group is not None for head in columns) else 0.0
    text = 0 if keyed and all(head.group is not None for head in columns) else lines * SMALLEST_TEXT_PX * LINE_EM
    return _Grid(label_width, first, column_width, shape + text + 10, keyed)


def _head_lines(head: Head, column_width: float) -> tuple[str, ...]:
    return wrap(plain_label(head.label), column_width - 6, SMALLEST_TEXT_PX, HEAD_LINES)


def _add_heads(sheet: Sheet, columns: Sequence[Head], grid: _Grid, corner: str) -> None:
    """Shape above, words under it, standing on the first row."""
    bottom = EDGE_PX + grid.head_height - 6
    box = f'x="{number(EDGE_PX)}" y="{number(EDGE_PX)}" width="{number(sheet.width - 2 * EDGE_PX)}" height="{number(grid.head_height)}"'
    sheet.add(f"<rect {sheet.paint('c-sunken')} {box}/>")
    if corner:
        words = shorten(plain_label(corner), grid.label_width - 10, SMALLEST_TEXT_PX)
        at = sheet.x(EDGE_PX + 6)
        sheet.add(sheet.text(at, bottom - 2, words, size=SMALLEST_TEXT_PX, anchor=sheet.anchor("start"), paint="c-ink-soft"))
    for c, head in enumerate(columns):
        middle = sheet.x(grid.first + (c + 0.5) * grid.column_width)
        lines = _keyed_head(head, c) if grid.keyed else _head_lines(head, grid.column_width)
        parts = [tooltip(plain_label(head.label))]
        for i, line in enumerate(lines):
            y = bottom - 2 - (len(lines) - 1 - i) * SMALLEST_TEXT_PX * LINE_EM
            parts.append(sheet.text(middle, y, line, size=SMALLEST_TEXT_PX, anchor="middle", whole=plain_label(head.label)))
        if head.group is not None:
            parts.append(_shape(sheet, head.group, middle, bottom - len(lines) * SMALLEST_TEXT_PX * LINE_EM - 6))
        sheet.add(f"<g>{''.join(parts)}</g>")


def _keyed_head(head: Head, column: int) -> tuple[str, ...]:
    return () if head.group is not None else (str(column + 1),)


def _shape(sheet: Sheet, group: str, x: float, y: float) -> str:
    outline = shape_path(group, x, y, 6.5) + hole_path(group, x, y, 6.5)
    return f'<path {sheet.paint(GROUP_CLASS[group])} fill-rule="evenodd" d="{outline}"/>'


def _add_row_head(sheet: Sheet, row: Head, top: float, grid: _Grid) -> None:
    sign = _SHAPE_PX if row.group is not None else 0.0
    middle = top + ROW_PX / 2
    parts = [tooltip(plain_label(row.label))]
    if row.group is not None:
        parts.append(_shape(sheet, row.group, sheet.x(EDGE_PX + 10), middle))
    lines = wrap(plain_label(row.label), grid.label_width - sign - 8, SMALLEST_TEXT_PX, 2)
    if text_width(plain_label(row.label), _SIZE) <= grid.label_width - sign - 8:
        lines = (plain_label(row.label),)
    size = _SIZE if len(lines) == 1 else SMALLEST_TEXT_PX
    for i, line in enumerate(lines):
        y = middle + size * 0.35 + (i - (len(lines) - 1) / 2) * size * LINE_EM
        at = sheet.x(EDGE_PX + sign + 2)
        parts.append(sheet.text(at, y, line, size=size, anchor=sheet.anchor("start"), whole=plain_label(row.label)))
    line = f"M{number(EDGE_PX)} {number(top + ROW_PX)}h{number(sheet.width - 2 * EDGE_PX)}"
    sheet.add(f'<g>{"".join(parts)}</g><path {sheet.paint("s-line")} d="{line}"/>')


def _cell(sheet: Sheet, cell: HeatCell, along: float, top: float, width: float, full: float) -> str:
    x = sheet.left(along, width)
    box = f'x="{number(x + 1)}" y="{number(top + 1)}" width="{number(width - 2)}" height="{number(ROW_PX - 2)}" rx="3"'
    at, base = x + width / 2, top + ROW_PX / 2 + _SIZE * 0.35
    if cell.value is None:
        sheet.defs[""] = pattern(sheet.prefix, "", sheet.palette.unknown, "unknown")
        under = (
            f'<rect {sheet.paint("c-unknown-wash")} {box}/><rect fill="url(#{pattern_id(sheet.prefix, "")})" fill-opacity="0.55" {box}/>'
        )
        shown = plain_label(cell.label) if _fits(cell, width) else UNKNOWN_SIGN
        return under + sheet.text(at, base, shown, size=SMALLEST_TEXT_PX, anchor="middle", halo=True)
    level = heat_level(cell.value, full)
    words = shorten(plain_label(cell.label), width - 4, _SIZE)
    label = sheet.text(at, base, words, size=_SIZE, anchor="middle", paint=f"on-heat-{level}", strong=level > 0)
    return f"<rect {sheet.paint(f'heat-{level}')} {box}/>{label}"


def _fits(cell: HeatCell, width: float) -> bool:
    return text_width(plain_label(cell.label), SMALLEST_TEXT_PX) <= width - 6


def _unknown_sign(cells: Sequence[Sequence[HeatCell]], width: float) -> str:
    """The words behind the sign in hatched cells that are too narrow for them; "" where all fit."""
    return next((cell.label for line in cells for cell in line if cell.value is None and not _fits(cell, width)), "")


def _add_key(sheet: Sheet, columns: Sequence[Head], unknown: str, top: float) -> float:
    """What the numbers or shapes over narrow columns mean, and the sign of the unknown, one a line; returns the height in px."""
    line = SMALLEST_TEXT_PX * 1.5
    heads = [*columns, Head(unknown)] if unknown else columns
    for c, head in enumerate(heads):
        y = top + 18 + c * line
        if head.group is not None:
            sheet.add(_shape(sheet, head.group, sheet.x(EDGE_PX + 10), y - SMALLEST_TEXT_PX * 0.35))
        else:
            sign = str(c + 1) if c < len(columns) else UNKNOWN_SIGN
            sheet.add(sheet.text(sheet.x(EDGE_PX + 10), y, sign, size=SMALLEST_TEXT_PX, anchor="middle"))
        words = shorten(plain_label(head.label), sheet.width - 2 * EDGE_PX - 24, SMALLEST_TEXT_PX)
        sheet.add(sheet.text(sheet.x(EDGE_PX + 24), y, words, size=SMALLEST_TEXT_PX, anchor=sheet.anchor("start"), paint="c-ink-soft"))
    return 10 + len(heads) * line
