"""shutaf convert: the same map in the format of another program, or out of it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from django.utils.translation import gettext as _

from shutaf.analysis.situation import Situation
from shutaf.analysis.visible import shared
from shutaf.cli.parser import Parser, Words
from shutaf.cli.reading import input_arguments, reading
from shutaf.cli.writing import STDOUT, refuse_to_overwrite, write_bytes
from shutaf.reports.formats import FORMATS, format_for
from shutaf.reports.wording.formats import said_left_behind
from shutaf.reports.workbook import write_workbook

NAME = "convert"
WORKBOOK = "workbook"


def words() -> Words:
    return Words(
        _(
            "Write the map in the format of another program: Kumu, Gephi, igraph, Pajek, UCINET, PARTNER, an address book; or as a workbook."
        ),
        "shutaf convert map.xlsx -o town.graphml",
    )


def arguments(parser: Parser) -> None:
    input_arguments(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE|-",
        help=_("the file to write; its end says the format; - writes to the standard output"),
    )
    parser.add_argument("--format", choices=[WORKBOOK, *FORMATS], help=_("the form, where the file's name does not say it"))
    parser.add_argument(
        "--for",
        dest="audience",
        choices=["room", "driver"],
        default="room",
        help=_("room: what partners may see (the default); driver: everything"),
    )
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def run(arguments: argparse.Namespace) -> int:
    key = arguments.format or _key_of(arguments.output)
    if not key:
        print(
            _("The name does not say the format. Add --format with one of: {formats}").format(formats=_(", ").join((WORKBOOK, *FORMATS))),
            file=sys.stderr,
        )
        return 2
    if refuse_to_overwrite(arguments.output, arguments.force):
        return 2
    with reading(arguments) as (situation, language):
        if situation is None:
            return 1
        return _convert(arguments, key, situation, language)


def _key_of(path: Path) -> str:
    """What the end of the name means; an .xlsx is our workbook, a .zip could be several things."""
    if path.suffix.lower() == ".xlsx":
        return WORKBOOK
    found = format_for(path.suffix)
    return found.key if found else ""


def _convert(arguments: argparse.Namespace, key: str, situation: Situation, language: str) -> int:
    is_for_room = arguments.audience == "room"
    seen = shared(situation) if is_for_room else situation
    form = FORMATS.get(key)
    if form and form.is_of_people and not seen.people:
        print(_("There are no people to write. With --for driver those that are internal are written too."), file=sys.stderr)
        return 1
    write_bytes(arguments.output, form.write(seen, language) if form else _workbook(seen, language))
    if arguments.output != STDOUT:
        print(_("Written: {file}").format(file=arguments.output))
    if form and (left := said_left_behind(seen, form)):
        print(_("The format has no place for: {parts}.").format(parts=left), file=sys.stderr)
    if is_for_room:
        print(_("Only what partners may see was written; --for driver writes everything."), file=sys.stderr)
    return 0


def _workbook(situation: Situation, language: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.xlsx"
        write_workbook(situation, path, language)
        return path.read_bytes()
