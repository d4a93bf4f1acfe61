"""The place's profile, and how the map came to be known."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.queries import situation
from shutaf.places.actions import place_change
from shutaf.relations.actions import map_basis_change
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.place.form import MapForm, PlaceForm, map_initial, place_initial
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
def place(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen, language = situation(viewer), request.LANGUAGE_CODE
    if request.method == "POST" and not may_edit(viewer):
        raise NotAllowedError("may_edit")
    which = request.POST.get("which", "place")
    profile = PlaceForm(typed(request) if which == "place" else None, language=language, initial=place_initial(seen.place))
    basis = MapForm(
        request.POST if which == "map" and request.method == "POST" else None,
        language=language,
        situation=seen,
        initial=map_initial(seen.map, seen),
    )
    if request.method == "POST" and (form := profile if which == "place" else basis).is_valid():
        deed = place_change(viewer, **form.values()) if which == "place" else map_basis_change(viewer, **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("place", viewer.workspace_ref)
    context = {"room": "more", "place": seen.place, "basis": seen.map, "form": profile, "map_form": basis, "keeps_form": True}
    return render(request, "place/page.html", context)
