"""What can go wrong while a document is written?"""

from __future__ import annotations

from typing import Literal, TypeAlias

Cause: TypeAlias = Literal["slow", "memory", "typst", "missing", "crashed"]


class UnknownForm(ValueError):  # noqa: N818 - reads as what happened, like PdfFailed
    """No writer for this suffix. suffix: as asked for, with its dot."""

    def __init__(self, suffix: str) -> None:
        super().__init__(f"no writer for {suffix}")
        self.suffix = suffix


class PdfFailed(RuntimeError):  # noqa: N818 - the name callers know it by
    """The PDF could not be made.

    cause: slow (over the time limit), memory (over the memory limit), typst (refused, see detail), missing (Typst is not installed), crashed.
    """

    def __init__(self, cause: Cause, detail: str = "") -> None:
        super().__init__(f"the PDF could not be made ({cause}){': ' + detail if detail else ''}")
        self.cause = cause
        self.detail = detail
