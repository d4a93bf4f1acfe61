"""Who was shown through the API how to reach people? Noted where it is handed out, as pages note it."""

from __future__ import annotations

from collections.abc import Iterable

from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.analysis.situation import Person
from shutaf.api.asking import Asked


def noted(asked: Asked, people: Iterable[Person], body_ref: str = "") -> None:
    """Nothing where nobody of them can be reached."""
    reachable = sum(bool(one.email or one.phone) for one in people)
    if reachable:
        contact_read(asked.viewer, what="api", body_ref=body_ref, people=reachable)
