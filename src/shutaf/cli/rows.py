"""shutaf rows: what stands in one table of a workspace, a row a line, for scripts on the machine."""

from __future__ import annotations

import argparse
import json
import sys

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words

NAME = "rows"
_PAGE = 500


def words() -> Words:
    return Words(_("Print the rows of one table of a workspace, as JSON lines."), "shutaf rows WORKSPACE bodies.body")


def arguments(parser: Parser) -> None:
    parser.add_argument("workspace", metavar="WORKSPACE", help=_("the workspace's letters in its address, after /w/"))
    parser.add_argument("table", metavar="TABLE", help=_("the table's name; a wrong one lists them all"))


def run(arguments: argparse.Namespace) -> int:
    from django.core.exceptions import ObjectDoesNotExist

    from shutaf.accounts.queries import job_viewer
    from shutaf.stewardship.told_rows import READABLE, rows_page

    if arguments.table not in READABLE:
        print(_("There is no such table. There are: {names}").format(names=", ".join(READABLE)), file=sys.stderr)
        return 2
    try:
        viewer = job_viewer(arguments.workspace)
    except ObjectDoesNotExist:
        print(_("There is no workspace {ref}.").format(ref=arguments.workspace), file=sys.stderr)
        return 1
    after = ""
    while True:
        page = rows_page(viewer, arguments.table, after=after, most=_PAGE)
        for row in page.rows:
            print(json.dumps(row, ensure_ascii=False))
        after = page.next
        if not after:
            return 0
