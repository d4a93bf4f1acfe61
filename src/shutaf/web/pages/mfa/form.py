"""The code of an app or of a sheet of paper, each good for one time."""

from __future__ import annotations

import unicodedata
from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.conf import settings
from django.core.cache import cache

USABLE_SECONDS = 30 * (2 * settings.MFA_TOTP_TOLERANCE + 1)
"""How long one code of an app is right: its own half minute and those beside it."""


class _Once:
    """A code works once for as long as it is right; allauth remembers it for half a minute only. Digits of any script are digits."""

    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        self.cleaned_data["code"] = "".join(_digit(letter) for letter in self.cleaned_data["code"])
        code = str(super().clean_code())  # type: ignore[misc]
        is_of_app = getattr(self, "authenticator", None) is None or self.authenticator.type == Authenticator.Type.TOTP  # type: ignore[attr-defined]
        if is_of_app and not cache.add(f"totp-{self.user.pk}-{normalize_user_code(code)}", 1, timeout=USABLE_SECONDS):  # type: ignore[attr-defined]
            raise get_adapter().validation_error("incorrect_code")
        return code


def _digit(letter: str) -> str:
    return str(unicodedata.digit(letter, letter))


class AuthenticateForm(_Once, AllauthAuthenticateForm):  # type: ignore[misc]
    pass


class ReauthenticateForm(_Once, AllauthReauthenticateForm):  # type: ignore[misc]
    pass


class ActivateForm(_Once, ActivateTOTPForm):  # type: ignore[misc]
    pass
