"""Has an account a second thing that proves who it is?"""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.models import SocialAccount
from django.conf import settings

PROVING = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What proves; recovery codes only stand in for one of these."""


def has_factor(user: Any) -> bool:
    return bool(is_mfa_enabled(user, PROVING))


def can_prove(user: Any) -> bool:
    """For a program that acts for them: they have a second factor, or sign in through the house, where that asks for one."""
    return has_factor(user) or (settings.OIDC_PROVES and SocialAccount.objects.filter(user=user).exists())
