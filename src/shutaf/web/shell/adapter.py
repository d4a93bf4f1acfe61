"""How does allauth behave here? Accounts begin with an invitation; its mail goes through our outbox."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import translation

from shutaf.accounts.actions import mail_queue


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closed sign-up, mail as rows that a job delivers."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        message = self.render_mail(template_prefix, email, context)
        mail_queue(to=email, subject=str(message.subject), text=str(message.body), language=(translation.get_language() or "he")[:2])
