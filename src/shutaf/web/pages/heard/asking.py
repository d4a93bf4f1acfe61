"""Correct, object, ask to know or to be erased: by a personal link, or from an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf.accounts.queries import WorkspaceFacts, link_person
from shutaf.accounts.rules import may_answer, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.intake.proposing import Said, TooManyWaitingError, proposal_make
from shutaf.intake.requested import row_title
from shutaf.intake.requesting import KINDS, request_make
from shutaf.stewardship.heard import Heard, heard_about
from shutaf.web.pages.heard.form import AskForm, PersonForm
from shutaf.web.parts.clock import today_of
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.by_link import by_link
from shutaf.web.shell.drafts import kept
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often

PERSON = ("name", "role", "phone", "email")


@dataclass(frozen=True, slots=True)
class About:
    """The row that a request is about. Nothing: all that is held."""

    table: str = ""
    ref: str = ""
    title: str = ""


@by_link
def ask_link(request: HttpRequest, viewer: Viewer, workspace: WorkspaceFacts) -> HttpResponse:
    return _asked(request, viewer, viewer.body_refs[0], workspace, reverse("heard_link"), {"is_link": True})


@in_workspace(sees_shared)
def ask(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    if not may_answer(viewer, ref):
        raise NotAllowedError("may_answer")
    back = reverse("heard", args=[viewer.workspace_ref, ref])
    return _asked(request, viewer, ref, request.workspace, back, {"room": "bodies"})  # type: ignore[attr-defined]


def _asked(request: HttpRequest, viewer: Viewer, body_ref: str, workspace: WorkspaceFacts, back: str, more: dict[str, Any]) -> HttpResponse:
    heard = heard_about(viewer, body_ref)
    if heard is None:
        raise Http404
    language = (request.LANGUAGE_CODE or "he")[:2]
    about = _about(viewer, body_ref, request.GET.get("about", ""))
    kind = request.GET.get("kind", "")
    typed = request.POST if request.method == "POST" else kept(request)
    form = AskForm(typed, about=about.title, initial={"kind": kind if kind in KINDS else "correct", "person": _name(viewer)})
    person = _person_form(heard, about, typed, language)
    if request.method == "POST" and form.is_valid() | (person is not None and "fix" in request.POST and person.is_valid()):
        if viewer.kind == "link" and is_too_often(request, "heard"):
            return too_many(request)
        return _taken(request, viewer, body_ref, about, form, person, today_of(workspace), back)
    context = {
        "heard": heard, "name": heard.name_in(language), "about": about, "form": form, "person": person, "back": back, "keeps_form": True, **more,
    }  # fmt: skip
    return render(request, "heard/ask.html", context)


def _name(viewer: Viewer) -> str:
    return link_person(viewer)[0] if viewer.kind == "link" else viewer.label


def _about(viewer: Viewer, body_ref: str, asked: str) -> About:
    """Only a row of this very body; anything else asks about all of it."""
    table, _colon, ref = asked.partition(":")
    title = row_title(viewer, body_ref, table, ref) if ref else ""
    return About(table, ref, title) if title else About()


def _person_form(heard: Heard, about: About, typed: Any, language: str) -> PersonForm | None:
    """The fields themselves, where a person is to be corrected."""
    row = next((one for one in heard.people if about.table == one.table and about.ref == one.ref), None)
    if row is None:
        return None
    is_typed = typed is not None and "fix" in typed
    return PersonForm(typed if is_typed else None, prefix="p", language=language, initial={key: row.values.get(key, "") for key in PERSON})


def _taken(
    request: HttpRequest, viewer: Viewer, body_ref: str, about: About, form: AskForm, person: PersonForm | None, today: str, back: str
) -> HttpResponse:
    try:
        if person is not None and "fix" in request.POST:
            count = proposal_make(viewer, body_ref=body_ref, said=[Said("bodies.person", about.ref, person.values())])
            told = _("The correction waits to be read.") if count else _("Nothing was changed; it stands as it was.")
        else:
            role = link_person(viewer)[1] if viewer.kind == "link" else ""
            request_make(
                viewer, today=today, body_ref=body_ref, person_role=role, table=about.table, row_ref=about.ref, **form.cleaned_data
            )
            told = _("It came in. Somebody answers within thirty days; the answer stands here.")
        messages.success(request, told)
    except TooManyWaitingError:
        messages.info(request, _("Very much waits to be read already. Write to whoever sent you the link."))
    return redirect(back)
