"""The words of: what is wrong with a matrix of actors, whose every cell is needed."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.problems.mending import YOUR_COLUMNS
from shutaf.reports.wording.said import Choice

BOTH = N_("Each actor needs a row and a column, spelt alike.")

MATRIX: Mapping[str, tuple[Choice, ...]] = {
    "matrix.empty": (
        N_("There is no table of numbers here."),
        N_("The first row holds the names of the columns, the first column those of the rows, and the numbers stand between them."),
    ),
    "matrix.no_corner": (
        N_("The names of the columns begin in the first cell, so each number would stand under the wrong name."),
        N_("Leave the first cell of the first row empty: it stands over the names of the rows."),
    ),
    "matrix.exchanged": (
        N_("The influences seem to stand in the second file and the positions in this one."),
        N_("Name the file of influences first."),
    ),
    "matrix.turned": (
        N_("The actors stand over the columns here and the objectives before the rows."),
        N_("Turn the table: a row for each actor, a column for each objective."),
    ),
    "matrix.no_name": (N_("There are numbers here, but no name."), N_("Write the name, or delete the numbers.")),
    "matrix.twice": (N_("The name “{name:text}” stands here a second time."), N_("Delete one of the two, or tell them apart in the name.")),
    "matrix.no_column": (N_("“{name:text}” has a row, but no column."), BOTH, YOUR_COLUMNS),
    "matrix.no_row": (N_("“{name:text}” has a column, but no row."), BOTH),
    "matrix.no_positions": (
        N_("“{name:text}” is among the influences, but has no row here."),
        N_("Add a row of positions, 0 for each objective that is all one to this actor; or take the actor out of the influences."),
    ),
    "matrix.unknown_actor": (
        N_("“{name:text}” has no row among the influences."),
        N_("Compare the spelling, or add the actor there."),
    ),
    "matrix.blank": (
        N_("The cell is empty, and the method needs every one."),
        N_("Write 0 if there is nothing; if it is not known, ask before you compute."),
    ),
    "matrix.number": (N_("“{text:text}” is not a number from {least:number} to {most:number}."), N_("Write a number on this scale.")),
    "matrix.diagonal": (
        N_("What an actor does to itself is not part of the method; {count:count} such cells were not read: {names:texts}."),
        N_("If these numbers belong to another actor, check the order of the columns."),
    ),
}
