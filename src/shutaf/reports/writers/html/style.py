"""Which style does a page carry, and how does the browser know that it may use that one and no other?"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

# The letters each subset holds, as in the house's tokens.css.
SUBSETS = {
    "rubik-hebrew": "U+0307-0308, U+0590-05FF, U+200C-2010, U+20AA, U+25CC, U+FB1D-FB4F",
    "rubik-arabic": "U+0600-06FF, U+0750-077F, U+0870-08FF, U+204F, U+2E41, U+FB50-FDFF, U+FE70-FEFC",
    "rubik-latin-ext": "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+20A0-20A9, U+20AB, U+20AD-20C0",
    "rubik-latin": "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-200B, U+2011-206F, U+20AC, U+2122, U+2212, U+2215",
}
_QUIET = frozenset("\u200c\u200d\u200e\u200f\u2010")  # direction marks alone do not ask for the Hebrew letters


def style_for(body: str, mark: str = "") -> str:
    """The style sheet with the font subsets that the letters of this page need, inside it. mark: printed in the upper margin of each page."""
    printed = (
        f"@media print {{ @page {{ @top-center {{ content: {css_string(mark)}; font: 600 8pt Rubik, sans-serif; color: #864700; }} }} }}\n"
        if mark
        else ""
    )
    return "".join(_font_face(name) for name in _needed(frozenset(body))) + sheet() + printed


def css_string(text: str) -> str:
    """Text as a CSS string in which no letter can end the string or the style element.

    >>> css_string('a"<')
    '"a\\\\000022 \\\\00003c "'
    """
    return '"' + "".join(letter if letter.isalnum() or letter in " ,.-" else f"\\{ord(letter):06x} " for letter in text) + '"'


def policy(style: str) -> str:
    """A policy that allows this very style sheet and the fonts inside it, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"


def _needed(letters: frozenset[str]) -> list[str]:
    return [name for name in SUBSETS if name == "rubik-latin" or any(_holds(name, letter) for letter in letters - _QUIET)]


@cache
def _ranges(name: str) -> tuple[tuple[int, int], ...]:
    bounds = (part.strip().removeprefix("U+").split("-") for part in SUBSETS[name].split(","))
    return tuple((int(pair[0], 16), int(pair[-1], 16)) for pair in bounds)


def _holds(name: str, letter: str) -> bool:
    return any(first <= ord(letter) <= last for first, last in _ranges(name))


@cache
def _font_face(name: str) -> str:
    data = base64.b64encode(files("shutaf.reports.fonts").joinpath(f"{name}.woff2").read_bytes()).decode("ascii")
    return f'@font-face {{ font-family: Rubik; font-weight: 300 900; src: url("data:font/woff2;base64,{data}") format("woff2"); unicode-range: {SUBSETS[name]}; }}\n'


@cache
def sheet() -> str:
    return files("shutaf.reports.writers.html").joinpath("brief.css").read_text(encoding="utf-8")
