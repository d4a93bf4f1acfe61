"""Personal links: make one, see who opened and answered, take one back."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.actions.links import link_make, link_revoke
from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.queries import links_list
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.queries import situation
from shutaf.web.pages.links.form import LinkForm
from shutaf.web.parts.asking import Asking, Ready, address_of
from shutaf.web.parts.bodies_choice import bodies_choice
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept


@in_workspace(may_edit)
def links(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A new link is shown once, in the answer to its form: only its hash is kept."""
    bodies = bodies_choice(request, viewer)
    initial = {"body": request.GET.get("body", ""), "language": request.LANGUAGE_CODE}
    form, made = LinkForm(request.POST if request.method == "POST" else kept(request), bodies=bodies, initial=initial), None
    if request.method == "POST" and form.is_valid():
        made = _made(request, viewer, form)
        if made is None:
            messages.success(request, _("The letter with the link lies in the outbox."))
            return redirect("links", viewer.workspace_ref)
        form = LinkForm(bodies=bodies, initial={"language": form.cleaned_data["language"]})
    names = dict(bodies)
    context = {
        "room": "more", "form": form, "made": made, "keeps_form": True,
        "links": [(one, names.get(one.body_ref, one.body_ref)) for one in links_list(viewer)],
    }  # fmt: skip
    return render(request, "links/page.html", context)


def _made(request: HttpRequest, viewer: Viewer, form: LinkForm) -> Ready | None:
    """The message with the new link, to be sent by hand; None when it lies in the outbox."""
    data = form.cleaned_data
    asking = asking_of(request, viewer, data["body"], data["language"], data["person"], data["days"])
    token = link_make(
        viewer, body_ref=data["body"], sheet=asking.sheet, person=data["person"], person_role=data["person_role"], days=data["days"],
        email=data["email"], language=data["language"], letter=lambda token: asking.said(address_of(token)),
    )  # fmt: skip
    if data["email"]:
        deliver_mail.enqueue()
        return None
    address = address_of(token)
    return asking.ready(asking.said(address)[1], address, data["person_role"])


def asking_of(request: HttpRequest, viewer: Viewer, body_ref: str, language: str, person: str, days: int) -> Asking:
    """A department is asked for its whole sheet, any other body for needs and offers. Names stand in the recipient's language."""
    body = situation(viewer).body_by_ref.get(body_ref)
    name, sheet = (body.name_in(language), "department" if body.is_department else "body") if body else (body_ref, "body")
    return Asking(request.workspace.name, name, language, sheet, person, timezone.now() + timedelta(days=days))  # type: ignore[attr-defined]


@in_workspace(may_edit)
@require_POST
def link_end(request: HttpRequest, viewer: Viewer, link_id: int) -> HttpResponse:
    link_revoke(viewer, link_id=link_id)
    messages.success(request, _("The link was taken back and opens nothing any more."))
    return redirect("links", viewer.workspace_ref)
