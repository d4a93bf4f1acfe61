"""One round: opened, shared, closed; and when it is closed, what came of it."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_facilitate, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.medians import takings
from shutaf.partnerships.round_actions import WrongStateError, medians_take, round_close, round_link_again, round_open
from shutaf.partnerships.rounds import RoundFacts, round_found, round_outcome
from shutaf.web.pages.rounds.outcome import said_outcome, said_takings
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.qr import qr_svg
from shutaf.web.parts.rated import ends_said, in_language, value_said
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_everything)
def round_page(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """?large: the code alone, for the wall of a room."""
    found = round_found(viewer, ref)
    if found is None:
        raise Http404
    language = request.LANGUAGE_CODE or "he"
    address = settings.PUBLIC_URL + reverse("rate_open", args=[found.token]) if found.token else ""
    outcome = round_outcome(viewer, ref)
    context = {
        "room": "initiatives", "round": found, "address": address, "qr": qr_svg(address) if found.state == "open" else "",
        "counts": [(name, found.answered.get(one, 0)) for one, name in found.initiatives], "questions": _questions(found, language), "outcome": said_outcome(outcome, found, language) if outcome else None,
        "takings": said_takings(takings(viewer, outcome, found.criteria), language) if outcome else (),
    }  # fmt: skip
    is_large = found.state == "open" and "large" in request.GET
    return render(request, "rounds/large.html" if is_large else "rounds/one.html", context)


def _questions(found: RoundFacts, language: str) -> list[dict[str, object]]:
    return [
        {
            "name": in_language(one.name, language), "question": in_language(one.question, language), "ends": ends_said(one, language),
            "floor": value_said(one.scale, one.floor, language), "is_less": one.better == "less",
        }
        for one in found.criteria
    ]  # fmt: skip


@in_workspace(may_facilitate)
@require_POST
def round_move(request: HttpRequest, viewer: Viewer, ref: str, what: str) -> HttpResponse:
    """Open, close, make the link anew, or take the medians."""
    try:
        deed, said = _done(request, viewer, ref, what)
    except WrongStateError:
        deed, said = "", _("Somebody was quicker: the rating is in another state by now.")
    if deed:
        messages.success(request, said, extra_tags=f"undo:{deed}")
    else:
        messages.info(request, said)
    return redirect("round", viewer.workspace_ref, ref)


def _done(request: HttpRequest, viewer: Viewer, ref: str, what: str) -> tuple[str, str]:
    match what:
        case "open":
            return round_open(viewer, ref=ref), _("The rating is open. Share the code or the link.")
        case "close":
            return round_close(viewer, ref=ref, on=today_of(request.workspace)), _("The rating is closed.")  # type: ignore[attr-defined]
        case "link":
            return round_link_again(viewer, ref=ref), _("There is a new link; the old one opens nothing any more.")
        case "take":
            deed = medians_take(viewer, ref=ref)
            return deed, _("The medians stand in the initiatives.") if deed else _(
                "Nothing would change: the initiatives say the same already."
            )
    raise Http404
