"""In how many of the cases is it first? Bars of a share with the rest shown, for how firm a ranking stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shutaf.charts.palette import Palette
from shutaf.charts.svg import SMALLEST_TEXT_PX, Direction, Picture, Sheet, check_finite, isolated, number, plain_label, tooltip
from shutaf.charts.text_width import shorten, text_width

NARROW_PX: Final = 420.0
BAR_PX: Final = 14.0
ROW_PX: Final = 32.0
EDGE_PX: Final = 10.0


@dataclass(frozen=True, slots=True)
class Share:
    """One row. first_0_1: how often it is first; next_0_1: how often second or third, 0 leaves it out. is_winner: drawn in apricot."""

    label: str
    first_0_1: float
    value_label: str
    next_0_1: float = 0.0
    is_winner: bool = False


def shares(
    rows: Sequence[Share], *, title: str, description: str, direction: Direction, palette: Palette, width: float = 640, prefix: str = "shares",
) -> Picture:  # fmt: skip
    """Rows in the order given; each track is the whole, so the rest stays visible. ValueError unless 0 <= first, next and first + next <= 1."""
    _check(rows)
    sheet = Sheet(width, direction, palette, prefix)
    is_narrow = width < NARROW_PX
    size = SMALLEST_TEXT_PX + (1 if is_narrow else 2)
    value_width = min(max(text_width(plain_label(row.value_label), size, True) for row in rows), width * 0.3)
    label_width = (
        width - 2 * EDGE_PX
        if is_narrow
        else min(max(text_width(plain_label(row.label), size, row.is_winner) for row in rows), width * 0.45)
    )
    bar = EDGE_PX if is_narrow else EDGE_PX + label_width + 14
    track = width - EDGE_PX - bar - value_width - 10
    step = ROW_PX + (14 if is_narrow else 0)
    for i, row in enumerate(rows):
        top = 8 + i * step
        middle = top + (24 if is_narrow else ROW_PX / 2 - 4)
        label_y = top + 10 if is_narrow else middle + size * 0.35
        name = shorten(plain_label(row.label), label_width, size, row.is_winner)
        value = shorten(plain_label(row.value_label), value_width, size, True)
        sheet.add("<g>" + tooltip(f"{isolated(plain_label(row.label))}: {row.value_label}"))
        sheet.add(sheet.text(sheet.x(EDGE_PX), label_y, name, size=size, anchor=sheet.anchor("start"), strong=row.is_winner))
        sheet.add(_track(sheet, row, bar, middle - BAR_PX / 2, track))
        sheet.add(
            sheet.text(sheet.x(width - EDGE_PX), middle + size * 0.35, value, size=size, anchor=sheet.anchor("end"), strong=True) + "</g>"
        )
    return sheet.finish(len(rows) * step + 12, title=title, description=description, labelled=len(rows), total=len(rows))


def _check(rows: Sequence[Share]) -> None:
    if not rows:
        raise ValueError("no shares to draw")
    for row in rows:
        check_finite(first_0_1=row.first_0_1, next_0_1=row.next_0_1)
        if row.first_0_1 < 0 or row.next_0_1 < 0 or row.first_0_1 + row.next_0_1 > 1 + 1e-9:
            raise ValueError(f"shares lie between 0 and 1 and make at most 1 together: {row!r}")


def _track(sheet: Sheet, row: Share, along: float, top: float, width: float) -> str:
    """The whole as a quiet track; first in full colour, next paler and hatched for eyes that see no difference of tone."""

    def box(start_0_1: float, share_0_1: float) -> str:
        x = sheet.left(along + width * start_0_1, width * share_0_1)
        return f'x="{number(x)}" y="{number(top)}" width="{number(width * share_0_1)}" height="{number(BAR_PX)}"'

    out = f'<rect {sheet.paint("c-sunken", "s-edge")} stroke-width="1" {box(0, 1)} rx="3"/>'
    if row.next_0_1 > 0:
        out += f"<rect {sheet.paint('c-act-soft')} {box(row.first_0_1, row.next_0_1)}/>"
    if row.first_0_1 > 0:
        out += f'<rect {sheet.paint("c-now-edge" if row.is_winner else "c-act")} {box(0, row.first_0_1)} rx="3"/>'
    return out
