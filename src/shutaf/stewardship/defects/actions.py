"""How is a barrier told, and how is it settled?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.validators import validate_email
from django.db import transaction
from django.forms import ValidationError
from django.utils import timezone
from django.utils.crypto import salted_hmac

from shutaf.accounts.actions import mail_queue
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.stewardship.defects.rules import may_settle
from shutaf.stewardship.models import Defect

DAYS = 60
"""Israeli law: a defect of an accessible service is mended within a reasonable time, sixty days at most."""

MOST_OPEN = 2000
"""Ours: more than anybody will read, and less than would fill a small machine."""

STATES = ("open", "mended", "refused")
Letter = Callable[[str], tuple[str, str]]
"""Makes (subject, text) of the number; the page knows the words."""

_LETTERS = "BCDFGHJKMNPQRTVWXY346789"  # none is read as another, and no word comes out


class TooManyDefectsError(ValueError):
    """So many wait that no more can be kept."""


def defect_tell(
    *, op: str, text: str, page: str = "", with_what: str = "", answer_to: str = "", language: str = "he", letter: Letter | None = None
) -> str:
    """Keep what anybody told; returns its number. op: what the page calls it, so that the same one sent twice is kept once. letter: to whom it concerns."""
    ref = _number(op)
    with transaction.atomic():
        if Defect.objects.filter(ref=ref).exists():
            return ref
        if Defect.objects.filter(state="open").count() >= MOST_OPEN:
            raise TooManyDefectsError
        due = timezone.now() + timedelta(days=DAYS)
        Defect.objects.create(ref=ref, due_at=due, page=page[:500], text=text, with_what=with_what[:300], answer_to=answer_to[:254], language=language)  # fmt: skip
        if letter and settings.ACCESSIBILITY_MAIL:
            subject, words = letter(ref)
            mail_queue(to=settings.ACCESSIBILITY_MAIL, subject=subject, text=words)
    return ref


def _number(op: str) -> str:
    """Ten letters that nobody guesses who does not know op."""
    digest = salted_hmac("shutaf.defect", op, algorithm="sha256").digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in hashlib.sha256(digest).digest()[:10])


def defect_settle(viewer: Viewer, *, ref: str, state: str, answer: str, letter: Letter | None = None) -> None:
    """Say what became of it; whoever left an e-mail address is written to. Back to open, its clock goes on from the day it was told."""
    if not may_settle(viewer) or state not in STATES:
        raise NotAllowedError("may_settle")
    with transaction.atomic():
        row = Defect.objects.select_for_update().filter(ref=ref).first()
        if row is None:
            raise NotAllowedError("defect")
        is_news = (row.state, row.answer) != (state, answer) and state != "open"
        row.state, row.answer, row.settled_by = state, answer, "" if state == "open" else viewer.label
        row.settled_at = None if state == "open" else timezone.now()
        row.save(update_fields=["state", "answer", "settled_by", "settled_at"])
        if letter and is_news and is_mail(row.answer_to):
            subject, words = letter(ref)
            mail_queue(to=row.answer_to, subject=subject, text=words, language=row.language, workspace_id=viewer.workspace_id)


def is_mail(told: str) -> bool:
    """Whether what somebody left is an address we can write to; a phone number is called by a person."""
    try:
        validate_email(told)
    except ValidationError:
        return False
    return True
