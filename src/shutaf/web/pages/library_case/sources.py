"""Where was it read what a case tells, and which words bear it?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from shutaf.content import Case

_ADDRESS = re.compile(r"https?://[^\s,;]+|(?<![\w@.])(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s,;]*)?")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class SourceShown:
    """A page that was read: its number, the address to open, as it is shown, the last day it was read, the words that bear what is told."""

    number: int
    address: str
    shown: str
    on: str
    phrases: tuple[str, ...]


def numbers_of(case: Case) -> Mapping[str, int]:
    """The number of each address."""
    return {address: i for i, address in enumerate(case.sources, start=1)}


def sources_shown(case: Case) -> tuple[SourceShown, ...]:
    reads = [read for claim in case.claims for read in claim.reads]
    return tuple(
        SourceShown(
            number=number,
            address=address,
            shown=short_address(address),
            on=max(read.on for read in reads if read.address == address),
            phrases=tuple(dict.fromkeys(read.phrase for read in reads if read.address == address and read.phrase)),
        )
        for address, number in numbers_of(case).items()
    )


def short_address(address: str) -> str:
    """The host and as much of the path as fits on a line.

    >>> short_address("https://www.example.org/a/b")
    'example.org/a/b'
    """
    parts = urlsplit(address)
    text = unquote(f"{parts.netloc.removeprefix('www.')}{parts.path}").rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def earlier_places(case: Case) -> tuple[str, ...]:
    """The addresses a researcher gave for what could not be read again."""
    marks = dict.fromkeys(claim.mark for claim in case.claims if not claim.is_reread)
    return tuple(dict.fromkeys(found.rstrip(".") for mark in marks for found in _ADDRESS.findall(mark)))
