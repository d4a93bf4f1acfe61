"""What do all pictures share? A sheet with a reading direction, to which shapes and labels are added, and which becomes one SVG string.

The rules that make Hebrew, Arabic and mixed labels look the same in a browser, in resvg and in Typst: the root is left to right, each
x and text-anchor is computed here, each label is isolated. No style attribute, no script: pages forbid both.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from shutaf.charts.palette import Palette, paints

Direction: TypeAlias = Literal["rtl", "ltr"]
Anchor: TypeAlias = Literal["start", "middle", "end"]

FONT: Final = "Rubik"
SMALLEST_TEXT_PX: Final = 12
_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_OVERRIDES: Final = frozenset("\u202a\u202b\u202c\u202d\u202e")
_ISOLATES: Final = frozenset("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture. labelled of total: how many marks carry their name in it (the caption says so when some do not)."""

    svg: str
    width: float
    height: float
    labelled: int
    total: int


def number(value: float) -> str:
    """A coordinate with at most one decimal.

    >>> number(12.0), number(-0.04), number(3.14)
    ('12', '0', '3.1')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def plain_text(text: str) -> str:
    """Words on one line: control characters, overrides of the direction and what XML forbids are left out, the rest stays as written."""
    spaced = (" " if char.isspace() else char for char in text)
    kept = (
        char for char in spaced if char not in _OVERRIDES and unicodedata.category(char) not in ("Cc", "Cs") and char not in "\ufffe\uffff"
    )
    return " ".join("".join(kept).split())


def plain_label(text: str) -> str:
    """A name on one line, also without marks of direction: it gets an isolate of its own, which a stray one would close early."""
    return plain_text("".join(char for char in text if char not in _ISOLATES))


def escape(text: str) -> str:
    """Text made safe for XML, inside an element or a quoted attribute."""
    return "".join(_ESCAPES.get(char, char) for char in text)


def _first_strong(text: str) -> str:
    return next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), "")


def isolated(line: str, whole: str = "") -> str:
    """A line wrapped so that nothing around it reorders it. whole: the label it was cut from, whose direction the line keeps."""
    is_turned = _first_strong(whole) in ("R", "AL") and _first_strong(line) == "L"
    return f"\u2068{chr(0x200F) if is_turned else ''}{line}\u2069"


def check_finite(**values: float) -> None:
    """ValueError for a value that is not a finite number."""
    for name, value in values.items():
        if not math.isfinite(value):
            raise ValueError(f"{name} is not a finite number: {value}")


@dataclass(slots=True)
class Sheet:
    """The paper of one picture. Positions called `along` run from the start of the reading direction, x and y from the top left."""

    width: float
    direction: Direction
    palette: Palette
    prefix: str
    parts: list[str] = field(default_factory=list)
    defs: dict[str, str] = field(default_factory=dict)
    _paints: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.direction not in ("rtl", "ltr"):
            raise ValueError(f"direction is rtl or ltr, not {self.direction!r}")
        if not _PREFIX.fullmatch(self.prefix):
            raise ValueError(f"a prefix begins with a letter and holds letters, digits, - and _ only: {self.prefix!r}")
        check_finite(width=self.width)
        if self.width < 200:
            raise ValueError(f"a picture is at least 200 px wide, not {self.width}")
        self._paints = paints(self.palette)

    def x(self, along: float) -> float:
        """Where a point `along` px from the start of the line lies from the left."""
        return self.width - along if self.direction == "rtl" else along

    def left(self, along: float, width: float) -> float:
        """The left edge of a box that begins `along` px from the start of the line."""
        return self.x(along) - (width if self.direction == "rtl" else 0)

    def anchor(self, anchor: Anchor) -> Anchor:
        """The anchor as the left-to-right root needs it."""
        if self.direction == "ltr" or anchor == "middle":
            return anchor
        return "end" if anchor == "start" else "start"

    def paint(self, *names: str) -> str:
        """Classes together with the palette's values: `c-...` fills, `s-...` strokes."""
        attributes = "".join(f' {attribute}="{colour}"' for attribute, colour in (self._paints[name] for name in names))
        return f'class="{" ".join(names)}"{attributes}'

    def add(self, markup: str) -> None:
        self.parts.append(markup)

    def text(
        self, x: float, y: float, label: str, *, size: float, anchor: Anchor = "start", paint: str = "c-ink", strong: bool = False,
        halo: bool = False, whole: str = "",
    ) -> str:  # fmt: skip
        """x and anchor are physical (of the left-to-right root). halo: an outline in the ground colour that keeps lines off the letters."""
        weight = ' font-weight="600"' if strong else ""
        where = f'x="{number(x)}" y="{number(y)}"' + (f' text-anchor="{anchor}"' if anchor != "start" else "")
        words = f'{where} font-size="{number(size)}"{weight}>{escape(isolated(label, whole))}</text>'
        # the outline is a text of its own: with paint-order, Typst lets each letter's outline eat into the letter before it
        behind = (
            f'<text aria-hidden="true" {self.paint("s-ground")} fill="none" stroke-width="4" stroke-linejoin="round" {words}'
            if halo
            else ""
        )
        return f"{behind}<text {self.paint(paint)} {words}"

    def finish(self, height: float, *, title: str, description: str, labelled: int, total: int, has_links: bool = False) -> Picture:
        """The whole as SVG. With links inside, the root is a group: what stands inside an `img` cannot be reached by a screen reader."""
        if not plain_label(title):
            raise ValueError("a picture needs a title")
        check_finite(height=height)
        size = f'viewBox="0 0 {number(self.width)} {number(height)}" width="{number(self.width)}" height="{number(height)}"'
        ids = f'aria-labelledby="{self.prefix}-title" aria-describedby="{self.prefix}-desc"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" {size} role="{"group" if has_links else "img"}" {ids}'
        names = f'<title id="{self.prefix}-title">{escape(plain_text(title))}</title>'
        names += f'<desc id="{self.prefix}-desc">{escape(plain_text(description))}</desc>'
        defs = f"<defs>{''.join(self.defs.values())}</defs>" if self.defs else ""
        svg = f'{head} direction="ltr" font-family="{FONT}" font-weight="400">{names}{defs}{"".join(self.parts)}</svg>'
        return Picture(svg, self.width, height, labelled, total)


def tooltip(words: str) -> str:
    """The full name and what belongs to it, which a browser shows and a screen reader says."""
    return f"<title>{escape(isolated(plain_text(words)))}</title>"
