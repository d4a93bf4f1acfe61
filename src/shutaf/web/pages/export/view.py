"""The map as files, in the formats of other programs, and everything of a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf import content
from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.rules import may_manage, sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Situation
from shutaf.analysis.visible import shared
from shutaf.bodies.plans import opportunities
from shutaf.partnerships.queries import situation
from shutaf.reports.formats import FORMATS, Format
from shutaf.reports.formats.icalendar import Dated, icalendar
from shutaf.reports.wording.formats import ABOUT, left_by_all, limit_of, said_left_behind, said_left_by_all, use_of
from shutaf.stewardship.export import workspace_export
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.files import attached
from shutaf.web.parts.papers import language_asked
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.limits import limited


@dataclass(frozen=True, slots=True)
class Offered:
    """One format on the page. left: what this map has that the file does not, besides what none of them has. has_two: it can be taken for partners too, or with everything."""

    key: str
    suffix: str
    name: str
    use: str
    limit: str
    left: str
    has_two: bool


@in_workspace(sees_shared)
def export(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen = situation(viewer)
    dated = [one for one in opportunities(viewer) if one.from_date or one.until_date]
    networks = [form for form in FORMATS.values() if not form.is_of_people]
    context = {
        "room": "more", "formats": _offered(viewer, seen, networks), "dated": len(dated), "people": len(seen.people), "is_empty": not seen.bodies,
        "left_by_all": said_left_by_all(seen, networks), "cards_limit": limit_of("vcard"),
    }  # fmt: skip
    return render(request, "export/page.html", context)


def _offered(viewer: Viewer, seen: Situation, forms: Sequence[Format]) -> list[Offered]:
    said, has_two = left_by_all(seen, forms), sees_everything(viewer)
    return [
        Offered(f.key, f.suffix, ABOUT[f.key].name, use_of(f.key), limit_of(f.key), said_left_behind(seen, f, said), has_two) for f in forms
    ]


@in_workspace(sees_shared)
@limited("download")
def format_file(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """What this viewer may see in one format; ?for=partners leaves out what partners may not, for a file that is passed on."""
    if form not in FORMATS:
        raise Http404
    seen = situation(viewer)
    if request.GET.get("for") == "partners":
        seen = shared(seen)
    if FORMATS[form].is_of_people and not seen.people:
        raise PermissionDenied
    if FORMATS[form].is_of_people or form == "partner":
        contact_read(viewer, what="file", people=len(seen.people))
    data = FORMATS[form].write(seen, language_asked(request))
    suffix = FORMATS[form].suffix
    return attached(data, FORMATS[form].media_type, f"map-{form}{suffix}", f"{request.workspace.name}{suffix}")  # type: ignore[attr-defined]


@in_workspace(sees_everything)
@limited("download")
def calendar_file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Every opportunity with a date."""
    language = language_asked(request)
    names = {body.ref: body.name_in(language) for body in situation(viewer).bodies}
    things = [
        Dated(
            f"{one.ref}@{viewer.workspace_ref}.shutaf",
            one.title,
            names.get(one.body, one.body),
            one.from_date,
            one.until_date,
            [word.text or content.say("theme", word.key, language) for word in one.themes],
            one.note,
            one.as_of,
        )
        for one in opportunities(viewer)
    ]
    name = request.workspace.name  # type: ignore[attr-defined]
    data = icalendar(things, name, today_of(request.workspace))  # type: ignore[attr-defined]
    return attached(data, "text/calendar; charset=utf-8", "opportunities.ics", f"{name}.ics")


@in_workspace(may_manage)
@limited("download")
def export_file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    contact_read(viewer, what="workspace", people=max(1, len(situation(viewer).people)))
    return attached(workspace_export(viewer), "application/zip", "workspace.zip", f"{request.workspace.name}.zip")  # type: ignore[attr-defined]
