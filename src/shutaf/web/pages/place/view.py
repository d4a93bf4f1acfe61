"""The place's profile, typed or picked from a table, what it changes, and how the map came to be known."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from shutaf.accounts.rules import may_edit, sees_everything, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Situation, Word
from shutaf.partnerships.queries import situation
from shutaf.places.actions import place_change, place_leave, place_pick, place_take
from shutaf.places.picking import table_facts
from shutaf.places.queries import authorities_found, authorities_near, authority_by_ref, has_authorities, place_authority
from shutaf.relations.actions import map_basis_change
from shutaf.reports.brief.place import words_said
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.place.changing import changing
from shutaf.web.pages.place.form import LISTS, THEMED, MapForm, PlaceForm, map_initial
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
def place(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen = situation(viewer)
    if request.method == "POST" and not may_edit(viewer):
        raise NotAllowedError("may_edit")
    if request.method == "POST" and request.POST.get("which") == "map":
        return _map(request, viewer, seen)
    if request.method == "POST" and request.POST.get("which") == "anchor":
        return _same_anchor(request, viewer, seen)
    profile = PlaceForm(typed(request), known=seen.place, language=request.LANGUAGE_CODE)
    if request.method == "POST" and "find" not in request.POST and profile.is_valid():
        deed, told = _save(request, viewer, profile)
        messages.success(request, told, extra_tags=f"undo:{deed}")
        return redirect("place", viewer.workspace_ref)
    return _page(request, viewer, seen, profile, _map_form(request, seen))


def _save(request: HttpRequest, viewer: Viewer, profile: PlaceForm) -> tuple[str, str]:
    """Write what was typed, and with it what a button beside it asks for. Gives the deed and what to say."""
    if ref := request.POST.get("choose", ""):
        if authority_by_ref(ref) is None:
            raise NotAllowedError("authority")
        deed = place_pick(viewer, authority=ref, language=request.LANGUAGE_CODE, **profile.values())
        return deed, _("Filled from the table. What was typed stayed.")
    deed = place_change(viewer, **profile.values())
    if fact := request.POST.get("take", ""):
        return place_take(viewer, fact=fact), _("Taken from the table.")
    if "leave" in request.POST:
        return place_leave(viewer), _("Parted from the table; what was filled in stayed.")
    return deed, _("Saved.")


def _same_anchor(request: HttpRequest, viewer: Viewer, seen: Situation) -> HttpResponse:
    """An anchor institution is the body of a similar name: the profile calls it as the map does."""
    text, body = request.POST.get("text", ""), seen.body_by_ref.get(request.POST.get("body", ""))
    named = seen.place.anchor_institutions
    if body and any(word.text == text for word in named):
        deed = place_change(viewer, anchor_institutions=tuple(Word(body.name) if word.text == text else word for word in named))
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
    return redirect("place", viewer.workspace_ref)


def _map(request: HttpRequest, viewer: Viewer, seen: Situation) -> HttpResponse:
    form = _map_form(request, seen)
    if form.is_valid():
        deed = map_basis_change(viewer, **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("place", viewer.workspace_ref)
    return _page(request, viewer, seen, PlaceForm(known=seen.place, language=request.LANGUAGE_CODE), form)


def _map_form(request: HttpRequest, seen: Situation) -> MapForm:
    data = request.POST if request.method == "POST" and request.POST.get("which") == "map" else None
    return MapForm(data, language=request.LANGUAGE_CODE, situation=seen, initial=map_initial(seen.map, seen))


def _page(request: HttpRequest, viewer: Viewer, seen: Situation, profile: PlaceForm, basis: MapForm) -> HttpResponse:
    authority, language = place_authority(viewer), request.LANGUAGE_CODE
    is_looking = request.method == "POST" and ("find" in request.POST or "choose" in request.POST)
    looked_for = request.POST.get("name", "").strip() if is_looking else ""
    found = authorities_found(looked_for)
    near = () if found else authorities_near(looked_for)
    context = {
        "room": "more", "place": seen.place, "form": profile, "map_form": basis, "keeps_form": True, "authority": authority,
        "facts": table_facts(seen.place, authority) if authority else (), "looked_for": looked_for, "is_near": bool(near),
        "found": [(one, one.name_in(language), one.district_in(language)) for one in found or near],
        "has_table": bool(authority) or has_authorities(), "language": language,
        "told": [(key, words_said(getattr(seen.place, key), language)) for key in (*THEMED, *LISTS)],
        "changing": changing(seen, Speech(language, seen)) if sees_everything(viewer) else None,
    }  # fmt: skip
    return render(request, "place/page.html", context)
