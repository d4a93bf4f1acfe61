"""shutaf cases: the cases of the library as files that people and programs read."""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words
from shutaf.cli.writing import STDOUT, write_bytes
from shutaf.content.cases import cases
from shutaf.reports.formats.case_file import case_file

NAME = "cases"


def words() -> Words:
    return Words(
        _("Write the cases of the library as files, one a case: a head in YAML, then its texts in Markdown."), "shutaf cases -o cases.zip"
    )


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("cases.zip"), metavar="FILE.zip|-", help=_("the file to write; - writes to the standard output")
    )  # fmt: skip
    parser.add_argument("--case", metavar="ID", default="", help=_("only this one, as a file of its own"))


def run(arguments: argparse.Namespace) -> int:
    if arguments.case:
        found = next((one for one in cases() if one.id == arguments.case), None)
        if found is None:
            print(_("There is no case of this name in the library."), file=sys.stderr)
            return 1
        data = case_file(found)
        output = arguments.output if arguments.output != Path("cases.zip") else Path(f"{found.id}.md")
    else:
        data, output = _zipped(), arguments.output
    write_bytes(output, data)
    if output != STDOUT:
        print(_("Written: {file}").format(file=output))
    return 0


def _zipped() -> bytes:
    """Every case, the same bytes each time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in cases():
            archive.writestr(zipfile.ZipInfo(f"{one.id}.md", (1980, 1, 1, 0, 0, 0)), case_file(one))
    return packed.getvalue()
