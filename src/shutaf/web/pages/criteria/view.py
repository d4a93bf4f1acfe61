"""The criteria with their weights and floors, those of their own, and what asks for a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.criteria import criteria_facts
from shutaf.partnerships.criteria_actions import (
    AlreadyThereError,
    NothingComparesError,
    ReasonNeededError,
    criteria_save,
    criterion_add,
    criterion_remove,
)
from shutaf.partnerships.queries import situation
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.criteria.rows import Row, rows_of, settled_of
from shutaf.web.parts.fields import one_of, text
from shutaf.web.shell.access import in_workspace

GROUPS = (
    ("judged", gettext_lazy("Judged by people"), gettext_lazy("Somebody says a number for each initiative, alone or in a round of rating.")),
    ("counted", gettext_lazy("Counted from the map"), gettext_lazy("Nobody needs to judge these: who gains, what is offered and who is in favour is written in the map.")),
    ("own", gettext_lazy("Our own"), gettext_lazy("What matters here and stands on no list.")),
)  # fmt: skip


class OwnForm(forms.Form):
    """A criterion of their own."""

    label = forms.CharField(
        label=gettext_lazy("Name"), max_length=200, help_text=gettext_lazy("A few words, for example: seen by many in the street."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip
    better = one_of(
        gettext_lazy("What is better?"), [("more", gettext_lazy("more is better")), ("less", gettext_lazy("less is better"))], first="more"
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["question"] = text(gettext_lazy("As a question to those who rate"), most=500)
        self.order_fields(["label", "question", "better"])


@in_workspace(sees_everything)
def criteria(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    if request.method == "POST" and not may_edit(viewer):
        raise NotAllowedError("may_edit")
    facts = criteria_facts(viewer, situation(viewer))
    given = typed(request)
    rows = rows_of(facts, request.LANGUAGE_CODE or "he", given)  # type: ignore[arg-type]
    reason = str(given.get("reason", ""))[:500] if given is not None else ""  # type: ignore[attr-defined]
    reason_error = trouble = ""
    if request.method == "POST" and (settled := settled_of(rows)) is not None:
        try:
            deed = criteria_save(viewer, settled=settled, reason=reason)
        except ReasonNeededError as why:
            named = [row.name for row in rows if row.facts.key in why.keys]
            reason_error = _("A floor was changed that somebody already judged by: {names}. One sentence why is needed.").format(
                names=", ".join(f"\u2068{name}\u2069" for name in named)
            )
        except NothingComparesError:
            trouble = _("Nothing would be left to compare by. At least one criterion has to count and have no floor.")
        else:
            messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
            return redirect("criteria", viewer.workspace_ref)
    context = {
        "room": "initiatives", "groups": _grouped(rows), "reason": reason, "reason_error": reason_error, "trouble": trouble, "keeps_form": True,
        "rated": [row for row in rows if row.facts.is_rated], "initiatives": len(situation(viewer).initiatives), "has_errors": any(row.errors for row in rows),
    }  # fmt: skip
    return render(request, "criteria/page.html", context)


def _grouped(rows: list[Row]) -> list[tuple[str, Any, Any, list[Row]]]:
    return [(key, title, lead, [row for row in rows if row.facts.source == key]) for key, title, lead in GROUPS]


@in_workspace(may_edit)
def criterion_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = OwnForm(typed(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            deed = criterion_add(viewer, label=said["label"], question=said["question"], better=said["better"] or "more")
        except AlreadyThereError:
            form.add_error("label", _("A criterion of this name is there already."))
        except ValueError:
            form.add_error("label", _("There are many criteria of your own already. Take one away first."))
        else:
            messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
            return redirect("criteria", viewer.workspace_ref)
    back = reverse("criteria", args=[viewer.workspace_ref])
    context = {"room": "initiatives", "form": form, "title": _("A criterion of our own"), "back": back, "keeps_form": True}
    return render(request, "criteria/new.html", context)


@in_workspace(may_edit)
@require_POST
def criterion_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = criterion_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("criteria", viewer.workspace_ref)
