"""One initiative: what it is, what it needs and from whom, who gains what, what stands in the way, and where to go from here."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Initiative
from shutaf.partnerships.chosen import choosers, initiative_choose
from shutaf.partnerships.initiative_actions import initiative_shortlist, initiative_tie_offer
from shutaf.reports.first_choice import said_choice
from shutaf.reports.nearest import suggested_cases
from shutaf.web.pages.initiatives.gains import gains_of
from shutaf.web.pages.initiatives.required import required, tied_beside
from shutaf.web.pages.initiatives.shortlist import map_ready, standing
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace


def found_in(initiatives: tuple[Initiative, ...], ref: str) -> Initiative:
    found = next((one for one in initiatives if one.ref == ref), None)
    if found is None:
        raise Http404
    return found


@in_workspace(sees_everything)
def initiative(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    reading = Reading(request, viewer)
    now = found_in(reading.current.initiatives, ref)
    choice = said_choice(reading.writing)
    needs = required(reading.current, now)
    context = {
        "room": "initiatives", "initiative": now, "row": next((row for row in choice.rows if row.ref == ref), None), "choice": choice, "speech": reading.speech,
        "needs": needs, "beside": tied_beside(reading.current, now, needs), "gains": gains_of(now), "standing": standing(now),
        "ready": map_ready(reading.current), "choosers": choosers(viewer), "covered": sum(one.state == "covered" for one in needs),
        "near": suggested_cases(reading.speech, typologies=[now.typology.key] if now.typology.key else ()), "language": reading.speech.language,
    }  # fmt: skip
    return render(request, "initiatives/one.html", context)


@in_workspace(may_edit)
@require_POST
def initiative_list(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """Say where it stands on the shortlist."""
    try:
        deed = initiative_shortlist(viewer, ref=ref, state=request.POST.get("state", "-"))
    except ValueError:
        raise Http404 from None
    messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
    return redirect("initiative", viewer.workspace_ref, ref)


@in_workspace(may_edit)
@require_POST
def initiative_tie(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """Tie an offer to what it requires, or untie it."""
    is_tied = request.POST.get("tied") == "1"
    try:
        deed = initiative_tie_offer(viewer, ref=ref, offer=request.POST.get("offer", "")[:300], is_tied=is_tied)
    except ValueError:
        messages.error(request, _("So many offers are tied to it already that nobody could talk them all over."))
    else:
        messages.success(request, _("The offer counts toward it.") if is_tied else _("The offer is untied."), extra_tags=f"undo:{deed}")
    return redirect(reverse("initiative", args=[viewer.workspace_ref, ref]) + "#requires")


@in_workspace(may_edit)
@require_POST
def initiative_chosen(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """Choose it as the first of a partnership; the step then asks for the reason."""
    partnership = request.POST.get("partnership", "")[:300]
    deed = initiative_choose(viewer, ref=ref, partnership_ref=partnership)
    messages.success(request, _("Chosen. Write down why, so that others can follow."), extra_tags=f"undo:{deed}")
    return redirect("step", viewer.workspace_ref, partnership, "first_initiative")
