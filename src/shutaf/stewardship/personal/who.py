"""By what is a person known: names as they are written, addresses, numbers? Two spellings of the same are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shutaf.analysis.text.search import words_of

_DIGITS = re.compile(r"\d")
_KEPT_DIGITS = 9  # 052-1234567, +972 52 123 4567 and 00972521234567 end alike
_FEWEST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Who:
    """A person somebody asks about. Several names: the same person written in several ways."""

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.name_keys or self.email_keys or self.phone_keys)

    @property
    def name_keys(self) -> frozenset[tuple[str, ...]]:
        return frozenset(filter(None, map(name_key, self.names)))

    @property
    def email_keys(self) -> frozenset[str]:
        return frozenset(filter(None, map(email_key, self.emails)))

    @property
    def phone_keys(self) -> frozenset[str]:
        return frozenset(filter(None, map(phone_key, self.phones)))


def name_key(name: str) -> tuple[str, ...]:
    """The folded words of a name in one order, so that "Cohen, Dana" is "Dana Cohen".

    >>> name_key("כהן, דָּנָה") == name_key("דנה כהן")
    True
    """
    return tuple(sorted(words_of(name)))


def email_key(email: str) -> str:
    """The address in small letters; "" for what is none."""
    plain = email.strip().casefold()
    return plain if "@" in plain.strip("@") else ""


def phone_key(phone: str) -> str:
    """The last nine digits, which a country code does not touch; "" for what is too short to be somebody's.

    >>> phone_key("+972 52-123-4567") == phone_key("052 1234567")
    True
    """
    digits = "".join(str(int(digit)) for digit in _DIGITS.findall(phone))
    return digits[-_KEPT_DIGITS:] if len(digits) >= _FEWEST_DIGITS else ""
