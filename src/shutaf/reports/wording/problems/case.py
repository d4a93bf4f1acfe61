"""The words of: the file of a case that cannot be read."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.problems.network import ALLOWED
from shutaf.reports.wording.said import Choice

FORMAT = N_("The page on the file of a case shows how it is written.")

CASE: Mapping[str, tuple[Choice, ...]] = {
    "case.too_big": (N_("A case is text of less than {limit_bytes:bytes}; this file is bigger."), N_("See whether it is another file.")),
    "case.not_utf8": (N_("Here stand letters that are not UTF-8."), N_("Save the file as UTF-8.")),
    "case.no_head": (N_("The file does not begin with a line of three hyphens, so it is no case."), FORMAT),
    "case.head_open": (N_("The head is not closed by a second line of three hyphens."), FORMAT),
    "case.head_unreadable": (
        N_("From here on the head is no YAML."),
        N_("Often a colon or a quotation mark is the cause; a text that holds one is put in quotation marks."),
    ),
    "case.alias": (
        N_(
            "The head holds an anchor, a reference or a tag of YAML, through which a harmful file can fill the machine, so it was not read."
        ),
        N_("Write the text itself."),
    ),
    "case.too_deep": (N_("The head lies inside itself more than {limit:count} times, as in no case."), FORMAT),
    "case.too_much": (N_("There is more here than {limit:count} parts, as in no case."), FORMAT),
    "case.version": (N_("The file says that it is of the format “{text:text}”, and what is read is {limit:count}."), FORMAT),
    "case.field_twice": (N_("The field “{text:text}” stands twice."), N_("Leave one of them.")),
    "case.unknown_field": (N_("There is no field “{text:text}” here."), FORMAT),
    "case.missing": (N_("The field “{name:text}” is missing."), FORMAT),
    "case.wrong_value": (N_("“{text:text}” cannot stand in the field “{name:text}”."), FORMAT),
    "case.wrong_word": (N_("“{text:text}” is none of the words of the field “{name:text}”."), ALLOWED),
    "case.key": (N_("The key “{text:text}” stands twice, or is not a letter p or c with a number."), FORMAT),
    "case.no_title": (N_("A text stands before any title that says its language."), FORMAT),
    "case.text_without_key": (N_("A text begins here that does not end with its key in braces."), FORMAT),
    "case.text_twice": (N_("There is a second text of the key “{text:text}” in the same language."), N_("Leave one of them.")),
    "case.no_text": (N_("The text of the key “{text:text}” is missing in the language “{name:text}”."), FORMAT),
    "case.text_of_nothing": (N_("The head knows nothing of the key “{text:text}” in the language “{name:text}”."), FORMAT),
    "case.text_too_long": (
        N_("The text of the key “{text:text}” is longer than {limit:count} letters."),
        N_("Shorten it, or make two of it."),
    ),
}
