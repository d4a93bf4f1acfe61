"""Paste needs and offers, one a line: look at them, mend them at the line, then take them as one deed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.accounts.deeds import AlreadyDoneError
from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Situation
from shutaf.analysis.text.fold import fold
from shutaf.exchange.actions import resources_create
from shutaf.imports.pasted_exchange import MOST_THINGS, things_pasted
from shutaf.partnerships.queries import situation
from shutaf.web.pages.exchange.paste_head import HeadForm
from shutaf.web.pages.exchange.paste_rows import Bodies, ThingForm, mark_twins, typed_of
from shutaf.web.parts.pasted_plans import told_at_line
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept

_LONGEST_KEY = 12
"""Letters of r199-title and some more; a longer number is not ours."""


@in_workspace(sees_shared)
def paste_exchange(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    own = () if may_edit(viewer) else viewer.body_refs
    asked = request.GET.get("body", "")
    if not may_edit(viewer) and (not own or (asked and asked not in own)):
        raise NotAllowedError("may_edit_body")
    seen, language = situation(viewer), (request.LANGUAGE_CODE or "he")[:2]
    bodies = Bodies(seen.bodies, own, language)
    typed: Mapping[str, Any] | None = request.POST if request.method == "POST" else kept(request)
    head = HeadForm(typed, bodies=bodies, language=language, initial=HeadForm.first(request, viewer, own))
    context: dict[str, Any] = {"room": "exchange", "head": head, "names": bodies.names, "keeps_form": True, "op": get_random_string(24)}
    if typed is None or not head.is_valid():
        return render(request, "exchange/paste.html", context)
    if "fresh" in typed or "count" not in typed:
        pasted = things_pasted(head.cleaned_data["text"], is_body=lambda text: bool(bodies.find(text)), side=head.cleaned_data["side"])
        context |= {"problems": [told_at_line(one) for one in pasted.problems], "columns": pasted.columns}
        typed = typed_of(pasted.things)
    rows = _rows(typed, head, bodies, seen, language)
    good = [row for row in rows if not row.is_left_out and row.is_valid()]
    if "accept" in request.POST and good:
        rows = _accepted(request, viewer, rows, good)
        good = []
        if not rows:
            return redirect("exchange", viewer.workspace_ref)
    context |= {"checked": True, "rows": rows, "taken": len(good), "wrong": sum(bool(row.errors) and not row.is_left_out for row in rows)}
    return render(request, "exchange/paste.html", context)


def _rows(typed: Mapping[str, Any], head: HeadForm, bodies: Bodies, seen: Situation, language: str) -> list[ThingForm]:
    """The lines as typed, with what is wrong at each; the numbers may have gaps, since taken lines leave."""
    numbers = sorted(
        {int(key[1:-6]) for key in typed if key.endswith("-title") and key[:1] == "r" and key[1:-6].isdecimal() and len(key) < _LONGEST_KEY}
    )
    choices = {
        key: [("", _("not known")), *((one.key, one.names[language]) for one in content.entries(name))]
        for key, name in (("kind", "resource"), ("theme", "theme"))
    }
    rows = [ThingForm(typed, prefix=f"r{n}", bodies=bodies, otherwise=head.otherwise, choices=choices) for n in numbers[:MOST_THINGS]]
    there = ((one.body, side, fold(one.title)) for side, several in (("need", seen.needs), ("offer", seen.offers)) for one in several)
    mark_twins(rows, frozenset(there))
    return rows


def _accepted(request: HttpRequest, viewer: Viewer, rows: list[ThingForm], good: list[ThingForm]) -> list[ThingForm]:
    """Write what is right; returns the lines that still wait to be mended."""
    try:
        deed = resources_create(viewer, rows=[row.row() for row in good], op=request.POST.get("op", "")[:64])
    except AlreadyDoneError as done:
        deed = done.deed_ref
    said = ngettext("{n} was written down.", "{n} were written down.", len(good)).format(n=len(good))
    messages.success(request, said, extra_tags=f"undo:{deed}")
    return [row for row in rows if row not in good and not row.is_left_out]
