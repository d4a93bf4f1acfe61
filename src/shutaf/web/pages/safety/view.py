"""Everybody in the workspace sees who looks in and what is asked of members; owners decide it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.actions.invitations import AlreadyMemberError
from shutaf.accounts.actions.safety import second_factor_require, support_end, support_give
from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.rules import may_manage, sees_shared
from shutaf.accounts.safety import factors_of_members, supports_list
from shutaf.accounts.viewer import Viewer
from shutaf.web.pages.safety.form import SupportForm
from shutaf.web.pages.safety.letter import support_letter
from shutaf.web.parts.roles import role_names
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept
from shutaf.web.shell.factors import is_proved, to_factor


@in_workspace(sees_shared)
def safety(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _page(request, viewer, SupportForm(kept(request), initial={"hours": 4, "language": request.LANGUAGE_CODE}))


def _page(request: HttpRequest, viewer: Viewer, form: SupportForm) -> HttpResponse:
    members, supports = factors_of_members(viewer), supports_list(viewer)
    context = {
        "room": "more", "form": form, "members": members, "without": [one for one in members if not one.has_factor], "role_names": role_names(),
        "open": [one for one in supports if one.is_open], "past": [one for one in supports if not one.is_open],
        "keeps_form": may_manage(viewer),
    }  # fmt: skip
    return render(request, "safety/page.html", context)


@in_workspace(may_manage)
@require_POST
def factor_require(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Whoever asks it of others has proved it first, and so is not locked out."""
    is_required = request.POST.get("required") == "1"
    if is_required and not is_proved(request):
        messages.info(request, _("Set up a second factor for yourself first, and show it; then ask it of everybody."))
        return to_factor(request, reverse("safety", args=[viewer.workspace_ref]))
    second_factor_require(viewer, is_required=is_required)
    messages.success(request, _("Saved."))
    return redirect("safety", viewer.workspace_ref)


@in_workspace(may_manage)
@require_POST
def support_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = SupportForm(request.POST)
    if not form.is_valid():
        return _page(request, viewer, form)
    data, name = form.cleaned_data, request.workspace.name  # type: ignore[attr-defined]
    told = {"hours": data["hours"], "reason": data["reason"], "language": data["language"]}
    try:
        support_give(viewer, email=data["email"], **told, letter=support_letter(viewer.workspace_ref, name, viewer.label, **told))
    except AlreadyMemberError:
        form.add_error("email", _("This address is a member already. Change the role in the list."))
        return _page(request, viewer, form)
    deliver_mail.enqueue()
    messages.success(request, _("Support can look in now; the letter lies in the outbox."))
    return redirect("safety", viewer.workspace_ref)


@in_workspace(may_manage)
@require_POST
def support_ended(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    support_end(viewer, ref=ref)
    messages.success(request, _("Support cannot look in any more."))
    return redirect("safety", viewer.workspace_ref)
