"""Which day is it for this call? The only clock of the program."""

from __future__ import annotations

import argparse
import datetime

from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser


def date_argument(parser: Parser) -> None:
    parser.add_argument("--date", type=day, default=None, metavar="YYYY-MM-DD", help=_("the day of the brief; today where it is not given"))


def day(text: str) -> str:
    """An ISO day; an argparse type."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(_("write the day as 2026-11-23, not {text}").format(text=repr(text))) from None


def day_of(arguments: argparse.Namespace) -> str:
    """The day asked for, else the user's own today."""
    return arguments.date or datetime.date.today().isoformat()  # noqa: DTZ011 - her calendar, not the server's


def now() -> datetime.datetime:
    """The moment, for what has an hour: a certificate that runs out."""
    return datetime.datetime.now(datetime.UTC)
