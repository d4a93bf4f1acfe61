"""Which colours does a picture use on a screen by day, on a screen by night, and on paper?

The values restate the design tokens of the house. Each painted element carries a class and the palette's value as a presentation
attribute: a file (PDF, DOCX) needs no style sheet, and on a page `stylesheet` repaints the same picture, because any CSS rule is
stronger than a presentation attribute.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

PaletteName: TypeAlias = Literal["light", "dark", "print"]

GROUPS: Final = ("public", "business", "civil_society", "academia", "community", "department", "other", "")
"""Keys of what pictures count by, in the order of every legend; "" is a body whose sector is not known."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #RRGGBB. heat: seven steps from nothing to most; on_heat: the text on each of them."""

    ground: str
    sunken: str
    ink: str
    ink_soft: str
    line: str
    edge: str
    act: str
    act_soft: str
    now: str
    now_edge: str
    unknown: str
    unknown_wash: str
    public: str
    business: str
    civil_society: str
    academia: str
    community: str
    department: str
    other: str
    heat: tuple[str, ...]
    on_heat: tuple[str, ...]

    def group(self, key: str) -> str:
        """The colour of a sector; a sector not known has the colour of the unknown. ValueError for a key outside GROUPS."""
        if key not in GROUPS:
            raise ValueError(f"no such group: {key!r}")
        return str(getattr(self, key)) if key else self.unknown


def _blend(front: str, back: str, share_0_1: float) -> str:
    """`share_0_1` of the first colour over the second, in sRGB as CSS `color-mix` does it."""
    pairs = ((int(front[i : i + 2], 16), int(back[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share_0_1 + b * (1 - share_0_1)):02X}" for a, b in pairs)


HEAT_SHARES: Final = (0.0, 0.08, 0.16, 0.26, 0.36, 0.80, 1.0)
"""Ours: the share of the action colour in each heat step. The jump leaves out the middle, where neither dark nor light text is readable."""


def _heat(act: str, ground: str) -> tuple[str, ...]:
    return tuple(_blend(act, ground, share) for share in HEAT_SHARES)


LIGHT: Final = Palette(
    ground="#FFFFFF", sunken="#EAEDE7", ink="#13292B", ink_soft="#48595A", line="#D6DBD4", edge="#748382",
    act="#0B5A5E", act_soft=_blend("#0B5A5E", "#FFFFFF", 0.45), now="#E8912B", now_edge="#B56509",
    unknown="#6B7877", unknown_wash="#EDEFEA",
    public="#154793", business="#8A5200", civil_society="#6D1A39", academia="#8F75DC", community="#469A5D", department="#137683",
    other="#48595A", heat=_heat("#0B5A5E", "#FFFFFF"), on_heat=("#13292B",) * 5 + ("#FFFFFF",) * 2,
)  # fmt: skip

DARK: Final = Palette(
    ground="#17272A", sunken="#0B1517", ink="#E9EFEB", ink_soft="#ABBBB8", line="#2B3F42", edge="#708885",
    act="#74CDC4", act_soft=_blend("#74CDC4", "#17272A", 0.45), now="#F3AC55", now_edge="#F3AC55",
    unknown="#93A5A2", unknown_wash="#1D2E31",
    public="#65B4FC", business="#F7BE35", civil_society="#EA7BA0", academia="#9272DE", community="#3A9E44", department="#AEE0E1",
    other="#ABBBB8", heat=_heat("#74CDC4", "#17272A"), on_heat=("#E9EFEB",) * 5 + ("#04211F",) * 2,
)  # fmt: skip

# Paper: the light hues, moved apart in lightness so that a copier that sees only grey still tells the sectors apart.
PRINT: Final = Palette(
    ground="#FFFFFF", sunken="#ECECEC", ink="#000000", ink_soft="#3A4647", line="#C4CAC3", edge="#5F6D6C",
    act="#0B5A5E", act_soft=_blend("#0B5A5E", "#FFFFFF", 0.45), now="#E8912B", now_edge="#9A5200",
    unknown="#5A6665", unknown_wash="#F1F2EF",
    public="#033883", business="#7B4500", civil_society="#520024", academia="#997FE7", community="#35894E", department="#00707D",
    other="#3A4647", heat=_heat("#0B5A5E", "#FFFFFF"), on_heat=("#000000",) * 5 + ("#FFFFFF",) * 2,
)  # fmt: skip

PALETTES: Final[Mapping[PaletteName, Palette]] = MappingProxyType({"light": LIGHT, "dark": DARK, "print": PRINT})

GROUP_CLASS: Final[Mapping[str, str]] = MappingProxyType(
    {key: "is-" + {"": "unknown", "civil_society": "civil"}.get(key, key) for key in GROUPS}
)
"""The class of a sector's shape, the same as on the pages."""

_ROLES: Final = (
    *((f"c-{f.name.replace('_', '-')}", "fill", f.name) for f in fields(Palette) if f.type == "str"),
    *((f"s-{f.name.replace('_', '-')}", "stroke", f.name) for f in fields(Palette) if f.type == "str"),
)


def paints(palette: Palette) -> dict[str, tuple[str, str]]:
    """Class -> (presentation attribute, colour) of everything a picture paints: `c-...` fills, `s-...` strokes, `is-...` a sector's fill."""
    out = {name: (attribute, str(getattr(palette, field))) for name, attribute, field in _ROLES}
    out |= {GROUP_CLASS[key]: ("fill", palette.group(key)) for key in GROUPS}
    out |= {f"heat-{i}": ("fill", colour) for i, colour in enumerate(palette.heat)}
    return out | {f"on-heat-{i}": ("fill", colour) for i, colour in enumerate(palette.on_heat)}


def stylesheet(palette: Palette, scope: str = ".chart") -> str:
    """CSS rules that repaint, inside `scope`, a picture drawn in any palette with this one: what a page needs for its dark mode."""
    return "".join(f"{scope} .{name} {{ {attribute}: {colour} }}\n" for name, (attribute, colour) in paints(palette).items())
