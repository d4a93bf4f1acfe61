"""What does a browser ask to be written? Read and bounded before anything looks at it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from shutaf.stewardship.cells import CellChange, GridSheet
from shutaf.web.shell.letters import UNHOLDABLE

MOST_BYTES = 2_000_000
MOST_CELLS = 20_000
MOST_ROWS = 2_000
"""Of one op. Ours: a municipality has about 2,000 bodies, and ten columns of them are filled at once at most."""
OP = re.compile(r"[0-9a-zA-Z-]{8,64}")
REF_CHARACTERS = 300


class NotReadableError(ValueError):
    """The request is none of ours; status tells how it is refused."""

    def __init__(self, status: int = 400) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """One op as it was sent."""

    op: str
    changes: tuple[CellChange, ...]
    made: tuple[str, ...]
    removed: tuple[str, ...]


def asked_of(body: bytes, sheet: GridSheet) -> Asked:
    """NotReadableError for anything but an op within its bounds."""
    if len(body) > MOST_BYTES:
        raise NotReadableError(413)
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise NotReadableError from None
    if not isinstance(told, dict) or not isinstance(told.get("op"), str) or not OP.fullmatch(told["op"]):
        raise NotReadableError
    changes = tuple(_change(one, sheet) for one in _list(told, "changes", MOST_CELLS))
    made, removed = (tuple(_text(ref, REF_CHARACTERS) for ref in _list(told, name, MOST_ROWS)) for name in ("made", "removed"))
    if len({(change.row, change.field) for change in changes}) < len(changes):
        raise NotReadableError  # two values for one cell
    return Asked(told["op"], changes, made, removed)


def _list(told: dict[str, Any], name: str, most: int) -> list[Any]:
    found = told.get(name, [])
    if not isinstance(found, list):
        raise NotReadableError
    if len(found) > most:
        raise NotReadableError(413)
    return found


def _change(one: Any, sheet: GridSheet) -> CellChange:
    if not isinstance(one, dict) or _text(one.get("field")) not in sheet.columns:
        raise NotReadableError
    return CellChange(_text(one.get("row"), REF_CHARACTERS), one["field"], _text(one.get("old")), _text(one.get("new")))


def _text(value: Any, most: int = MOST_BYTES) -> str:
    """What no database holds, NUL and half letters, is refused with what is no text at all."""
    if not isinstance(value, str) or len(value) > most or UNHOLDABLE.search(value):
        raise NotReadableError
    return value
