"""One part of the card at a time; saved when going on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.queries import situation
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.card.ending import most_useful
from shutaf.web.pages.card.form import PartForm, TellerForm, initial
from shutaf.web.pages.card.knowing import Card
from shutaf.web.pages.card.parts import Part
from shutaf.web.pages.card.row_forms import TiesForm
from shutaf.web.pages.card.saving import save
from shutaf.web.pages.card.teller import Teller, teller_keep, teller_of, tellers_known
from shutaf.web.parts.body_to_edit import body_to_edit
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.whole import whole
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
def card(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    body = body_to_edit(viewer, ref)
    if body.is_department:
        return redirect(_sheet_of_department(viewer, ref))
    one = Card.of(viewer, situation(viewer), body)
    asked = request.GET.get("part", "")
    if asked == "done":
        return _done(request, one)
    part = next((part for part in one.parts if part.key == asked), one.parts[0])
    teller = teller_of(request, ref) if may_edit(viewer) else None
    form = _form(request, one, part, teller)
    if request.method == "POST" and form.is_valid():
        return _saved(request, one, part, save(viewer, ref, form, teller, today_of(request.workspace)))  # type: ignore[attr-defined]
    return _asked(request, one, part, form, teller)


def _asked(request: HttpRequest, one: Card, part: Part, form: PartForm, teller: Teller | None, **more: Any) -> HttpResponse:
    questions = [(bound, one.told.fields.get(bound.name)) for bound in form.questions()]
    context = _context(request, one, part) | {"form": form, "teller": teller, "questions": questions, "keeps_form": True} | more
    return render(request, "card/page.html", context, status=422 if more else 200)


def _sheet_of_department(viewer: Viewer, ref: str) -> str:
    try:
        return reverse("department", args=[viewer.workspace_ref, ref])
    except NoReverseMatch:
        return reverse("body_edit", args=[viewer.workspace_ref, ref])


def _form(request: HttpRequest, one: Card, part: Part, teller: Teller | None, *, is_fresh: bool = False) -> PartForm:
    """is_fresh: as it was before anything was typed."""
    values = one.values if teller is None else one.said_by(teller)
    form = part.form(
        None if is_fresh else typed(request),
        language=request.LANGUAGE_CODE,
        is_ours=may_edit(one.viewer),
        only=one.asked(part, of_informant=teller is not None),
        initial={"change_agent": "unknown", "invite": "unknown"} | initial(values, part.form.asked),
    )
    if isinstance(form, TiesForm):
        form.offer(one.situation, one.body.ref)
    return form


def _saved(request: HttpRequest, one: Card, part: Part, deeds: list[str]) -> HttpResponse:
    if deeds:
        messages.success(request, _("Saved."), extra_tags=f"undo:{deeds[0]}" if len(deeds) == 1 else "")
    following = part.key if "again" in request.POST else one.after(part)
    return redirect(reverse("card", args=[one.viewer.workspace_ref, one.body.ref]) + f"?part={following}")


def _context(request: HttpRequest, one: Card, part: Part | None) -> dict[str, Any]:
    steps = one.steps(part)
    return {
        "room": "bodies", "body": one.body, "name": one.body.name_in(request.LANGUAGE_CODE), "part": part, "steps": steps,
        "here": next((step for step in steps if step.is_here), None), "count": max(step.number for step in steps),
        "has_deeper": any(step.part.is_deeper for step in steps), "next": one.next_step(part), "told": one.told, "rows": one.rows_of(part),
        "teller_form": TellerForm(), "tellers": tellers_known(one.situation, one.told, one.body.ref) if may_edit(one.viewer) else (),
    }  # fmt: skip


def _done(request: HttpRequest, one: Card) -> HttpResponse:
    context = _context(request, one, None)
    counted = {"known": sum(step.known for step in context["steps"]), "asked": sum(step.of for step in context["steps"])}
    return render(request, "card/done.html", context | counted | {"useful": most_useful(request, one)})


@in_workspace(may_edit)
@require_POST
def card_teller(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """Set whose answers follow, or that we write down what the map goes by."""
    body = body_to_edit(viewer, ref)
    back = redirect(reverse("card", args=[viewer.workspace_ref, ref]) + f"?part={request.POST.get('part', '')[:20]}")
    if "nobody" in request.POST:
        teller_keep(request, ref, None)
        return back
    one = Card.of(viewer, situation(viewer), body)
    known = tellers_known(one.situation, one.told, ref)
    chosen = whole(request.POST.get("known", ""), len(known))
    if chosen < len(known):
        teller_keep(request, ref, known[chosen])
        return back
    form = TellerForm(request.POST)
    if form.is_valid():
        teller_keep(request, ref, form.teller())
        return back
    part = next((part for part in one.parts if part.key == request.POST.get("part")), one.parts[0])
    return _asked(request, one, part, _form(request, one, part, None, is_fresh=True), None, teller_form=form)
