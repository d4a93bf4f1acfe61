"""Which few pieces of WordprocessingML do all parts of a Word file share?"""

from __future__ import annotations

from xml.sax.saxutils import escape as escape_text

from docx.oxml.ns import nsdecls

NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")
_QUOTE = {'"': "&quot;"}

INK, SOFT, LINE, SUNKEN, ACT, NOW_INK = "13292B", "48595A", "D6DBD4", "F0F2ED", "0B5A5E", "864700"
UNKNOWN, UNKNOWN_WASH, EDGE = "6B7877", "EDEFEA", "748382"
WASHES = {
    "plain": "EAEDE7",
    "now": "FCEBD2",
    "good": "DFF0E4",
    "warn": "FBEBCB",
    "bad": "FBE4E0",
    "note": "E0EDF6",
    "unknown": UNKNOWN_WASH,
}
INKS = {"plain": INK, "now": NOW_INK, "good": "226B41", "warn": "7D4B00", "bad": "A32A20", "note": "1C5580", "unknown": INK}
HEAT = ("FFFFFF", "EBF2F2", "D8E5E5", "BFD4D5", "A7C4C5", "3C7B7E", "0B5A5E")
"""The light colours of the house; heat: shares of the action colour over white, as on the pages."""

TEXT_WIDTH_MM = 174
TWIPS_PER_MM = 56.693
EMU_PER_MM = 36_000


def twips(mm: float) -> int:
    return round(mm * TWIPS_PER_MM)


def emu(mm: float) -> int:
    return round(mm * EMU_PER_MM)


def escape(text: str) -> str:
    """Text made safe inside an element and inside a quoted attribute."""
    return str(escape_text(text, _QUOTE))


def size(points: float) -> str:
    """Letters of this size in every script; Word counts half points."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
