"""Does the command line speak the user's language, down to the sentences that argparse brings?"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from shutaf.cli.commands import COMMANDS

Call = Callable[..., object]
LOCALE = Path(__file__).parents[2] / "src/shutaf/locale"
NAMES = [command.NAME for command in COMMANDS]
LETTERS = {"he": r"[\u05d0-\u05ea]", "ar": r"[\u0621-\u064a]"}
# What stays in Latin letters in every language: names of programs and formats, keys one types, and places for values.
TYPED = {
    "shutaf",
    "body",
    "create",
    "csv",
    "json",
    "typst",
    "kumu",
    "gephi",
    "igraph",
    "pajek",
    "workbook",
    *NAMES,
    "load",
    "network",
    "actors",
    "criteria",
    "coalition",
    "room",
    "driver",
    "public",
    "private",
    "business",
    "county",
    "name",
    "company",
    "yaml",
    "markdown",
}
SAID_AS_IT_IS = re.compile(
    r"\bCtrl-C\b|--?[a-z-]+|\{[^}]*\}|\b[A-Z]{1,}(?:[=|.,][A-Z.|-]*|\b)[a-z.]*|[\w-]+\.(?:xlsx|csv|html|pdf|docx|zip)|\.(?:html|pdf|docx|xlsx|zip)|he\|ar\|en\|de|\w+=\w+"
)


@pytest.fixture(params=["he", "ar"])
def language(request: pytest.FixtureRequest) -> str:
    with (LOCALE / request.param / "LC_MESSAGES/django.po").open("rb") as source:
        catalog = read_po(source, locale=request.param)
    if any(message.id and not all(message.string if message.pluralizable else (message.string,)) for message in catalog):
        pytest.skip(f"the catalog {request.param} is not finished; test_translations names what is missing")
    return str(request.param)


def foreign(text: str) -> list[str]:
    """English words in a help text, its last line (the example) left out."""
    body = re.sub(r"^\s*shutaf .*$", "", text, flags=re.MULTILINE)
    return [word for word in re.findall(r"[A-Za-z]{2,}", SAID_AS_IT_IS.sub(" ", body)) if word.lower() not in TYPED]


@pytest.mark.parametrize("command", [*NAMES, ""])
def test_help_speaks_the_language_of_the_reader(command: str, language: str, shutaf: Call) -> None:
    answer = shutaf(*[word for word in (command, "--lang", language, "--help") if word]) if command else shutaf("--help")
    assert answer.code == 0
    assert re.search(LETTERS["he" if not command else language], answer.out)
    assert foreign(answer.out) == []


@pytest.mark.parametrize(
    "words",
    [("brief",), ("brief", "a", "--for", "press"), ("brief", "a", "--date", "soon"), ("brief", "a", "--what"), ("check", "a", "--map")],
)
def test_wrong_call_is_told_in_the_language_of_the_reader(words: tuple[str, ...], language: str, shutaf: Call) -> None:
    answer = shutaf(*words, "--lang", language)
    assert answer.code == 2
    last = re.sub(r"'[^']*'", "", answer.err.strip().splitlines()[-1])
    assert re.search(LETTERS[language], last)
    assert foreign(last.replace("shutaf", "")) == []


def test_english_words_are_noticed() -> None:
    assert foreign("options:\n  -h, --help  show") == ["options", "show"]
    assert foreign("  --map OURS=THEIRS  מיפוי") == []
