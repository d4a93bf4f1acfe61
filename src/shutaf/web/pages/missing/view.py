"""Suggestions of who is missing, each with its reason; what is not relevant is remembered and can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.suggestions import Look
from shutaf.analysis.situation import TYPOLOGIES, Finding
from shutaf.analysis.text.names import Names
from shutaf.bodies.actions import body_create
from shutaf.partnerships.actions import finding_answer, finding_reopen
from shutaf.partnerships.preparing import findings_answered, signature_of
from shutaf.reports.document import SaidFinding
from shutaf.reports.wording.findings import said
from shutaf.web.pages.missing.form import AddForm
from shutaf.web.pages.missing.measure import Measure, measure
from shutaf.web.pages.missing.sides import TITLES, counted, nothing_found, untold
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace

OPEN_AT_ONCE = 3


@dataclass(frozen=True)
class Card:
    """One suggestion on the page."""

    signature: str
    said: SaidFinding
    form: AddForm | None
    ask: str
    near: str


@in_workspace(sees_everything)
def missing(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _page(request, viewer, Reading(request, viewer))


def _page(request: HttpRequest, viewer: Viewer, reading: Reading, typed: AddForm | None = None) -> HttpResponse:
    how = measure(request, viewer, reading)
    found = how.looks(reading)
    answered = {one.signature: one for one in findings_answered(viewer)}
    known = {signature_of(finding): finding for look in found for finding in look.found}
    sides = [_side(look, reading, answered, viewer, typed) for look in found]
    context = {
        "room": "findings", "sides": sides, "how": how, "models": TYPOLOGIES, "is_empty": not reading.situation.organisations,
        "open_count": sum(len(side["cards"]) + len(side["further"]) for side in sides),
        "answered": [(one, said(known[one.signature], reading.speech)) for one in answered.values() if one.signature in known],
        "informants": len(reading.situation.map.informants), "is_surveyed": reading.situation.map.basis == "surveyed",
    }  # fmt: skip
    return render(request, "missing/page.html", context)


def _side(look: Look, reading: Reading, answered: Mapping[str, Any], viewer: Viewer, typed: AddForm | None) -> dict[str, Any]:
    waiting = [(signature_of(finding), finding) for finding in look.found]
    cards = [_card(signature, finding, reading, viewer, typed) for signature, finding in waiting if signature not in answered]
    shown = OPEN_AT_ONCE if not any(card.form and card.form.is_bound for card in cards) else len(cards)
    return {
        "key": look.side, "title": _(TITLES[look.side]), "cards": cards[:shown], "further": cards[shown:], "count": counted(len(cards)),
        "untold": untold(look), "nothing": "" if cards else nothing_found(look), "named": look.named,
    }  # fmt: skip


def _card(signature: str, finding: Finding, reading: Reading, viewer: Viewer, typed: AddForm | None) -> Card:
    form = None
    if may_edit(viewer):
        is_typed = typed is not None and signature_of(typed.finding) == signature
        form = typed if is_typed else AddForm(finding=finding, language=reading.speech.language, number=signature[:8])
    facts = finding.facts
    return Card(signature, said(finding, reading.speech), form, str(facts.get("ask") or ""), str(facts.get("near") or ""))


def _back(viewer: Viewer, how: Measure) -> HttpResponse:
    return redirect(reverse("missing", args=[viewer.workspace_ref]) + f"?{how.query}")


@in_workspace(may_edit)
@require_POST
def missing_said(request: HttpRequest, viewer: Viewer, signature: str) -> HttpResponse:
    """Not relevant, with a reason or without; or open again."""
    reading = Reading(request, viewer)
    how = measure(request, viewer, reading)
    if request.POST.get("state") == "open":
        deed = finding_reopen(viewer, signature=signature)
        messages.success(request, _("It stands in the list again."), extra_tags=f"undo:{deed}")
    elif finding := how.suggestion(reading, signature):
        reason = request.POST.get("reason", "").strip()[:1000]
        deed = finding_answer(viewer, signature=signature, key=finding.key, subject=finding.subject, state="not_for_us", reason=reason)
        messages.success(request, _("Noted. It does not come up again."), extra_tags=f"undo:{deed}")
    return _back(viewer, how)


@in_workspace(may_edit)
@require_POST
def missing_add(request: HttpRequest, viewer: Viewer, signature: str) -> HttpResponse:
    """The missing body, with what the suggestion knows of it."""
    reading = Reading(request, viewer)
    how = measure(request, viewer, reading)
    finding = how.suggestion(reading, signature)
    if finding is None:
        return _back(viewer, how)
    form = AddForm(request.POST, finding=finding, language=reading.speech.language, number=signature[:8])
    if form.is_valid() and (there := _known(reading, form.cleaned_data["name"])):
        form.add_error("name", _("{name} is on the map already; write there what is missing.").format(name=f"\u2068{there}\u2069"))
    if not form.is_valid():
        return _page(request, viewer, reading, form)
    body_create(viewer, is_department=False, **form.values())
    messages.success(request, _("{name} is on the map.").format(name=f"\u2068{form.cleaned_data['name']}\u2069"))
    if request.POST.get("back") == "place":
        return redirect("place", viewer.workspace_ref)
    return _back(viewer, how)


def _known(reading: Reading, name: str) -> str:
    """The body that has this name already, by its own name; "" for none."""
    names = Names()
    for body in reading.current.bodies:
        names.add(body.name, (), (body.name, *(text for _, text in body.names)))
    return names.find(name) or ""
