"""Which lines, and which parts of a line, of a pasted list are one entry?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shutaf.analysis.text.fold import fold_header
from shutaf.imports.grid import clean
from shutaf.imports.headers import keys_by_header
from shutaf.imports.no_body import FEWEST_HEADINGS, names_sector
from shutaf.imports.pasted_beside import Beside, has_letter, sector_key, told
from shutaf.imports.pasted_signs import MAIL
from shutaf.imports.words import key_of

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f]")
_BULLET = re.compile(r"^(?:[\s•·‣⁃▪▫◦●○■□◆◇►▶➢➤✓✔☐☑☒✅❌🔹🔸👉📌⭐🟢🔵>]+|[*\-–—+o][\s]+|\[[ xXv]?\]\s+|#+\s+)+")
_NUMBERED = re.compile(r"^\(?(?P<mark>\d{1,3}|[א-ת]|[a-zA-Z])(?:[.)\]]|\s*[-–](?=\s)|[׳'](?=\s))\s*(?=\D)")
_DATE, _TIME = r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?", r"(?:ב-)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[APap]\.?[Mm]\.?)?"
_CHAT = re.compile(rf"^\[?(?:{_DATE},?\s+{_TIME}|{_TIME},?\s+{_DATE})\]?\s*(?:[-–]\s*)?(?P<who>~?[^:\n]{{1,40}}:(?:\s|$))?")
_SENDER = re.compile(r"^.{1,40}\s\[?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[APap][Mm])?\]?:?$")
_ONLY_SAID = re.compile(r"[?!？！🙏]\s*$|^<[^<>@]*>$|^(?:תודה|thanks|thank you|danke|شكر)", re.IGNORECASE)
_MAIL_ENDS = re.compile(rf"({MAIL.pattern}>?)\s*[;,]\s*")
_TO_WHOM = re.compile(r"^(?:to|cc|bcc|from|an|von|kopie|אל|מאת|עותק|إلى|من|نسخة)\s*:\s*", re.IGNORECASE)
_WITHIN = re.compile(r"\s+[•·‣▪●◦]\s+")
_COUNTED = re.compile(r"^(\d{1,3})\s+(?=[^\W\d_])")
_FEWEST_COUNTED = 3
_FEWEST_COMMAS = 2
"""Ours: three names in one line are a list; "Or, Haifa" is one name."""


NOTHING = Beside("")


@dataclass(frozen=True, slots=True)
class Line:
    """One entry. text: the line as pasted. is_left: it holds no name, whatever `told` says."""

    number: int
    text: str
    told: Beside
    is_left: bool = False


def numbered(text: str) -> list[tuple[int, str]]:
    """The filled lines with their numbers from 1, without signs that nobody sees."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\x0b", "\n").split("\n")
    cleaned = ((number, _clean(line)) for number, line in enumerate(lines, start=1))
    return [(number, line) for number, line in cleaned if line.strip()]


def _clean(line: str) -> str:
    """An empty first cell stays, so that the columns of a table stay in their places."""
    seen = _INVISIBLE.sub("", line).replace("\u00a0", " ")
    return "\t" * (len(seen) - len(seen.lstrip("\t"))) + clean(seen)


def list_lines(lines: Sequence[tuple[int, str]]) -> list[Line]:
    """The entries of a list. A line that only says a sector, as a heading, tells the sector of those below."""
    bare = unmarked(lines)
    headings = _headings([text for _, text, _ in bare])
    found: list[Line] = []
    sector = ""
    for at, (number, text, is_said) in enumerate(bare):
        original = lines[at][1]
        if text in headings:
            sector = sector_key(text.rstrip(": "))
        elif is_said or text.endswith(":") or not has_letter(text):
            sector = "" if text.endswith(":") else sector
            found.append(Line(number, original, NOTHING, is_left=True))
        elif at > 0 or not _is_header(text):
            entries = [told(part) for part in _split(text, len(bare))]
            found += [Line(number, original, each if each.sector else replace(each, sector=sector)) for each in entries]
    return found


def unmarked(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str, bool]]:
    """(number, text, whether it is talk and no entry): the lines without the marks of a chat and of a list."""
    is_chat = sum(bool(_CHAT.match(line)) for _, line in lines) * 4 >= len(lines)
    bare = [(number, *(_without_chat(line) if is_chat else (line, False))) for number, line in lines]
    bare = [(number, tidy_marks(_BULLET.sub("", text)), is_said) for number, text, is_said in bare]
    marks = [found["mark"] for _, text, _ in bare if (found := _NUMBERED.match(text))]
    counted = [found[1] for _, text, _ in bare if (found := _COUNTED.match(text))]
    if len(counted) >= _FEWEST_COUNTED and counted == [str(n) for n in range(1, len(bare) + 1)]:
        return [(number, _COUNTED.sub("", text), is_said) for number, text, is_said in bare]
    if not _count_up(marks, len(bare)):
        return bare
    return [(number, _NUMBERED.sub("", text).strip(), is_said) for number, text, is_said in bare]


def tidy_marks(text: str) -> str:
    """Without the stars and lines that make a word bold in a chat."""
    text = text.strip()
    return text[1:-1] if len(text) > 2 and text[0] == text[-1] and text[0] in "*_~" else text


def _count_up(marks: Sequence[str], lines: int) -> bool:
    """Whether these number a list. "1. FC Haruv" and "ח. כהן" begin a name."""
    if marks and all(mark.isdecimal() for mark in marks):
        return len(set(marks)) > 1 or lines == 1
    return len(set(marks)) > 1 and marks[0] in ("א", "a", "A") and not any(mark.isdecimal() for mark in marks)


def _without_chat(line: str) -> tuple[str, bool]:
    found = _CHAT.match(line)
    rest = line[found.end() :].strip() if found else line
    is_talk = bool(_ONLY_SAID.search(rest)) or bool(_SENDER.match(rest)) or (found is not None and not found["who"])
    return rest, is_talk


def _headings(texts: Sequence[str]) -> set[str]:
    found = {text for text in texts if names_sector(text) or (text.endswith(":") and sector_key(text.rstrip(": ")))}
    return found if len(found) >= FEWEST_HEADINGS or any(text.endswith(":") for text in found) else set()


def _is_header(text: str) -> bool:
    return fold_header(text) in keys_by_header("organisations") and not key_of(text, "sector")


def _split(text: str, lines: int) -> Iterator[str]:
    """A line of addresses, or of several names, is taken apart; a comma inside a name does not part it."""
    if "@" in text:
        text = _MAIL_ENDS.sub(r"\1\n", _TO_WHOM.sub("", text))
    for piece in filter(str.strip, (part for each in text.split("\n") for part in _WITHIN.split(each))):
        if ";" in piece and "@" not in piece:
            yield from filter(has_letter, piece.split(";"))
        elif _is_comma_list(piece, lines):
            yield from filter(has_letter, re.split("[,،]", piece))
        else:
            yield piece


def _is_comma_list(text: str, lines: int) -> bool:
    parts = [part.strip() for part in re.split("[,،]", text)]
    commas = len(parts) - 1 if parts[-1] else len(parts)
    is_plain = "@" not in text and not re.search(r"\d{4}", text) and all(len(part) <= 60 for part in parts)
    return is_plain and (commas >= _FEWEST_COMMAS if lines == 1 else commas > _FEWEST_COMMAS and all(map(has_letter, parts[:-1])))
