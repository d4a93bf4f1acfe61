"""Tokens for programs: make one, see which are open and when they were used, take one back."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.actions.api_tokens import TooManyTokensError, token_make, token_revoke
from shutaf.accounts.api_tokens import tokens_list
from shutaf.accounts.rules import is_member, may_manage, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.web.pages.tokens.form import TokenForm
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept


@in_workspace(is_member)
def tokens(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A new token is shown once, in the answer to its form: only its hash is kept."""
    owner = may_manage(viewer)
    form, made = TokenForm(request.POST if request.method == "POST" else kept(request), may_manage=owner), ""
    if request.method == "POST" and form.is_valid():
        made = _made(viewer, form)
        form = TokenForm(may_manage=owner) if made else form
    context = {
        "room": "more", "form": form, "made": made, "keeps_form": True, "tokens": tokens_list(viewer),
        "address": f"{settings.PUBLIC_URL}/api/v1/w/{viewer.workspace_ref}/",
    }  # fmt: skip
    response = render(request, "tokens/page.html", context)
    response["Referrer-Policy"] = "same-origin"
    return response


def _made(viewer: Viewer, form: TokenForm) -> str:
    data = form.cleaned_data
    try:
        return token_make(viewer, name=data["name"], scopes=data["scopes"], days=data["days"])
    except TooManyTokensError:
        form.add_error(None, _("You have twenty open tokens. Take one back first."))
        return ""


@in_workspace(sees_shared)
@require_POST
def token_end(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    token_revoke(viewer, ref=ref)
    messages.success(request, _("The token was taken back and opens nothing any more."))
    return redirect("tokens", viewer.workspace_ref)
