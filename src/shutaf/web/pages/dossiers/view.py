"""Bodies to be invited to an initiative, and the page on one of them to walk in with."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.dossiers import About, about
from shutaf.partnerships.known import known_of
from shutaf.reports.brief import Audience
from shutaf.reports.document import Document
from shutaf.reports.dossier.page import dossier as dossier_document
from shutaf.reports.writers.html.blocks import Body
from shutaf.web.pages.dossiers.rows import rows_of
from shutaf.web.parts.bodies_choice import bodies_choice
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.papers import form_known, language_asked, paper
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.limits import limited

GROUPS = (
    ("member", N_("Who would carry it")),
    ("invited", N_("Others marked to be invited")),
    ("letter", N_("Further bodies that a letter was begun to")),
)
FORMS = [("pdf", "PDF"), ("docx", "Word"), ("html", "HTML")]


@in_workspace(sees_everything)
def dossiers_of_first(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The list of the first initiative; its page says what is missing where there is none."""
    first = Reading(request, viewer).prepared.ranking.first
    return redirect("dossiers", viewer.workspace_ref, first) if first else redirect("initiatives", viewer.workspace_ref)


@in_workspace(sees_everything)
def dossiers(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    subject, reading, chosen = asked_about(request, viewer, ref), Reading(request, viewer), request.GET.get("body", "")
    if chosen in subject.situation.body_by_ref:
        return redirect(reverse("dossier", args=[viewer.workspace_ref, chosen]) + "?" + urlencode({"for": subject.initiative.ref}))
    rows = rows_of(viewer, subject)
    groups = [(_(title), [row for row in rows if row.why == why]) for why, title in GROUPS]
    context = {
        "room": "initiatives", "initiative": subject.initiative, "rows": rows, "groups": groups, "is_kept": bool(subject.kept), "speech": reading.speech,
        "members": len(groups[0][1]), "ready": sum(any(one.state == "ready" for one in row.letters) for row in groups[0][1]),
        "others": bodies_choice(request, viewer), "coalition": subject.coalition,
    }  # fmt: skip
    return render(request, "dossiers/page.html", context)


@in_workspace(sees_everything)
def dossier(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    subject = asked_about(request, viewer, request.GET.get("for", ""))
    document = _document(request, viewer, subject, ref)
    with translation.override(document.language):
        sections = Body(document.labels).written(document.blocks)
    body, audience = subject.situation.body_by_ref[ref], _audience(request)
    context = {
        "room": "initiatives", "initiative": subject.initiative, "body": body, "document": document, "sections": mark_safe(sections),  # noqa: S308
        "audience": audience, "asked": urlencode(_asked(subject, document.language, audience)), "about": urlencode({"for": subject.initiative.ref}),
        "audiences": [(one, urlencode(_asked(subject, document.language, one))) for one in ("room", "driver")],
        "forms": FORMS, "them": subject.for_them(ref), "paper_language": document.language,
    }  # fmt: skip
    return render(request, "dossiers/dossier.html", context)


@in_workspace(sees_everything)
@limited("download")
def dossier_file(request: HttpRequest, viewer: Viewer, form: str, ref: str) -> HttpResponse:
    form_known(form)
    subject = asked_about(request, viewer, request.GET.get("for", ""))
    return paper(request, _document(request, viewer, subject, ref), form, f"dossier-{_audience(request)}")


def asked_about(request: HttpRequest, viewer: Viewer, initiative_ref: str) -> About:
    """The initiative in the address, or the first one; 404 where there is none."""
    if "\x00" in initiative_ref:
        raise BadRequest
    found = about(viewer, initiative_ref, today=today_of(request.workspace))  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


def _audience(request: HttpRequest) -> Audience:
    return "driver" if request.GET.get("as") == "driver" else "room"


def _asked(subject: About, language: str, audience: str) -> list[tuple[str, str]]:
    return [("for", subject.initiative.ref), ("as", audience), ("lang", language)]


def _document(request: HttpRequest, viewer: Viewer, subject: About, ref: str) -> Document:
    if ref not in subject.situation.body_by_ref:
        raise Http404
    known = known_of(viewer, [ref], today=subject.prepared.today)[ref]
    return dossier_document(
        subject.prepared,
        ref,
        subject.initiative,
        subject.members,
        known=known,
        language=language_asked(request),
        audience=_audience(request),
    )
