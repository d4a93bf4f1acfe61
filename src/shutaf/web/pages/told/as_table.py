"""The map as a table: one row a body or one row a tie, in the order of the column that was pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any, TypeAlias

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.accounts.rules import sees_everything
from shutaf.analysis.network.pairs import Pair
from shutaf.analysis.situation import Tie, Word
from shutaf.web.pages.told.shown import Shown, html
from shutaf.web.parts.tags import said

TieRow: TypeAlias = tuple[Pair, Sequence[Tie]]


@dataclass(frozen=True, slots=True)
class Column:
    """key: in the address. title: msgid. value: what rows are sorted by (None last). cell: its HTML. is_number: set at the inline end."""

    key: str
    title: str
    value: Callable[[Any, Any], Any]
    cell: Callable[[Any, Any], str]
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head: its link sorts; direction: ascending, descending or none."""

    title: str
    href: str
    direction: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class TableShown:
    heads: tuple[Head, ...]
    rows: SafeString
    count: int
    page: int
    pages: int


def table_of(shown: Shown) -> TableShown:
    """The asked page of the table. O(rows log rows)."""
    view = Bodies(shown) if shown.asked.rows == "bodies" else Ties(shown)
    columns = view.columns
    wanted = shown.asked.sort.removeprefix("-")
    column = next((one for one in columns if one.key == wanted), columns[0])
    is_down = shown.asked.sort.startswith("-")
    key = (shown.asked.rows, shown.asked.selection, column.key, is_down, sees_everything(shown.viewer))
    rows = shown.once("ordered", *key, make=lambda: _ordered(view, column, is_down))
    listed, page, pages = shown.paged(rows)
    heads = tuple(_head(shown, one, column, is_down) for one in columns)
    return TableShown(heads, html(_row(view, columns, row) for row in listed), len(rows), page, pages)


def _ordered(view: Bodies | Ties, column: Column, is_down: bool) -> Sequence[Any]:
    """Rows stand in the order of their names already."""
    if column is view.columns[0] and not is_down:
        return view.rows
    return _by_column(view, column, is_down)


def _by_column(view: Bodies | Ties, column: Column, is_down: bool) -> Sequence[Any]:
    """By the column; what is not known comes last in both directions; rows that are alike stay in the order of their names."""
    rows = [(column.value(view, row), row) for row in view.rows]
    known = [pair for pair in rows if pair[0] is not None and pair[0] != ""]
    unknown = [row for value, row in rows if value is None or value == ""]
    known.sort(key=lambda pair: pair[0], reverse=is_down)
    return [*(row for _value, row in known), *unknown]


def _head(shown: Shown, one: Column, sorted_by: Column, is_down: bool) -> Head:
    """A press sorts by the column, numbers from the largest; a second press turns the order."""
    is_here = one is sorted_by
    falls = (not is_down) if is_here else one.is_number
    direction = ("descending" if is_down else "ascending") if is_here else "none"
    return Head(_(one.title), shown.asked.address(form="table", sort=("-" if falls else "") + one.key), direction, one.is_number)


def _row(view: Any, columns: Sequence[Column], row: Any) -> str:
    first, *rest = columns
    cells = "".join(
        f'<td{" class=num" if one.is_number else ""} data-label="{escape(_(one.title))}">{one.cell(view, row)}</td>' for one in rest
    )
    return f'<tr><th scope="row">{first.cell(view, row)}</th>{cells}</tr>'


def unknown_cell(text: str) -> str:
    return f'<span class="unknown">{escape(text)}</span>'


class Bodies:
    """One row a body; counts of what was written down."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.rows: Sequence[str] = shown.by_name(shown.selected.bodies)
        self.group = {body.ref: body.group_key for body in shown.situation.bodies}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        columns = [
            Column("name", N_("Body"), lambda v, ref: v.shown.order[ref], lambda v, ref: v.shown.link(ref)),
            Column("group", N_("Sector"), lambda v, ref: v.shown.speech.group(v.group[ref]) if v.group[ref] else None, lambda v, ref: v.shown.group(ref)),
            Column("ties", N_("Known ties"), lambda v, ref: len(v.shown.neighbours(ref)), Bodies._ties, True),
            Column("across", N_("Into other sectors"), Bodies._across, lambda v, ref: v.digits(Bodies._across(v, ref)), True),
            Column("departments", N_("Departments"), Bodies._departments, lambda v, ref: v.digits(Bodies._departments(v, ref)), True),
        ]  # fmt: skip
        if sees_everything(self.shown.viewer):
            columns.append(Column("none", N_("Known: no tie"), Bodies._none, lambda v, ref: v.digits(Bodies._none(v, ref)), True))
        columns.append(Column("blank", N_("Not known"), Bodies._blank, lambda v, ref: v.digits(Bodies._blank(v, ref)), True))
        return tuple(columns)

    def digits(self, count: int) -> str:
        return self.shown.speech.digits(count)

    def _ties(self, ref: str) -> str:
        count = len(self.shown.neighbours(ref))
        return self.digits(count) if count else unknown_cell(_("none known"))

    def _across(self, ref: str) -> int:
        return sum(self.group[other] != self.group[ref] for other in self.shown.neighbours(ref))

    def _departments(self, ref: str) -> int:
        return sum(self.group[other] == "department" for other in self.shown.neighbours(ref))

    def _none(self, ref: str) -> int:
        return len(self.shown.none_of.get(ref, ()))

    def _blank(self, ref: str) -> int:
        return len(self.rows) - 1 - len(self.shown.neighbours(ref)) - Bodies._none(self, ref)


class Ties:
    """One row a pair with a known tie; where several rows speak of it, what the strongest of them says."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self._kinds: dict[Word, str] = {}
        self.rows: Sequence[TieRow] = shown.once("ties by name", shown.asked.selection, make=self._by_name)

    def _by_name(self) -> list[TieRow]:
        """Each pair with its rows, the ends in the order of their names, and so the pairs."""
        order = self.shown.order
        turned = (
            (pair if order[pair[0]] < order[pair[1]] else (pair[1], pair[0]), rows) for pair, rows in self.shown.selected.exists.items()
        )
        return sorted(turned, key=lambda row: (order[row[0][0]], order[row[0][1]]))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        columns = [
            Column("name", N_("Who"), lambda v, row: v.shown.order[row[0][0]], lambda v, row: v.shown.link(row[0][0])),
            Column("other", N_("With whom"), lambda v, row: v.shown.order[row[0][1]], lambda v, row: v.shown.link(row[0][1])),
            Column("kind", N_("Kind"), lambda v, row: v.kind(v.best(row).kind), Ties._kind),
        ]
        if sees_everything(self.shown.viewer):
            columns.append(Column("strength", N_("Strength"), lambda v, row: v.best(row).strength_1_5, Ties._strength, True))
        columns.append(Column("since", N_("Since"), lambda v, row: v.best(row).since_date, lambda v, row: v.day(v.best(row).since_date)))
        if sees_everything(self.shown.viewer):
            columns.append(Column("reported", N_("Who reported it"), lambda v, row: v.best(row).reported_by, Ties._reported))
        return tuple(columns)

    def best(self, row: TieRow) -> Tie:
        return (
            row[1][0] if len(row[1]) == 1 else max(row[1], key=lambda tie: (tie.strength_1_5 or 0.0, bool(tie.kind), bool(tie.since_date)))
        )

    def day(self, iso: str) -> str:
        return escape(self.shown.speech.date(iso)) if iso else unknown_cell(_("not known"))

    def _kind(self, row: TieRow) -> str:
        return self.kind(self.best(row).kind) or unknown_cell(_("not known"))

    def kind(self, kind: Word) -> str:
        """In words, each said once; "" where not known."""
        if kind not in self._kinds:
            self._kinds[kind] = str(said(kind, "tie_kind")) if kind else ""
        return self._kinds[kind]

    def _strength(self, row: TieRow) -> str:
        strength = self.best(row).strength_1_5
        if strength is None:
            return unknown_cell(_("not asked"))
        return escape(_("{n} of 5").format(n=self.shown.speech.digits(strength)))

    def _reported(self, row: TieRow) -> str:
        who = dict.fromkeys(tie.reported_by for tie in row[1] if tie.reported_by)
        speech = self.shown.speech
        return " · ".join(f"<bdi>{escape(speech.who(one).text)}</bdi>" for one in who) or unknown_cell(_("not written down"))
