"""What was computed for this Viewer, and is it of now? Remembered by revision, so that pages of one state agree and compute once."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.preparation import Preparation, prepare
from shutaf.analysis.situation import Finding
from shutaf.partnerships.models import FindingAnswer
from shutaf.partnerships.queries import scope_of, situation

_REMEMBERED = 4
_known: OrderedDict[tuple[int, int, str, str], Preparation] = OrderedDict()
_lock = Lock()


def preparation(viewer: Viewer, *, today: str) -> Preparation:
    """Everything computed from what the Viewer may see. today: ISO day. Seconds the first time after a change, nothing after."""
    seen = situation(viewer)
    key = (viewer.workspace_id, id(seen), scope_of(viewer), today)
    with _lock:
        if key in _known and _known[key].situation is seen:
            return _known[key]
    made = prepare(seen, today=today)
    with _lock:
        _known[key] = made
        while len(_known) > _REMEMBERED:
            _known.popitem(last=False)
    return made


def signature_of(finding: Finding) -> str:
    """The same finding about the same bodies has the same signature, whatever its numbers have become."""
    text = "\n".join((finding.key, *sorted(finding.subject), str(finding.facts.get("need", "")), str(finding.facts.get("goal", ""))))
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
    found = (*prepared.choice_found, *prepared.missing_found, *prepared.ties_found, *prepared.exchange_found)
    shown = [finding for finding in found if finding.audience == "room" or sees_everything(viewer)]
    once = {signature_of(finding): finding for finding in reversed(shown)}
    return tuple(sorted(once.values(), key=lambda finding: -finding.weight))


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
