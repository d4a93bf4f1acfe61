"""The trail of a call as a file: the public form names no person; the form for members is marked internal."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.calls.queries import answers_list, told_list
from shutaf.reports.call.trail import TrailFacts, call_trail
from shutaf.web.pages.call.finding import found_call, public_address, trail_of
from shutaf.web.pages.open_call.said import said_call
from shutaf.web.parts.clock import today_of, zone_of
from shutaf.web.parts.papers import form_known, language_asked, paper
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.limits import limited


@in_workspace(sees_everything)
@limited("download")
def call_trail_file(request: HttpRequest, viewer: Viewer, ref: str, form: str) -> HttpResponse:
    form_known(form)
    found, language = found_call(viewer, ref), language_asked(request)
    seen = Reading(request, viewer).current
    is_internal = request.GET.get("for") == "driver"
    with translation.override(language):
        text = said_call(found, language)
    facts = TrailFacts(
        title=text["call_title"],
        address=public_address(found) if found.state != "draft" else "",
        parts=tuple((one.title, one.paragraphs, one.items) for one in text["parts"]),
        corrections=tuple((on, words) for on, words, _moved in text["corrections"]),
        channels=found.channels,
        closed_on=found.closed_at.astimezone(zone_of(request.workspace)).date().isoformat() if found.closed_at else "",  # type: ignore[attr-defined]
        notes={(one.told_on, one.channel, one.body): (one.told_by, one.note) for one in told_list(viewer, ref)} if is_internal else {},
        reasons={(one.answered_at.date().isoformat(), one.name): one.reason for one in answers_list(viewer, ref)} if is_internal else {},
    )
    document = call_trail(seen, trail_of(seen, ref), facts, language=language, today=today_of(request.workspace), is_internal=is_internal)  # type: ignore[attr-defined]
    with translation.override(language):
        return paper(request, document, form, "open-call")
