"""How wide is each letter of Rubik? Writes the table that charts measure labels with.

    python dev/measure_font.py > src/shutaf/charts/advance_widths.json

Run it again when the fonts in src/shutaf/reports/fonts change; a test compares the table with them.
"""

from __future__ import annotations

import json
import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path

FONTS = Path(__file__).parents[1] / "src/shutaf/reports/fonts"
FILES = {"regular": "Rubik-Regular.ttf", "strong": "Rubik-SemiBold.ttf"}
# Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation, currency, arrows, and the Arabic forms a letter takes inside a word
BLOCKS = (
    (0x20, 0x24F),
    (0x2B0, 0x52F),
    (0x590, 0x6FF),
    (0x750, 0x77F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x20CF),
    (0x2100, 0x22FF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFC),
)


def tables(font: bytes) -> dict[str, bytes]:
    """The parts of a TrueType file by their tag."""
    (count,) = struct.unpack_from(">H", font, 4)
    rows = (struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(count))
    return {tag.decode("ascii"): font[start : start + length] for tag, _, start, length in rows}


def glyphs(cmap: bytes) -> dict[int, int]:
    """Code point -> glyph, from the format 4 (two-byte) subtable."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    starts = [struct.unpack_from(">HHI", cmap, 4 + 8 * i)[2] for i in range(count)]
    at = next(start for start in starts if struct.unpack_from(">H", cmap, start)[0] == 4)
    segments = struct.unpack_from(">H", cmap, at + 6)[0] // 2
    ends, firsts, deltas, offsets = (
        struct.unpack_from(f">{segments}H", cmap, at + 14 + skip + 2 * segments * i) for i, skip in enumerate((0, 2, 2, 2))
    )
    found = {}
    for i, (end, first, delta, offset) in enumerate(zip(ends, firsts, deltas, offsets, strict=True)):
        for code in range(first, min(end, 0xFFFE) + 1):
            place = at + 16 + 6 * segments + 2 * i + offset + 2 * (code - first)
            glyph = (code + delta) & 0xFFFF if offset == 0 else struct.unpack_from(">H", cmap, place)[0]
            if glyph and offset:
                glyph = (glyph + delta) & 0xFFFF
            if glyph:
                found[code] = glyph
    return found


def lookups(gsub: bytes, feature: str) -> Iterator[tuple[int, int]]:
    """(kind, start) of each subtable that a feature of the substitution table uses; extensions are followed."""
    (features_at, lookups_at) = struct.unpack_from(">HH", gsub, 6)
    (count,) = struct.unpack_from(">H", gsub, features_at)
    used: set[int] = set()
    for i in range(count):
        tag, start = struct.unpack_from(">4sH", gsub, features_at + 2 + 6 * i)
        if tag.decode("ascii") == feature:
            used |= set(numbers(gsub, features_at + start + 2))
    for number in sorted(used):
        at = lookups_at + struct.unpack_from(">H", gsub, lookups_at + 2 + 2 * number)[0]
        (kind,) = struct.unpack_from(">H", gsub, at)
        for offset in numbers(gsub, at + 4):
            start = at + offset
            if kind == 7:
                inner, skip = struct.unpack_from(">HI", gsub, start + 2)
                yield inner, start + skip
            else:
                yield kind, start


def numbers(part: bytes, at: int) -> tuple[int, ...]:
    """A list of two-byte numbers with its count before it."""
    (count,) = struct.unpack_from(">H", part, at)
    return struct.unpack_from(f">{count}H", part, at + 2)


def covered(gsub: bytes, at: int) -> list[int]:
    """The glyphs of a coverage table, in order."""
    if struct.unpack_from(">H", gsub, at)[0] == 1:
        return list(numbers(gsub, at + 2))
    (count,) = struct.unpack_from(">H", gsub, at + 2)
    ranges = (struct.unpack_from(">HHH", gsub, at + 4 + 6 * i) for i in range(count))
    return [glyph for first, last, _ in ranges for glyph in range(first, last + 1)]


def single(gsub: bytes, feature: str) -> dict[int, int]:
    """Glyph -> glyph of a feature that replaces one by one (init, medi, fina)."""
    out: dict[int, int] = {}
    for kind, at in lookups(gsub, feature):
        if kind == 1:
            glyphs_from = covered(gsub, at + struct.unpack_from(">H", gsub, at + 2)[0])
            is_list = struct.unpack_from(">H", gsub, at)[0] == 2
            shift = struct.unpack_from(">h", gsub, at + 4)[0]
            to = numbers(gsub, at + 4) if is_list else tuple((glyph + shift) & 0xFFFF for glyph in glyphs_from)
            out |= dict(zip(glyphs_from, to, strict=True))
    return out


def ligatures(gsub: bytes) -> dict[tuple[int, ...], int]:
    """Glyphs -> the one glyph they must melt into (rlig)."""
    out: dict[tuple[int, ...], int] = {}
    for kind, at in lookups(gsub, "rlig"):
        if kind == 4:
            firsts = covered(gsub, at + struct.unpack_from(">H", gsub, at + 2)[0])
            for first, offset in zip(firsts, numbers(gsub, at + 4), strict=True):
                for inner in numbers(gsub, at + offset):
                    start = at + offset + inner
                    glyph, count = struct.unpack_from(">HH", gsub, start)
                    out[(first, *struct.unpack_from(f">{count - 1}H", gsub, start + 4))] = glyph
    return out


def arabic_forms(part: dict[str, bytes], glyph_of: dict[int, int]) -> dict[int, int]:
    """Code point of each Arabic presentation form -> its glyph, found through the shaping rules when the font does not name it."""
    gsub = part["GSUB"]
    change = {"<initial>": single(gsub, "init"), "<medial>": single(gsub, "medi"), "<final>": single(gsub, "fina"), "<isolated>": {}}
    melted = ligatures(gsub)
    out: dict[int, int] = {}
    for code in range(0xFE80, 0xFEFD):
        form, *letters = unicodedata.decomposition(chr(code)).split(" ")
        glyphs_in = [glyph_of.get(int(letter, 16), 0) for letter in letters]
        if form in change and all(glyphs_in) and len(glyphs_in) == 1:
            out[code] = change[form].get(glyphs_in[0], glyphs_in[0])
        elif form in change and all(glyphs_in):
            lam = change["<initial>" if form == "<isolated>" else "<medial>"].get(glyphs_in[0], glyphs_in[0])
            alef = change["<final>"].get(glyphs_in[1], glyphs_in[1])
            out |= {code: melted[lam, alef]} if (lam, alef) in melted else {}
    return out


def advances_per_mille(font: bytes) -> dict[int, int]:
    """Code point -> advance in thousandths of the font size, rounded."""
    part = tables(font)
    (em,) = struct.unpack_from(">H", part["head"], 18)
    (long_count,) = struct.unpack_from(">H", part["hhea"], 34)
    widths = [struct.unpack_from(">H", part["hmtx"], 4 * i)[0] for i in range(long_count)]
    wanted = {code: glyph for code, glyph in glyphs(part["cmap"]).items() if any(low <= code <= high for low, high in BLOCKS)}
    wanted |= arabic_forms(part, wanted)
    return {code: round(1000 * widths[min(glyph, long_count - 1)] / em) for code, glyph in sorted(wanted.items())}


def runs(advances: dict[int, int]) -> dict[str, list[int]]:
    """Neighbouring code points together: the first in hexadecimal -> the advances from there on."""
    out: dict[str, list[int]] = {}
    before, key = -2, ""
    for code, advance in advances.items():
        key = key if code == before + 1 else f"{code:04X}"
        out.setdefault(key, []).append(advance)
        before = code
    return out


def main() -> str:
    """The table as JSON, one run a line."""
    weights = {}
    for weight, name in FILES.items():
        rows = runs(advances_per_mille((FONTS / name).read_bytes()))
        weights[weight] = ",\n".join(f'"{key}": {json.dumps(row, separators=(",", ":"))}' for key, row in rows.items())
    return "{\n" + ",\n".join(f'"{weight}": {{\n{rows}\n}}' for weight, rows in weights.items()) + "\n}\n"


if __name__ == "__main__":
    print(main(), end="")
