"""Who answered: each as it was written, in the order of arrival; taken into the map, or kept out with a reason."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Situation
from shutaf.analysis.text.names import Names
from shutaf.intake.call_answers import call_answers_accept, call_answers_decline
from shutaf.partnerships.calls.answering import receipt_said
from shutaf.partnerships.calls.queries import AnswerFacts, answers_list
from shutaf.partnerships.queries import situation
from shutaf.web.pages.call.finding import found_call
from shutaf.web.parts.clock import today_of, zone_of
from shutaf.web.shell.access import in_workspace

STATES = ("waits", "accepted", "declined")


@in_workspace(sees_everything)
def call_answers(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found, answers = found_call(viewer, ref), answers_list(viewer, ref)
    seen, language = situation(viewer), request.LANGUAGE_CODE or "he"
    names, refused = _names(seen, language), ""
    if request.method == "POST":
        done = _decided(request, viewer, ref, answers, names)
        if isinstance(done, HttpResponse):
            return done
        refused = done
    contact_read(viewer, what="call_answers", people=sum(bool(one.contact) for one in answers))
    suggested = Names()
    for body in seen.bodies:
        suggested.add(body.ref, (body.ref,), (body.name, *(name for _language, name in body.names)))
    by_label = {body_ref: label for label, body_ref in names.items()}
    zone, today = zone_of(request.workspace), today_of(request.workspace)  # type: ignore[attr-defined]
    shown = [
        {
            "one": one, "receipt": receipt_said(one.receipt), "on": one.answered_at.astimezone(zone).date().isoformat(), "body": seen.body_by_ref.get(one.body),
            "is_ticked": one.ref in request.POST.getlist("answer"),
            "guess": request.POST.get(f"body-{one.ref}", by_label.get(suggested.find(one.name) or "", "")),
        }
        for one in answers
    ]  # fmt: skip
    context = {
        "room": "initiatives", "call": found, "call_title": found.title_in(language), "phase": found.phase(today), "answers": shown, "refused": refused,
        "waiting": sum(one.state == "waits" for one in answers), "bodies": list(names), "reason": request.POST.get("reason", ""),
        "emails": ", ".join(dict.fromkeys(one.contact.get("email", "") for one in answers if one.contact.get("email"))),
        "phones": [(one.name, one.contact.get("phone", "")) for one in answers if not one.contact.get("email")],
    }  # fmt: skip
    return render(request, "call/answers.html", context)


def _names(seen: Situation, language: str) -> dict[str, str]:
    """How each body is called in the list of suggestions -> its ref; two of one name are told apart by their refs."""
    found: dict[str, str] = {}
    for body in seen.bodies:
        name = body.name_in(language)
        found[f"{name} ({body.ref})" if name in found else name] = body.ref
    return found


def _decided(
    request: HttpRequest, viewer: Viewer, ref: str, answers: tuple[AnswerFacts, ...], names: Mapping[str, str]
) -> HttpResponse | str:
    """Done, or what is missing for it, in words."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    ticked = [one for one in answers if one.ref in request.POST.getlist("answer") and one.state == "waits"]
    if not ticked:
        return _("Tick at least one answer.")
    if request.POST.get("do") == "decline":
        reason = request.POST.get("reason", "").strip()[:1000]
        if not reason:
            return _("Write the reason: by which criterion, so that it can be shown to whoever asks.")
        deed, count = call_answers_decline(viewer, call_ref=ref, refs=[one.ref for one in ticked], reason=reason)
        said = ngettext(
            "{n} answer is kept out of the map, with its reason.", "{n} answers are kept out of the map, with their reason.", count
        )
    else:
        written = {one.ref: request.POST.get(f"body-{one.ref}", "").strip() for one in ticked}
        if unknown := [text for text in written.values() if text and text not in names]:
            return _("No body on the map is called {name}. Choose one from the list, or leave the field empty for a new body.").format(
                name=f"\u2068{unknown[0][:200]}\u2069"
            )
        deed, count = call_answers_accept(viewer, call_ref=ref, bodies={key: names.get(text, "") for key, text in written.items()})
        said = ngettext("{n} answer is on the map.", "{n} answers are on the map.", count)
    messages.success(request, said.format(n=count), extra_tags=f"undo:{deed}")
    return redirect("call_answers", viewer.workspace_ref, ref)
