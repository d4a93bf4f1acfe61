"""Which rows does a finding rest on, and where is each of them mended?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Body, Influence, Initiative, Need, Offer, Origin, Person, Place, Record, Situation, Stance, Tie
from shutaf.reports.document import Line, Name, Text
from shutaf.reports.why import said_record, where
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.stances import said_objective

MOST = 100

SORTS: tuple[tuple[tuple[type[Record], ...], str], ...] = (
    ((Tie,), N_("Ties")), ((Body, Place), N_("Bodies")), ((Need, Offer), N_("Needs and offers")), ((Person,), N_("People")),
    ((Stance, Influence), N_("Who wants what")), ((Initiative,), N_("Initiatives")),
)  # fmt: skip
"""What stands together, in this order."""
TITLE_OF: Mapping[type[Record], str] = {kind: title for kinds, title in SORTS for kind in kinds}


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """text: what the row says, names told apart. where: file and row, or that it was typed. about: who reported or said it, "" where nobody is written. href: where it is
    changed, "" where the viewer may not."""

    text: Line
    where: str
    about: str
    href: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Rows of one sort; left: how many more there are."""

    title: str
    rows: tuple[EvidenceRow, ...]
    left: int


def evidence_of(
    origins: Iterable[Origin], viewer: Viewer, speech: Speech, before: Situation | None = None, *, most: int = MOST
) -> tuple[Evidence, ...]:
    """The rows, sort by sort. Only rows of the reader's own situation are found, so a partner meets none that is not shared. before: an earlier state, for
    rows that are gone. O(records)."""
    now, then = speech.situation.record_by_origin, before.record_by_origin if before else {}
    by_title: dict[str, list[tuple[Origin, Record]]] = {title: [] for _kinds, title in SORTS}
    for origin in dict.fromkeys(origins):
        record = now.get(origin) or then.get(origin)
        if record is not None and (title := TITLE_OF.get(type(record))):
            by_title[title].append((origin, record))
    return tuple(_evidence(title, rows, most, viewer, speech) for title, rows in by_title.items() if rows)


def _evidence(title: str, rows: Sequence[tuple[Origin, Record]], most: int, viewer: Viewer, speech: Speech) -> Evidence:
    shown = tuple(_row(origin, record, viewer, speech) for origin, record in rows[:most])
    return Evidence(_(title), shown, len(rows) - len(shown))


def _row(origin: Origin, record: Record, viewer: Viewer, speech: Speech) -> EvidenceRow:
    told = str(getattr(record, "reported_by", "") or getattr(record, "said_by", ""))
    href = _change(origin, record, viewer.workspace_ref) if may_edit(viewer) else ""
    return EvidenceRow(_said(record, speech), where(origin, speech.language), speech.who(told).text if told else "", href)


def _said(record: Record, speech: Speech) -> Line:
    """What the row says; each name is isolated, for names of two directions stand in one line."""
    match record:
        case Tie():
            ends = (speech.body(record.source_ref, shape=True), Text(" – "), speech.body(record.target_ref, shape=True))
            none = (Text(" · " + content.say("tie_status", "none", speech.language)),) if record.status == "none" else ()
            held = (Text(" · "), speech.person(record.holder)) if record.holder else ()
            return (*ends, *none, *held)
        case Stance():
            objective = said_objective(record.objective, speech.language)
            return (speech.body(record.body, shape=True), Text(" · "), Name(objective), Text(" · "), Name(f"{record.level:+g}"))
        case Body():
            return (speech.body(record.ref, shape=True), Text(" · " + speech.group(record.group_key)))
        case Need() | Offer():
            return (Name(record.title), Text(" · "), speech.body(record.body))
        case Person():
            return (Name(record.name), *((Text(" · "), Name(record.role)) if record.role else ()))
    return (Name(said_record(record, speech)),)


def _change(origin: Origin, record: Record, workspace_ref: str) -> str:
    """The page on which this row is changed."""
    ref = origin.ref.partition(":")[2]
    match record:
        case Tie():
            return reverse("tie_edit", args=[workspace_ref, ref])
        case Body():
            return reverse("body_edit", args=[workspace_ref, record.ref])
        case Need() | Offer():
            return reverse("resource_edit", args=[workspace_ref, record.ref])
        case Person() if record.body:
            return reverse("body", args=[workspace_ref, record.body]) + "#people"
        case Stance():
            return reverse("stance_goal", args=[workspace_ref]) + "?" + urlencode({"goal": record.objective})
        case Initiative():
            return reverse("initiative_edit", args=[workspace_ref, record.ref])
        case Place():
            return reverse("place", args=[workspace_ref])
    return ""
