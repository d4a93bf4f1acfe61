"""A case as a file: the way out, as readers get it, and the way in, as a draft."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.cases.actions import ClaimGiven, MemberGiven, PlaceGiven, case_save
from shutaf.cases.own import own_case, told_of
from shutaf.content.cases import Case
from shutaf.content.cases.language import languages_of
from shutaf.imports.case_file import MOST_BYTES, read_case
from shutaf.reports.cases.words import parts_said
from shutaf.reports.formats.case_file import MEDIA_TYPE, case_file
from shutaf.reports.wording.problems import said_problem
from shutaf.web.shell.access import in_workspace


def as_file(case: Case, name: str) -> HttpResponse:
    response = HttpResponse(case_file(case), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.md"'
    return response


@in_workspace(sees_everything)
def case_file_out(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:  # noqa: ARG001 - what every view gets
    """As it would be read: who did not confirm has no name in the file either."""
    found = own_case(viewer, ref)
    if found is None:
        raise Http404
    return as_file(told_of(viewer, found).case, f"case-{ref}")


@in_workspace(may_edit)
def case_import(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    sent = request.FILES.get("file")
    problems: list[str] = []
    if request.method == "POST" and isinstance(sent, UploadedFile):
        read = read_case(sent.read(MOST_BYTES + 1), sent.name or "")
        if read.case:
            ref, deed = case_save(viewer, **given_of(read.case, request.LANGUAGE_CODE or "he"))
            messages.success(request, _("Taken in as a draft. Nobody else reads it yet."), extra_tags=f"undo:{deed}")
            return redirect("case_edit", viewer.workspace_ref, ref)
        problems = [said_problem(one, isolate=True) for one in read.problems]
    elif request.method == "POST":
        problems = [_("Choose a file first.")]
    context = {"room": "more", "problems": problems[:30], "more": max(0, len(problems) - 30)}
    return render(request, "cases/import.html", context, status=422 if problems else 200)


def given_of(case: Case, language: str) -> dict[str, Any]:
    """A case of a file as `case_save` takes it, in the reader's language where the file has it, else in its first."""
    told = languages_of(case)
    spoken = language if language in told else told[0]
    place = case.place
    return {
        "language": spoken, "name": case.names[spoken][:300], "summary": case.summary.get(spoken, ""), "country": case.country, "typology": case.typology,
        "themes": case.themes, "sector_lead": case.sector_lead, "outcome": case.outcome, "start_date": case.start, "end_date": case.end,
        "place": PlaceGiven(place.names.get(spoken, ""), place.kind, place.population, place.cluster_1_10, place.traits),
        "members": [MemberGiven((one.names.get(spoken) or one.original)[:300], "", "", one.sector, one.part) for one in case.partners],
        "claims": [
            ClaimGiven(one.part, one.text[spoken], "", one.value, one.grade, one.basis, "file", (), one.reads) for one in case.claims if one.part in parts_said()
        ],
    }  # fmt: skip
