"""The notice for everybody, and the papers of a workspace: record of processing, definition of the data base, surplus, all for the officer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.reports.brief import labels
from shutaf.reports.document import Document
from shutaf.reports.privacy.definition import definition
from shutaf.reports.privacy.facts import PrivacyFacts
from shutaf.reports.privacy.notice import notice
from shutaf.reports.privacy.officer import officer
from shutaf.reports.privacy.record import record
from shutaf.reports.privacy.surplus import surplus
from shutaf.reports.writers import write
from shutaf.reports.writers.html.blocks import Body
from shutaf.stewardship.personal.papers import privacy_facts, service_facts
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.papers import FORMS, form_known, language_asked, made
from shutaf.web.parts.papers import paper as sent
from shutaf.web.shell.access import in_workspace, open_to_all
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often, limited

PAPERS: Mapping[str, Callable[..., Document]] = {"officer": officer, "record": record, "definition": definition, "surplus": surplus}
SAID = {
    "officer": (_("All of it for the data-protection officer"), _("Requests, record, security, surplus and every table, in one paper.")),
    "record": (_("Record of processing"), _("What is processed, for what, of whom, how long: article 30 of the GDPR.")),
    "definition": (_("Definition of the data base"), _("The document that the Israeli data-security regulations ask for.")),
    "surplus": (_("Surplus data"), _("What is kept longer, or more of it, than needed; once a year.")),
}
PUBLIC_FORMS = ("html", "pdf", "docx")


@in_workspace(sees_everything)
def privacy(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    facts = privacy_facts(viewer, today_of(request.workspace))  # type: ignore[attr-defined]
    who = facts.answerable
    context = {
        "room": "more", "papers": [(key, *SAID[key]) for key in PAPERS], "facts": facts, "surplus": sum(one.rows > 0 for one in facts.surplus),
        "is_unnamed": not (who.operator and who.officer and who.officer_mail),
    }  # fmt: skip
    return render(request, "privacy/page.html", context)


@in_workspace(sees_everything)
@limited("download")
def privacy_file(request: HttpRequest, viewer: Viewer, paper: str, form: str) -> HttpResponse:
    form_known(form)
    if paper not in PAPERS:
        raise Http404
    facts = privacy_facts(viewer, today_of(request.workspace))  # type: ignore[attr-defined]
    return sent(request, PAPERS[paper](facts, language=language_asked(request)), form, f"{paper}-data-protection")


@open_to_all
def notice_page(request: HttpRequest) -> HttpResponse:
    """What everybody is told; made from the registry of personal fields."""
    language = (request.LANGUAGE_CODE or "he")[:2]
    document = notice(_of_service(), language=language)
    body = mark_safe(Body(labels()).written(document.blocks))  # noqa: S308 - written by us, escaped
    return render(request, "privacy/notice.html", {"document": document, "body": body, "forms": PUBLIC_FORMS})


def _of_service() -> PrivacyFacts:
    return service_facts(timezone.localdate().isoformat())


@open_to_all
def notice_file(request: HttpRequest, form: str) -> HttpResponse:
    if form not in PUBLIC_FORMS:
        raise Http404
    if is_too_often(request, "heard"):
        return too_many(request)
    document = notice(_of_service(), language=language_asked(request))
    name = f"notice.{document.language}.{form}"
    return made(request, lambda: write(document, f".{form}"), FORMS[form], name, name)
