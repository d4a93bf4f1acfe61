"""How wide is this label in Rubik, and how does it fit into a given width?

Reads a table of advance widths instead of a font file, so a picture can be laid out anywhere. Kerning is left out (under 2 % of a
word); Arabic letters are measured in the form they take inside the word.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

ELLIPSIS: Final = "…"
UNKNOWN_EM: Final = 0.62  # Ours: a letter the font lacks, drawn by another font; wide ones (East Asian, emoji) take 1.25 em
WIDE_EM: Final = 1.25
_JOINERS: Final = ("\u200c", "\u200d")
_LAM_ALEF: Final = {"ا": 0xFEFB, "أ": 0xFEF7, "إ": 0xFEF9, "آ": 0xFEF5}


@lru_cache(maxsize=2)
def _advances_em(strong: bool) -> Mapping[int, float]:
    """Code point -> advance in shares of the font size. Written by dev/measure_font.py."""
    weights = json.loads(files(__package__).joinpath("advance_widths.json").read_text(encoding="ascii"))
    rows = weights["strong" if strong else "regular"]
    return {int(first, 16) + i: per_mille / 1000 for first, row in rows.items() for i, per_mille in enumerate(row)}


@lru_cache(maxsize=1)
def _arabic_forms() -> Mapping[str, Mapping[str, int]]:
    """Letter -> {isolated, final, initial, medial: code point}, from the decompositions in the Unicode data."""
    forms: dict[str, dict[str, int]] = {}
    for code in range(0xFE80, 0xFEF5):
        kind, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if kind:
            forms.setdefault(chr(int(letters, 16)), {})[kind.strip("<>")] = code
    return forms


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf") or char == "\ufe0f"


def _char_em(code: int, strong: bool) -> float:
    advance = _advances_em(strong).get(code)
    if advance is not None:
        return advance
    if code > 0xFFFF or unicodedata.east_asian_width(chr(code)) in "WF":
        return WIDE_EM
    return UNKNOWN_EM


def _arabic_code(letters: str, i: int) -> int | None:
    """The form that letter i takes between its neighbours; None where it melts into the lam before it."""
    forms = _arabic_forms()
    before = i > 0 and "initial" in forms.get(letters[i - 1], {})
    after = i + 1 < len(letters) and "final" in forms.get(letters[i + 1], {})
    if before and letters[i - 1] == "ل" and letters[i] in _LAM_ALEF:
        return None
    if letters[i] == "ل" and i + 1 < len(letters) and letters[i + 1] in _LAM_ALEF:
        return _LAM_ALEF[letters[i + 1]] + int(before)
    own = forms[letters[i]]
    name = ("medial" if after else "final") if before else ("initial" if after else "isolated")
    return own.get(name, own.get("final" if before else "isolated", ord(letters[i])))


@lru_cache(maxsize=65536)
def _width_em(text: str, strong: bool) -> float:
    letters = "".join(char for char in text if not _is_mark(char) or char in _JOINERS)
    total = 0.0
    for i, char in enumerate(letters):
        code = _arabic_code(letters, i) if char in _arabic_forms() else ord(char)
        if code is not None and char not in _JOINERS:
            total += _char_em(code, strong)
    return total


def text_width(text: str, size_px: float, strong: bool = False) -> float:
    """The width of one line in pixels, at weight 400 or (strong) 600.

    >>> round(text_width("Rubik", 100), 1) == round(text_width("Rubik", 10) * 10, 1)
    True
    """
    return _width_em(text, strong) * size_px


def _clusters(text: str) -> list[str]:
    """Letters with the marks that belong to them, so that no cut parts them."""
    out: list[str] = []
    for char in text:
        if out and (_is_mark(char) or out[-1].endswith("\u200d")):
            out[-1] += char
        else:
            out.append(char)
    return out


def shorten(text: str, width_px: float, size_px: float, strong: bool = False) -> str:
    """The label, with its middle left out when it is wider than width_px: the beginning and the end tell names apart.

    >>> shorten("Association for the Protection of Nature", 120, 12)
    'Associatio…of Nature'
    """
    if text_width(text, size_px, strong) <= width_px:
        return text
    letters = _clusters(text)
    low, high = 0, len(letters) - 1
    while low < high:
        keep = (low + high + 1) // 2
        low, high = (keep, high) if text_width(_middle_out(letters, keep), size_px, strong) <= width_px else (low, keep - 1)
    return _middle_out(letters, low)


def _middle_out(letters: list[str], keep: int) -> str:
    head = (keep + 1) // 2
    tail = keep - head
    return "".join(letters[:head]).rstrip() + ELLIPSIS + "".join(letters[len(letters) - tail :] if tail else []).lstrip()


def wrap(text: str, width_px: float, size_px: float, lines: int, strong: bool = False) -> tuple[str, ...]:
    """At most `lines` lines broken at spaces, each at most width_px wide; what does not fit is shortened in the middle of the last line."""
    words = text.split(" ")
    out: list[str] = []
    while words and len(out) < lines - 1:
        taken = 1
        while taken < len(words) and text_width(" ".join(words[: taken + 1]), size_px, strong) <= width_px:
            taken += 1
        out.append(shorten(" ".join(words[:taken]), width_px, size_px, strong))
        words = words[taken:]
    if words:
        out.append(shorten(" ".join(words), width_px, size_px, strong))
    return tuple(out)
