"""What was computed for this Viewer, and is it of now? Remembered by revision, so that pages of one state agree and compute once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from shutaf.accounts.remembered import Beside, Remembered
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.kinds import most_useful_first
from shutaf.analysis.network.findings import for_audience
from shutaf.analysis.preparation import Preparation, prepare
from shutaf.analysis.situation import Finding, Situation
from shutaf.partnerships.models import FindingAnswer
from shutaf.partnerships.queries import scope_of, situation

SMALL = 300
"""Ours: up to so many bodies everything is computed while the page waits, a second or two; above it takes longer than anybody should."""

_known: Remembered[Preparation] = Remembered(4)
_beside = Beside()


def preparation(viewer: Viewer, *, today: str) -> Preparation:
    """Everything computed from what the Viewer may see. today: ISO day.

    Of a large map the last one known is given while a new one is computed beside; `is_of_now` tells. A crash loses nothing: the next page asks again.
    """
    seen = situation(viewer)
    key = (viewer.workspace_ref, scope_of(viewer))
    known = _known.get(key)
    if known and known.situation is seen and known.today == today:
        return known
    if known and len(seen.bodies) > SMALL:
        _compute_beside(key, seen, today)
        return known
    return _computed(key, seen, today)


def preparation_at_hand(viewer: Viewer, *, today: str) -> Preparation | None:
    """As `preparation`, but of a large map that nothing is known of yet None, while it is computed beside."""
    seen = situation(viewer)
    key = (viewer.workspace_ref, scope_of(viewer))
    if _known.get(key) is None and len(seen.bodies) > SMALL:
        _compute_beside(key, seen, today)
        return None
    return preparation(viewer, today=today)


def is_of_now(viewer: Viewer, prepared: Preparation) -> bool:
    return prepared.situation is situation(viewer)


def _computed(key: tuple[str, str], seen: Situation, today: str) -> Preparation:
    return _known.keep(key, prepare(seen, today=today))


def _compute_beside(key: tuple[str, str], seen: Situation, today: str) -> None:
    _beside.start(key, lambda: _computed(key, seen, today), name=f"prepare {key[0]}")


def signature_of(finding: Finding) -> str:
    """The same finding about the same bodies has the same signature, whatever its numbers have become; one about no body, by what it is about."""
    about = "" if finding.subject else str(finding.facts.get("about", ""))
    text = "\n".join(
        (
            finding.key,
            *sorted(finding.subject),
            str(finding.facts.get("need", "")),
            str(finding.facts.get("goal", finding.facts.get("objective", ""))),
            *([about] if about else []),
        )
    )
    return blake2b(text.encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class AnsweredFinding:
    """What somebody answered to a finding, who and when."""

    signature: str
    key: str
    subject: tuple[str, ...]
    state: str
    reason: str
    by: str
    at: str


def findings_of(viewer: Viewer, prepared: Preparation) -> tuple[Finding, ...]:
    """All findings this Viewer may read, the most useful first."""
    found = (
        *prepared.choice_found,
        *prepared.missing_found,
        *prepared.asked_found,
        *prepared.ties_found,
        *prepared.exchange_found,
        *prepared.stances_found,
    )
    shown = for_audience(found, "driver" if sees_everything(viewer) else "room")
    once = {signature_of(finding): finding for finding in reversed(shown)}
    return most_useful_first(reversed(once.values()))


def findings_answered(viewer: Viewer) -> tuple[AnsweredFinding, ...]:
    """Findings that were said to be done or not for us; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    rows = FindingAnswer.present.filter(workspace_id=viewer.workspace_id).select_related("changed_in").order_by("-changed_in_id")
    return tuple(
        AnsweredFinding(r.signature, r.key, r.subject, r.state, r.reason, r.changed_in.by, r.changed_in.at.date().isoformat()) for r in rows
    )


def findings_open(viewer: Viewer, prepared: Preparation) -> tuple[Finding, ...]:
    """Those nobody answered yet."""
    answered = set(FindingAnswer.present.filter(workspace_id=viewer.workspace_id).values_list("signature", flat=True))
    return tuple(finding for finding in findings_of(viewer, prepared) if signature_of(finding) not in answered)
