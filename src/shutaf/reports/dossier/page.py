"""The page one walks in with to one body: for the room, or for the driver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.analysis.actors.body_sheet import body_sheet
from shutaf.analysis.preparation import Preparation
from shutaf.analysis.situation import Initiative
from shutaf.reports.brief import Audience, document
from shutaf.reports.brief.sheets import driver_rows, room_rows
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Document, Facts, Line, Notice, line, without_codes
from shutaf.reports.dossier.known import Known
from shutaf.reports.wording.sheet import NOT_KNOWN
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import speak


def dossier(
    prepared: Preparation, ref: str, initiative: Initiative, members: tuple[str, ...], *, known: Known, language: str, audience: Audience
) -> Document:
    """One body's page about one initiative. known: what is kept beside the map. KeyError for a body that is not there."""
    with translation.override(language):
        writing = Writing(prepared, Speech(language, prepared.situation), audience, 0, {ref: known}, (initiative, members))
        whole = without_codes(document(writing, tuple(_blocks(writing, ref))))  # the codes that can be asked about are those of a brief
        name = writing.speech.body(ref)
        return replace(
            whole,
            title=(name,),
            lead=line(_("Before the talk about: "), writing.speech.initiative(initiative.ref)),
            tags=(),
            is_dense=writing.is_driver,
        )


def _blocks(writing: Writing, ref: str) -> Iterator[Block]:
    sheet = body_sheet(writing.situation, ref)
    rows: list[tuple[Line, tuple[Line, ...]]] = [*room_rows(writing, sheet), *(driver_rows(writing, sheet) if writing.is_driver else ())]
    yield Facts(tuple(rows))
    if unknown := tuple(speak(NOT_KNOWN[item.key], {"n": item.number}, writing.speech) for item in sheet.room.not_known):
        yield Notice((line(_("What we do not know, and must not assume")), *unknown))
