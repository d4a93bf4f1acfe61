"""What does an upload say, with everything told so far? Read anew each time: nothing of it is kept but the file and what was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from shutaf import content
from shutaf.accounts.viewer import Viewer
from shutaf.imports.likely import likely_answers
from shutaf.imports.load import Loaded, load
from shutaf.imports.preview import HeaderShown, RowShown, SheetShown, Shown, sheets_shown
from shutaf.imports.problem import Problem
from shutaf.imports.questions import MOST_QUESTIONS, Question, questions
from shutaf.imports.remembered import Recalled, headers_of, nearest, recalled, remember, signature, unsettled_words
from shutaf.intake.queries import UploadFacts, remembered_all
from shutaf.partnerships.queries import situation
from shutaf.reports.wording.problems import said_answer, said_here, said_option, said_question
from shutaf.stewardship.plan import Plan, plan

SHOWN_ROWS, SHOWN_PROBLEM_ROWS, MOST_CHANGES = 8, 150, 60
CHOICES = (
    "name", "id", "sector", "kind", "city", "neighbourhood", "themes", "registration_no", "people.name", "people.role", "people.email", "people.phone",
    "people.language", "source", "name_he", "name_ar", "name_en", "name_de",
)  # fmt: skip
"""Columns of ours that a column of an own sheet can be."""

TIE_CHOICES = (
    "ties.from",
    "ties.to",
    "ties.kind",
    "ties.strength_1_5",
    "ties.direction",
    "ties.status",
    "ties.since",
    "ties.until",
    "ties.source",
)
"""The same of a list of ties."""

_OWN_KINDS = ("sheet", "bodies_ties", "network")


@dataclass(frozen=True, slots=True)
class SaidProblem:
    """A problem beside its cell: what is wrong and how to mend it, and answers as (text to put in, what the button says)."""

    text: str
    is_error: bool
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CellSaid:
    text: str
    column: str
    problems: tuple[SaidProblem, ...]
    is_mended: bool

    @property
    def look(self) -> str:
        if any(problem.is_error for problem in self.problems):
            return "wrong"
        return "doubt" if self.problems else ("mended" if self.is_mended else "")


@dataclass(frozen=True, slots=True)
class RowSaid:
    number: int
    cells: tuple[CellSaid, ...]
    problems: tuple[SaidProblem, ...]
    is_left_out: bool

    @property
    def look(self) -> str:
        looks = {cell.look for cell in self.cells} | {("wrong" if p.is_error else "doubt") for p in self.problems}
        return "has-error" if "wrong" in looks else ("has-doubt" if "doubt" in looks else "")


@dataclass(frozen=True, slots=True)
class HeaderSaid:
    text: str
    guess: str  # ours, as the mapping takes it; "" for an own field
    problems: tuple[SaidProblem, ...]


@dataclass(frozen=True, slots=True)
class SheetSaid:
    name: str
    title: str
    is_read: bool
    headers: tuple[HeaderSaid, ...]
    rows: tuple[RowSaid, ...]
    hidden: int
    problems: tuple[SaidProblem, ...]
    errors: int
    warnings: int
    choices: tuple[tuple[str, str], ...] = ()


@dataclass
class Looking:
    """One look at an upload."""

    viewer: Viewer
    upload: UploadFacts
    language: str

    @cached_property
    def _first(self) -> Loaded:
        """The file with its mends alone."""
        return load(self.upload.paths, mends=self.upload.mends)

    @cached_property
    def memory(self) -> Recalled:
        """What was told of a sheet like this before; what is told of this one counts more. Where nothing was, the file is not read for it."""
        nothing = Recalled({}, {}, False)
        memories = remembered_all(self.viewer)
        if not memories or self._first.kind not in _OWN_KINDS:
            return nothing
        memory = nearest(memories, headers_of(self._first))
        if memory is None:
            return nothing
        mapping = {**recalled(memory, headers_of(self._first)).mapping, **self.upload.mapping}
        second = load(self.upload.paths, mapping=mapping, mends=self.upload.mends)
        return Recalled(mapping, recalled(memory, headers_of(self._first), unsettled_words(second)).sector_map, True)

    @property
    def mapping(self) -> Mapping[str, str]:
        return {**self.memory.mapping, **self.upload.mapping}

    @property
    def sector_map(self) -> Mapping[str, str]:
        return {**self.memory.sector_map, **self.upload.sector_map}

    @cached_property
    def loaded(self) -> Loaded:
        if not self.mapping and not self.sector_map:
            return self._first
        return load(self.upload.paths, mapping=self.mapping, sector_map=self.sector_map, mends=self.upload.mends)

    def to_remember(self) -> tuple[str, dict[str, Any]]:
        """(signature of the headers, what was told of them) for the next sheet like this; "" for a workbook of ours."""
        headers = headers_of(self.loaded)
        if self.loaded.kind not in _OWN_KINDS or not headers:
            return "", {}
        return signature(headers), remember(headers, self.mapping, self.sector_map)

    @cached_property
    def shown(self) -> Shown:
        up = self.upload
        return sheets_shown(up.paths, self.loaded, mapping=self.mapping, sector_map=self.sector_map, mends=up.mends, most_rows=SHOWN_ROWS)

    @cached_property
    def plan(self) -> Plan | None:
        """What accepting would do; None while errors stand in the way."""
        return plan(situation(self.viewer), self.loaded.situation) if self.loaded.situation else None

    def questions(self) -> list[tuple[Question, str, list[tuple[str, str]]]]:
        """The few things she must be asked first: the question, how it is said, options as (value, said). What she answered already counts."""
        left = max(0, MOST_QUESTIONS - len(self.upload.sector_map))
        return [
            (q, said_question(q, isolate=True), [(o, said_option(q, o, isolate=True)) for o in q.options])
            for q in questions(self.loaded)[:left]
        ]

    @property
    def is_own_sheet(self) -> bool:
        return self.loaded.kind in _OWN_KINDS

    def sheets(self) -> tuple[SheetSaid, ...]:
        return tuple(self._sheet(sheet) for sheet in self.shown.sheets)

    def problems(self) -> tuple[SaidProblem, ...]:
        """Of the input as a whole."""
        return tuple(self._said(problem) for problem in self.shown.problems)

    def _sheet(self, sheet: SheetShown) -> SheetSaid:
        counted = [p for p in self.loaded.problems if p.sheet == sheet.name]
        names = {one.key: one.names[self.language] for one in content.sheets()}
        fine = [row for row in sheet.rows if not row.has_problems][:SHOWN_ROWS]
        hard = [row for row in sheet.rows if row.has_problems][:SHOWN_PROBLEM_ROWS]
        rows = sorted((*fine, *hard), key=lambda row: row.number)
        return SheetSaid(
            sheet.name, names.get(sheet.key, sheet.name), sheet.is_read, tuple(self._header(h) for h in sheet.headers),
            tuple(self._row(row, sheet) for row in rows), sheet.rows_hidden + len(sheet.rows) - len(rows), tuple(self._said(p) for p in sheet.problems),
            sum(p.severity == "error" for p in counted), sum(p.severity == "warning" for p in counted), self._choices(sheet),
        )  # fmt: skip

    def _choices(self, sheet: SheetShown) -> tuple[tuple[str, str], ...]:
        """What a column of the sheet can be said to be; nothing in a workbook of ours, nor where a file of ours said it itself."""
        meant = {header.guess.ours.partition(".")[0] for header in sheet.headers if header.guess}
        if not self.is_own_sheet or "departments" in meant:
            return ()
        return tuple(column_choices(self.language, TIE_CHOICES if "ties" in meant else CHOICES))

    def _header(self, header: HeaderShown) -> HeaderSaid:
        ours = header.guess.ours.removeprefix("organisations.") if header.guess else ""
        return HeaderSaid(header.text, ours, tuple(self._said(p) for p in header.problems))

    def _row(self, row: RowShown, sheet: SheetShown) -> RowSaid:
        cells = tuple(
            CellSaid(
                cell.text,
                sheet.headers[at].text if at < len(sheet.headers) else "",
                tuple(self._said(p, cell.text) for p in cell.problems),
                cell.written is not None,
            )
            for at, cell in enumerate(row.cells)
        )
        return RowSaid(row.number, cells, tuple(self._said(p) for p in row.problems), row.is_left_out)

    def _said(self, problem: Problem, standing: str = "") -> SaidProblem:
        answers = tuple(
            (a.text, said_answer(a, isolate=True)) for a in likely_answers(problem, standing=standing, language=self.language)[:7]
        )
        return SaidProblem(said_here(problem, isolate=True), problem.severity == "error", answers)


def column_choices(language: str, choices: Sequence[str] = CHOICES) -> list[tuple[str, str]]:
    """(key, name) of the columns an own column can be."""
    found = []
    for key in choices:
        sheet, _dot, plain = key.rpartition(".")
        name = next(c.names[language] for c in content.columns(sheet or "organisations") if c.key == plain)
        found.append((key, _("person: {name}").format(name=name) if sheet == "people" else name))
    return found


def counts_said(planned: Plan) -> list[tuple[str, Mapping[str, int]]]:
    """(what, counts) of each kind of row that the file holds."""
    names = {
        "place": _("the place"), "map": _("how the map is known"), "body": _("bodies"), "person": _("people"), "tie": _("ties"), "need": _("needs"),
        "offer": _("offers"), "initiative": _("initiatives"), "stance": _("stances"), "influence": _("influence"),
    }  # fmt: skip
    return [(names[kind], counts) for kind, counts in planned.counts().items()]
