"""Does mail wait, go out once, and keep no secret afterwards?"""

from __future__ import annotations

import smtplib
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as django_mail
from django.utils import timezone

from shutaf.accounts.actions import mail_queue, sign_in_link_make, sign_in_link_use
from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.models import Mail, SignInLink
from shutaf.accounts.queries import mail_list
from shutaf.accounts.viewer import NotAllowedError
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TEXT = "Here it is:\n\nhttps://x.example/invitation/TOKEN/\n\nGoodbye"


def queued(town: Town) -> Mail:
    return mail_queue(to="new@x.example", subject="Invitation", text=TEXT, workspace_id=town.workspace.pk)


@pytest.fixture
def server(settings: Any) -> None:
    settings.EMAIL_HOST = "mail.example"


def test_without_a_server_mail_waits_and_can_be_copied(town: Town) -> None:
    queued(town)
    assert deliver_mail.call() == 0
    assert mail_list(town.owner)[0].text == TEXT


def test_it_goes_out_once_and_its_link_is_masked(town: Town, server: None) -> None:
    queued(town)
    assert (deliver_mail.call(), deliver_mail.call()) == (1, 0)
    assert [m.body for m in django_mail.outbox] == [TEXT]
    (kept,) = mail_list(town.owner)
    assert kept.sent_at
    assert "TOKEN" not in kept.text


def test_two_workers_do_not_send_the_same(town: Town, server: None) -> None:
    waiting = queued(town)
    Mail.objects.filter(pk=waiting.pk).update(claimed_at=timezone.now())
    assert deliver_mail.call() == 0
    Mail.objects.filter(pk=waiting.pk).update(claimed_at=timezone.now() - timedelta(minutes=11))
    assert deliver_mail.call() == 1


def test_a_failure_says_why_and_holds_up_nobody(town: Town, server: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.core.mail import EmailMessage

    send = EmailMessage.send

    def refuse(self: EmailMessage, *args: Any) -> int:
        if self.to == ["new@x.example"]:
            raise smtplib.SMTPRecipientsRefused({})
        return send(self, *args)

    monkeypatch.setattr(EmailMessage, "send", refuse)
    bad = queued(town)
    mail_queue(to="good@x.example", subject="Hello", text="Hello", workspace_id=town.workspace.pk)
    assert deliver_mail.call() == 1
    bad.refresh_from_db()
    assert bad.error
    assert bad.sent_at is None
    monkeypatch.undo()


def test_what_waited_for_days_is_not_sent_late(town: Town, server: None) -> None:
    queued(town)
    Mail.objects.update(created_at=timezone.now() - timedelta(days=4))
    assert deliver_mail.call() == 0


def test_the_outbox_is_the_owners_and_holds_no_sign_in_link(town: Town) -> None:
    queued(town)
    mail_queue(to=town.eli.email, subject="Sign in", text="https://x.example/sign-in/link/SECRET/")
    assert [one.subject for one in mail_list(town.owner)] == ["Invitation"]
    assert mail_list(town.elsewhere) == ()
    for viewer in (town.editor, town.viewer, town.partner, town.link("merchants")):
        with pytest.raises(NotAllowedError):
            mail_list(viewer)


def test_a_sign_in_link_works_once_and_for_twenty_minutes(town: Town) -> None:
    token = sign_in_link_make(town.vera)
    assert sign_in_link_use(token) == town.vera
    assert sign_in_link_use(token) is None
    late = sign_in_link_make(town.vera)
    SignInLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert sign_in_link_use(late) is None


def test_a_sign_in_link_of_a_closed_account_opens_nothing(town: Town) -> None:
    token = sign_in_link_make(town.vera)
    town.vera.is_active = False
    town.vera.save()
    assert sign_in_link_use(token) is None
