"""What is wrong with a file, where exactly, and what would be right?

A Problem speaks no language: `key` names the sentence, `facts` fill it, `reports/wording/problems.py` says it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]
Why: TypeAlias = Literal["name", "variant", "content", "told", ""]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend (error: nothing is read until it is) or to know (warning).

    sheet: the sheet or file as the user sees it, "" for the whole input. row: as her program numbers it, 1 = first line; None for all of it.
    column: the header as written, "" for the whole row. facts: exactly the names that PROBLEMS lists for the key.
    """

    key: str
    severity: Severity
    sheet: str = ""
    row: int | None = None
    column: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a foreign column was taken for, to be shown beside its first five values and changed with --map.

    ours: "sheet.column" in keys of the workbook ("people.email"), "" when it is kept as the user's own field.
    why: "name" its header is one of our names, "variant" a plain word for it, "content" its values look like it, "told" the user said so.
    """

    sheet: str
    column: str
    ours: str
    why: Why
    examples: tuple[str, ...] = ()
