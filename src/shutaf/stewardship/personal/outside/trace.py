"""What is one place outside the rows, and what takes it away?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Trace:
    """kind: account, member, upload, typed, job, remembered, defect. title: what a person calls it. erase: takes it away, inside the transaction.

    is_told_only: an account of the same name is told and stays, since a name alone is not enough to close it.
    """

    kind: str
    title: str
    erase: Callable[[], None] = field(compare=False)
    is_told_only: bool = False
