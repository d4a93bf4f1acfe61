"""How do the small values of a Situation lie in a column? As JSON that reads back into the same frozen value."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models.fields.json import JSONField

from shutaf.analysis.situation import NOTHING, Amount, Requirement, Word


def _word_in(value: Word) -> list[str]:
    return [value.text, value.key]


def _word_out(value: Any) -> Word:
    return Word(*value) if value else NOTHING


def _amount_in(value: Amount | None) -> list[str | None] | None:
    return None if value is None else [str(value.value), value.unit, value.dimension, None if value.factor is None else str(value.factor)]


def _amount_out(value: Any) -> Amount | None:
    return None if value is None else Amount(Decimal(value[0]), value[1], value[2], None if value[3] is None else Decimal(value[3]))


class ValueField(JSONField):
    """A JSON column whose Python value is frozen. `encode` makes JSON of it, `decode` the value again."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]
    empty: Any = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("default", type(self).nothing)
        options.setdefault("blank", True)
        super().__init__(*args, **options)

    @classmethod
    def nothing(cls) -> Any:
        return cls.empty

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        options.pop("default", None)
        options.pop("blank", None)
        return name, path, args, options

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return type(self).decode(super().from_db_value(value, expression, connection))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if isinstance(value, models.expressions.Value | models.Func):
            return super().get_db_prep_value(value, connection, prepared)
        return super().get_db_prep_value(type(self).encode(value), connection, prepared)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        encoded = type(self).encode(value)
        return None if encoded is None else super().get_db_prep_value(encoded, connection, False)

    def value_to_string(self, obj: Any) -> Any:
        return type(self).encode(self.value_from_object(obj))

    def to_python(self, value: Any) -> Any:
        """Lists come from an archive; anything else is a value already."""
        return type(self).decode(value) if isinstance(value, list) else value

    def as_json(self, value: Any) -> Any:
        """The value as the journal and the export keep it."""
        return type(self).encode(value)

    def of_json(self, value: Any) -> Any:
        return type(self).decode(value)


class WordField(ValueField):
    """A word of a closed list: text as written and its key."""

    encode = staticmethod(_word_in)
    decode = staticmethod(_word_out)
    empty = NOTHING


class WordsField(ValueField):
    """Several words of a closed list."""

    encode = staticmethod(lambda value: [_word_in(word) for word in value])
    decode = staticmethod(lambda value: tuple(_word_out(word) for word in value or ()))


class TextsField(ValueField):
    """Several texts, such as refs."""

    encode = staticmethod(lambda value: list(value))
    decode = staticmethod(lambda value: tuple(value or ()))


class PairsField(ValueField):
    """(key, value) pairs in their order."""

    encode = staticmethod(lambda value: [list(pair) for pair in value])
    decode = staticmethod(lambda value: tuple(tuple(pair) for pair in value or ()))


class AmountField(ValueField):
    """How much of what, or None."""

    encode = staticmethod(_amount_in)
    decode = staticmethod(_amount_out)
    empty = None

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("null", True)
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        options.pop("null", None)
        return name, path, args, options


class RequirementsField(ValueField):
    """What an initiative cannot do without."""

    encode = staticmethod(lambda value: [[_word_in(one.kind), _amount_in(one.amount)] for one in value])
    decode = staticmethod(lambda value: tuple(Requirement(_word_out(kind), _amount_out(amount)) for kind, amount in value or ()))
