"""shutaf guide: the library as a file to read anywhere, without server, database or network."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.cli.brief import said_pdf_failure
from shutaf.cli.parser import Parser, Words
from shutaf.cli.writing import STDOUT, write_bytes
from shutaf.reports.library import READERS, guide
from shutaf.reports.writers import PdfFailed, write

NAME = "guide"
FORMS = (".pdf", ".docx", ".html")


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
        metavar="FILE|-",
        help=_("the file to write: .pdf, .docx or .html; - writes to the standard output"),
    )
    parser.add_argument(
        "--reader",
        choices=READERS,
        default="all",
        help=_("whose guide: the municipality's, a business's, a civil-society body's, or all of it (the default)"),
    )


def run(arguments: argparse.Namespace) -> int:
    suffix = arguments.output.suffix.lower() if arguments.output != STDOUT else ".html"
    if suffix not in FORMS:
        print(
            _("The library is written as {forms}, not as {suffix}.").format(forms=_(", ").join(FORMS), suffix=suffix or "?"),
            file=sys.stderr,
        )
        return 2
    try:
        data = write(guide(language=translation.get_language() or "he", reader=arguments.reader), suffix)
    except PdfFailed as failure:
        print(said_pdf_failure(failure), file=sys.stderr)
        return 1
    write_bytes(arguments.output, data)
    if arguments.output != STDOUT:
        print(_("Written: {file}").format(file=arguments.output))
    return 0
