"""Which foreign format is a file in, by its bytes and its name, and who reads it?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import TypeAlias

from shutaf.imports.dl import read_dl
from shutaf.imports.gexf import read_gexf
from shutaf.imports.graphml import read_graphml
from shutaf.imports.grid import Grid
from shutaf.imports.kumu import read_kumu
from shutaf.imports.limits import Limits
from shutaf.imports.notes import Notes, RefusedError
from shutaf.imports.pajek import read_pajek
from shutaf.imports.vcard import read_vcard

Reader: TypeAlias = Callable[[bytes, str, Notes, Limits], list[Grid]]


def refuse_calendar(_: bytes, name: str, __: Notes, ___: Limits) -> list[Grid]:
    """A calendar names no bodies; what opens up comes in where it is looked at (`imports/icalendar.py`)."""
    raise RefusedError("calendar.no_bodies", name)


READERS: Mapping[str, Reader] = {
    ".graphml": read_graphml,
    ".gexf": read_gexf,
    ".net": read_pajek,
    ".paj": read_pajek,
    ".dl": read_dl,
    ".json": read_kumu,
    ".vcf": read_vcard,
    ".ics": refuse_calendar,
}
"""End of the name -> who reads it."""

_LOOKED_AT = 2_000
"""Bytes at the beginning that tell what a file is whose name does not."""

_SIGNS: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (re.compile(rb"<(\w+:)?graphml\b"), read_graphml),
    (re.compile(rb"<(\w+:)?gexf\b"), read_gexf),
    (re.compile(rb"^\s*(%[^\n]*\n\s*)*\*(vertices\s+\d|network\b)", re.IGNORECASE), read_pajek),
    (re.compile(rb"^\s*dl[\s,]+(.|\n)*\b(n|nr)\s*=\s*\d", re.IGNORECASE), read_dl),
    (re.compile(rb'^\s*\{\s*"(elements|connections)"\s*:'), read_kumu),
    (re.compile(rb"^\s*BEGIN:VCARD\b", re.IGNORECASE), read_vcard),
    (re.compile(rb"^\s*BEGIN:VCALENDAR\b", re.IGNORECASE), refuse_calendar),
)


def reader_of(data: bytes, name: str) -> Reader | None:
    """The reader of a network file or an address book; None for workbooks, tables and everything else."""
    by_name = READERS.get(PurePosixPath(name).suffix.lower())
    if by_name and not data.startswith(b"PK"):
        return by_name
    head = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")
    return next((reader for sign, reader in _SIGNS if sign.search(head)), None)
