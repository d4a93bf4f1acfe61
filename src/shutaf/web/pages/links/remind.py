"""Remind who did not answer: a ready text, or a new link in place of one that was lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from shutaf.accounts.actions.links import LINK_DAYS, link_again, link_remind
from shutaf.accounts.queries import LinkFacts, link_found
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.web.pages.links.view import asking_of
from shutaf.web.parts.asking import Asking, address_of
from shutaf.web.shell.access import in_workspace


@in_workspace(may_edit)
def link_remind_page(request: HttpRequest, viewer: Viewer, link_id: int) -> HttpResponse:
    """Looking changes nothing; a button says that it was sent, another makes a new link."""
    link = link_found(viewer, link_id)
    if link is None:
        raise Http404
    asking = replace(asking_of(request, viewer, link.body_ref, link.language, link.person, LINK_DAYS), until=link.expires_at)
    if request.method == "POST" and "again" not in request.POST:
        link_remind(viewer, link_id=link_id)
        messages.success(request, _("Written down: reminded today."))
        return redirect("links", viewer.workspace_ref)
    is_new = request.method == "POST"
    address = address_of(link_again(viewer, link_id=link_id)) if is_new else ""
    context = {"room": "more", "link": link, "name": asking.body, "is_new": is_new, "ready": _ready(asking, link, address)}
    return render(request, "links/remind.html", context)


def _ready(asking: Asking, link: LinkFacts, address: str) -> object:
    if address:
        asking = replace(asking, until=timezone.now() + timedelta(days=LINK_DAYS))
    return asking.ready(asking.reminder(address), address, link.person_role)
