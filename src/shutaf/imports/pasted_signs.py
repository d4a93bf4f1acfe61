"""What can be told from its signs alone, wherever it stands: a telephone, a mail or web address, a number of a register?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shutaf.imports.pasted_phones import phones_in

MAIL = re.compile(r"(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>,;]+", re.IGNORECASE)
_REGISTERED = re.compile(r"(?<![\w+*/-])5\d{8}(?![\w/-])")
LABEL = re.compile(
    r"(?:טלפון|טל|נייד|פלאפון|סלולרי|משרד|פקס|דואל|דוא[\"״']ל|מייל|אימייל|tel|telefon|telephone|phone|mobile|mobil|cell|handy|fax|fon"
    r"|e-?mail|mail|هاتف|جوال|موبايل|بريد|البريد الإلكتروني)[.׳']?\s*:?",
    re.IGNORECASE,
)
_REGISTER = re.compile(r"(?<![^\W_])(?:ח[\"״]?פ|ע[\"״]ר|ח\.פ\.|ע\.ר\.|מס[׳'] (?:עמותה|חברה))[׳']?\s*:?\s*$")
_ANNOUNCED = re.compile(rf"(?<![^\W_])(?:{LABEL.pattern})\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Taken:
    """What can be told from the signs alone; text: what is left, with a bar where something was taken out."""

    text: str
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    webs: tuple[str, ...] = ()
    registration_no: str = ""


def taken(text: str) -> Taken:
    """Telephones, addresses and a number of the companies' or associations' register out of a text.

    >>> taken("אור, ע״ר 580000001, טל׳ 04-5550101")
    Taken(text='אור,  | ,  | ', phones=('04-5550101',), emails=(), webs=(), registration_no='580000001')
    """
    text, webs = _cut(text, _spans(_WEB, text))
    text, emails = _cut(text, _spans(MAIL, text))
    text, numbers = _cut(text, _spans(_REGISTERED, text), _REGISTER)
    text, phones = _cut(text, phones_in(text))
    return Taken(text, phones, tuple(found.removeprefix("mailto:") for found in emails), (*webs, *numbers[1:]), *numbers[:1])


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in pattern.finditer(text))


def _cut(text: str, spans: Iterable[tuple[int, int]], announced: re.Pattern[str] = _ANNOUNCED) -> tuple[str, tuple[str, ...]]:
    """The text with a bar for each of the spans, without the word that announced it; what stood there, each once."""
    kept, found, at = "", [], 0
    for start, end in spans:
        kept += announced.sub("", text[at:start]) + " | "
        found.append(text[start:end])
        at = end
    return kept + text[at:], tuple(dict.fromkeys(found))
