"""Who may come in through the sign-in of the house (OpenID Connect)? Whose address it vouches for, when that address has an account or an invitation."""

from __future__ import annotations

import re
from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from shutaf.accounts.queries import invitation_found, user_by_email

INVITATION = re.compile(r"/invitation/([^/]+)/")


class HouseAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Accounts begin with an invitation here too; what the provider tells beside address and name is not kept."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Ties the account to whoever has this address. Our addresses were reached by mail, so it is theirs, and their password stays."""
        account = sociallogin.account
        account.extra_data = {}
        if account.pk:
            account.save(update_fields=["extra_data"])
        if sociallogin.is_existing:
            if not sociallogin.user.is_active:
                _sent_back(request, _("This account is closed."))
            return
        email = vouched(sociallogin)
        if user := user_by_email(email) if email else None:
            sociallogin.connect(request, user)
            sociallogin.email_addresses = []

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Only on the way to an invitation for that very address."""
        way = INVITATION.fullmatch(str(sociallogin.state.get("next") or ""))
        found, email = invitation_found(way[1]) if way else None, vouched(sociallogin)
        if found and email and found.email == email:
            return True
        unvouched = _("{name} does not vouch for an e-mail address of yours, so we cannot know who you are here.")
        unknown = _("There is no account for your address yet. Ask an owner of the workspace for an invitation.")
        return _sent_back(request, unknown if email else unvouched.format(name=settings.OIDC_NAME))

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        user = sociallogin.user
        user.email = str(data.get("email") or "").strip().lower()
        user.name = str(data.get("name") or "")[:200]
        user.language = request.LANGUAGE_CODE
        return user

    def on_authentication_error(self, request: HttpRequest, *args: Any, error: Any = None, **more: Any) -> None:  # noqa: ARG002
        said = (
            _("You came back without signing in.")
            if error == AuthError.CANCELLED
            else _("{name} did not sign you in. Nothing was changed; try once more.")
        )
        _sent_back(request, said.format(name=settings.OIDC_NAME))


def vouched(sociallogin: Any) -> str:
    """The address of which the provider says that it was checked, or whose addresses the settings trust; "" without one."""
    for address in sociallogin.email_addresses:
        if settings.OIDC_TRUSTS_ADDRESSES or address.verified is True or str(address.verified).lower() == "true":
            return str(address.email).strip().lower()
    return ""


def _sent_back(request: HttpRequest, said: str) -> NoReturn:
    messages.error(request, said)
    raise ImmediateHttpResponse(redirect("account_login"))
