"""How much of each? Ranked bars that start at zero and run with the reading direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shutaf.charts.palette import GROUP_CLASS, GROUPS, Palette
from shutaf.charts.shapes import hole_path, pattern, pattern_id, shape_path
from shutaf.charts.svg import SMALLEST_TEXT_PX, Direction, Picture, Sheet, check_finite, isolated, number, plain_label, tooltip
from shutaf.charts.text_width import shorten, text_width

NARROW_PX: Final = 420.0  # below, a label stands over its bar instead of beside it
BAR_PX: Final = 22.0
ROW_PX: Final = 34.0
EDGE_PX: Final = 10.0
SHAPE_PX: Final = 24.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row. value: 0 and up, None when not known. value_label: as the reader's language writes it ("11", "not asked").

    group: draws the sector's shape, colour and pattern; None draws the house colour. is_highlighted: the row the title speaks about.
    """

    label: str
    value: float | None
    value_label: str
    group: str | None = None
    is_highlighted: bool = False


@dataclass(frozen=True, slots=True)
class _Columns:
    """Distances from the start of the line, in px."""

    label: float
    label_width: float
    bar: float
    bar_width: float
    value_width: float


def bars(
    rows: Sequence[Bar], *, title: str, description: str, direction: Direction, palette: Palette, width: float = 640,
    maximum: float | None = None, prefix: str = "bars",
) -> Picture:  # fmt: skip
    """Rows in the order given. maximum: the value of a full bar; None takes the largest. A value not known is a hatched stub, never an empty bar.

    Raises ValueError for no rows, a negative or non-finite value, or a maximum under the largest value.
    """
    full = _full(rows, maximum)
    sheet = Sheet(width, direction, palette, prefix)
    size = SMALLEST_TEXT_PX + (2 if width >= NARROW_PX else 1)
    columns = _columns(rows, width, size)
    is_narrow = width < NARROW_PX
    step = ROW_PX + (18 if is_narrow else 0)
    for i, row in enumerate(rows):
        _add_row(sheet, row, columns, size, top=6 + i * step, full=full, is_narrow=is_narrow)
    height = 12 + len(rows) * step - (ROW_PX - BAR_PX)
    return sheet.finish(height, title=title, description=description, labelled=len(rows), total=len(rows))


def _full(rows: Sequence[Bar], maximum: float | None) -> float:
    if not rows:
        raise ValueError("no bars to draw")
    for row in rows:
        if row.group is not None and row.group not in GROUPS:
            raise ValueError(f"no such group: {row.group!r}")
        check_finite(value=row.value or 0.0)
        if (row.value or 0.0) < 0:
            raise ValueError(f"a bar starts at zero and cannot be negative: {row.value}")
    largest = max(row.value or 0.0 for row in rows)
    if maximum is not None:
        check_finite(maximum=maximum)
        if maximum < largest or maximum <= 0:
            raise ValueError(f"the full bar ({maximum}) is smaller than the largest value ({largest})")
    return maximum or largest or 1.0


def _columns(rows: Sequence[Bar], width: float, size: float) -> _Columns:
    value_width = max(text_width(plain_label(row.value_label), size, True) for row in rows)
    sign = SHAPE_PX if any(row.group is not None for row in rows) else 0.0
    if width < NARROW_PX:
        value_width = min(value_width, width * 0.4)
        return _Columns(EDGE_PX + sign, width - 2 * EDGE_PX - sign, EDGE_PX, width - 2 * EDGE_PX - value_width - 10, value_width)
    label_width = min(max(text_width(plain_label(row.label), size, row.is_highlighted) for row in rows), width * 0.36)
    bar = EDGE_PX + sign + label_width + 14
    value_width = min(value_width, width * 0.25)
    return _Columns(EDGE_PX + sign, label_width, bar, width - EDGE_PX - bar - value_width - 10, value_width)


def _add_row(sheet: Sheet, row: Bar, columns: _Columns, size: float, *, top: float, full: float, is_narrow: bool) -> None:
    label_y = top + (12 if is_narrow else BAR_PX / 2 + size * 0.35)
    bar_top = top + (18 if is_narrow else 0)
    parts = [tooltip(f"{isolated(plain_label(row.label))}: {row.value_label}")]
    if row.group is not None:
        at = (sheet.x(EDGE_PX + 9), label_y - size * 0.35, 8)
        shape = shape_path(row.group, *at) + hole_path(row.group, *at)
        parts.append(f'<path {sheet.paint(GROUP_CLASS[row.group])} fill-rule="evenodd" d="{shape}"/>')
    name = shorten(plain_label(row.label), columns.label_width, size, row.is_highlighted)
    parts.append(sheet.text(sheet.x(columns.label), label_y, name, size=size, anchor=sheet.anchor("start"), strong=row.is_highlighted))
    length = columns.bar_width * (row.value / full) if row.value is not None else min(28.0, columns.bar_width)
    parts.append(_area(sheet, row, columns.bar, bar_top, length))
    value = shorten(plain_label(row.value_label), columns.value_width, size, True)
    value_at = sheet.x(columns.bar + length + 8)
    parts.append(
        sheet.text(
            value_at, bar_top + BAR_PX / 2 + size * 0.35, value, size=size, anchor=sheet.anchor("start"), strong=row.value is not None
        )
    )
    sheet.add(f"<g>{''.join(parts)}</g>")


def _area(sheet: Sheet, row: Bar, along: float, top: float, length: float) -> str:
    """The bar itself: colour and over it the pattern; a hairline at zero also where the value is 0."""
    x = sheet.left(along, length)
    box = f'x="{number(x)}" y="{number(top)}" width="{number(length)}" height="{number(BAR_PX)}" rx="3"'
    zero = sheet.x(along)
    out = f'<path {sheet.paint("s-edge")} d="M{number(zero)} {number(top - 3)}v{number(BAR_PX + 6)}"/>'
    key = "" if row.value is None else row.group
    if row.value is not None and length < 0.05:
        return out
    if key is None:
        return f"<rect {sheet.paint('c-now-edge' if row.is_highlighted else 'c-act')} {box}/>" + out
    over, over_class = (sheet.palette.ground, "ground") if key else (sheet.palette.unknown, "unknown")
    sheet.defs[key] = pattern(sheet.prefix, key, over, over_class)
    under = sheet.paint(GROUP_CLASS[key]) if key else sheet.paint("c-unknown-wash")
    return f'<rect {under} {box}/><rect fill="url(#{pattern_id(sheet.prefix, key)})" {box}/>' + out
