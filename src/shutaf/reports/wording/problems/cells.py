"""The words of: what is wrong with a row or with what stands in a cell."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.problems.mending import DID_YOU_MEAN, EMPTY_IF_UNKNOWN, POSSIBLE, POSSIBLE_LANGUAGES, SAVE_AGAIN
from shutaf.reports.wording.said import Choice, Facts, when

SHORTEN = N_("Shorten it, or move a part into another column.")

ROW: Mapping[str, tuple[Choice, ...]] = {
    "row.too_long": (
        N_("The row has {cells:count} cells, the row of headers {headers:count}."),
        N_("Often a comma inside a text is the reason: put that text in quotation marks. Or write a header over the cell."),
    ),
    "id.twice": (
        when(
            "first_row",
            N_("The ID “{id:text}” is already used in row {first_row:row}."),
            N_("The ID “{id:text}” is already used elsewhere."),
        ),
        N_("Give one of them another ID, or leave it empty."),
    ),
    "id.many_twice": (
        N_("{count:count} rows have an ID that an earlier row has too, the first of them “{id:text}”."),
        when(
            "columns",
            N_("Several lists seem to stand in one file: --where with a value of the column {columns:either} reads one of them."),
            N_("If several lists stand in one file, --where COLUMN=VALUE reads one of them; if not, give each row an ID of its own."),
        ),
    ),
    "id.shared_with_body": (
        N_("“{id:text}” is the ID of a body too, so the person was given “{ref:text}”."),
        N_("Wherever “{id:text}” is written, the body is meant."),
    ),
    "name.twice": (
        N_("“{name:text}” is already in row {first_row:row} of the sheet “{first_sheet:text}”; they were kept as two bodies."),
        N_("If they are the same, delete one row; if not, tell them apart in the name."),
    ),
    "name.long": (N_("The name has {characters:count} characters, too many for a map or a table."), SHORTEN),
    "tie.with_itself": (
        N_("“{name:text}” stands on both sides of the tie, so the tie was left out."),
        N_("Write the other body on one side."),
    ),
    "tie.told_differently": (
        N_("The tie between {names:texts} is told differently in row {first_row:row}: {values:differences}. Both were kept."),
        N_("If one is out of date, delete it or write its last day."),
    ),
    "influence.with_itself": (
        N_("“{name:text}” stands on both sides, so the influence was left out."),
        N_("Write the other body on one side."),
    ),
    "field.twice": (N_("This field is already given in row {first_row:row}."), N_("Delete one of the two.")),
    "field.several_values": (N_("This field takes one value, and here are several: {texts:texts}."), N_("Keep one.")),
}


SCALE: str = N_("“{text:text}” is outside the scale, which goes from {low:number} to {high:number}.")
TOO_SMALL: str = N_("“{text:text}” is too small; {low:number} is the least.")
ENDLESS: str = N_("“{text:text}” is no number that can be used.")


def _outside(facts: Facts) -> str:
    if facts["low"] is None:
        return ENDLESS
    return TOO_SMALL if facts["high"] is None else SCALE


CELL: Mapping[str, tuple[Choice, ...]] = {
    "cell.missing": (N_("The cell is empty, and the row cannot be read without it."), N_("Fill it in, or delete the row.")),
    "cell.too_long": (
        N_("The text has {characters:count} characters; up to {limit:count} fit into a cell."),
        SHORTEN,
    ),
    "cell.excel_error": (
        when("shown", N_("The formula in this cell went wrong and shows “{shown:text}”."), N_("The formula in this cell went wrong.")),
        N_("Mend it, or write the value itself."),
    ),
    "cell.formula_without_value": (N_("The formula in this cell was never computed, so it has no value."), SAVE_AGAIN),
    "number.unreadable": (N_("“{text:text}” is not a number. A number is needed here, for example 3."), EMPTY_IF_UNKNOWN),
    "number.not_whole": (N_("“{text:text}” is not a whole number."), N_("Round it.")),
    "number.outside": (_outside, EMPTY_IF_UNKNOWN),
    "share.over_1": (N_("“{text:text}” is more than 1; a chance goes from 0 to 1, or from 0% to 100%. It was left unknown."), DID_YOU_MEAN),
    "date.unreadable": (
        N_("“{text:text}” cannot be read as a date."),
        DID_YOU_MEAN,
        N_("Write a year, a month or a day: 2026, 2026-04 or 2026-04-03."),
    ),
    "date.day_first": (
        N_("“{text:text}” was read with the day first: {read_as:date}."),
        N_("If the month stands first, write it as 2026-04-03."),
    ),
    "answer.tick": (N_("“{text:text}” is no answer here: with ticks nobody can tell “no” from “not asked”."), POSSIBLE),
    "answer.unreadable": (N_("“{text:text}” is no answer that we know."), POSSIBLE),
    "choice.unknown": (N_("“{text:text}” is not on the list of this column."), DID_YOU_MEAN, POSSIBLE),
    "sector.unknown": (
        N_("“{text:text}” is no sector that we know; it was kept as written and counts as “other”."),
        DID_YOU_MEAN,
        N_("Possible here: {sectors:sectors}."),
        N_("Or say with --sector-map what the word means."),
    ),
    "sector.missing": (N_("The sector is not written."), N_("Fill it in if you know it; until then it counts as not known.")),
    "word.unknown": (
        N_("“{text:text}” is not on our list; it was kept as your own word and is compared only with itself."),
        DID_YOU_MEAN,
        lambda facts: None if facts["likely"] else POSSIBLE,
    ),
    "language.unknown": (N_("“{text:text}” is none of the languages Shutaf speaks."), POSSIBLE_LANGUAGES),
    "amount.unreadable": (N_("“{text:text}” is not an amount."), N_("Write a number and a unit, for example 120 m²."), EMPTY_IF_UNKNOWN),
    "amount.two_units": (
        N_("“{text:text}” has a unit of its own, and the column beside it says “{unit:text}”."),
        N_("Keep one of the two."),
    ),
    "amount.two_readings": (N_("“{text:text}” can mean {thousand:text} or {decimal:text}."), N_("Write the one that is meant.")),
    "amount.only_unit": (
        N_("There is a unit, “{unit:text}”, but no amount beside it, so the amount is not known."),
        N_("Write how much, if you know it."),
    ),
}
