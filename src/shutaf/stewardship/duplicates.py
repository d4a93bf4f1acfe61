"""Which pairs of bodies may be one, and which were said to be two?"""

from __future__ import annotations

from shutaf.accounts.remembered import Beside, Remembered
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.actors.same_bodies import SameBodies, same_bodies
from shutaf.analysis.situation import Finding, Situation, Sure
from shutaf.partnerships.actions import finding_answer
from shutaf.partnerships.preparing import SMALL, findings_answered, signature_of
from shutaf.partnerships.queries import situation

KEY = "same_body"
_known: Remembered[tuple[Situation, tuple[SameBodies, ...]]] = Remembered(4)
_beside = Beside()


def duplicates(viewer: Viewer) -> tuple[SameBodies, ...] | None:
    """Pairs nobody answered yet, the surest first; None while a large map is still being looked through. Editors only."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    found = _found(viewer.workspace_ref, situation(viewer))
    if found is None:
        return None
    apart = {one.signature for one in findings_answered(viewer)}
    return tuple(pair for pair in found if signature_of(_as_finding(pair.one, pair.other)) not in apart)


def _found(workspace: str, seen: Situation) -> tuple[SameBodies, ...] | None:
    known = _known.get(workspace)
    if known and known[0] is seen:
        return known[1]
    if len(seen.bodies) <= SMALL:
        return _looked(workspace, seen)
    _beside.start(workspace, lambda: _looked(workspace, seen), name=f"duplicates {workspace}")
    return None


def _looked(workspace: str, seen: Situation) -> tuple[SameBodies, ...]:
    return _known.keep(workspace, (seen, same_bodies(seen)))[1]


def bodies_are_two(viewer: Viewer, *, one: str, other: str, reason: str = "") -> str:
    """The pair is not proposed again; returns the deed's ref, for undo."""
    there = situation(viewer).body_by_ref
    if one not in there or other not in there:
        raise NotAllowedError("body")
    finding = _as_finding(one, other)
    return finding_answer(viewer, signature=signature_of(finding), key=KEY, subject=finding.subject, state="not_for_us", reason=reason)


def _as_finding(one: str, other: str) -> Finding:
    return Finding(KEY, tuple(sorted((one, other))), {}, Sure(1, KEY), "")
