"""The workspace's messages, for its owners."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.queries import mail_list
from shutaf.accounts.rules import may_manage
from shutaf.accounts.viewer import Viewer
from shutaf.web.shell.access import in_workspace


@in_workspace(may_manage)
def outbox(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    mails = mail_list(viewer)
    contact_read(viewer, what="outbox", people=len({mail.to for mail in mails}))
    return render(request, "outbox/page.html", {"room": "more", "mails": mails, "has_server": bool(settings.EMAIL_HOST)})
