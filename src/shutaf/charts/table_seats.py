"""Who is at the table? Six seats round it, one a group: taken, asked, or still empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final, Literal, TypeAlias

from shutaf.charts.shapes import shape_path
from shutaf.charts.svg import escape, isolated, number, plain_label, plain_text
from shutaf.charts.text_width import wrap

State: TypeAlias = Literal["here", "asked", "missing"]

HEIGHT = 254.0
NARROWEST = 320.0
_SEAT: Final = 13.0  # radius of a seat
_LABEL_PX: Final = 13.5
_LINE_PX: Final = 16.0
_CLASSES: Final = {"civil_society": "is-civil"}


@dataclass(frozen=True, slots=True)
class Seat:
    """group: one of the sectors, or department. label: a finished word, the name of who sits there or what is missing."""

    group: str
    state: State
    label: str


@dataclass(frozen=True, slots=True)
class _Table:
    """Its middle, its half axes, the half axes of the round of seats, and how wide a name may be beside it."""

    x: float
    y: float
    half: float
    round_x: float
    round_y: float
    label_width: float


def _table(width: float) -> _Table:
    half, round_x = 0.136 * width, 0.36 * width
    return _Table(width / 2, 117.0, half, round_x, 84.0, 2 * (round_x * sin(pi / 3) - half - 4))


def table_seats(seats: Sequence[Seat], *, width: float, count: str, word: str, alt: str) -> str:
    """The table with its seats as SVG for a page: colours come from its style sheet. count and word stand on the table ("4 / 6", "at the table").

    width in px, 320 or more: a picture for phones is drawn narrower, never scaled. Seats stand clockwise from the top; positions do not mirror.
    ValueError for no seat or more than eight, which would cover each other's names, and for a picture too narrow.
    """
    if not 1 <= len(seats) <= 8 or width < NARROWEST:
        raise ValueError(f"a table has one to eight seats in at least {NARROWEST} px, not {len(seats)} in {width}")
    table = _table(width)
    drawn = "".join(_seat(seat, 2 * pi * i / len(seats), table) for i, seat in enumerate(seats))
    shade, top = _ellipse("tbl-shade", table, 8), _ellipse("tbl", table, 0)
    words = _text("tbl-n", table.x, table.y + 3, count, 22) + _text("tbl-w", table.x, table.y + 21, word, _LABEL_PX)
    head = f'<svg class="pic table-pic" viewBox="0 0 {number(width)} {number(HEIGHT)}" role="img" aria-label="{escape(plain_text(alt))}">'
    return f"{head}{shade}{top}{words}{drawn}</svg>"


def _ellipse(kind: str, table: _Table, lower: float) -> str:
    return f'<ellipse class="{kind}" cx="{number(table.x)}" cy="{number(table.y + lower)}" rx="{number(table.half)}" ry="42"/>'


def _seat(seat: Seat, turn: float, table: _Table) -> str:
    x, y = table.x + table.round_x * sin(turn), table.y - table.round_y * cos(turn)
    kind = _CLASSES.get(seat.group, f"is-{seat.group}")
    shape = f'<g class="seat {kind} {seat.state}"><path d="{shape_path(seat.group, x, y, _SEAT)}"/></g>'
    rows = _rows(plain_label(seat.label), table, is_at_side=abs(x - table.x) > table.half)
    return shape + "".join(_text("halo", x, y + 33 + k * _LINE_PX, row, _LABEL_PX) for k, row in enumerate(rows))


def _rows(label: str, table: _Table, *, is_at_side: bool) -> tuple[str, ...]:
    """Beside the table a name has two lines; at its ends one, half as wide again, because the table lies under it."""
    if is_at_side:
        return wrap(label, table.label_width, _LABEL_PX, 2)
    return wrap(label, 1.5 * table.label_width, _LABEL_PX, 1)


def _text(kind: str, x: float, y: float, label: str, size: float) -> str:
    return f'<text class="{kind}" text-anchor="middle" font-size="{number(size)}" x="{number(x)}" y="{number(y)}">{escape(isolated(label))}</text>'
