"""Upload, look, mend, accept; and the batch it became, to look at and to take back."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.intake.actions import upload_accepted, upload_drop, upload_make, upload_tell
from shutaf.intake.files import UploadTooLargeError
from shutaf.intake.queries import UploadFacts, upload_found, uploads_open
from shutaf.stewardship.actions import batch_accept, erased_in
from shutaf.web.pages.import_file.calendar import calendar_taken
from shutaf.web.pages.import_file.looking import MOST_CHANGES, Looking, counts_said
from shutaf.web.parts.whole import whole
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often

MOST_FILES = 2


@in_workspace(may_edit)
def import_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    error = ""
    if request.method == "POST":
        if is_too_often(request, "download"):
            return too_many(request)
        files = _files(request)
        if not files:
            error = _("Choose a file, or paste rows below.")
        elif len(files) > MOST_FILES:
            error = _("Choose one file, or two: bodies and ties.")
        elif answer := calendar_taken(request, viewer, files):
            if isinstance(answer, HttpResponse):
                return answer
            error = answer
        else:
            try:
                return redirect("import_file", viewer.workspace_ref, upload_make(viewer, files=files))
            except UploadTooLargeError:
                error = _("The file is larger than 25 MB. Nothing was read. Split it, or leave out pictures.")
    return render(
        request,
        "import_file/new.html",
        {"room": "more", "error": error, "waiting": uploads_open(viewer), "pasted": request.POST.get("pasted", "")},
    )


def _files(request: HttpRequest) -> list[tuple[str, Iterable[bytes]]]:
    """Name and chunks of each file; the chunks can be gone through again."""
    found: list[tuple[str, Iterable[bytes]]] = [
        (file.name or "file", file.chunks()) for file in request.FILES.getlist("files") if isinstance(file, UploadedFile)
    ]
    if not found and (pasted := request.POST.get("pasted", "").strip()):
        found = [(_("pasted") + ".csv", [pasted.encode()])]
    return found


def _open(viewer: Viewer, ref: str) -> UploadFacts:
    upload = upload_found(viewer, ref)
    if upload is None:
        raise Http404
    return upload


@in_workspace(may_edit)
def import_file(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    upload = _open(viewer, ref)
    if upload.state == "accepted":
        return redirect("deed", viewer.workspace_ref, upload.accepted_as) if upload.accepted_as else redirect("home", viewer.workspace_ref)
    if upload.state == "dropped" or not upload.paths:
        return render(request, "import_file/gone.html", {"room": "more", "upload": upload}, status=410)
    return _looked_at(request, viewer, upload)


def _looked_at(request: HttpRequest, viewer: Viewer, upload: UploadFacts, *, sheet: str = "") -> HttpResponse:
    look = Looking(viewer, upload, request.LANGUAGE_CODE)
    sheets = look.sheets()
    wanted = sheet or request.GET.get("sheet", "")
    first = next((s for s in sheets if s.errors), next((s for s in sheets if s.is_read), None))
    context = {
        "room": "more", "upload": upload, "sheets": sheets, "sheet": next((s for s in sheets if s.name == wanted), first), "problems": look.problems(),
        "errors": len(look.loaded.errors), "warnings": len(look.loaded.warnings), "planned": look.plan, "is_own_sheet": look.is_own_sheet,
        "counts": counts_said(look.plan) if look.plan else [],
        "changes": look.plan.of("changed")[:MOST_CHANGES] if look.plan else (), "only": "only" in request.GET,
        "mends": len(upload.mends), "questions": look.questions(), "is_remembered": bool(look.memory.mapping or look.memory.sector_map),
    }  # fmt: skip
    template = "import_file/_parts.html" if request.htmx else "import_file/page.html"  # type: ignore[attr-defined]
    return render(request, template, context)


@in_workspace(may_edit)
@require_POST
def import_tell(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """One answer: a mend (sheet, row, column, text), a column (ours, theirs) or a sector word (word, sector)."""
    _open(viewer, ref)
    told, row = request.POST, whole(request.POST.get("row", ""), 0)
    mends = (
        [
            [
                told["sheet"],
                row,
                told.get("column", ""),
                (told.get("other", "") if "typed" in told and "other" in told else told.get("text", ""))[:2000],
            ]
        ]
        if row and "sheet" in told
        else []
    )
    mapping = {ours: told["theirs"] for ours in told.getlist("ours") if ours and told.get("theirs")}
    words = {told["word"]: told["sector"]} if told.get("word") and told.get("sector") else {}
    upload_tell(viewer, ref=ref, mends=mends, mapping=mapping, sector_map=words)
    if request.htmx:  # type: ignore[attr-defined]
        return _looked_at(request, viewer, _open(viewer, ref), sheet=told.get("sheet", ""))
    return redirect(f"{request.path.replace('/import-tell/', '/import/')}?sheet={told.get('sheet', '')}")


@in_workspace(may_edit)
@require_POST
def import_accept(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    upload = _open(viewer, ref)
    if upload.state != "open" or not upload.paths:
        return redirect("import_file", viewer.workspace_ref, ref)
    look = Looking(viewer, upload, request.LANGUAGE_CODE)
    loaded = look.loaded
    if loaded.situation is None:
        return redirect("import_file", viewer.workspace_ref, ref)
    if met := erased_in(viewer, loaded.situation):
        messages.info(
            request,
            ngettext(
                "{n} person who was erased here stands in the file and was left out.",
                "{n} people who were erased here stand in the file and were left out.",
                met,
            ).format(n=met),
        )
    deed = batch_accept(viewer, incoming=loaded.situation, about=upload.name)
    signature, told = look.to_remember()
    upload_accepted(viewer, ref=ref, deed_ref=deed, signature=signature, told=told)
    if not deed:
        messages.info(request, _("Everything in the file was on the map already; nothing changed."))
        return redirect("home", viewer.workspace_ref)
    messages.success(request, _("The file is in."), extra_tags=f"undo:{deed}")
    return redirect("deed", viewer.workspace_ref, deed)


@in_workspace(may_edit)
@require_POST
def import_drop(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    _open(viewer, ref)
    upload_drop(viewer, ref=ref)
    messages.success(request, _("The file was dropped. Nothing of it entered the map."))
    return redirect("import_new", viewer.workspace_ref)
