"""What lies under the bodies: rings, fields, axes, a scale bar."""

from __future__ import annotations

from collections.abc import Callable

from shutaf.charts.labels import Box
from shutaf.charts.scenes.scene import Line, Named, Outline, Scene
from shutaf.charts.svg import Anchor, Sheet, number, plain_label
from shutaf.charts.text_width import text_width

Where = Callable[[float, float], tuple[float, float]]


def under_markup(sheet: Sheet, scene: Scene, at: Where, scale: float) -> str:
    return "".join(_mark(sheet, mark, at, scale) for mark in scene.under)


def names_boxes(scene: Scene, at: Where) -> list[Box]:
    """Where the words under the bodies stand, so that no body's name covers them."""
    out = []
    for mark in scene.under:
        if isinstance(mark, Named) and mark.label:
            x, y = at(mark.x, mark.y)
            wide = text_width(mark.label, 13, mark.is_strong)
            left = x - {"start": 0.0, "end": wide}.get(mark.anchor, wide / 2)
            out.append(Box(left, y - 12, left + wide, y + 4))
    return out


def field_boxes(scene: Scene, at: Where) -> list[Box]:
    """The boxes that hold bodies: a name stays in the one of its body."""
    boxes = (mark for mark in scene.under if isinstance(mark, Outline) and mark.shape == "box")
    return [Box(*at(mark.x, mark.y), *at(mark.x + mark.width, mark.y + mark.height)) for mark in boxes]


def _mark(sheet: Sheet, mark: Outline | Line | Named, at: Where, scale: float) -> str:
    match mark:
        case Named(x, y, label, anchor, is_strong):
            px, py = at(x, y)
            where: Anchor = "start" if anchor == "start" else "end" if anchor == "end" else "middle"
            paint = "c-ink" if is_strong else "c-ink-soft"
            return sheet.text(px, py, plain_label(label), size=13, anchor=where, strong=is_strong, paint=paint, halo=True) if label else ""
        case Line(x1, y1, x2, y2, is_dashed):
            (a, b), (c, d) = at(x1, y1), at(x2, y2)
            ends = f'x1="{number(a)}" y1="{number(b)}" x2="{number(c)}" y2="{number(d)}"'
            return f'<line {sheet.paint("s-edge")} stroke-width="1.2"{_dash(is_dashed)} {ends}/>'
        case Outline(shape, x, y, width, height, is_dashed, is_wash):
            (px, py), w, h = at(x, y), width * scale, height * scale
            fill = sheet.paint("c-unknown-wash", "s-edge") if is_wash else f'{sheet.paint("s-line")} fill="none"'
            look = f'{fill} stroke-width="1.2"{_dash(is_dashed)}'
            if shape == "oval":
                middle = f'cx="{number(px + w / 2)}" cy="{number(py + h / 2)}"'
                return f'<ellipse {look} {middle} rx="{number(w / 2)}" ry="{number(h / 2)}"/>'
            return f'<rect {look} x="{number(px)}" y="{number(py)}" width="{number(w)}" height="{number(h)}" rx="6"/>'


def _dash(is_dashed: bool) -> str:
    return ' stroke-dasharray="5 5"' if is_dashed else ""
