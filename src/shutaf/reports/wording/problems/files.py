"""The words of: a file or folder that cannot be read as a whole, or was read with a reservation."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.problems.mending import (
    COPY_TABLE,
    NOTHING_TO_DO,
    SAVE_AGAIN,
    SAVE_AS_UTF8,
    SAVE_AS_XLSX,
    SMALLER,
)
from shutaf.reports.wording.said import Choice
from shutaf.reports.wording.template import plural

INPUT: Mapping[str, tuple[Choice, ...]] = {
    "input.too_many_files": (
        N_("{count:count} files were named. Shutaf reads one workbook, one folder, one list, or two lists: bodies and ties."),
        N_("Put all files into one folder and name the folder."),
    ),
    "input.no_bodies": (N_("No organisation and no department was found."), N_("One row with a name is enough to begin.")),
    "input.one_body": (
        N_("“{name:text}” is the only body here, so there is nobody to bring together yet."),
        N_("Add others; their names are enough."),
    ),
    "problems.more": (
        plural(
            "There is {count:count} more problem of the same kind here.",
            "There are {count:count} more problems of the same kind here.",
            "count",
        ),
        N_("Mend those that are shown, then check again."),
    ),
}

PASTE: Mapping[str, tuple[Choice, ...]] = {
    "paste.too_big": (
        N_("{characters:count} characters were pasted; the first {limit:count} were read."),
        N_("Paste the rest afterwards, or import it as a file."),
    ),
    "paste.too_many_names": (
        plural(
            "{count:count} name came after the first {limit:count}, and was not taken.",
            "{count:count} names came after the first {limit:count}, and were not taken.",
            "count",
        ),
        N_("Import the whole list as a file."),
    ),
    "paste.not_a_name": (
        N_("A line of {characters:count} characters is too long for a name; up to {limit:count} are kept."),
        N_("Shorten it to the name and paste it again."),
    ),
    "paste.too_many_rows": (
        plural(
            "{count:count} row came after the first {limit:count}, and was not taken.",
            "{count:count} rows came after the first {limit:count}, and were not taken.",
            "count",
        ),
        N_("Paste the rest afterwards."),
    ),
    "paste.no_title": (N_("This row has no title, so it is not taken."), N_("Write in a few words what it is.")),
    "paste.title_too_long": (
        N_("The title has {characters:count} characters; up to {limit:count} are kept."),
        N_("Shorten it and check again."),
    ),
    "paste.no_department": (
        N_("No department is called “{text:text}” here."),
        N_("Write it as on the list of departments, or choose one for all such rows."),
    ),
    "paste.date_unreadable": (
        N_("“{text:text}” is no date we can read; it is kept as a note."),
        N_("Write a year, a month as 5/2027, or a day."),
    ),
    "paste.state_unknown": (
        N_("“{text:text}” is no state we know; it is kept as a note."),
        N_("Write planned, running, done or stopped."),
    ),
    "paste.far_too_big": (
        N_("{characters:count} characters were pasted; up to {limit:count} are looked at in one go. Nothing was taken."),
        N_("Paste a part of it, or import the whole as a file."),
    ),
    "paste.far_too_many": (
        N_("{count:count} lines were pasted; up to {limit:count} are looked at in one go. Nothing was taken."),
        N_("Paste a part of it, or import the whole as a file."),
    ),
    "paste.row_again": (N_("“{text:text}” is there already, so it is not taken again."), N_("Nothing has to be done.")),
}

TOO_BIG_UNPACKED = N_("Unpacked, the file would hold {unpacked_bytes:bytes}; up to {limit_bytes:bytes} are read.")
SWELLS = N_(
    "The file is packed so tightly that it swells to {unpacked_bytes:bytes}. Harmful files are made like this, so it was not opened."
)

FILE: Mapping[str, tuple[Choice, ...]] = {
    "file.missing": (
        N_("There is no such file."),
        N_("Check the folder and the spelling; a name with spaces needs quotation marks around it."),
    ),
    "file.unreadable": (
        N_("The file cannot be opened."),
        N_("If another program has it open, close it there; if it belongs to somebody else, ask for the right to read it."),
    ),
    "file.empty": (N_("The file is empty."), N_("Check that it is the right one, and that it was saved.")),
    "file.too_big": (
        N_("It holds {size_bytes:bytes}; up to {limit_bytes:bytes} are read."),
        N_("In a workbook, pictures often are the reason."),
        COPY_TABLE,
    ),
    "file.other_kind": (N_("This is a file of another kind ({kind:filekind}), not a workbook and not a CSV file."), COPY_TABLE),
    "file.not_a_table": (
        N_("This is neither a workbook nor a text, so there is no table to read."),
        N_("Save the table as .xlsx or .csv in the program that made it."),
    ),
    "file.not_a_workbook": (
        N_("The file is not a workbook, although its name ends like one."),
        N_("If it is a CSV file, change the end of its name to .csv; if not, save the table as .xlsx in the program that made it."),
    ),
    "file.old_excel": (N_("This is a file of old Excel, such as .xls."), SAVE_AS_XLSX),
    "file.binary_excel": (N_("This is a binary workbook (.xlsb)."), SAVE_AS_XLSX),
    "file.open_document": (N_("This is an OpenDocument file, such as .ods."), SAVE_AS_XLSX),
    "file.password": (
        N_("The file is protected by a password."),
        N_(
            "Open it in Excel, remove the password under File > Info > Protect Workbook, and save it. A zip file: unpack it and name the folder."
        ),
    ),
    "file.damaged": (N_("The workbook is damaged."), SAVE_AGAIN),
    "file.zip_damaged": (
        N_("The file is damaged or not complete."),
        N_("Copy or download it once more. If it opens in Excel, save it there under a new name."),
    ),
    "file.zip_bomb": (
        lambda facts: TOO_BIG_UNPACKED if facts["unpacked_bytes"] > facts["limit_bytes"] else SWELLS,
        COPY_TABLE,
    ),
    "file.too_many_parts": (N_("The file is made of {count:count} parts; up to {limit:count} are read."), COPY_TABLE),
    "file.too_many_cells": (N_("There are more than {limit:count} cells."), SMALLER),
    "file.doctype": (
        N_("The workbook holds a part that no spreadsheet program writes and that can do harm, so it was not opened."),
        SAVE_AGAIN,
    ),
    "file.macros": (N_("The workbook holds macros. They were not run; only the values of the cells were read."), NOTHING_TO_DO),
    "file.encoding_guessed": (
        N_("The file does not say how its letters are written; {encoding:text} was taken, and then a line reads: “{sample:text}”."),
        N_("If that reads wrong, open it in Excel or LibreOffice and save it as “CSV UTF-8” or as .xlsx."),
    ),
    "file.encoding_broken": (N_("The letters look like {encoding:text}, but in row {row:row} they cannot be read as such."), SAVE_AS_UTF8),
    "file.encoding_mixed": (
        N_(
            "The letters of row {rows_utf8:first} are written in one way, those of row {rows_other:first} in another: two files were probably joined."
        ),
        N_("Save each of them as “CSV UTF-8” and join them again."),
    ),
    "file.letters_lost": (
        plural(
            "{count:count} letter was lost before the file came here; “�” stands in its place.",
            "{count:count} letters were lost before the file came here; “�” stands in their place.",
            "count",
        ),
        N_("Export the table once more, as .xlsx if you can."),
    ),
    "file.zero_bytes": (
        plural(
            "{count:count} invisible sign that is no text was left out.",
            "{count:count} invisible signs that are no text were left out.",
            "count",
        ),
        N_("If names look wrong, export the table once more, as .xlsx if you can."),
    ),
    "file.quotes_broken": (
        N_("A quotation mark is open at row {row:row}, or stands where none may stand, so the rows cannot be told apart."),
        N_("Mend it there, or save the table as .xlsx."),
    ),
    "folder.no_tables": (
        N_("There is no CSV or TSV file in it."),
        N_("Name a workbook, or a folder with files called like our sheets: organisations.csv, ties.csv and so on."),
    ),
}

FILE_KINDS: Mapping[str, str] = {"Word or PowerPoint": N_("Word or PowerPoint"), "HTML or XML": N_("HTML or XML")}
"""Kinds of files whose name is more than a proper name."""
