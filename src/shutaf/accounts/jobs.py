"""What runs in the background for accounts: mail goes out."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from shutaf.accounts.models import Mail

CLAIM_MINUTES = 10  # longer than any server takes; then another worker may try
DAYS_TRIED = 3  # what waited longer was copied by hand, or its link is dead
_ERROR_SHOWN = 500


@task()
def deliver_mail() -> int:
    """Send what waits in the outbox, oldest first; returns how many went. Without a mail server nothing goes and nothing is an error.

    Safe to run twice: a worker claims a message before it sends it. A failed one says why and is tried again for three days.
    """
    if not settings.EMAIL_HOST:
        return 0
    waiting = Mail.objects.filter(sent_at=None, created_at__gt=timezone.now() - timedelta(days=DAYS_TRIED)).order_by("pk")
    if not waiting:
        return 0
    connection = get_connection()
    try:
        connection.open()
    except OSError as failure:
        waiting.update(error=str(failure)[:_ERROR_SHOWN])
        return 0
    try:
        return sum(_deliver(mail, connection) for mail in waiting if _claimed(mail))
    finally:
        connection.close()


def _claimed(mail: Mail) -> bool:
    """Whether this worker, and no other, has the message now."""
    now = timezone.now()
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - timedelta(minutes=CLAIM_MINUTES))
    return Mail.objects.filter(free, pk=mail.pk, sent_at=None).update(claimed_at=now) == 1


def _deliver(mail: Mail, connection: BaseEmailBackend) -> bool:
    try:
        EmailMessage(mail.subject, mail.text, settings.DEFAULT_FROM_EMAIL, [mail.to], connection=connection).send()
    except (OSError, ValueError) as failure:
        mail.error, mail.claimed_at = str(failure)[:_ERROR_SHOWN], None
        mail.save(update_fields=["error", "claimed_at"])
        return False
    mail.sent_at, mail.error, mail.text = timezone.now(), "", masked(mail.text)
    mail.save(update_fields=["sent_at", "error", "text"])
    return True


def masked(text: str) -> str:
    """The text without its links: once delivered, nobody else shall use them."""
    return "\n".join("…" if "://" in line else line for line in text.splitlines())
