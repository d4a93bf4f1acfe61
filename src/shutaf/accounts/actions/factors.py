"""Whose second factor is taken off by whoever runs the service? A person may be in several workspaces, so no owner of one may do it."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from shutaf.accounts.actions import mail_queue
from shutaf.accounts.models import User


def factor_take_off(*, email: str, letter: Callable[[str], tuple[str, str]]) -> bool:
    """Whether there was one. All sessions of the account end, and letter (language -> subject and text) goes to it."""
    user = User.objects.filter(email=email.strip().lower()).first()
    with transaction.atomic():
        if user is None or not Authenticator.objects.filter(user=user).delete()[0]:
            return False
        language = user.language or "he"
        subject, text = letter(language)
        mail_queue(to=user.email, subject=subject, text=text, language=language)
    for session in UserSession.objects.filter(user=user):
        session.end()
    return True
