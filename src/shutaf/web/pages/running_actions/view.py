"""The list of running actions, found by department, theme, year, state and words; and one of them to change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.text.fold import fold
from shutaf.bodies.planning import running_action_remove, running_action_save
from shutaf.bodies.plans import RunningActionFacts
from shutaf.bodies.plans import running_actions as read
from shutaf.partnerships.queries import situation
from shutaf.web.pages.running_actions.form import ActionForm, action_initial, choices
from shutaf.web.parts.whole import whole
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept

PAGE_SIZE = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What the filter asks for; "" is all."""

    q: str = ""
    department: str = ""
    theme: str = ""
    year: str = ""
    state: str = ""

    def fits(self, one: RunningActionFacts, wanted: list[str]) -> bool:
        text = fold(one.title)
        return (
            (not self.department or one.body == self.department)
            and (not self.theme or any(theme.key == self.theme for theme in one.themes))
            and (not self.year or one.year.startswith(self.year))
            and (not self.state or one.state == self.state)
            and all(part in text for part in wanted)
        )


@in_workspace(sees_everything)
def running_actions(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen, everything = situation(viewer), read(viewer)
    asked = Asked(**{name: request.GET.get(name, "")[:300] for name in Asked.__slots__})
    found = [one for one in everything if asked.fits(one, fold(asked.q).split())]
    number = whole(request.GET.get("page", ""), 1)
    pages = max(1, -(-len(found) // PAGE_SIZE))
    number = min(max(1, number), pages)
    here = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    query = request.GET.copy()
    query.pop("page", None)
    language = request.LANGUAGE_CODE or "he"
    context = {
        "room": "more", "rows": [(one, seen.body_by_ref[one.body]) for one in here if one.body in seen.body_by_ref], "found": len(found),
        "total": len(everything), "asked": asked, "page": number, "pages": pages, "query": query.urlencode(),
        "is_filtered": len(found) < len(everything) or any(getattr(asked, name) for name in Asked.__slots__),
        "departments": [(body.ref, body.name_in(language)) for body in seen.departments], "themes": choices("theme", language),
        "states": choices("action_state", language), "years": sorted({one.year[:4] for one in everything if one.year}, reverse=True),
    }  # fmt: skip
    return render(request, "running_actions/page.html", context)


def _found(viewer: Viewer, ref: str) -> RunningActionFacts:
    found = next((one for one in read(viewer) if one.ref == ref), None)
    if found is None:
        raise Http404
    return found


@in_workspace(may_edit)
def running_action_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    one, back = _found(viewer, ref), reverse("running_actions", args=[viewer.workspace_ref])
    language = (request.LANGUAGE_CODE or "he")[:2]
    form = ActionForm(request.POST if request.method == "POST" else kept(request), language=language, initial=action_initial(one))
    if request.method == "POST" and form.is_valid():
        deed = running_action_save(viewer, ref=ref, **form.values())
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect(f"{back}?department={one.body}")
    body = situation(viewer).body_by_ref.get(one.body)
    context: dict[str, Any] = {
        "room": "more", "form": form, "title": _("Edit a running action"), "back": back, "about": body.name_in(language) if body else "",
        "removal": reverse("running_action_trash", args=[viewer.workspace_ref, ref]), "keeps_form": True,
    }  # fmt: skip
    return render(request, "parts/form_page.html", context)


@in_workspace(may_edit)
@require_POST
def running_action_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = running_action_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("running_actions", viewer.workspace_ref)
