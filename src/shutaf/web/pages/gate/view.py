"""Is partnership right? The questions, and the advice that follows from the answers."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.actions import gate_answer
from shutaf.partnerships.paths import GateFacts, PartnershipFacts, gates_list, partnership_found
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.gate.advice import said_advice
from shutaf.web.pages.gate.form import GateForm, gate_initial
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_everything)
def gate(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Of an idea, before there is a partnership. ?of=: one answered before."""
    ideas = [one for one in gates_list(viewer) if not one.partnership]
    wanted = request.GET.get("of", "")
    found = next((one for one in ideas if one.ref == wanted), None)
    if wanted and found is None:
        raise Http404
    return _page(request, viewer, None, found, ideas)


@in_workspace(sees_everything)
def gate_of(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    partnership = partnership_found(viewer, ref)
    if partnership is None:
        raise Http404
    return _page(request, viewer, partnership, next((one for one in gates_list(viewer, partnership_ref=ref)), None), [])


def _page(
    request: HttpRequest, viewer: Viewer, partnership: PartnershipFacts | None, found: GateFacts | None, ideas: list[GateFacts]
) -> HttpResponse:
    language = request.LANGUAGE_CODE or "he"
    if request.method == "POST" and not may_edit(viewer):
        raise NotAllowedError("may_edit")
    initial = gate_initial(found.answers, found.idea) if found else gate_initial({})
    form = GateForm(typed(request), language=language, has_idea=partnership is None, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _answered(request, viewer, form, partnership, found)
    context = {
        "room": "home", "form": form, "partnership": partnership, "found": found, "ideas": ideas, "keeps_form": True,
        "advice": said_advice(found.answers, language) if found else None,
    }  # fmt: skip
    return render(request, "gate/page.html", context)


def _answered(
    request: HttpRequest, viewer: Viewer, form: GateForm, partnership: PartnershipFacts | None, found: GateFacts | None
) -> HttpResponse:
    ref, deed = gate_answer(
        viewer, ref=found.ref if found else "", partnership_ref=partnership.ref if partnership else "",
        idea=form.cleaned_data.get("idea", ""), answers=form.answers(),
    )  # fmt: skip
    messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
    if partnership:
        return redirect("gate_of", viewer.workspace_ref, partnership.ref)
    return redirect(f"{reverse('gate', args=[viewer.workspace_ref])}?of={ref}")
