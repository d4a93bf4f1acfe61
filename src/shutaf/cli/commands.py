"""Which commands are there?"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from shutaf.cli import (
    analyse,
    anonymise,
    backup,
    brief,
    cases,
    check,
    convert,
    demo,
    do,
    erase,
    export,
    factor,
    guide,
    import_,
    network,
    owner,
    places,
    ready,
    restore,
    rows,
    serve,
    template,
    tick,
    verify,
    version,
    why,
    worker,
)
from shutaf.cli.parser import LANGUAGES, Parser, speak_through_catalogs

COMMANDS = (
    template,
    check,
    brief,
    guide,
    cases,
    why,
    convert,
    analyse,
    anonymise,
    demo,
    serve,
    owner,
    worker,
    tick,
    ready,
    backup,
    restore,
    verify,
    export,
    import_,
    erase,
    factor,
    network,
    do,
    rows,
    places,
    version,
)


def parser() -> Parser:
    """The whole command line, in the active language."""
    speak_through_catalogs()
    top = Parser(
        prog="shutaf",
        description=_("From what you know today to a preparation you can walk into the room with."),
        epilog=_("Start with: shutaf template -o map.xlsx, fill it in, then: shutaf brief map.xlsx -o brief.pdf"),
    )
    commands = top.add_subparsers(dest="command", metavar=_("command"), required=True, title=_("commands"))
    for command in COMMANDS:
        words = command.words()
        child = commands.add_parser(command.NAME, help=words.summary, description=words.summary, epilog=words.example)
        child.add_argument("--lang", choices=LANGUAGES, metavar="he|ar|en|de", help=_("language of the words and of what is written"))
        command.arguments(child)
        child.set_defaults(run=command.run)
    return top


def run(words: Sequence[str]) -> int:
    """Parse and run; returns the exit code."""
    try:
        arguments = parser().parse_args(list(words))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    return int(arguments.run(arguments))
