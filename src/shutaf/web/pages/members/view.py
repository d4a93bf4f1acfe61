"""The members' page: everybody sees who is in; owners ask in, change and remove."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.actions.invitations import (
    AlreadyMemberError,
    LastOwnerError,
    invitation_again,
    invitation_revoke,
    member_invite,
    member_remove,
    member_role_change,
)
from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.queries import invitations_open, members_list
from shutaf.accounts.rules import may_manage, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.web.pages.members.form import InviteForm, RoleForm
from shutaf.web.pages.members.letter import invitation_letter
from shutaf.web.parts.bodies_choice import bodies_choice
from shutaf.web.parts.roles import role_names, roles_said
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept


@in_workspace(sees_shared)
def members(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    bodies = bodies_choice(request, viewer)
    form = InviteForm(
        request.POST if request.method == "POST" else kept(request), bodies=bodies,
        initial={"role": "editor", "language": request.LANGUAGE_CODE},
    )  # fmt: skip
    if request.method == "POST" and not may_manage(viewer):
        raise NotAllowedError("may_manage")
    if request.method == "POST" and form.is_valid() and _invited(request, viewer, form):
        return redirect("members", viewer.workspace_ref)
    names = dict(bodies)
    context = {
        "room": "more", "members": [(one, [names.get(ref, ref) for ref in one.body_refs], _role_form(one, bodies)) for one in members_list(viewer)],
        "invited": [(one, [names.get(ref, ref) for ref in one.body_refs]) for one in invitations_open(viewer)], "roles": roles_said(),
        "role_names": role_names(), "form": form, "keeps_form": True,
    }  # fmt: skip
    return render(request, "members/page.html", context)


def _role_form(one: object, bodies: list[tuple[str, str]]) -> RoleForm:
    refs = one.body_refs  # type: ignore[attr-defined]
    initial = {"role": one.role, "body": refs[0] if refs else ""}  # type: ignore[attr-defined]
    return RoleForm(bodies=bodies, initial=initial, auto_id=f"m{one.id}_%s")  # type: ignore[attr-defined]


def _invited(request: HttpRequest, viewer: Viewer, form: InviteForm) -> bool:
    data, write = form.cleaned_data, invitation_letter(request.workspace.name, viewer.label)  # type: ignore[attr-defined]
    try:
        member_invite(
            viewer, email=data["email"], role=data["role"], body_refs=form.body_refs(), language=data["language"],
            letter=write(data["language"]),
        )  # fmt: skip
    except AlreadyMemberError:
        form.add_error("email", _("This address is a member already. Change the role in the list."))
        return False
    deliver_mail.enqueue()
    messages.success(request, _("The invitation lies in the outbox."))
    return True


@in_workspace(may_manage)
@require_POST
def member(request: HttpRequest, viewer: Viewer, member_id: int) -> HttpResponse:
    """Another role, or (with "remove") out of the workspace."""
    if all(one.id != member_id for one in members_list(viewer)):
        raise Http404
    form = RoleForm(request.POST, bodies=bodies_choice(request, viewer))
    try:
        if "remove" in request.POST:
            member_remove(viewer, member_id=member_id)
            messages.success(request, _("Removed. What they wrote stays."))
        elif form.is_valid():
            member_role_change(viewer, member_id=member_id, role=form.cleaned_data["role"], body_refs=form.body_refs())
            messages.success(request, _("Saved."))
        else:
            messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    except LastOwnerError:
        messages.error(request, _("A workspace keeps at least one owner. Make somebody else an owner first."))
    return redirect("members", viewer.workspace_ref)


@in_workspace(may_manage)
@require_POST
def invitation_change(request: HttpRequest, viewer: Viewer, invitation_id: int) -> HttpResponse:
    """Take an invitation back, or (with "again") send it once more."""
    if "again" in request.POST:
        invitation_again(viewer, invitation_id=invitation_id, letter=invitation_letter(request.workspace.name, viewer.label))  # type: ignore[attr-defined]
        deliver_mail.enqueue()
        messages.success(request, _("A new invitation lies in the outbox; the old link no longer works."))
    else:
        invitation_revoke(viewer, invitation_id=invitation_id)
        messages.success(request, _("The invitation was taken back."))
    return redirect("members", viewer.workspace_ref)
