"""Which short code does a number carry, and which number does a code mean?

A code is made from what the number is (its formula and what it is about), never from its value, so the same line of two briefs has the same code.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from shutaf.analysis.situation import Number

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U, so it can be read aloud
LENGTH = 4  # a million codes; a longer one where two numbers of one brief meet


def full_code(number: Number) -> str:
    """Twelve letters that name this number for good; the printed code is their beginning."""
    digest = hashlib.blake2b("\x1f".join((number.key, *number.about)).encode(), digest_size=8).digest()
    value = int.from_bytes(digest, "big")
    return "".join(ALPHABET[value >> (5 * place) & 31] for place in range(12))


class Codebook:
    """The numbers of one brief by their codes. Filled while the brief is written."""

    def __init__(self) -> None:
        self._by_code: dict[str, Number] = {}

    def code(self, number: Number) -> str:
        """The shortest beginning of the number's full code that no other number of this brief has."""
        whole = full_code(number)
        for length in range(LENGTH, len(whole) + 1):
            code = whole[:length]
            held = self._by_code.setdefault(code, number)
            if (held.key, held.about) == (number.key, number.about):
                return code
        raise ValueError(f"two numbers share a whole code: {number.key}")

    def numbers(self) -> Iterable[tuple[str, Number]]:
        return self._by_code.items()

    def meant(self, code: str) -> tuple[tuple[str, Number], ...]:
        """The numbers whose code begins so; forgiving about case and the letters people mistake (O for 0, I and L for 1)."""
        wanted = code.strip().upper().translate(str.maketrans("OIL", "011"))
        exact = [(held, number) for held, number in self._by_code.items() if held == wanted]
        return tuple(
            exact or [(held, number) for held, number in self._by_code.items() if len(wanted) >= LENGTH and held.startswith(wanted)]
        )
