"""A personal link: the token is traded for a session, then one sheet is open at an address without any secret."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.actions.links import link_open
from shutaf.accounts.queries import WorkspaceFacts, link_language, link_person
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.own import own_department
from shutaf.cases.asked import cases_asked
from shutaf.intake.matrix import asked_bodies
from shutaf.intake.proposing import TooManyWaitingError, proposal_make
from shutaf.intake.said import answers_so_far, said_so_far
from shutaf.partnerships.own import OwnSheet, own_sheet
from shutaf.web.pages.link_sheet.department_form import DepartmentAnswer
from shutaf.web.pages.link_sheet.form import Answer
from shutaf.web.parts.said_lines import said_lines
from shutaf.web.shell.access import open_to_all
from shutaf.web.shell.by_link import KEY, by_link
from shutaf.web.shell.drafts import kept
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often
from shutaf.web.shell.middleware import speak_as_sent


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


@by_link
def link_sheet(request: HttpRequest, viewer: Viewer, workspace: WorkspaceFacts) -> HttpResponse:
    if "leave" in request.POST:
        del request.session[KEY]
        return render(request, "link_sheet/left.html")
    ref, language = viewer.body_refs[0], (request.LANGUAGE_CODE or "he")[:2]
    sheet, person = own_sheet(viewer, ref), link_person(viewer)
    answer = _answer(viewer, sheet, person, request.POST if request.method == "POST" else kept(request), language) if sheet else None
    if sheet is None or answer is None:
        return render(request, "link_sheet/gone.html", status=410)
    if request.method == "POST" and answer.is_valid():
        return _sent(request, viewer, ref, answer)
    contact_read(viewer, what="link", body_ref=ref, people=len(sheet.people))
    names = {tick.about.ref: tick.about.name for tick in getattr(answer, "ticks", ())}
    said = said_lines(said_so_far(viewer, ref, most=200), names, is_department=viewer.sheet == "department")
    context = {
        "sheet": sheet, "answer": answer, "asks": workspace, "person": person, "name": sheet.body.name_in(language), "keeps_form": True,
        "said": said, "said_ties": [one for one in said if one.is_tie], "said_rest": [one for one in said if not one.is_tie],
        "has_errors": request.method == "POST", "cases": cases_asked(viewer, ref),
    }  # fmt: skip
    return render(request, f"link_sheet/{'department' if viewer.sheet == 'department' else 'page'}.html", context)


def _answer(viewer: Viewer, sheet: OwnSheet, person: tuple[str, str], data: Any, language: str) -> Answer | DepartmentAnswer | None:
    """The form of the one sheet that this link opens; None when the department is none any more."""
    if viewer.sheet != "department":
        return Answer(sheet, person, data, language)
    own = own_department(viewer, sheet.body.ref)
    if own is None:
        return None
    return DepartmentAnswer(own, answers_so_far(viewer, own.ref), asked_bodies(viewer, own.ref, language), data, language)


def _sent(request: HttpRequest, viewer: Viewer, ref: str, answer: Answer | DepartmentAnswer) -> HttpResponse:
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
