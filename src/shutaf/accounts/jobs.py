"""What runs in the background for accounts: mail goes out."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django_tasks import task

from shutaf.accounts.models import Mail

_TRIES_SHOWN = 500


@task()
def deliver_mail() -> int:
    """Send what waits in the outbox, oldest first; returns how many went. Without a mail server nothing goes and nothing is an error.

    Safe to run twice: each message is sent while its row is held, and a sent one is passed over. A failed one says why and is tried again.
    """
    if not settings.EMAIL_HOST:
        return 0
    sent = 0
    for mail in Mail.objects.filter(sent_at=None).order_by("pk"):
        sent += _deliver(mail)
    return sent


def _deliver(mail: Mail) -> bool:
    try:
        EmailMessage(mail.subject, mail.text, settings.DEFAULT_FROM_EMAIL, [mail.to]).send()
    except OSError as failure:
        mail.error = str(failure)[:_TRIES_SHOWN]
        mail.save(update_fields=["error"])
        return False
    mail.sent_at, mail.error, mail.text = timezone.now(), "", masked(mail.text)
    mail.save(update_fields=["sent_at", "error", "text"])
    return True


def masked(text: str) -> str:
    """The text without the secret part of its links: once delivered, nobody else shall use them."""
    return "\n".join("…" if "://" in line else line for line in text.splitlines())
