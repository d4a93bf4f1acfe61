"""The preparation brief: as values for programs, and as a file."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Query, Schema
from pydantic import Field

from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.api.answers import MEDIA, described, file_answer
from shutaf.api.asking import Asked
from shutaf.api.findings import plain
from shutaf.api.problems import RefusedError
from shutaf.api.routes import Routes
from shutaf.partnerships.clock import today_of
from shutaf.partnerships.known import known_of
from shutaf.partnerships.preparing import preparation
from shutaf.reports.brief import written
from shutaf.reports.document import Document
from shutaf.reports.writers import PdfFailed, write

routes = Routes("brief")
Audience = Annotated[Literal["room", "driver"], Query(description="room: nothing internal. driver: for those who see everything.")]
Language = Annotated[Literal["", "he", "ar", "en", "de"], Query(description="Empty: the language of Accept-Language.")]


class BriefOut(Schema):
    """The brief part by part. Each block says its kind (Heading, Paragraph, Items, Table, Figure, Facts, Notice, SaidFinding, Asked)."""

    language: str
    audience: str
    title: str
    lead: str
    blocks: list[dict[str, Any]] = Field(description="A line is a list of parts, each with its text; a picture is SVG.")


def _document(asked: Asked, audience: Literal["room", "driver"], language: str, *, is_short: bool = False) -> Document:
    if audience == "driver" and not sees_everything(asked.viewer):
        raise RefusedError(403)
    prepared = preparation(asked.viewer, today=today_of(asked.workspace))
    return written(
        prepared, language=language or asked.language, audience=audience, is_short=is_short,
        known=lambda refs: known_of(asked.viewer, refs, today=prepared.today),
    )[0]  # fmt: skip


@routes.read("/brief", BriefOut, sees_shared)
def brief_read(asked: Asked, audience: Audience = "room", lang: Language = "") -> BriefOut:
    """The brief as values."""
    document = _document(asked, audience, lang)
    blocks = [{"kind": type(block).__name__} | asdict(block) for block in document.blocks]
    return BriefOut(language=document.language, audience=audience, title=plain(document.title), lead=plain(document.lead), blocks=blocks)


@routes.read("/brief.{form}", None, sees_shared, extra=described(*MEDIA.values()))
def brief_file(
    asked: Asked, form: Literal["html", "pdf", "docx", "xlsx"], audience: Audience = "room", lang: Language = "", short: bool = False
) -> HttpResponse:
    """The brief as a file: html, pdf, docx or xlsx. short: two pages."""
    document = _document(asked, audience, lang, is_short=short)
    try:
        data = write(document, f".{form}")
    except PdfFailed:
        raise RefusedError(503) from None
    return file_answer(data, MEDIA[form], f"{asked.workspace.name}-brief.{form}")
