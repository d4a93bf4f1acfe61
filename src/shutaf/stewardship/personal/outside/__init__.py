"""Where does somebody stand outside the rows of a workspace? In accounts, files on their way in, typed text of sessions, jobs, remembered results."""

from __future__ import annotations

from collections.abc import Iterator

from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.personal.known import Known
from shutaf.stewardship.personal.outside import accounts, defects, jobs, remembered, typed, uploads
from shutaf.stewardship.personal.outside.trace import Trace

__all__ = ["Trace", "traces"]

_READERS = (accounts.traces, uploads.traces, typed.traces, jobs.traces, remembered.traces, defects.traces)


def traces(viewer: Viewer, known: Known) -> Iterator[Trace]:
    """Everything of this person outside the rows, each with what takes it away."""
    for read in _READERS:
        yield from read(viewer, known)
