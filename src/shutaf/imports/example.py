"""Where is the example town?"""

from __future__ import annotations

from importlib.resources import as_file, files

from shutaf.analysis.situation import Situation
from shutaf.imports.load import load

EXAMPLE_TODAY = "2026-11-23"
"""The day on which the example town's story is told, so that its briefs are the same on every day."""


def example_situation() -> Situation:
    """The fictional town that ships with Shutaf."""
    with as_file(files("shutaf.content") / "example") as folder:
        loaded = load([folder])
    if loaded.situation is None:
        raise RuntimeError(f"the example town cannot be read: {loaded.problems}")
    return loaded.situation
