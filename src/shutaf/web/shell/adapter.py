"""How does allauth behave here? Accounts begin with an invitation; its mail goes through our outbox, in our words."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.accounts.actions import mail_queue
from shutaf.accounts.jobs import deliver_mail


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closed sign-up, mail as rows that a job delivers."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Under the address of the settings: what a request calls itself goes into no mail."""
        uid, _dash, token = key.partition("-")
        return str(settings.PUBLIC_URL) + reverse("account_reset_password_from_key", args=[uid, token])

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        if template_prefix == "account/email/password_reset_key":
            subject, text = _("A new password for Shutaf"), _reset_text(context["password_reset_url"])
        else:
            message = self.render_mail(template_prefix, email, context)
            subject, text = str(message.subject), str(message.body)
        mail_queue(to=email, subject=subject, text=text, language=(translation.get_language() or "he")[:2])
        deliver_mail.enqueue()


def _reset_text(link: str) -> str:
    ask = _("Choose a new password here:")
    return f"{ask}\n\n{link}\n\n" + _("If you did not ask for it, do nothing; the old password stays.")
