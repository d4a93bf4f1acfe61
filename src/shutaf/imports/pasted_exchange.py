"""Which needs and offers did she paste? One a line, or a block of cells whose columns are told by their heads or guessed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from shutaf.imports.amounts import amount
from shutaf.imports.exchange_columns import block_things
from shutaf.imports.exchange_line import amount_in, parted, side_said
from shutaf.imports.pasted_lines import numbered, unmarked
from shutaf.imports.problem import Problem
from shutaf.imports.resource_guess import Guess, guess_kind, guess_themes
from shutaf.imports.values import UnreadableError
from shutaf.imports.words import key_of, split

MOST_THINGS, MOST_CHARACTERS = 200, 100_000
"""Ours: so many are looked at one by one in a sitting; more come as a file."""

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Thing:
    """One line as read, all of it text that can be mended. side: need, offer or "". kind, theme: keys; also: further themes, parted by |.

    guesses: what was guessed, by field, each with the word that speaks for it.
    """

    line: int
    title: str
    side: str = ""
    body: str = ""
    kind: str = ""
    theme: str = ""
    also: str = ""
    amount: str = ""
    where: str = ""
    from_date: str = ""
    until_date: str = ""
    conditions: str = ""
    guesses: tuple[tuple[str, Guess], ...] = ()


@dataclass(frozen=True, slots=True)
class PastedThings:
    """things in the order of the text; columns: what each column of a block was taken for ("" unknown), () for a list."""

    things: tuple[Thing, ...]
    columns: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def things_pasted(text: str, *, is_body: Known = lambda _text: False, side: str = "") -> PastedThings:
    """The needs and offers in a pasted text. is_body tells whether words name one; side: of lines that say none. O(characters).

    Too much is refused whole, so that nothing is half there.

    >>> [(one.side, one.title, one.kind, one.amount) for one in things_pasted("Needs:\\n- a room for talks, 120 m2\\nOffers:\\n- 40 hours of advice").things]
    [('need', 'a room for talks, 120 m2', 'space', '120 m2'), ('offer', '40 hours of advice', 'skill', '40 hours')]
    """
    if len(text) > MOST_CHARACTERS:
        return PastedThings(
            (), problems=(Problem("paste.far_too_big", "error", facts={"characters": len(text), "limit": MOST_CHARACTERS}),)
        )
    columns, raw = block_things(text, is_body) or ((), _listed(text, is_body))
    if len(raw) > MOST_THINGS:
        return PastedThings((), problems=(Problem("paste.far_too_many", "error", facts={"count": len(raw), "limit": MOST_THINGS}),))
    return PastedThings(tuple(_guessed(Thing(**told), side) for told in raw), tuple(columns))


def _listed(text: str, is_body: Known) -> list[dict[str, Any]]:
    """The lines of a list. A line that only says a side, or only names a body, tells it of those below."""
    side = body = ""
    found: list[dict[str, Any]] = []
    for number, line, _is_talk in unmarked(numbered(text)):
        bare = line.rstrip(":- ").strip()
        if heading := side_said(bare):
            side = heading
        elif line.endswith(":") and is_body(bare):
            body = bare
        else:
            told = parted(line, is_body)
            found.append(
                {"line": number, "side": told.side or side, "body": told.body or body, "title": told.title, "amount": amount_in(told.title)}
            )
    return found


def _guessed(thing: Thing, side: str) -> Thing:
    """Words of closed lists by their keys; what no cell says, guessed from the title."""
    kind, themes = key_of(thing.kind, "resource"), [key_of(part, "theme") or part for part in split(thing.theme)]
    guesses: list[tuple[str, Guess]] = []
    if not kind and (guess := _kind(thing)):
        kind = guess.key
        guesses.append(("kind", guess))
    if not themes and (several := guess_themes(thing.title)):
        themes = [one.key for one in several]
        guesses.append(("theme", several[0]))
    keyed = [one for one in themes if key_of(one, "theme") == one]
    first = keyed[0] if keyed else ""
    also = " | ".join(one for one in themes if one != first)
    return replace(thing, side=thing.side or side, kind=kind, theme=first, also=also, guesses=tuple(guesses))


def _kind(thing: Thing) -> Guess | None:
    """By the words beside the amount first: 40 hours of advice are advice, 40 hours are time."""
    title = f"{thing.kind} {thing.title}"
    dimension = _dimension(thing.amount)
    beside = guess_kind(title.replace(thing.amount, " ")) if thing.amount and not dimension.startswith("money") else None
    guess = beside or guess_kind(title, dimension)
    return guess if guess is None or guess.word else Guess(guess.key, thing.amount)


def _dimension(text: str) -> str:
    try:
        return amount(text).dimension if text else ""
    except UnreadableError:
        return ""
