"""What changes about an open call, and about the log of who was told?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from shutaf import content
from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.tokens import new_token
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.queries import body_ids
from shutaf.partnerships.calls.queries import PARTS, Texts
from shutaf.partnerships.models import Call, CallTold, Initiative, Partnership


class NotReadyError(ValueError):
    """What keeps a call from being published. missing: (language, part) of empty texts, or ("", "closes_on")."""

    def __init__(self, missing: Sequence[tuple[str, str]]) -> None:
        super().__init__(missing)
        self.missing = tuple(missing)


def call_create(viewer: Viewer, *, texts: Texts, initiative_ref: str = "", partnership_ref: str = "") -> tuple[str, str]:
    """A new draft of an initiative, of a partnership, or of neither; returns its ref and the deed's."""
    with deed(viewer, "call_create", about=_title(texts)) as working:
        row: Call = working.create(
            Call(
                initiative=_of(viewer, Initiative, initiative_ref),
                partnership=_of(viewer, Partnership, partnership_ref),
                address=new_token(),
                texts=_clean(texts),
            )
        )
        return row.ref, working.record.ref


def _of(viewer: Viewer, model: type[Any], ref: str) -> Any:
    return present_row(viewer, model, ref) if ref else None


def _clean(texts: Texts) -> dict[str, dict[str, str]]:
    return {language: {part: texts[language].get(part, "") for part in PARTS} for language in content.LANGUAGES if language in texts}


def _title(texts: Texts) -> str:
    return next((parts["title"] for parts in texts.values() if parts.get("title")), "")


def call_save(viewer: Viewer, *, ref: str, texts: Texts, channels: Sequence[str], opens_on: str = "", closes_on: str = "") -> str:
    """Change a draft: a published text is frozen. Returns the deed's ref."""
    with deed(viewer, "call_save") as working:
        row = _call(viewer, ref, "draft")
        _about(working, row)
        working.change(row, texts=row.texts | _clean(texts), channels=tuple(channels), opens_on=opens_on, closes_on=closes_on)
        return working.record.ref


def call_publish(viewer: Viewer, *, ref: str, today: str) -> str:
    """Freeze the text and open the address. NotReadyError while a language lacks a part, or no last day is set that is still to come."""
    with deed(viewer, "call_publish") as working:
        row = _call(viewer, ref, "draft")
        if missing := call_missing(row.texts, row.closes_on, today):
            raise NotReadyError(missing)
        _about(working, row)
        working.change(row, state="published", published_at=timezone.now(), opens_on=max(row.opens_on, today))
        return working.record.ref


def call_missing(texts: Texts, closes_on: str, today: str) -> list[tuple[str, str]]:
    """(language, part) of what is still empty: a call is the same in every language; ("", "closes_on") without a last day that is to come."""
    found = [(language, part) for language in content.LANGUAGES for part in PARTS if not texts.get(language, {}).get(part, "").strip()]
    return found if len(closes_on) == len("2026-01-01") and closes_on >= today else [*found, ("", "closes_on")]


def call_correct(viewer: Viewer, *, ref: str, today: str, words: Mapping[str, str], closes_on: str = "") -> str:
    """Say publicly, with its day, what changed after publication. The last day may move on, never back. Returns the deed's ref."""
    said = {language: words[language].strip() for language in content.LANGUAGES if words.get(language, "").strip()}
    if set(said) != set(content.LANGUAGES):
        raise NotReadyError([(language, "correction") for language in content.LANGUAGES if language not in said])
    with deed(viewer, "call_correct") as working:
        row = _call(viewer, ref, "published")
        if closes_on and closes_on < row.closes_on:
            raise NotReadyError([("", "closes_on")])
        _about(working, row)
        moved = {"from": row.closes_on, "to": closes_on} if closes_on and closes_on != row.closes_on else {}
        fields: dict[str, Any] = {"corrections": [*row.corrections, {"on": today, "words": said, "closes_on": moved}]}
        working.change(row, **fields, **({"closes_on": closes_on} if moved else {}))
        return working.record.ref


def call_close(viewer: Viewer, *, ref: str) -> str:
    with deed(viewer, "call_close") as working:
        row = _call(viewer, ref, "published")
        _about(working, row)
        working.change(row, state="closed", closed_at=timezone.now())
        return working.record.ref


def call_remove(viewer: Viewer, *, ref: str) -> str:
    """A draft into the trash. What was published stays: people answered it."""
    with deed(viewer, "call_remove") as working:
        row = _call(viewer, ref, "draft")
        _about(working, row)
        working.remove(row)
        return working.record.ref


def _call(viewer: Viewer, ref: str, state: str = "") -> Call:
    row = present_row(viewer, Call, ref)
    if state and row.state != state:
        raise NotAllowedError("call")
    return row


def _about(working: Working, row: Call) -> None:
    working.record.about = _title(row.texts)[:300]
    working.record.save(update_fields=["about"])


def told_add(viewer: Viewer, *, ref: str, channel: str, told_on: str, body_refs: Sequence[str] = (), **fields: str) -> tuple[str, int]:
    """Log that these bodies were told, or without any that a channel reached everybody there. One batch; the deed's ref and how many lines."""
    if channel not in {one.key for one in content.entries("call_channel")}:
        raise ValueError(channel)
    with deed(viewer, "call_told_add", is_batch=len(body_refs) > 1) as working:
        row = _call(viewer, ref)
        _about(working, row)
        ids = body_ids(viewer, set(body_refs)) if body_refs else {}
        if any(one not in ids for one in body_refs):
            raise NotAllowedError("body")
        pks: list[int | None] = [ids[one] for one in dict.fromkeys(body_refs)] or [None]
        told = [CallTold(call=row, body_id=pk, channel=channel, told_on=told_on, **fields) for pk in pks]
        return working.record.ref, len(working.create_many(told))


def told_remove(viewer: Viewer, *, ref: str, told_ref: str) -> str:
    with deed(viewer, "call_told_remove") as working:
        row = CallTold.present.filter(workspace_id=viewer.workspace_id, call__ref=ref, ref=told_ref).first()
        if row is None:
            raise NotAllowedError("call")
        _about(working, row.call)
        working.remove(row)
        return working.record.ref
