"""How does a program write one value: a text, a day, a word of a closed list, an amount?"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from django.utils.translation import get_language
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from shutaf import content
from shutaf.analysis.situation import NOTHING, Requirement, Word
from shutaf.imports.amounts import measured
from shutaf.imports.values import UnreadableError, iso_date
from shutaf.imports.words import key_of

NO_CONTROLS = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
"""Signs that no document can hold."""

MOST = 2000
DATE = r"^((1[5-9]|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?)?$|^(1[5-9]|20|21)\d\d-(0[1-9]|1[0-2])-(29|30|31)$"


def text_of(most: int) -> Any:
    return Annotated[str, StringConstraints(max_length=most, pattern=NO_CONTROLS)]


def _is_date(text: str) -> str:
    try:
        return iso_date(text) if text else ""
    except UnreadableError:
        raise ValueError(text) from None


Text: TypeAlias = Annotated[str, StringConstraints(max_length=MOST, pattern=NO_CONTROLS)]
Short: TypeAlias = Annotated[str, StringConstraints(max_length=300, pattern=NO_CONTROLS)]
Date = Annotated[str, StringConstraints(pattern=DATE), AfterValidator(_is_date)]
"""A year, a month or a day as ISO text; empty where nobody knows."""


class Told(BaseModel):
    """What is sent; a name that is not known is refused."""

    model_config = ConfigDict(extra="forbid")


class WordTold(Told):
    """A word of a closed list by its key, or an own word as text."""

    key: Short = ""
    text: Short = ""


class AmountTold(Told):
    """How much of what."""

    value: Annotated[Decimal, Field(ge=0, le=10**12, max_digits=18, decimal_places=6)]
    unit: Short = ""


def word_of(list_key: str) -> Any:
    """A word of this closed list; with "" an own word, which has no key."""

    def read(told: WordTold) -> Word:
        if told.key:
            if not list_key or told.key not in {entry.key for entry in content.entries(list_key)}:
                raise ValueError(told.key)
            return Word(told.text or content.say(list_key, told.key, (get_language() or "he")[:2]), told.key)
        return Word(told.text, key_of(told.text, list_key) if list_key else "") if told.text else NOTHING

    return Annotated[WordTold, AfterValidator(read)]


def words_of(list_key: str) -> Any:
    word: Any = word_of(list_key)
    return Annotated[list[word], Field(max_length=100), AfterValidator(lambda told: tuple(word for word in told if word))]


AmountOf = Annotated[AmountTold, AfterValidator(lambda told: measured(told.value, told.unit))]


class RequirementTold(Told):
    """One resource that an initiative cannot do without."""

    kind: WordTold
    amount: AmountTold | None = None


def _requirements(told: list[RequirementTold]) -> tuple[Requirement, ...]:
    read = word_of("resource").__metadata__[0].func
    return tuple(Requirement(read(one.kind), measured(one.amount.value, one.amount.unit) if one.amount else None) for one in told)


Requirements = Annotated[list[RequirementTold], Field(max_length=60), AfterValidator(_requirements)]
Texts = Annotated[list[Text], Field(max_length=MOST), AfterValidator(tuple)]
Figure = Annotated[float, Field(ge=-1e9, le=1e9)]
Name = tuple[Literal["he", "ar", "en", "de"], Short]
Names = Annotated[list[Name], Field(max_length=4), AfterValidator(tuple)]
Pair = Annotated[list[Text | Figure], Field(min_length=2, max_length=2), AfterValidator(tuple)]
Pairs = Annotated[list[Pair], Field(max_length=200), AfterValidator(tuple)]
