"""Whole files in and out: the workbook, other programs' formats, the archive of the workspace, and a file that is taken into the map."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from django.conf import settings
from django.http import HttpResponse
from ninja import File, Query, Schema, UploadedFile
from pydantic import Field

from shutaf.accounts.rules import may_edit, may_export, sees_shared
from shutaf.analysis.visible import shared
from shutaf.api.answers import XLSX, described, file_answer
from shutaf.api.asking import Asked
from shutaf.api.contacts import noted
from shutaf.api.problems import RefusedError, Wrong
from shutaf.api.routes import Routes
from shutaf.api.values import Done
from shutaf.imports.load import load
from shutaf.imports.problem import Problem as FileProblem
from shutaf.intake.files import safe_name
from shutaf.partnerships.queries import situation
from shutaf.reports.formats import FORMATS
from shutaf.reports.wording.problems import said_here
from shutaf.reports.workbook import write_workbook
from shutaf.stewardship.actions import batch_accept
from shutaf.stewardship.export import workspace_export
from shutaf.stewardship.plan import plan

routes = Routes("files")
Language = Annotated[Literal["", "he", "ar", "en", "de"], Query(description="Empty: the language of Accept-Language.")]
MOST_TOLD = 200


class Counts(Schema):
    """How many rows of a kind would be or were made, changed, left the same."""

    new: int
    changed: int
    same: int


class Imported(Done):
    """What a file did, or with dry_run would do. problems: what was doubtful in it."""

    is_dry_run: bool
    counts: dict[str, Counts] = Field(description="By kind of row: body, person, tie, need, offer, initiative and others.")
    problems: list[str]


@routes.read("/export/workbook.xlsx", None, sees_shared, extra=described(XLSX))
def workbook_file(asked: Asked, lang: Language = "") -> HttpResponse:
    """What the asker may see, as the workbook that can be read in again."""
    noted(asked, situation(asked.viewer).people)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.xlsx"
        write_workbook(situation(asked.viewer), path, lang or asked.language)
        return file_answer(path.read_bytes(), XLSX, f"{asked.workspace.name}.xlsx")


@routes.read("/export/archive.zip", None, may_export, extra=described("application/zip"))
def archive_file(asked: Asked) -> HttpResponse:
    """The whole workspace with its history: tokens of owners with the scope export."""
    noted(asked, situation(asked.viewer).people)
    return file_answer(workspace_export(asked.viewer), "application/zip", f"{asked.workspace.name}.zip")


@routes.read("/export/{form}", None, sees_shared, extra=described(*dict.fromkeys(one.media_type for one in FORMATS.values())))
def format_file(
    asked: Asked,
    form: Annotated[str, Field(pattern=f"^({'|'.join(FORMATS)})$")],
    audience: Annotated[Literal["own", "partners"], Query(description="partners: what may be passed on.")] = "own",
    lang: Language = "",
) -> HttpResponse:
    """The map for another program."""
    seen = situation(asked.viewer) if audience == "own" else shared(situation(asked.viewer))
    chosen = FORMATS[form]
    if chosen.is_of_people and not seen.people:
        raise RefusedError(404)
    if "people" in chosen.carries:
        noted(asked, seen.people)
    return file_answer(chosen.write(seen, lang or asked.language), chosen.media_type, f"map-{form}{chosen.suffix}")


@routes.write("POST", "/import", may_edit, answer=Imported)
def import_new(
    asked: Asked,
    file: Annotated[
        UploadedFile, File(description="A workbook, a sheet, CSV, GraphML, GEXF, Pajek, DL, Kumu or PARTNER file; 25 MB at most.")
    ],
    dry_run: Annotated[bool, Query(description="Say what would change, and change nothing.")] = False,
) -> Imported:
    """Take a file into the map as one batch, which can be undone whole. With an error in it nothing is taken; 422 says which."""
    if (file.size or 0) > settings.UPLOAD_LIMIT_BYTES:
        raise RefusedError(413)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / safe_name(file.name or "file")
        path.write_bytes(b"".join(file.chunks()))
        loaded = load([path])
    if loaded.situation is None:
        raise RefusedError(422, errors=[Wrong(where=_where(one), says=said_here(one)[:1000]) for one in loaded.errors[:MOST_TOLD]])
    counts = plan(situation(asked.viewer), loaded.situation).counts()
    if not dry_run:
        batch_accept(asked.viewer, incoming=loaded.situation, about=(file.name or "")[:300])
    return Imported(is_dry_run=dry_run, counts=_counts(counts), problems=[said_here(one)[:1000] for one in loaded.warnings[:MOST_TOLD]])


def _where(problem: FileProblem) -> str:
    """Its place in the file, as the user's program shows it."""
    return " ".join(str(part) for part in ("body.file", problem.sheet, problem.row, problem.column) if part)[:200]


def _counts(counts: Mapping[str, Mapping[str, int]]) -> dict[str, Counts]:
    return {kind: Counts(**states) for kind, states in counts.items()}
