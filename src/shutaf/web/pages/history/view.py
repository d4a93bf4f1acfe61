"""History, one deed, undo, and the trash."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.queries import situation
from shutaf.stewardship.queries import DeedFacts, deed_detail, deeds_page, trash_list
from shutaf.stewardship.undo import rows_restore, undo
from shutaf.web.parts.deeds import TABLES_SAID, said_deed, tables_said
from shutaf.web.parts.whole import whole
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_everything)
def history(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    asked = request.GET
    page = whole(asked.get("page", ""), 1)
    found = deeds_page(
        viewer,
        page=page,
        by=asked.get("by", ""),
        only_batches="batches" in asked,
        body=asked.get("body", ""),
    )
    of = situation(viewer).body_by_ref.get(asked.get("body", "")) if asked.get("body") else None
    context = {
        "room": "more", "of": of, "found": found, "deeds": [(deed, said_deed(deed)) for deed in found.deeds], "asked": asked,
        "people": sorted({deed.by for deed in found.deeds}),
    }  # fmt: skip
    return render(request, "history/page.html", context)


@in_workspace(sees_everything)
def deed(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    detail = deed_detail(viewer, ref)
    if detail is None:
        raise Http404
    return _deed(request, detail.deed, detail=detail)


def _deed(request: HttpRequest, facts: DeedFacts, *, status: int = 200, **more: object) -> HttpResponse:
    context = {"room": "more", "deed": facts, "said": said_deed(facts), "tables": tables_said(), **more}
    return render(request, "history/deed.html", context, status=status)


@in_workspace(sees_shared)
@require_POST
def deed_undo(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """Undo; when rows were edited since, list them and ask."""
    done = undo(viewer, ref=ref, is_confirmed="rest" in request.POST)
    if done.conflicts and not done.deed_ref and "rest" not in request.POST:
        detail = deed_detail(viewer, ref) if sees_everything(viewer) else None
        if detail is None:
            messages.info(request, _("It was changed since; an editor can undo it."))
            return redirect("home", viewer.workspace_ref)
        return _deed(request, detail.deed, status=409, detail=detail, conflicts=done.conflicts)
    if done.deed_ref:
        messages.success(request, _("Undone."), extra_tags=f"undo:{done.deed_ref}")
    else:
        messages.info(request, _("There was nothing left to undo."))
    return redirect("home", viewer.workspace_ref)


@in_workspace(sees_everything)
def trash(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return render(request, "history/trash.html", {"room": "more", "lines": trash_list(viewer), "tables": tables_said()})


@in_workspace(may_edit)
@require_POST
def trash_restore(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    rows = tuple(
        (table, ref)
        for one in request.POST.getlist("row")
        if (table := one.partition(":")[0]) in TABLES_SAID and (ref := one.partition(":")[2])
    )
    if rows:
        done = rows_restore(viewer, rows=rows)
        messages.success(request, _("Taken out of the trash."), extra_tags=f"undo:{done}")
    return redirect("trash", viewer.workspace_ref)
