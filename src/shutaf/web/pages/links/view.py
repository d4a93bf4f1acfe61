"""Personal links: make one, see who answered, take one back."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.actions.invitations import Letter
from shutaf.accounts.actions.links import link_make, link_revoke
from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.queries import links_list
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.web.pages.links.form import LinkForm
from shutaf.web.parts.bodies_choice import bodies_choice
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept


@in_workspace(may_edit)
def links(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A new link is shown once, in the answer to its form: only its hash is kept."""
    bodies = bodies_choice(request, viewer)
    initial = {"body": request.GET.get("body", ""), "language": request.LANGUAGE_CODE}
    form, made = LinkForm(request.POST if request.method == "POST" else kept(request), bodies=bodies, initial=initial), ""
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        token = link_make(
            viewer, body_ref=data["body"], person=data["person"], person_role=data["person_role"], days=data["days"], email=data["email"],
            language=data["language"], letter=letter(request.workspace.name, dict(bodies)[data["body"]], data["language"]),  # type: ignore[attr-defined]
        )  # fmt: skip
        if data["email"]:
            deliver_mail.enqueue()
            messages.success(request, _("The letter with the link lies in the outbox."))
            return redirect("links", viewer.workspace_ref)
        made, form = address(token), LinkForm(bodies=bodies, initial={"language": data["language"]})
    names = dict(bodies)
    context = {
        "room": "more", "form": form, "made": made, "keeps_form": True,
        "links": [(one, names.get(one.body_ref, one.body_ref)) for one in links_list(viewer)],
    }  # fmt: skip
    return render(request, "links/page.html", context)


def address(token: str) -> str:
    return str(settings.PUBLIC_URL) + reverse("link_open", args=[token])


def letter(workspace_name: str, body_name: str, language: str) -> Letter:
    def of_token(token: str) -> tuple[str, str]:
        with translation.override(language):
            subject = _("What does {body} need, and what can it offer?").format(body=body_name)
            text = _(
                "{workspace} prepares partnerships and asks {body}: what do you need, what can you offer? The answer takes five minutes, without an account:"
            )
            end = _("The link is personal. Answering is up to you; nothing is shown to others before it was read.")
            return subject, f"{text.format(workspace=workspace_name, body=body_name)}\n\n{address(token)}\n\n{end}"

    return of_token


@in_workspace(may_edit)
@require_POST
def link_end(request: HttpRequest, viewer: Viewer, link_id: int) -> HttpResponse:
    link_revoke(viewer, link_id=link_id)
    messages.success(request, _("The link was taken back and opens nothing any more."))
    return redirect("links", viewer.workspace_ref)
