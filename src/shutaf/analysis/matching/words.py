"""When do two records speak of the same kind of thing, and when may two amounts be compared?"""

from __future__ import annotations

import re

from shutaf.analysis.situation import Amount, Word
from shutaf.analysis.text.fold import fold


def word_key(word: Word) -> str:
    """What a word is compared by: its key, else its folded text marked as an own word; "" when nothing was written."""
    own = fold(word.text)
    return word.key or (f"own:{own}" if own else "")


def amount_key(amount: Amount) -> str:
    """What an amount is compared within: its dimension ("money:ILS"), else its folded own unit. Never converted across keys."""
    return amount.dimension or f"own:{fold(amount.unit)}"


def covered_share(wanted: Amount | None, given: Amount | None) -> float | None:
    """Which share of the wanted amount the given one covers: 0 .. 1, None where either is unknown or they cannot be compared.

    Ours: nothing wanted (0 or less) is covered whole; a negative gift covers nothing.

    >>> from decimal import Decimal
    >>> covered_share(Amount(Decimal(8), "hour", "time", Decimal(1)), Amount(Decimal(2), "hour", "time", Decimal(1)))
    0.25
    """
    if wanted is None or given is None or amount_key(wanted) != amount_key(given):
        return None
    if wanted.base <= 0:
        return 1.0
    return min(1.0, max(0.0, float(given.base) / float(wanted.base)))


def natural(ref: str) -> tuple[tuple[int, str], ...]:
    """An order of refs in which "offer 2" comes before "offer 10".

    >>> sorted(["offer 10", "offer 2"], key=natural)
    ['offer 2', 'offer 10']
    """
    return tuple((int(part), "") if part.isascii() and part.isdigit() else (-1, part) for part in re.split("([0-9]+)", ref))
