"""How does the command line read its words, in the user's language?"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from django.conf import settings
from django.utils.translation import gettext, gettext_noop, ngettext

LANGUAGES = ("he", "ar", "en", "de")


@dataclass(frozen=True, slots=True)
class Words:
    """What `--help` says of a command: one sentence, and an example that works."""

    summary: str
    example: str


# argparse says its own sentences through module-level functions; these are their messages, so that our catalogs hold them.
SAID_BY_ARGPARSE = (
    gettext_noop("usage: "),
    gettext_noop("positional arguments"),
    gettext_noop("options"),
    gettext_noop("show this help message and exit"),
    gettext_noop("the following arguments are required: %s"),
    gettext_noop("unrecognized arguments: %s"),
    gettext_noop("expected one argument"),
    gettext_noop("expected at least one argument"),
    gettext_noop("argument %(argument_name)s: %(message)s"),
    gettext_noop("invalid %(type)s value: %(value)r"),
    gettext_noop("invalid choice: %(value)r (choose from %(choices)s)"),
    gettext_noop("ambiguous option: %(option)s could match %(matches)s"),
    gettext_noop("%(prog)s: error: %(message)s\n"),
)


def speak_through_catalogs() -> None:
    """Let argparse say its sentences in the active language. It has no other door for this than its two module names."""
    argparse._ = lambda text: gettext(text) if text else text  # type: ignore[attr-defined]
    argparse.ngettext = ngettext  # type: ignore[attr-defined]


class Parser(argparse.ArgumentParser):
    """A parser whose wrong calls exit with 2 and a way on."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**options)

    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(2, gettext("%(prog)s: error: %(message)s\n") % {"prog": self.prog, "message": message})


def language_asked(argv: Sequence[str]) -> str:
    """--lang if it is there, else SHUTAF_LANG, else "" (the workbook decides, and Hebrew where it does not say)."""
    for i, word in enumerate(argv):
        if word == "--lang" and i + 1 < len(argv) and argv[i + 1] in LANGUAGES:
            return argv[i + 1]
        if word.startswith("--lang=") and word[7:] in LANGUAGES:
            return word[7:]
    return settings.SHUTAF_LANG if settings.SHUTAF_LANG in LANGUAGES else ""


def whole(text: str) -> int:
    """A whole number from 0 up; an argparse type."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(gettext("write a whole number from 0 up, not {text}").format(text=repr(text)))
    return int(text)


def pair(text: str) -> tuple[str, str]:
    """`a=b` as a pair; an argparse type."""
    left, mark, right = text.partition("=")
    if not mark or not left.strip() or not right.strip():
        raise argparse.ArgumentTypeError(gettext("write it as name=value, not {text}").format(text=repr(text)))
    return left.strip(), right.strip()


def pairs(text: str) -> list[tuple[str, str]]:
    """`a=b,c=d` as pairs; an argparse type."""
    return [pair(part) for part in text.split(",") if part.strip()]
