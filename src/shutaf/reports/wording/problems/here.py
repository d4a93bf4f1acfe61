"""The words of a problem where they stand beside its cell, with buttons instead of options of a command."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.problems.mending import OWN_FIELD, YOUR_COLUMNS
from shutaf.reports.wording.problems.sheets import COLUMN, COMPARE_SPELLING, SHEET
from shutaf.reports.wording.said import Choice, when

SAY_WHICH = N_("Choose which of your columns it is.")
SAY_AT_COLUMN = N_("If it does mean that, choose so at the head of the column.")
LISTS_JOINED = N_("Several lists seem to stand in one file: read only the rows with one value of the column {columns:either}.")

HERE: Mapping[str, tuple[Choice, ...]] = {
    "map.unknown_column": (N_("“{theirs:text}” was to be “{ours:text}”, but no column of ours is called so."),),
    "map.no_such_header": (N_("“{theirs:text}” was to be “{ours:column}”, but no column of yours is called so."), YOUR_COLUMNS),
    "sector_map.unknown_sector": (N_("“{theirs:text}” was to mean “{ours:text}”, which is no sector."),),
    "sector_map.no_such_word": (N_("It was said what “{theirs:text}” means, but no row has it as its sector."), COMPARE_SPELLING),
    "where.no_such_header": (
        N_("Only rows with one value of the column “{theirs:text}” were to be read, but no column of yours is called so."),
        YOUR_COLUMNS,
    ),
    "where.nothing_left": (N_("No row has the value that was asked for."), COMPARE_SPELLING),
    "pair.no_ties": (SHEET["pair.no_ties"][0], N_("Choose which two of your columns they are.")),
    "column.missing": (COLUMN["column.missing"][0], SAY_WHICH),
    "column.ambiguous": (COLUMN["column.ambiguous"][0], SAY_WHICH),
    "column.not_as_guessed": (COLUMN["column.not_as_guessed"][0], OWN_FIELD, SAY_AT_COLUMN),
    "column.id_of_rows": (
        COLUMN["column.id_of_rows"][0],
        OWN_FIELD,
        N_("If each ID is an organisation of its own, choose so at the head of the column."),
    ),
    "column.runs_either_way": (
        COLUMN["column.runs_either_way"][0],
        OWN_FIELD,
        N_("If the highest number is the most, choose so at the head of the column."),
    ),
    "id.many_twice": (
        N_("{count:count} rows have an ID that an earlier row has too, the first of them “{id:text}”."),
        when("columns", LISTS_JOINED, N_("If it is one list, give each row an ID of its own.")),
    ),
    "sector.unknown": (N_("“{text:text}” is no sector that we know; it was kept as written and counts as “other”."),),
}
"""Only where the usual words name an option of the command line, or list what the buttons offer."""
