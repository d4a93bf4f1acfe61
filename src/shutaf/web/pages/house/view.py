"""To the provider and back. The way there is a page with a link, since our policy lets no form lead to another site."""

from __future__ import annotations

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.openid_connect import views as allauth
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from requests import RequestException

from shutaf.web.shell.access import open_to_all
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often


@open_to_all
def leave(request: HttpRequest, provider_id: str) -> HttpResponse:
    """POST only, so that no other site sends somebody on this way."""
    provider = _provider(request, provider_id)
    if request.method != "POST":
        return redirect("account_login")
    if is_too_often(request, "house"):
        return too_many(request)
    try:
        way = provider.redirect(request, process="login", next_url=get_next_redirect_url(request))  # type: ignore[attr-defined]
    except RequestException:
        messages.error(
            request, _("{name} cannot be reached at the moment. Come in another way, or try later.").format(name=settings.OIDC_NAME)
        )
        return redirect("account_login")
    return render(request, "house/leave.html", {"way": way.url, "name": settings.OIDC_NAME})


@open_to_all
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Believes only what belongs to a way there from this very browser (state), by PKCE and the provider's own answer."""
    _provider(request, provider_id)
    response: HttpResponse = allauth.callback(request, provider_id)
    return response


def _provider(request: HttpRequest, provider_id: str) -> object:
    try:
        return get_adapter(request).get_provider(request, provider=provider_id)
    except SocialApp.DoesNotExist:
        raise Http404 from None
