"""shutaf guide: the library as a file or a folder to read anywhere, without server, database or network."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.cli.brief import said_pdf_failure
from shutaf.cli.parser import Parser, Words
from shutaf.cli.writing import STDOUT, write_bytes
from shutaf.reports.library import READERS, folder, guide, zipped
from shutaf.reports.writers import PdfFailed, write

NAME = "guide"
FORMS = (".pdf", ".docx", ".html", ".zip")


def words() -> Words:
    return Words(
        _("Write the library as a file: guides, models, steps, methods, cases and words, each fact with its source."),
        "shutaf guide -o guide.pdf",
    )


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("guide.html"),
        metavar="FILE|FOLDER|-",
        help=_(
            "the file to write: .pdf, .docx, .html or .zip; a name without an ending is a folder of pages; - writes one page to the standard output"
        ),
    )
    parser.add_argument(
        "--reader",
        choices=READERS,
        default="all",
        help=_("whose guide: the municipality's, a business's, a civil-society body's, or all of it (the default)"),
    )


def run(arguments: argparse.Namespace) -> int:
    output: Path = arguments.output
    suffix = output.suffix.lower() if output != STDOUT else ".html"
    if suffix not in (*FORMS, ""):
        print(_("The library is written as {forms}, not as {suffix}.").format(forms=_(", ").join(FORMS), suffix=suffix), file=sys.stderr)
        return 2
    try:
        written = _folder(arguments) if suffix == "" else _file(arguments, suffix)
    except PdfFailed as failure:
        print(said_pdf_failure(failure), file=sys.stderr)
        return 1
    if written and output != STDOUT:
        print(_("Written: {file}").format(file=output if suffix else output / "index.html"))
    return 0 if written else 2


def _language() -> str:
    return translation.get_language() or "he"


def _file(arguments: argparse.Namespace, suffix: str) -> bool:
    language, reader = _language(), arguments.reader
    made = zipped(folder(language=language, reader=reader)) if suffix == ".zip" else write(guide(language=language, reader=reader), suffix)
    write_bytes(arguments.output, made)
    return True


def _folder(arguments: argparse.Namespace) -> bool:
    """Into a folder that is new, empty, or was written by this command."""
    top: Path = arguments.output
    if top.exists() and not (top.is_dir() and ((top / "library.css").exists() or not any(top.iterdir()))):
        print(_("{file} holds other things. Name a new or an empty folder.").format(file=top), file=sys.stderr)
        return False
    for path, data in folder(language=_language(), reader=arguments.reader).items():
        write_bytes(top / path, data)
    return True
