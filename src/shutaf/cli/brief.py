"""shutaf brief: the whole main job on a file, without server or database."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.analysis.preparation import Preparation, prepare
from shutaf.analysis.situation import Situation
from shutaf.cli.parser import Parser, Words, whole
from shutaf.cli.reading import errors, input_arguments, reading, say_problems
from shutaf.cli.terminal import Progress
from shutaf.cli.today import date_argument, day_of
from shutaf.cli.writing import STDOUT, write_bytes
from shutaf.imports.load import load
from shutaf.reports.brief import MOST_SHEETS, Audience, brief
from shutaf.reports.writers import SUFFIXES, PdfFailed, write

NAME = "brief"


def words() -> Words:
    return Words(
        _("Write the preparation brief: the map, who is missing, matches, the first initiative, and a page for each invited body."),
        "shutaf brief map.xlsx -o brief.pdf",
    )


def arguments(parser: Parser) -> None:
    input_arguments(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("brief.html"),
        metavar="FILE|-",
        help=_("the brief to write: .html, .pdf, .docx or .xlsx; - writes to the standard output"),
    )
    parser.add_argument(
        "--format", choices=[suffix.lstrip(".") for suffix in SUFFIXES], help=_("the form, where the file's name does not say it")
    )
    parser.add_argument(
        "--for",
        dest="audience",
        choices=["room", "driver"],
        default="room",
        help=_("room: nothing sensitive (the default); driver: internal, marked so on every page"),
    )
    parser.add_argument("--bodies", type=whole, default=MOST_SHEETS, metavar="N", help=_("at most so many pages for single bodies"))
    parser.add_argument("--since", type=Path, metavar="OLD.xlsx", help=_("an earlier state of the same file: adds what changed"))
    date_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    suffix = f".{arguments.format}" if arguments.format else (arguments.output.suffix.lower() if arguments.output != STDOUT else ".html")
    if suffix not in SUFFIXES:
        print(
            _("A brief is written as {forms}, not as {suffix}.").format(forms=_(", ").join(SUFFIXES), suffix=suffix or "?"), file=sys.stderr
        )
        return 2
    with Progress() as progress, reading(arguments, progress) as (situation, language):
        before = earlier(arguments.since)
        if situation is None or (arguments.since and before is None):
            return 1
        return write_brief(arguments, situation, before, suffix, language, progress)


def earlier(path: Path | None) -> Situation | None:
    """The earlier state that --since names; its errors are said."""
    if path is None:
        return None
    result = load([path])
    if errors(result):
        say_problems(result)
        return None
    return result.situation


def write_brief(
    arguments: argparse.Namespace, situation: Situation, before: Situation | None, suffix: str, language: str, progress: Progress
) -> int:
    """Compute, say and write; returns the exit code."""
    preparation = computed(situation, before, day_of(arguments), progress)
    audience: Audience = arguments.audience
    with progress.stage("say", _("Writing the text and drawing the pictures")):
        document = brief(preparation, language=language, audience=audience, most_sheets=arguments.bodies)
    try:
        with progress.stage("write", _("Making the file")):
            data = write(document, suffix)
    except PdfFailed as failure:
        print(said_pdf_failure(failure), file=sys.stderr)
        return 1
    write_bytes(arguments.output, data)
    if arguments.output != STDOUT:
        print(_("Written: {file}").format(file=arguments.output))
    return 0


def computed(situation: Situation, before: Situation | None, today: str, progress: Progress) -> Preparation:
    with progress.stage("analyse", _("Computing")):
        return prepare(situation, today=today, before=before)


def said_pdf_failure(failure: PdfFailed) -> str:
    """What to do when the PDF could not be made."""
    match failure.cause:
        case "slow" | "memory":
            return _("The PDF is too large for this machine. Write fewer pages with --bodies 10, or write .docx or .html instead.")
        case "missing":
            return _("Typst, which makes the PDF, is not installed. Install shutaf again, or write .docx or .html instead.")
    return _("The PDF could not be made: {detail}. Writing .docx or .html works; the message helps whoever mends this.").format(
        detail=failure.detail
    )
