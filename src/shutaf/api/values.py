"""Of what is a request made? Texts, dates, words of closed lists and amounts, each checked at the door."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from shutaf import content
from shutaf.analysis.situation import NOTHING, Amount, Word
from shutaf.api.problems import wrong
from shutaf.imports.amounts import measured
from shutaf.imports.values import UnreadableError, iso_date
from shutaf.imports.words import key_of

_NO_CONTROLS = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
"""Signs that no document can hold."""

Line = Annotated[str, StringConstraints(max_length=300, strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f]*$")]
Title = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f]*$")]
Text = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True, pattern=_NO_CONTROLS)]
Ref = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]


def _is_date(text: str) -> str:
    try:
        return iso_date(text) if text else ""
    except UnreadableError:
        raise ValueError(text) from None


Date = Annotated[
    str,
    StringConstraints(pattern=r"^((1[5-9]|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?)?$|^(1[5-9]|20|21)\d\d-(0[1-9]|1[0-2])-(29|30|31)$"),
    AfterValidator(_is_date),
]  # fmt: skip
"""A year, a month or a day as ISO text; empty where nobody knows."""

Answer = Literal["yes", "no", "unknown"]
Scale10 = Annotated[float, Field(ge=1, le=10)]
Scale5 = Annotated[float, Field(ge=1, le=5)]


class Strict(Schema):
    """What is sent; a name that is not known is refused rather than passed over."""

    model_config = ConfigDict(extra="forbid")


class WordIn(Strict):
    """A word of a closed list by its key, or an own word as text. With both, the text is shown and the key counts."""

    key: Line = ""
    text: Line = ""


Words = Annotated[list[WordIn], Field(max_length=50, default_factory=list)]


class WordOut(Schema):
    """key: of a closed list, empty for an own word. text: as written."""

    key: str
    text: str


def word_in(told: WordIn | None, list_key: str, where: str) -> Word:
    """The word of a closed list. Raises a refusal for a key that is not on it."""
    if told is None or not (told.key or told.text):
        return NOTHING
    keys = {entry.key for entry in content.entries(list_key)} if list_key else set()
    if told.key and told.key not in keys:
        raise wrong(where, _("must be one of: {expected}").format(expected=", ".join(sorted(keys)) or "text"))
    if told.key:
        return Word(told.text or content.say(list_key, told.key, (get_language() or "he")[:2]), told.key)
    return Word(told.text, key_of(told.text, list_key) if list_key else "")


def words_in(told: list[WordIn], list_key: str, where: str) -> tuple[Word, ...]:
    found = (word_in(one, list_key, f"{where}.{n}") for n, one in enumerate(told))
    return tuple(word for word in found if word)


def word_out(word: Word) -> WordOut:
    return WordOut(key=word.key, text=word.text)


def words_out(words: tuple[Word, ...]) -> list[WordOut]:
    return [word_out(word) for word in words]


class AmountIn(Strict):
    """How much of what: a unit by its key (hour, m2, ILS) or in any of its words; an own word is comparable with itself only."""

    value: Annotated[Decimal, Field(ge=0, le=10**12, max_digits=18, decimal_places=6)]
    unit: Line = ""


class AmountOut(Schema):
    value: str
    unit: str


def amount_in(told: AmountIn | None) -> Amount | None:
    return measured(told.value, told.unit) if told else None


def amount_out(amount: Amount | None) -> AmountOut | None:
    return AmountOut(value=str(amount.value), unit=amount.unit) if amount else None


class Done(Schema):
    """What a write did. With `deed` it can be looked up in the history and undone; empty when nothing changed."""

    ref: str = Field(default="", description="Of the row that was made or changed.")
    deed: str = ""


def told_of(sent: Schema) -> dict[str, Any]:
    """What the request names, and nothing it left out."""
    return {name: getattr(sent, name) for name in sent.model_fields_set}
