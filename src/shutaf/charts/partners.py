"""Who took part in a case, and as what? A row of shapes for each part played: who leads, mediates, pays, takes part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shutaf.charts.palette import GROUP_CLASS, GROUPS, Palette
from shutaf.charts.shapes import hole_path, shape_path
from shutaf.charts.svg import Direction, Picture, Sheet, number, plain_label
from shutaf.charts.text_width import wrap

NARROW_PX: Final = 420.0  # below, the part stands over its row instead of beside it
_EDGE_PX: Final = 10.0
_HEAD_PX: Final = 112.0
_SIZE_PX: Final = 13.0
_LINE_PX: Final = 16.0
_RADIUS_PX: Final = 12.0
_COLUMN_PX: Final = 128.0
_NAME_LINES: Final = 3
_GAP_PX: Final = 8.0


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who took part. group: a sector. label: the name, finished."""

    group: str
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part played and who played it. label: its word. is_lead: drawn on the darker strip."""

    label: str
    players: Sequence[Player]
    is_lead: bool = False


def partners(
    parts: Sequence[Part], *, title: str, description: str, direction: Direction, palette: Palette, width: float = 640,
    prefix: str = "partners",
) -> Picture:  # fmt: skip
    """The parts in the order given, each on a strip of its own. Raises ValueError for no parts, a part without players, or a group of no sector."""
    _check(parts)
    sheet = Sheet(width, direction, palette, prefix)
    top = 0.0
    for part in parts:
        top += _add_part(sheet, part, top) + _GAP_PX
    total = sum(len(part.players) for part in parts)
    return sheet.finish(top - _GAP_PX, title=title, description=description, labelled=total, total=total)


def _check(parts: Sequence[Part]) -> None:
    if not parts or not all(part.players for part in parts):
        raise ValueError("a picture of partners needs parts with somebody in each")
    for part in parts:
        for player in part.players:
            if player.group not in GROUPS:
                raise ValueError(f"no such group: {player.group!r}")


def _add_part(sheet: Sheet, part: Part, top: float) -> float:
    """The height of the strip."""
    is_narrow = sheet.width < NARROW_PX
    start = _EDGE_PX if is_narrow else _HEAD_PX + _EDGE_PX
    room = sheet.width - start - _EDGE_PX
    columns = max(1, int(room // _COLUMN_PX))
    column = room / columns
    rows = [part.players[i : i + columns] for i in range(0, len(part.players), columns)]
    names = [[wrap(plain_label(one.label), column - 14, _SIZE_PX, _NAME_LINES) for one in row] for row in rows]
    heights = [2 * _RADIUS_PX + 8 + _LINE_PX * max(len(lines) for lines in row) + 8 for row in names]
    head = _LINE_PX + 6 if is_narrow else 0.0
    height = head + sum(heights) + 12
    _add_strip(sheet, part, top, height, is_narrow=is_narrow)
    line = top + head + 10
    for row, lines, tall in zip(rows, names, heights, strict=True):
        for i, (player, name) in enumerate(zip(row, lines, strict=True)):
            _add_player(sheet, player, name, sheet.x(start + (i + 0.5) * column), line)
        line += tall
    return height


def _add_strip(sheet: Sheet, part: Part, top: float, height: float, *, is_narrow: bool) -> None:
    edge = sheet.paint("c-sunken") if part.is_lead else f'{sheet.paint("s-line")} fill="none" stroke-width="1.2"'
    sheet.add(f'<rect {edge} x="0.6" y="{number(top + 0.6)}" width="{number(sheet.width - 1.2)}" height="{number(height - 1.2)}" rx="8"/>')
    baseline = top + (_LINE_PX + 4 if is_narrow else 10 + _RADIUS_PX + _SIZE_PX * 0.36)
    sheet.add(sheet.text(sheet.x(_EDGE_PX + 2), baseline, part.label, size=_SIZE_PX, anchor=sheet.anchor("start"), strong=True))


def _add_player(sheet: Sheet, player: Player, name: Sequence[str], x: float, top: float) -> None:
    y = top + _RADIUS_PX
    sheet.add(f'<path {sheet.paint(GROUP_CLASS[player.group])} d="{shape_path(player.group, x, y, _RADIUS_PX)}"/>')
    if hole := hole_path(player.group, x, y, _RADIUS_PX):
        sheet.add(f'<path {sheet.paint("c-ground")} d="{hole}"/>')
    for k, row in enumerate(name):
        baseline = y + _RADIUS_PX + 18 + k * _LINE_PX
        sheet.add(sheet.text(x, baseline, row, size=_SIZE_PX, anchor="middle", whole=plain_label(player.label)))
