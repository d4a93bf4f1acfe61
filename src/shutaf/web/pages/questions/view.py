"""The question sheet of a meeting on screen, and as a file."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.safestring import mark_safe

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Body as BodyRecord
from shutaf.analysis.situation import Situation
from shutaf.analysis.text.fold import fold
from shutaf.bodies.told import disputed_fields, interests_assumed
from shutaf.relations.contacts import promises_open
from shutaf.reports.brief import Audience
from shutaf.reports.document import Document
from shutaf.reports.questions import Heard, question_sheet
from shutaf.reports.writers.html.blocks import Body
from shutaf.web.parts.bodies_choice import bodies_choice
from shutaf.web.parts.papers import form_known, language_asked, paper
from shutaf.web.parts.reading import Reading
from shutaf.web.parts.values import said_field
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.limits import limited

MOST_BODIES, MOST_OFFERED = 60, 60
FORMS = [("pdf", "PDF"), ("docx", "Word"), ("html", "HTML")]


@in_workspace(sees_everything)
def questions(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    reading = Reading(request, viewer)
    chosen, language = _chosen(request, reading.situation), language_asked(request)
    document = _sheet(request, viewer, reading, chosen, language)
    with translation.override(language):
        sections = Body(document.labels).written(document.blocks)
    context = {
        "room": "brief", "document": document, "sections": mark_safe(sections), "chosen": chosen, "offered": _offered(reading.situation, chosen),  # noqa: S308
        "others": bodies_choice(request, viewer), "audience": _audience(request), "asked": urlencode(_asked(request, chosen), doseq=True),
        "forms": FORMS, "most": MOST_BODIES,
    }  # fmt: skip
    return render(request, "questions/page.html", context)


@in_workspace(sees_everything)
@limited("download")
def questions_file(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    form_known(form)
    reading = Reading(request, viewer)
    chosen = _chosen(request, reading.situation)
    return paper(request, _sheet(request, viewer, reading, chosen, language_asked(request)), form, f"questions-{_audience(request)}")


def _audience(request: HttpRequest) -> Audience:
    return "driver" if request.GET.get("for") == "driver" else "room"


def _asked(request: HttpRequest, chosen: list[str]) -> list[tuple[str, str]]:
    return [*(("body", ref) for ref in chosen), ("for", _audience(request)), ("lang", language_asked(request))]


def _chosen(request: HttpRequest, situation: Situation) -> list[str]:
    """The bodies named in the address, once each, those that are there."""
    named = dict.fromkeys(request.GET.getlist("body"))
    return [ref for ref in named if ref in situation.body_by_ref][:MOST_BODIES]


def _offered(situation: Situation, chosen: list[str]) -> list[BodyRecord]:
    """Those to choose from at a glance: chosen ones, then those to be invited."""
    invited = [body for body in situation.organisations if body.invite in ("yes", "later") and body.ref not in chosen]
    named = [situation.body_by_ref[ref] for ref in chosen]
    return [*named, *sorted(invited, key=lambda body: fold(body.name))][: max(MOST_OFFERED, len(chosen))]


def _sheet(request: HttpRequest, viewer: Viewer, reading: Reading, chosen: list[str], language: str) -> Document:
    audience = _audience(request)
    heard = _heard(viewer, chosen, language) if audience == "driver" else {}
    return question_sheet(reading.prepared, chosen, language=language, audience=audience, heard=heard)


def _heard(viewer: Viewer, chosen: list[str], language: str) -> dict[str, Heard]:
    """What is kept beside the map about these bodies, in three queries."""
    disputed, assumed, promises = disputed_fields(viewer, chosen), interests_assumed(viewer, chosen), promises_open(viewer, chosen)
    with translation.override(language):
        return {
            ref: Heard(
                tuple(said_field(name, "body", language) for name in disputed.get(ref, ())),
                assumed.get(ref, 0),
                tuple(
                    (by_us, what, one.due_date)
                    for one in promises.get(ref, ())
                    for by_us, what in ((True, one.promised_by_us), (False, one.promised_by_them))
                    if what
                ),
            )
            for ref in chosen
        }
