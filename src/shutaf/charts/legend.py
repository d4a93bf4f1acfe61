"""What do the shapes and lines of a picture mean? Rows of samples with their labels, in the reading direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from shutaf.charts.palette import GROUP_CLASS, GROUPS
from shutaf.charts.shapes import hole_path, shape_path
from shutaf.charts.svg import SMALLEST_TEXT_PX, Sheet, number, plain_label
from shutaf.charts.text_width import shorten, text_width

ROW_PX: Final = 22.0
GAP_PX: Final = 16.0
PAD_PX: Final = 10.0
_SHAPE_PX: Final = 18.0
_LINE_PX: Final = 34.0
_SIZE: Final = SMALLEST_TEXT_PX + 1

LineKind = Literal["strong", "weak", "dashed", "selected"]
_LINES: Final[dict[str, tuple[str, str]]] = {
    "strong": ("s-edge", 'stroke-width="3"'),
    "weak": ("s-edge", 'stroke-width="1"'),
    "dashed": ("s-edge", 'stroke-width="1.7" stroke-dasharray="5 4"'),
    "selected": ("s-now-edge", 'stroke-width="2.5"'),
}


@dataclass(frozen=True, slots=True)
class LineSample:
    """One kind of line and its label."""

    kind: LineKind
    label: str


@dataclass(frozen=True, slots=True)
class _Item:
    key: str
    kind: str  # shape, line or swatch
    label: str
    along: float
    row: int


def _items(
    sheet: Sheet, shapes: Sequence[tuple[str, str]], lines: Sequence[LineSample], swatches: Sequence[tuple[str, str]] = ()
) -> list[_Item]:
    """Samples one after the other, a new row where the line is full; swatches and lines begin a row of their own."""
    for group, _ in shapes:
        if group not in GROUPS:
            raise ValueError(f"no such group: {group!r}")
    out: list[_Item] = []
    row = -1
    for samples, sign, kind in (
        (list(shapes), _SHAPE_PX, "shape"),
        (list(swatches), _SHAPE_PX, "swatch"),
        ([(s.kind, s.label) for s in lines], _LINE_PX, "line"),
    ):
        along = sheet.width
        for key, label in samples:
            shown = shorten(plain_label(label), sheet.width - 2 * PAD_PX - sign, _SIZE)
            needed = sign + text_width(shown, _SIZE)
            if along + needed > sheet.width - PAD_PX:
                row, along = row + 1, PAD_PX
            out.append(_Item(key, kind, shown, along, row))
            along += needed + GAP_PX
    return out


def legend_height(
    sheet: Sheet, shapes: Sequence[tuple[str, str]], lines: Sequence[LineSample] = (), swatches: Sequence[tuple[str, str]] = ()
) -> float:
    """How high legend_markup will be, in px; 0 without samples."""
    items = _items(sheet, shapes, lines, swatches)
    return (items[-1].row + 1) * ROW_PX + PAD_PX / 2 if items else 0.0


def legend_markup(
    sheet: Sheet, shapes: Sequence[tuple[str, str]], lines: Sequence[LineSample], top: float, swatches: Sequence[tuple[str, str]] = ()
) -> str:
    """The legend from `top` downwards. swatches: (class that fills, label), for colours that mean something else than sectors."""
    return "".join(_item_markup(sheet, item, top + item.row * ROW_PX + ROW_PX / 2) for item in _items(sheet, shapes, lines, swatches))


def _item_markup(sheet: Sheet, item: _Item, middle: float) -> str:
    sign = _LINE_PX if item.kind == "line" else _SHAPE_PX
    if item.kind == "line":
        paint, stroke = _LINES[item.key]
        x = sheet.left(item.along, _LINE_PX - 8)
        sample = f'<path {sheet.paint(paint)} {stroke} d="M{number(x)} {number(middle)}h{number(_LINE_PX - 8)}"/>'
    elif item.kind == "swatch":
        sample = f'<circle {sheet.paint(item.key, "s-edge")} cx="{number(sheet.x(item.along + 6))}" cy="{number(middle)}" r="5.5"/>'
    else:
        at = (sheet.x(item.along + 6), middle, 5.5)
        rule = ' fill-rule="evenodd"'
        sample = f'<path {sheet.paint(GROUP_CLASS[item.key])}{rule} d="{shape_path(item.key, *at)}{hole_path(item.key, *at)}"/>'
    x = sheet.x(item.along + sign)
    return sample + sheet.text(x, middle + _SIZE * 0.34, item.label, size=_SIZE, anchor=sheet.anchor("start"), paint="c-ink-soft")
