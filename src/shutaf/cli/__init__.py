"""The command line: one file a command. Exit codes: 0 done (warnings too), 1 errors in the input, 2 a wrong call."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import django
from django.conf import settings
from django.db import DatabaseError
from django.utils import translation
from django.utils.translation import gettext as _

SERVICE = frozenset(
    {
        "serve",
        "demo",
        "backup",
        "restore",
        "verify",
        "export",
        "import",
        "places",
        "tick",
        "worker",
        "ready",
        "owner",
        "do",
        "rows",
        "erase",
        "factor",
        "network",
    }
)
"""Commands that need the database; they import what they need when they run."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = next((word for word in words if not word.startswith("-")), "")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shutaf.config.settings" if command in SERVICE else "shutaf.config.words")
    if command == "demo":
        os.environ.setdefault("SHUTAF_HOME", str(Path.home() / ".local/share/shutaf-demo"))  # a home of its own
        os.environ.setdefault("SHUTAF_BACKUP_HOURS", "0")  # a town that is made anew needs none
    django.setup(set_prefix=False)  # a command on a file needs the catalogs only: no address, application or database is behind it
    from shutaf.cli.commands import run
    from shutaf.cli.parser import language_asked

    speak_what_the_terminal_can()
    with translation.override(language_asked(words) or "he"):
        try:
            done = run(words)
            sys.stdout.flush()
        except DatabaseError as failure:
            if command not in SERVICE:
                raise
            said = _(
                "The database of {folder} is not ready or not this program's ({reason}). Start `shutaf serve` once, or name another home with SHUTAF_HOME."
            )
            print(said.format(folder=settings.SHUTAF_HOME, reason=str(failure).strip().splitlines()[0]), file=sys.stderr)
            return 1
        except BrokenPipeError:  # whoever reads, such as head, has enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return done


def speak_what_the_terminal_can() -> None:
    """A terminal that lacks a letter (an old Windows code page) shows "?" for it instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
