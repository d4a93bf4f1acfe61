"""Has a person proved with a second thing that it is they? And how does allauth keep and name those things here?"""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf.accounts.factors import has_factor


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets are kept encrypted under the secret key: a copy of the database alone signs nobody in."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("This code is not right, or it was used already. Wait for the next one."),
        "cannot_generate_recovery_codes": gettext_lazy("Set up an app or a passkey first; codes stand in for it when it is lost."),
    }

    def encrypt(self, text: str) -> str:
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What was locked under another key opens nothing: a secret of chance takes its place, which no code fits."""
        try:
            return _lock().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Passkey {n}").format(n=count + 1)

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)


def _lock() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"shutaf second factor " + settings.SECRET_KEY.encode()).digest()))


def is_proved(request: HttpRequest) -> bool:
    """In this session, with something that is still theirs; or by the sign-in of the house, where that asks for it."""
    methods = {record["method"] for record in get_authentication_records(request, request.user)}
    by_house = settings.OIDC_PROVES and "socialaccount" in methods
    return by_house or ("mfa" in methods and has_factor(request.user))


def note_proved(request: HttpRequest, kind: str) -> None:
    """Whoever has just set it up has shown that they have it."""
    record_authentication(request, request.user, "mfa", type=kind, reauthenticated=True)


def ask_for_factor(request: HttpRequest) -> HttpResponseRedirect:
    """To where it is shown, or set up, and back to this page."""
    if not has_factor(request.user):
        messages.info(request, _("This workspace asks for a second factor. Set one up; then you come back here."))
    return to_factor(request, request.get_full_path())


def to_factor(request: HttpRequest, back: str) -> HttpResponseRedirect:
    asked = QueryDict(mutable=True)
    asked["next"] = back
    name = "mfa_reauthenticate" if has_factor(request.user) else "mfa_index"
    return HttpResponseRedirect(f"{reverse(name)}?{asked.urlencode(safe='/')}")


def note_way_back(request: HttpRequest) -> None:
    """Where the person wanted to go before a second factor was asked for; only within this site."""
    wanted = request.GET.get("next", "")
    if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        request.session["factor_next"] = wanted


def way_back(request: HttpRequest) -> str:
    return str(request.session.get("factor_next", ""))
