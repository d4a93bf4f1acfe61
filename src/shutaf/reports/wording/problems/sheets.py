"""The words of: what was told beside the files, and what is odd about a sheet or a column."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.problems.mending import DID_YOU_MEAN, OWN_FIELD, SMALLER, TELL_WITH_MAP, YOUR_COLUMNS
from shutaf.reports.wording.said import Choice, when
from shutaf.reports.wording.template import plural

COMPARE_SPELLING = N_("Compare its spelling with the column in the file.")

TOLD: Mapping[str, tuple[Choice, ...]] = {
    "map.unknown_column": (
        N_("--map says that “{theirs:text}” is “{ours:text}”, but no column of ours is called so."),
        N_("Before the = stands one of ours, such as name, sector, themes or people.email."),
    ),
    "map.no_such_header": (N_("--map says that “{theirs:text}” is “{ours:column}”, but no column of yours is called so."), YOUR_COLUMNS),
    "sector_map.unknown_sector": (
        N_("--sector-map says that “{theirs:text}” means “{ours:text}”, which is no sector."),
        N_("Possible here: {allowed:sectors}."),
    ),
    "sector_map.no_such_word": (
        N_("--sector-map says what “{theirs:text}” means, but no row has it as its sector."),
        COMPARE_SPELLING,
    ),
    "where.no_such_header": (N_("--where names the column “{theirs:text}”, but no column of yours is called so."), YOUR_COLUMNS),
    "where.nothing_left": (N_("No row has the value that --where asks for."), COMPARE_SPELLING),
    "mend.no_such_cell": (
        when(
            "text",
            N_("“{text:text}” was to be read in this cell, but there is no such cell."),
            N_("This was to be left out or empty, but there is no such row or cell."),
        ),
        N_("Perhaps the file was changed since; look at the table once more."),
    ),
}

SHEET: Mapping[str, tuple[Choice, ...]] = {
    "sheet.too_many_rows": (N_("There are more than {limit:count} rows."), SMALLER),
    "sheet.too_many_columns": (N_("There are more than {limit:count} columns."), SMALLER),
    "sheet.unknown": (
        N_("This sheet was not read, because its name is none that we know."),
        N_("If it should be read, call it one of {names:sheets}."),
    ),
    "sheet.twice": (
        N_("This sheet and “{other:text}” both mean “{sheet_key:sheet}”."),
        N_("Put their rows into one, or give one of them a name of its own."),
    ),
    "sheet.not_read": (
        N_("This sheet was not read, only “{read:text}”, which has more rows."),
        N_("To read it too, save it as a file of its own."),
    ),
    "sheet.merged": (
        plural(
            "{count:count} block of cells is merged ({cells:plain_texts}); its value was taken for each of its rows.",
            "{count:count} blocks of cells are merged ({cells:plain_texts}); their values were taken for each of their rows.",
            "count",
        ),
        N_("If that is not meant, split the merged cells."),
    ),
    "sheet.formulas": (
        plural(
            "{count:count} cell holds a formula; the value it showed last was read.",
            "{count:count} cells hold formulas, the first one here; the values they showed last were read.",
            "count",
        ),
    ),
    "sheet.rows_above": (
        plural(
            "{count:count} row above the headers was taken for a title and left out: {texts:texts}.",
            "{count:count} rows above the headers were taken for titles and left out: {texts:texts}.",
            "count",
        ),
    ),
    "sheet.total_left_out": (N_("“{text:text}” was taken for a row of totals and left out."),),
    "sheet.heading_left_out": (N_("“{text:text}” was taken for a heading or a note and left out."),),
    "sheet.sector_from_heading": (N_("No sector is written in the row; “{text:text}”, from the heading above, was taken."),),
    "sheet.row_without_name": (
        when(
            "text",
            N_("The row with “{text:text}” names no organisation and was left out."),
            N_("The row names no organisation and was left out."),
        ),
        N_("If it should count, write the name in."),
    ),
    "sheet.name_from_above": (
        N_("The row has a person but no organisation; “{name:text}”, from the row above, was taken."),
        N_("If that is wrong, write the name in."),
    ),
    "sheet.differs": (
        N_("For “{name:text}” the rows say different things: first “{first:text}”, then “{other:text}”. The first one was taken."),
        N_("If these are two organisations, give them two names."),
    ),
    "sheet.repeated": (
        N_("“{name:text}” stands in several rows, which were read as one organisation."),
        N_("If they are different ones, tell them apart in the name."),
    ),
    "pair.no_ties": (
        N_("Neither of the two lists says who works with whom: it needs two columns, one for each side."),
        YOUR_COLUMNS,
        N_("With --map from=… and --map to=… you say which two they are."),
    ),
}

CANNOT_READ = N_("There is no column “{column_key:column}”, and without it “{sheet_key:sheet}” cannot be read.")
WITHOUT_SECTOR = N_("There is no column “{column_key:column}”, so in “{sheet_key:sheet}” every sector is unknown.")

COLUMN: Mapping[str, tuple[Choice, ...]] = {
    "column.missing": (
        lambda facts: WITHOUT_SECTOR if facts["column_key"] == "sector" else CANNOT_READ,
        N_("Add it, or write {column_key:map} with the name of one of yours."),
        YOUR_COLUMNS,
    ),
    "column.ambiguous": (
        N_("Several columns could be “{ours:column}” of the sheet “{sheet_key:sheet}”: {headers:texts}."),
        N_("With {ours:map} you say which one it is."),
    ),
    "column.no_header": (N_("This column has values but no header."), OWN_FIELD),
    "column.not_as_guessed": (
        when(
            "text",
            N_("The header looks like “{ours:column}”, but “{text:text}” does not fit it."),
            N_("The header looks like “{ours:column}”, but its values do not fit it."),
        ),
        OWN_FIELD,
        TELL_WITH_MAP,
    ),
    "column.id_of_rows": (
        plural(
            "{names:count} name stands here under several IDs, so these number the rows, not the organisations.",
            "{names:count} names stand here under several IDs, so these number the rows, not the organisations.",
            "names",
        ),
        OWN_FIELD,
        N_("If each ID is an organisation of its own, --map id=… says so."),
    ),
    "column.runs_either_way": (
        N_("This could be “{ours:column}”, but in many files such numbers count the other way, with 1 as the most."),
        OWN_FIELD,
        N_("If the highest number is the most, {ours:map} says so."),
    ),
}

UNKNOWN_BODY = N_("“{name:text}” is neither among the organisations nor among the departments.")


IS_PERSON = N_("“{name:text}” is a person of “{works_at:text}”; here a body is needed.")


def _unknown_body(consequence: str) -> tuple[Choice, ...]:
    mend = when("works_at", N_("Write the body instead of the person."), N_("Add it there, or correct the spelling here."))
    return (when("works_at", IS_PERSON, UNKNOWN_BODY), consequence, DID_YOU_MEAN, mend)


BODY: Mapping[str, tuple[Choice, ...]] = {
    "person.unknown_body": _unknown_body(N_("The person was kept, with the name as written.")),
    "tie.unknown_body": _unknown_body(N_("The tie was left out.")),
    "influence.unknown_body": _unknown_body(N_("The influence was left out.")),
    "stance.unknown_body": _unknown_body(N_("The stance was left out.")),
    "need.unknown_body": _unknown_body(N_("The need was left out.")),
    "offer.unknown_body": _unknown_body(N_("The offer was left out.")),
    "map.unknown_body": _unknown_body(N_("Among those asked it was kept as written.")),
}
