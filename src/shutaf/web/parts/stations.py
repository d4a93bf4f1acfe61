"""The stations of a path: how each step stands, for the rings of the path wherever it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from shutaf import content
from shutaf.partnerships.paths import PathFacts

ROUND = 113.1
"""The circumference of a ring of radius 18."""


@dataclass(frozen=True, slots=True)
class Station:
    """One step as a ring. dash: how much of it is drawn, "" for none; said: the state in words, for who does not see the ring."""

    key: str
    number: int
    name: str
    said: str
    dash: str
    is_full: bool
    is_here: bool
    is_ours: bool


def stations(path: PathFacts, language: str) -> tuple[Station, ...]:
    return tuple(_station(path, step, language) for step in content.steps())


def _station(path: PathFacts, step: content.Step, language: str) -> Station:
    found = path.checks.get(step.key)
    share = found.share_0_1 if found else 0.0
    is_full, is_here = bool(found and found.is_whole), step.key == path.step
    return Station(
        key=step.key,
        number=step.number,
        name=step.names[language],
        said=_said(path, step.key, is_here=is_here),
        dash=f"{share * ROUND:.1f} {ROUND}" if 0 < share < 1 else "",
        is_full=is_full and not is_here,
        is_here=is_here,
        is_ours=step.is_ours,
    )


def _said(path: PathFacts, key: str, *, is_here: bool) -> str:
    found = path.checks.get(key)
    if found is None:
        return _("we are here") if is_here else ""
    counted = _("{n} of {m} checks hold").format(n=found.holding, m=len(found.checks))
    return _("we are here, {counted}").format(counted=counted) if is_here else counted
