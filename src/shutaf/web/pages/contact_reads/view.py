"""Who was shown how to reach people, and for how long that is remembered."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.accounts.actions.contact_reads import KEPT_DAYS, contact_log_keep
from shutaf.accounts.contact_reads import ReadFacts, contact_reads_page
from shutaf.accounts.rules import may_manage
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.queries import situation
from shutaf.web.parts.whole import whole
from shutaf.web.shell.access import in_workspace

WHAT = {
    "body": N_("the page of a body"),
    "person": N_("the form of a person"),
    "grid": N_("the grid"),
    "call_answers": N_("answers to an open invitation"),
    "outbox": N_("the outbox"),
    "file": N_("a file of people"),
    "workbook": N_("the workbook"),
    "workspace": N_("the file of the whole workspace"),
    "api": N_("the API"),
    "heard": N_("“Heard about you”"),
    "held": N_("what is held on a person"),
    "link": N_("a personal link"),
}
"""On what contact data were shown."""


@in_workspace(may_manage)
def contact_reads(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    if request.method == "POST":
        return _kept(request, viewer)
    asked = {"by": request.GET.get("by", "")}
    page = contact_reads_page(viewer, by=asked["by"], page=whole(request.GET.get("page", ""), 1))
    names = {body.ref: body.name_in(request.LANGUAGE_CODE) for body in situation(viewer).bodies} if page.reads else {}
    lines = [(one, what_said(one), names.get(one.body_ref, "")) for one in page.reads]
    context = {"room": "more", "page": page, "lines": lines, "asked": asked, "choices": KEPT_DAYS}
    return render(request, "contact_reads/page.html", context)


def what_said(read: ReadFacts) -> str:
    """In the reader's language; a word that came from elsewhere as it stands."""
    return _(WHAT[read.what]) if read.what in WHAT else read.what


def _kept(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    days = request.POST.get("days", "")
    if days.isdecimal() and int(days) in KEPT_DAYS:
        contact_log_keep(viewer, days=int(days))
        messages.success(request, _("Saved."))
    return redirect("contact_reads", viewer.workspace_ref)
