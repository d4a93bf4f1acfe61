"""How does an answer to an open call arrive? From anybody, once, with a receipt that is the same for all."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from shutaf.accounts.deeds import AlreadyDoneError, deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.models import Call, CallAnswer

RECEIPT_LETTERS = "BCDFGHJKMNPQRTVWXY346789"
"""Without those that are read as others, and without vowels, so that no word comes out."""

RECEIPT_LENGTH = 10
MOST_ANSWERS = 3000
"""Of one call. Ours: more than anybody will read, and less than would fill a small machine."""


class TooManyAnswersError(ValueError):
    """A call has more answers than anybody will read."""


def is_public(viewer: Viewer) -> bool:
    return viewer.kind == "public"


def call_answer(viewer: Viewer, *, call_ref: str, op: str, name: str, **fields: Any) -> str:
    """Keep what somebody answered; returns the receipt. The same sent twice is kept once and has the same receipt.

    The page asks whether the call is open; here a draft, a closed and another workspace's call are refused.
    """
    try:
        with deed(viewer, "call_answer", rule=is_public, about=name, op=f"{call_ref}:{op}"[:64]) as working:
            call = _open(viewer, call_ref)
            if CallAnswer.objects.filter(workspace_id=viewer.workspace_id, call=call).count() >= MOST_ANSWERS:
                raise TooManyAnswersError
            receipt = "".join(secrets.choice(RECEIPT_LETTERS) for _ in range(RECEIPT_LENGTH))
            working.create(CallAnswer(call=call, name=name, receipt=receipt, answered_at=timezone.now(), **fields))
            return receipt
    except AlreadyDoneError as done:
        return _receipt_of(viewer, call_ref, done.deed_ref)


def _open(viewer: Viewer, ref: str) -> Call:
    row = Call.present.filter(workspace_id=viewer.workspace_id, ref=ref, state="published").first()
    if not isinstance(row, Call):
        raise NotAllowedError("call")
    return row


def _receipt_of(viewer: Viewer, call_ref: str, deed_ref: str) -> str:
    rows = CallAnswer.objects.filter(workspace_id=viewer.workspace_id, call__ref=call_ref, created_in__ref=deed_ref)
    found = rows.values_list("receipt", flat=True).first()
    if found is None:
        raise NotAllowedError("call")
    return str(found)


def receipt_said(receipt: str) -> str:
    """In groups, as it is read aloud.

    >>> receipt_said("BCDFGHJKMN")
    'BCDF-GHJ-KMN'
    """
    return "-".join((receipt[:4], receipt[4:7], receipt[7:]))


def answer_fields(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the form gave, as `call_answer` takes it."""
    contact = {key: str(given.get(key, "")) for key in ("person", "role", "email", "phone")}
    said = {
        "brings": given.get("brings", ""),
        "interests": given.get("interests", ""),
        "needs": given.get("needs", []),
        "offers": given.get("offers", []),
    }
    columns = {key: str(given.get(key, "")) for key in ("sector", "size", "language", "neighbourhood")}
    return {"name": name, "contact": contact, "said": said, **columns}
