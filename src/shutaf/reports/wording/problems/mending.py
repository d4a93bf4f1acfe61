"""The sentences with which several problems are mended, each once."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import when

SAVE_AS_XLSX = N_("Open it in Excel or LibreOffice and save it as .xlsx.")
SAVE_AS_UTF8 = N_("Open it in Excel or LibreOffice and save it as “CSV UTF-8” or as .xlsx.")
SAVE_AGAIN = N_("Open the workbook in Excel or LibreOffice, save it under a new name, and read that one.")
COPY_TABLE = N_("Copy the table into a new workbook, save it as .xlsx, and read that file.")
SMALLER = N_("Delete the empty rows and columns around the table, or keep only the part you need.")
NOTHING_TO_DO = N_("Nothing needs to be done.")

YOUR_COLUMNS = when("headers", N_("Your columns are {headers:texts}."))
DID_YOU_MEAN = when("likely", N_("Did you mean {likely:either}?"))
POSSIBLE = N_("Possible here: {list:choices}.")
POSSIBLE_LANGUAGES = N_("Possible here: {allowed:languages}.")
EMPTY_IF_UNKNOWN = N_("If it is not known, leave the cell empty.")
OWN_FIELD = N_("It was kept as your own field.")
TELL_WITH_MAP = N_("If it does mean that, {ours:map} says so.")
