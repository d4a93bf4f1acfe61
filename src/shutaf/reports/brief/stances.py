"""Who wants what: the objectives with those who want and those who refuse them, then whom to bring together or ask. For the driver only."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from django.utils.translation import gettext as _

from shutaf.analysis.actors.stances import StanceTable
from shutaf.reports.brief.told import told
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Cell, Heading, Line, Name, Paragraph, Table, line

NAMED = 8  # bodies in a cell


def stances(writing: Writing) -> Iterator[Block]:
    """The table and its findings, or what would fill it; nothing for the room."""
    if not writing.is_driver:
        return
    if not writing.prepared.stances.bodies:
        yield from writing.empty_section("stances", _("Who wants what"), "stances")
        return
    yield Heading(2, line(_("Who wants what")), "stances")
    yield Paragraph(line(_("As the sheet of stances says, with whose word it is. A blank is not known; it is not indifference.")))
    yield table(writing, writing.prepared.stances)
    yield from told(writing, writing.shown(writing.prepared.stances_found))


def table(writing: Writing, found: StanceTable) -> Table:
    """One row an objective, the one most bodies speak of first."""
    order = np.argsort(np.isnan(found.levels).sum(axis=0), kind="stable")
    head = tuple(line(words) for words in (_("Objective"), _("Want it"), _("Do not want it"), _("Indifferent"), _("Not known")))
    rows = tuple(row(writing, found, int(column)) for column in order)
    return Table(line(_("The objectives, by how many speak of them")), head, rows, sheet=_("Stances"))


def row(writing: Writing, found: StanceTable, column: int) -> tuple[Cell, ...]:
    levels = found.levels[:, column]
    sides = (levels > 0, levels < 0, levels == 0)
    unknown = int(np.isnan(levels).sum())
    named = (Cell(names(writing, [found.bodies[place] for place in np.flatnonzero(side)])) for side in sides)
    return (
        Cell((Name(found.objectives[column]),)),
        *named,
        Cell(line(writing.speech.digits(unknown)), number=True, unknown=unknown > 0),
    )


def names(writing: Writing, refs: list[str]) -> Line:
    return writing.speech.bodies(refs, most=NAMED) if refs else line("–")
