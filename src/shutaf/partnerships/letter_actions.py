"""What changes about letters to bodies: their words, how texts of the map are said in them, and that somebody says they are ready."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.models import Body
from shutaf.content import LANGUAGES
from shutaf.partnerships.dossiers import About, letter_now, parts_settled
from shutaf.partnerships.models import Initiative, Letter


class NotReadyError(ValueError):
    """A letter with texts in another language, or whose facts changed since it was edited, cannot be said to be ready."""


def letter_save(
    viewer: Viewer, *, initiative_ref: str, body_ref: str, language: str, parts: Mapping[str, Any], said: Mapping[str, str]
) -> str:
    """Write down what somebody made of a letter; it is a draft again. Returns the deed's ref. ValueError for a language there is not.

    parts: key -> {"words": text, "facts": texts it rests on} of the changed paragraphs; said: texts of the map -> words in the letter's language.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    with deed(viewer, "letter_save") as working:
        _write(working, initiative_ref, body_ref, language, parts=dict(parts), said=dict(said), state="draft")
        return working.record.ref


def letter_settle(viewer: Viewer, subject: About, *, body_ref: str, language: str) -> str:
    """Somebody read it and says it is ready: the facts of every paragraph are kept with it. NotReadyError while something is open."""
    with deed(viewer, "letter_settle") as working:
        letter = letter_now(viewer, subject, body_ref, language)
        if not letter.may_be_ready:
            raise NotReadyError
        _write(working, subject.initiative.ref, body_ref, language, parts=parts_settled(letter), said=dict(letter.said), state="settled")
        return working.record.ref


def _write(working: Working, initiative_ref: str, body_ref: str, language: str, **fields: Any) -> None:
    """The first save makes the letter; one in the trash, where an undo put it, comes back."""
    viewer = working.viewer
    initiative, body = present_row(viewer, Initiative, initiative_ref), present_row(viewer, Body, body_ref)
    working.record.about = body.name[:300]
    working.record.save(update_fields=["about"])
    row = Letter.objects.filter(workspace_id=viewer.workspace_id, initiative=initiative, body=body, language=language).first()
    if row is None:
        working.create(Letter(initiative=initiative, body=body, language=language, **fields))
    else:
        working.restore(row)
        working.change(row, **fields)
