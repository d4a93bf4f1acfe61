"""The code of an app or of a sheet of paper, each good for one time; and what a passkey answers."""

from __future__ import annotations

import unicodedata
from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, LoginWebAuthnForm, ReauthenticateWebAuthnForm
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

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


class _Answered:
    """What a passkey answered. A stranger may send anything here, and the libraries that read it raise all kinds: whatever it is, it is no answer."""

    def clean(self) -> dict[str, Any]:
        try:
            found: dict[str, Any] = super().clean()  # type: ignore[misc]
        except Exception as why:
            raise _told(why) from why
        return found

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential() if hasattr(super(), "clean_credential") else self.cleaned_data["credential"]  # type: ignore[misc, attr-defined]
        except Exception as why:
            raise _told(why) from why


def _told(why: Exception) -> ValidationError:
    """What is said of it: too many tries as such, all else alike."""
    if isinstance(why, ValidationError) and getattr(why, "code", "") == "too_many_login_attempts":
        return why
    return ValidationError(_("The passkey did not answer as it should. Try once more."))


class AddPasskeyForm(_Answered, AddWebAuthnForm):  # type: ignore[misc]
    name = forms.CharField(
        label=_("What is it called?"), help_text=_("So that you know it again, for example: the telephone, the key on the ring."), max_length=60,
        required=False, widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off", "aria-describedby": "id_name_helptext"}),
    )  # fmt: skip
    passwordless = forms.BooleanField(label=_("It alone signs me in, without the password"), required=False, initial=True)


class AuthenticatePasskeyForm(_Answered, AuthenticateWebAuthnForm):  # type: ignore[misc]
    pass


class ReauthenticatePasskeyForm(_Answered, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    pass


class LoginPasskeyForm(_Answered, LoginWebAuthnForm):  # type: ignore[misc]
    pass


class ActivateForm(_Once, ActivateTOTPForm):  # type: ignore[misc]
    pass
