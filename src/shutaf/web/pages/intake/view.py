"""What waits: answers of bodies, and files that were looked at and not accepted."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Body, Situation, Word
from shutaf.intake.answers import Answer, Item, answers_waiting
from shutaf.intake.proposing import proposals_accept, proposals_decline
from shutaf.intake.queries import uploads_open
from shutaf.partnerships.queries import situation
from shutaf.web.parts.said_lines import LEVELS_SAID, kind_said
from shutaf.web.parts.values import TABLE_SHEETS, said_field, said_value
from shutaf.web.shell.access import in_workspace

TOLD_EMPTY = frozenset({"kind"})
"""What a new row tells also when it is empty: without a kind a need meets no offer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of an answer. fields: (name, now, said); now is "" where nothing stands there yet."""

    ref: str
    kind: str
    about: str
    is_new: bool
    fields: list[tuple[str, str, str]]


@in_workspace(may_edit)
def intake(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    if request.method == "POST":
        return _answered(request, viewer)
    seen, language = situation(viewer), (request.LANGUAGE_CODE or "he")[:2]
    answers = answers_waiting(viewer)
    rows = [(answer, body, _lines(answer, body, seen, language)) for answer in answers for body in [seen.body_by_ref.get(answer.body_ref)]]
    context = {"room": "more", "rows": rows, "count": sum(len(answer.items) for answer in answers), "uploads": uploads_open(viewer)}
    return render(request, "intake/page.html", context)


def _lines(answer: Answer, body: Body | None, seen: Situation, language: str) -> list[Line]:
    is_department = body is not None and body.is_department
    return [
        Line(
            item.ref,
            kind_said(item.target, item.fields, is_department=is_department),
            _about(item, seen, language),
            item.is_new,
            _fields(item, language),
        )
        for item in answer.items
    ]


def _about(item: Item, seen: Situation, language: str) -> str:
    other: Body | None = seen.body_by_ref.get(str(item.fields.get("with", "")))
    if other:
        return other.name_in(language)
    return str(item.fields.get("title") or item.fields.get("name") or item.before.get("title") or "")


def _fields(item: Item, language: str) -> list[tuple[str, str, str]]:
    """What is said, field by field; which side of an exchange, and whom a tie joins, is told by the title of the row."""
    hidden = {"side", "with"} | ({"title"} if item.is_new else set())
    return [
        (
            _named(name, item.target, language),
            "" if item.is_new else said(name, item.before.get(name), language),
            said(name, value, language),
        )
        for name, value in item.fields.items()
        if name not in hidden and ((value and value != "unknown") or name in TOLD_EMPTY or not item.is_new)
    ]


def _named(name: str, target: str, language: str) -> str:
    names = {
        "head": _("Head of the department"), "reports_to": _("Reports to"), "level": _("What is known"), "quality_1_5": _("How good, 1 to 5"),
        "experience": _("What worked, what failed and why"), "year": _("Year"), "state": _("State"), "partners": _("With whom"), "note": _("Note"),
        "asked_of": _("Asked of"), "title": _("Title"), "themes": _("Themes"), "from_date": _("From"), "until_date": _("Until"),
    }  # fmt: skip
    return names.get(name) or said_field(name, TABLE_SHEETS.get(target, target), language)


def said(name: str, value: object, language: str) -> str:
    """A value in the reader's language, where it is a word of a list."""
    if name == "level":
        return _(LEVELS_SAID.get(str(value or ""), ""))
    if name == "state":
        return content.say("action_state", str(value or "unknown"), language)
    if name == "would_join":
        return content.say("answer", str(value or "unknown"), language)
    if name == "kind" and isinstance(value, Word) and not value.text:
        return content.say("resource", value.key, language) if value.key else _("not known")
    if name == "kind" and isinstance(value, Word) and value.key:
        return content.say("resource", value.key, language)
    if name == "asked_of" and value:
        return content.say("sector", str(value), language)
    if name in ("targets", "goals_not_alone", "own_targets", "themes") and isinstance(value, tuple):
        return (
            _(", ").join(content.say("theme", word.key, language) if word.key else word.text for word in value if isinstance(word, Word))
            or "–"
        )
    return said_value(value)


def _answered(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Accept or decline what is ticked of one answer, or only the one whose button was pressed, as one batch."""
    only = request.POST.get("only", "")
    refs = [only] if only else request.POST.getlist("ref")[:1000]
    if not refs:
        messages.info(request, _("Nothing was ticked, so nothing was decided."))
        return redirect("intake", viewer.workspace_ref)
    left = 0
    if "decline" in request.POST:
        deed, count = proposals_decline(viewer, refs=refs, reason=request.POST.get("reason", "").strip()[:1000])
        told = ngettext("{n} was declined.", "{n} were declined.", count).format(n=count)
    else:
        deed, count, left = proposals_accept(viewer, refs=refs)
        told = ngettext("{n} is on the map.", "{n} are on the map.", count).format(n=count)
    if left:
        messages.warning(request, ngettext("{n} speaks of a body that is not on the map any more, and waits on.", "{n} speak of bodies that are not on the map any more, and wait on.", left).format(n=left))  # fmt: skip
    if count:
        messages.success(request, told, extra_tags=f"undo:{deed}")
    elif not left:
        messages.info(request, _("That was decided already; nothing was changed."))
    return redirect("intake", viewer.workspace_ref)
