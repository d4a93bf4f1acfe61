"""A personal link: the token is traded for a session, then one sheet is open at an address without any secret."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.accounts.actions.links import link_open
from shutaf.accounts.queries import WorkspaceFacts, link_language, link_person, link_viewer
from shutaf.accounts.viewer import Viewer
from shutaf.intake.proposing import TooManyWaitingError, proposal_make
from shutaf.intake.said import said_so_far
from shutaf.partnerships.own import own_sheet
from shutaf.web.pages.link_sheet.form import Answer
from shutaf.web.shell.access import open_to_all
from shutaf.web.shell.drafts import kept
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often
from shutaf.web.shell.middleware import speak_as_sent

KEY = "link"


@open_to_all
def link_open_page(request: HttpRequest, token: str) -> HttpResponse:
    """Message programs open links to look at them, so opening names nobody and changes nothing; the button trades the token."""
    language = link_language(token)
    if (language is None or request.method == "POST") and is_too_often(request, "token"):
        return too_many(request)
    if language is None:
        return render(request, "link_sheet/gone.html", status=410)
    speak_as_sent(request, language)
    if request.method != "POST":
        return render(request, "link_sheet/open.html")
    request.session[KEY] = [link_open(token), language]
    request.session.cycle_key()  # whoever gave this browser its session does not get the sheet with it
    return redirect("link_sheet")


def by_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets (request, viewer, workspace) of the link that this session traded, as long as the link is open."""

    @wraps(view)
    def asked(request: HttpRequest) -> HttpResponse:
        link_id, language = request.session.get(KEY, (0, ""))
        found = link_viewer(link_id or 0)
        speak_as_sent(request, language)
        return view(request, *found) if found else render(request, "link_sheet/gone.html", status=410)

    asked.rule = "link"  # type: ignore[attr-defined]
    return asked


@by_link
def link_sheet(request: HttpRequest, viewer: Viewer, workspace: WorkspaceFacts) -> HttpResponse:
    if "leave" in request.POST:
        del request.session[KEY]
        return render(request, "link_sheet/left.html")
    ref = viewer.body_refs[0]
    sheet = own_sheet(viewer, ref)
    if sheet is None:
        return render(request, "link_sheet/gone.html", status=410)
    language = (request.LANGUAGE_CODE or "he")[:2]
    answer = Answer(sheet, link_person(viewer), request.POST if request.method == "POST" else kept(request), language)
    if request.method == "POST" and answer.is_valid():
        return _sent(request, viewer, ref, answer)
    context = {
        "sheet": sheet, "answer": answer, "asks": workspace, "person": link_person(viewer), "said": said_so_far(viewer, ref),
        "name": sheet.body.name_in(language), "keeps_form": True,
    }  # fmt: skip
    return render(request, "link_sheet/page.html", context)


def _sent(request: HttpRequest, viewer: Viewer, ref: str, answer: Answer) -> HttpResponse:
    try:
        count = proposal_make(viewer, body_ref=ref, said=answer.said())
    except TooManyWaitingError:
        messages.info(request, _("Very much waits to be read already. Write to whoever sent you the link."))
        return redirect("link_sheet")
    if count:
        messages.success(
            request, ngettext("Thank you. {n} thing waits to be read.", "Thank you. {n} things wait to be read.", count).format(n=count)
        )
    else:
        messages.info(request, _("Nothing new was written; everything stays as it is."))
    return redirect("link_sheet")
