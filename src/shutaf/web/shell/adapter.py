"""How does allauth behave here? Accounts begin with an invitation; its mail goes through our outbox, in our words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as N_

from shutaf.accounts.actions import mail_queue
from shutaf.accounts.jobs import deliver_mail

SAID: Mapping[str | None, str] = {
    "account/messages/password_changed.txt": N_("Your password was changed."),
    "account/messages/password_set.txt": N_("Your password was changed."),
    "mfa/messages/totp_activated.txt": N_("The app is set up."),
    "mfa/messages/totp_deactivated.txt": N_("The app was taken off."),
    "mfa/messages/webauthn_added.txt": N_("The passkey is set up."),
    "mfa/messages/webauthn_removed.txt": N_("The passkey was removed."),
}
"""What allauth wants said on the next page."""

TOLD: Mapping[str, str] = {
    "account/email/password_changed": N_("The password of your account was changed."),
    "account/email/password_set": N_("The password of your account was changed."),
    "account/email/password_reset": N_("The password of your account was changed."),
    "mfa/email/totp_activated": N_("An app for codes was set up as the second factor of your account."),
    "mfa/email/totp_deactivated": N_("The app for codes was taken off your account."),
    "mfa/email/recovery_codes_generated": N_("New recovery codes were made for your account; the old ones no longer work."),
    "mfa/email/webauthn_added": N_("A passkey was added to your account."),
    "socialaccount/email/account_connected": N_("The sign-in of the house was tied to your account."),
    "mfa/email/webauthn_removed": N_("A passkey was removed from your account."),
}
"""What allauth wants told by mail."""


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closed sign-up, mail as rows that a job delivers, messages in our words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy("The address or the password is not right."),
        "incorrect_password": gettext_lazy("The password is not right."),
        "too_many_login_attempts": gettext_lazy("Too many tries in a short time. Wait a few minutes."),
        "rate_limited": gettext_lazy("Too many tries in a short time. Wait a few minutes."),
        "same_as_current": gettext_lazy("This password stood before."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Under the address of the settings: what a request calls itself goes into no mail."""
        uid, _dash, token = key.partition("-")
        return str(settings.PUBLIC_URL) + reverse("account_reset_password_from_key", args=[uid, token])

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: Any = None,  # noqa: ARG002
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """In our words, or not at all."""
        said = message or _(SAID[message_template]) if message or message_template in SAID else ""
        if said:
            messages.add_message(request, level, said, extra_tags=extra_tags)

    def send_notification_mail(self, template_prefix: str, user: Any, context: Any = None, email: str | None = None) -> None:  # noqa: ARG002
        """Whoever changes how one signs in is told by mail, so that it cannot be done behind one's back."""
        if template_prefix not in TOLD:
            return
        with translation.override(user.language or translation.get_language()):
            subject = _("Your account in Shutaf")
            text = _(TOLD[template_prefix]) + "\n\n" + _("If it was not you: change your password now, and tell whoever runs this service.")
            mail_queue(to=email or user.email, subject=subject, text=text, language=(translation.get_language() or "he")[:2])
        deliver_mail.enqueue()

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
