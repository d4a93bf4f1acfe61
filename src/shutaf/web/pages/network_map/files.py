"""The map as a file: what is seen, in the colours of paper, with its date and what it rests on."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.reports.map.sheet import map_pdf, map_png, map_words
from shutaf.web.pages.network_map.looking import Looking
from shutaf.web.pages.network_map.picture import lines_of, picture_of, samples
from shutaf.web.pages.network_map.view import view_names
from shutaf.web.parts.papers import made
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.limits import limited

FORMS = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
FILE_PX, PAGE_PX, MANY = 1200.0, 760.0, 150  # on a page of paper letters of 12 px in 760 are read without a glass


@in_workspace(sees_shared)
@limited("download")
def map_file(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """Sent by form when bodies were put by hand and not saved; nothing is written either way."""
    if form not in FORMS:
        raise Http404
    looking = Looking(request, viewer)
    try:
        scene = looking.scene
    except (ValueError, TypeError):
        raise Http404 from None
    shown, asked = looking.shown, looking.asked
    if not shown:
        return redirect("network_map", viewer.workspace_ref)
    title = f"{request.workspace.name}: {view_names()[asked.view]}"  # type: ignore[attr-defined]
    head = map_words(
        looking.situation, looking.speech, looking.today, scene, asked, title, fitting=len(shown), lines=samples(scene, lines_of(scene, looking.ties, asked)),
        saved=looking.saved.name if looking.saved else "", is_internal=asked.view == "grid" or not _is_for_all(asked),
    )  # fmt: skip
    words = replace(head, head=()) if form == "pdf" else head  # a page has its own head
    width = 480.0 if asked.view == "near" else PAGE_PX if form == "pdf" and len(shown) <= MANY else FILE_PX
    drawn = picture_of(scene, looking.ties, asked, shown, looking.direction, width=width, words=words)
    make = {
        "svg": lambda: drawn.svg.encode(),
        "png": lambda: map_png(drawn),
        "pdf": lambda: map_pdf(
            looking.situation, looking.speech, looking.today, drawn, head, {ref: looking.neighbours.get(ref, ()) for ref in shown}
        ),
    }[form]
    return made(request, make, FORMS[form], f"map.{form}", f"{request.workspace.name}.{form}")  # type: ignore[attr-defined]


def _is_for_all(asked: object) -> bool:
    """Whether the picture shows no rating that is for editors only."""
    return not {getattr(asked, "colour", ""), getattr(asked, "size", "")} & {"influence", "interest", "invite"}
