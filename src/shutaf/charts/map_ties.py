"""How are ties drawn so that a few can be followed one by one and thousands still leave the bodies readable?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import isfinite, sqrt
from typing import Final, NamedTuple

from shutaf.charts.labels import Box
from shutaf.charts.svg import Sheet, number

WIDTHS_PX: Final = {1: 0.8, 2: 1.2, 3: 1.7, 4: 2.3, 5: 3.0}
UNKNOWN_WIDTH_PX: Final = 1.2  # a strength nobody told looks neither weak nor strong
CALM_TIES: Final = 90  # Ours: so many ties on 640 x 400 px are drawn at full width; more are drawn thinner and paler


@dataclass(frozen=True, slots=True)
class TieLine:
    """A tie between bodies number i and j. strength: 1 weak .. 5 strong, None not known. dashed: planned, or told by one side only."""

    i: int
    j: int
    strength: float | None = None
    dashed: bool = False


class _Style(NamedTuple):
    """Ties of one style become one path, which keeps thousands of them small."""

    is_hot: bool
    dashed: bool
    width_px: float


def ties_markup(sheet: Sheet, ties: Sequence[TieLine], places: Sequence[tuple[float, float]], selected: Collection[int], box: Box) -> str:
    """All ties, those of a selected body last and in apricot. ValueError for a strength that is not 1 to 5."""
    crowd = len(ties) / (CALM_TIES * (box.right - box.left) * (box.bottom - box.top) / (640 * 400))
    thin = min(1.0, max(0.3, 1 / sqrt(sqrt(max(crowd, 1e-9)))))
    opacity = min(0.7, max(0.12, 0.7 / max(crowd, 1) ** 0.4))
    hot_thin = min(1.0, 5 / sqrt(1 + sum(tie.i in selected or tie.j in selected for tie in ties)))
    paths: dict[_Style, list[str]] = defaultdict(list)
    for tie in ties:
        is_hot = tie.i in selected or tie.j in selected
        (x1, y1), (x2, y2) = places[tie.i], places[tie.j]
        width = _width_px(tie.strength) * (hot_thin if is_hot else thin)
        paths[_Style(is_hot, tie.dashed, round(width, 2))].append(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}")
    return "".join(_path(sheet, style, paths[style], opacity) for style in sorted(paths))


def _width_px(strength: float | None) -> float:
    if strength is None:
        return UNKNOWN_WIDTH_PX
    if not (isfinite(strength) and 1 <= strength <= 5):
        raise ValueError(f"the strength of a tie is 1 to 5, not {strength}")
    return WIDTHS_PX[round(strength)]


def _path(sheet: Sheet, style: _Style, lines: Sequence[str], opacity: float) -> str:
    look = sheet.paint("s-now-edge") if style.is_hot else f'{sheet.paint("s-edge")} stroke-opacity="{opacity:.2f}"'
    dash = f' stroke-dasharray="{"5 4" if style.is_hot or opacity > 0.5 else "3 2.5"}"' if style.dashed else ""
    return f'<path {look} fill="none" stroke-width="{style.width_px:g}"{dash} d="{"".join(lines)}"/>'
