"""What are the small things that every record is made of: a word and its key, an amount, where a row was read?"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

Answer: TypeAlias = Literal["yes", "no", "unknown"]
Invite: TypeAlias = Literal["yes", "no", "later", "unknown"]
Shortlist: TypeAlias = Literal["", "listed", "confirmed", "later"]
"""Of an initiative: an idea, listed at step 0, confirmed after the external map, for the second stage."""
TieStatus: TypeAlias = Literal["exists", "none", "unknown"]
Direction: TypeAlias = Literal["mutual", "one_way"]
Basis: TypeAlias = Literal["reported", "surveyed"]
Visibility: TypeAlias = Literal["editors", "partners", "public"]

SECTORS = ("public", "business", "civil_society", "academia", "community", "other")
"""Keys of the sectors, in the order of every legend. A department is a body of the sector `public` with a `department` record."""

TYPOLOGIES = ("greening_business", "business_in_community", "local_economy", "shared_agenda")
"""Keys of the four partnership models, in the order of the toolkit's pages. Never numbers: the toolkit numbers two of them both ways."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read: sheet or file name as the user sees it, and the row as her program numbers it (1 = first line).

    ref: of a record that is remembered, its table and ref ("relations.tie:t4k9wq2m"); then sheet "" and row 0 say that it was typed, not read.
    """

    sheet: str
    row: int
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a closed list: the text as written, and the key it means ("" when it is on no list: kept, shown, counted apart)."""

    text: str
    key: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.key)


NOTHING = Word("")


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of what. `unit` is a key of content/units.csv, a currency code (ILS, EUR), or the user's own word.

    dimension: "area", "time", "money:ILS", ... ; "" for an own word, which is comparable with the same word only.
    factor: how many of the dimension's base unit one unit is (1 hour = 1, 1 day = 8); None where no factor is known.
    """

    value: Decimal
    unit: str = ""
    dimension: str = ""
    factor: Decimal | None = None

    def comparable(self, other: Amount) -> bool:
        """True when both measure the same thing: the same dimension, or the same own word."""
        if self.dimension and other.dimension:
            return self.dimension == other.dimension
        return not self.dimension and not other.dimension and self.unit == other.unit

    @property
    def base(self) -> Decimal:
        """The value in the dimension's base unit."""
        return self.value * (self.factor if self.factor is not None else Decimal(1))


@dataclass(frozen=True, slots=True)
class Record:
    """What every row carries: the user's own further columns (header, value), and where it was read. Neither takes part in equality of origin."""

    own: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    origin: Origin | None = field(default=None, kw_only=True, compare=False)
