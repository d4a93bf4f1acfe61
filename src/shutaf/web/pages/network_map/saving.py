"""How somebody looked at the map, kept by name and thrown away again."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.relations.saved_views import saved_view_remove, saved_view_save
from shutaf.reports.map import MapAsked
from shutaf.web.pages.network_map.looking import positions_of
from shutaf.web.shell.access import in_workspace

MOST_NAME = 120


@in_workspace(may_edit)
@require_POST
def view_save(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Settings of the address and positions of the form. What was wrong is said, and nothing is changed."""
    asked = MapAsked.of({key: request.POST.getlist(key) for key in request.POST})
    name = " ".join(request.POST.get("name", "").split())
    back = reverse("network_map", args=[viewer.workspace_ref])
    try:
        positions = positions_of(request.POST.get("positions", ""))
    except (ValueError, TypeError):
        messages.error(request, _("The places of the bodies could not be read; nothing was saved."))
        return redirect(f"{back}?{asked.query()}")
    if not name or len(name) > MOST_NAME:
        messages.error(request, _("A saved view needs a name of at most {n} letters; nothing was saved.").format(n=MOST_NAME))
        return redirect(f"{back}?{asked.query()}")
    ref, deed = saved_view_save(viewer, name=name, settings=asked.said(), positions=positions, ref=request.POST.get("again", ""))
    messages.success(request, _("The view is saved."), extra_tags=f"undo:{deed}")
    return redirect(f"{back}?{urlencode({'saved': ref})}")


@in_workspace(may_edit)
@require_POST
def view_remove(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = saved_view_remove(viewer, ref=ref)
    messages.success(request, _("The saved view is in the trash."), extra_tags=f"undo:{deed}")
    return redirect("network_map", viewer.workspace_ref)
