"""What is wrong with a file, where exactly, and what would be right?

A Problem speaks no language: `key` names the sentence, `facts` fill it, `reports/wording/problems.py` says it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]
Why: TypeAlias = Literal["name", "variant", "content", "told", ""]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend (error: nothing is read until it is) or to know (warning).

    sheet: the sheet or file as the user sees it, "" for the whole input. row: as her program numbers it, 1 = first line; None for all of it.
    column: the header as written, "" for the whole row. facts: exactly the names that PROBLEMS lists for the key.
    """

    key: str
    severity: Severity
    sheet: str = ""
    row: int | None = None
    column: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a foreign column was taken for, to be shown beside its first five values and changed with --map.

    ours: "sheet.column" in keys of the workbook ("people.email"), "" when it is kept as the user's own field.
    why: "name" its header is one of our names, "variant" a plain word for it, "content" its values look like it, "told" the user said so.
    """

    sheet: str
    column: str
    ours: str
    why: Why
    examples: tuple[str, ...] = ()


COUNTED = ("count", "rows")
"""Facts of a problem that is told once for many rows: how many, and the first five."""

PROBLEMS: Mapping[str, tuple[str, ...]] = {
    # the input as a whole
    "input.too_many_files": ("count",),
    "input.no_bodies": (),
    "input.one_body": ("name",),
    "problems.more": ("key", "count"),
    # what was pasted
    "paste.too_big": ("characters", "limit"),
    "paste.too_many_names": ("count", "limit"),
    "paste.not_a_name": ("characters", "limit"),
    "paste.too_many_rows": ("count", "limit"),
    "paste.no_title": (),
    "paste.title_too_long": ("characters", "limit"),
    "paste.no_department": ("text",),
    "paste.date_unreadable": ("text",),
    "paste.state_unknown": ("text",),
    "paste.row_again": ("text",),
    "paste.far_too_big": ("characters", "limit"),
    "paste.far_too_many": ("count", "limit"),
    # the file
    "file.missing": (),
    "file.unreadable": (),
    "file.empty": (),
    "file.too_big": ("size_bytes", "limit_bytes"),
    "file.other_kind": ("kind",),
    "file.not_a_table": (),
    "file.not_a_workbook": (),
    "file.old_excel": (),
    "file.binary_excel": (),
    "file.open_document": (),
    "file.password": (),
    "file.damaged": (),
    "file.zip_damaged": (),
    "file.zip_bomb": ("unpacked_bytes", "limit_bytes"),
    "file.too_many_parts": ("count", "limit"),
    "file.too_many_cells": ("limit",),
    "file.doctype": (),
    "file.macros": (),
    "file.encoding_guessed": ("encoding", "sample"),
    "file.encoding_broken": ("encoding", "row"),
    "file.encoding_mixed": ("rows_utf8", "rows_other"),
    "file.letters_lost": ("count",),
    "file.zero_bytes": ("count",),
    "file.quotes_broken": ("row",),
    "folder.no_tables": (),
    # a network file, an address book, a calendar
    "network.damaged": ("row",),
    "network.doctype": (),
    "network.too_deep": ("limit",),
    "network.several": ("row",),
    "network.fewer_listed": ("said", "listed"),
    "network.hyperedges": ("count",),
    "network.loops": ("count",),
    "network.not_kumu": (),
    "network.two_mode": (),
    "network.dl_format": ("text", "allowed"),
    "calendar.none": (),
    "calendar.no_bodies": (),
    "calendar.event_left_out": ("name", *COUNTED),
    "calendar.comes_again": ("name", *COUNTED),
    "contact.none": (),
    "contact.no_organisation": ("name", *COUNTED),
    # what she told beside the files
    "map.unknown_column": ("ours", "theirs"),
    "map.no_such_header": ("ours", "theirs", "headers"),
    "sector_map.unknown_sector": ("ours", "theirs", "allowed"),
    "sector_map.no_such_word": ("theirs",),
    "where.no_such_header": ("theirs", "headers"),
    "where.nothing_left": (),
    "mend.no_such_cell": ("text",),
    # the sheet
    "sheet.too_many_rows": ("limit",),
    "sheet.too_many_columns": ("limit",),
    "sheet.unknown": ("names",),
    "sheet.twice": ("sheet_key", "other"),
    "sheet.not_read": ("read",),
    "sheet.merged": ("count", "cells"),
    "sheet.formulas": ("count",),
    "sheet.rows_above": ("count", "texts"),
    "sheet.total_left_out": ("text", *COUNTED),
    "sheet.heading_left_out": ("text", *COUNTED),
    "sheet.sector_from_heading": ("text", *COUNTED),
    "sheet.row_without_name": ("text", *COUNTED),
    "sheet.name_from_above": ("name", *COUNTED),
    "sheet.differs": ("name", "first", "other", *COUNTED),
    "sheet.repeated": ("name", *COUNTED),
    "pair.no_ties": ("headers",),
    # the column
    "column.missing": ("sheet_key", "column_key", "headers"),
    "column.ambiguous": ("sheet_key", "ours", "headers"),
    "column.no_header": (),
    "column.not_as_guessed": ("ours", "text"),
    "column.runs_either_way": ("ours",),
    "column.id_of_rows": ("names",),
    # the row
    "row.too_long": ("cells", "headers"),
    "id.twice": ("id", "first_row"),
    "id.many_twice": ("id", "columns", *COUNTED),
    "id.shared_with_body": ("id", "ref", *COUNTED),
    "name.twice": ("name", "first_sheet", "first_row"),
    "name.long": ("characters", *COUNTED),
    "person.unknown_body": ("name", "works_at", "likely", *COUNTED),
    "tie.unknown_body": ("name", "works_at", "likely", *COUNTED),
    "tie.with_itself": ("name",),
    "tie.told_differently": ("first_row", "differing", "values", "names"),
    "influence.unknown_body": ("name", "works_at", "likely", *COUNTED),
    "influence.with_itself": ("name",),
    "stance.unknown_body": ("name", "works_at", "likely", *COUNTED),
    "need.unknown_body": ("name", "works_at", "likely", *COUNTED),
    "offer.unknown_body": ("name", "works_at", "likely", *COUNTED),
    "map.unknown_body": ("name", "works_at", "likely", *COUNTED),
    "field.twice": ("first_row",),
    "field.several_values": ("texts",),
    # the cell
    "cell.missing": (),
    "cell.too_long": ("characters", "limit"),
    "cell.excel_error": ("shown",),
    "cell.formula_without_value": (),
    "number.unreadable": ("text",),
    "number.not_whole": ("text",),
    "number.outside": ("text", "low", "high"),
    "share.over_1": ("text", "likely"),
    "date.unreadable": ("text", "likely"),
    "date.day_first": ("text", "read_as", *COUNTED),
    "answer.tick": ("text", "list"),
    "answer.unreadable": ("text", "list"),
    "choice.unknown": ("text", "list", "likely"),
    "sector.unknown": ("text", "likely", *COUNTED),
    "sector.missing": COUNTED,
    "word.unknown": ("text", "list", "likely", *COUNTED),
    "language.unknown": ("text", "allowed"),
    "amount.unreadable": ("text",),
    "amount.two_units": ("text", "unit"),
    "amount.two_readings": ("text", "thousand", "decimal"),
    "amount.only_unit": ("unit",),
    # a matrix of actors
    "matrix.empty": (),
    "matrix.no_corner": (),
    "matrix.exchanged": (),
    "matrix.turned": (),
    "matrix.no_name": (),
    "matrix.twice": ("name",),
    "matrix.no_column": ("name", "headers"),
    "matrix.no_row": ("name",),
    "matrix.no_positions": ("name",),
    "matrix.unknown_actor": ("name",),
    "matrix.blank": (),
    "matrix.number": ("text", "least", "most"),
    "matrix.diagonal": ("count", "names"),
    # a table of candidates and criteria, or of judgements in pairs
    "table.nothing_to_compare": (),
    "table.only_floors": (),
    "table.name_twice": ("text",),
    "table.too_many": ("count", "limit"),
    "table.row_unknown": ("text", "allowed"),
    "weights.none": (),
    "choice.none_of": ("text", "allowed"),
    "thresholds.crossed": (),
    "judgement.names_differ": ("text",),
    "judgement.too_many": ("count", "limit"),
    "judgement.not_positive": ("text",),
    "judgement.diagonal": ("text",),
    "judgement.missing": ("names",),
    "judgement.mirror": ("text", "other"),
    # the file of a case
    "case.too_big": ("limit_bytes",),
    "case.not_utf8": (),
    "case.no_head": (),
    "case.head_open": (),
    "case.head_unreadable": (),
    "case.alias": (),
    "case.too_deep": ("limit",),
    "case.too_much": ("limit",),
    "case.version": ("text", "limit"),
    "case.field_twice": ("text",),
    "case.unknown_field": ("text",),
    "case.missing": ("name",),
    "case.wrong_value": ("name", "text"),
    "case.wrong_word": ("name", "text", "allowed"),
    "case.key": ("text",),
    "case.no_title": (),
    "case.text_without_key": (),
    "case.text_twice": ("text",),
    "case.no_text": ("text", "name"),
    "case.text_of_nothing": ("text", "name"),
    "case.text_too_long": ("text", "limit"),
    # needs and offers of a coalition
    "table.no_column": ("wanted", "headers"),
    "need.none": (),
    "need.two_units": ("text", "other"),
    "body.differs": ("name", "text", "other"),
    "offer.other_unit": ("text", "other"),
    "body.not_offering": ("name",),
}
"""Every key with the names of its facts; docs/reference/problems.md says what each means and which severity it has."""
