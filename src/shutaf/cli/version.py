"""shutaf version: which Shutaf is this?"""

from __future__ import annotations

import argparse
from importlib.metadata import version

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words

NAME = "version"


def words() -> Words:
    return Words(_("Print the version."), "shutaf version")


def arguments(parser: Parser) -> None:
    """Takes none of its own."""


def run(_arguments: argparse.Namespace) -> int:
    print(version("shutaf"))
    return 0
