"""Of which words is this German compound made?"""

from __future__ import annotations

from collections.abc import Collection

_JOINTS = ("", "s", "es", "n", "en", "e", "er")
"""What stands between the parts: Nachhaltigkeit-s-rat, Kunde-n-karte."""

_SHORTEST_PART, _SHORTEST_COMPOUND = 3, 8
"""Ours: shorter ones are made of chance."""


def parts(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The two known words that a folded word is put together of; where several pairs fit, the one with the longest second part; () where none.

    Rat alone is a part, at the end; the first part has four letters or more and may have lost an e or en (Schulsanierung). O(letters) look-ups.

    >>> parts("nachhaltigkeitsrat", {"nachhaltigkeit", "rat"}), parts("rathaus", {"rat", "haus"}), parts("klimarat", {"klima"})
    (('nachhaltigkeit', 'rat'), (), ())
    """
    if len(word) < _SHORTEST_COMPOUND or not ("a" <= word[0] <= "z" or word[0] in "äöü"):
        return ()
    for cut in range(_SHORTEST_PART + 1, len(word) - _SHORTEST_PART + 1):
        last = word[cut:]
        if last in known:
            for joint in _JOINTS:
                first = word[: cut - len(joint)]
                if word[:cut].endswith(joint) and len(first) > _SHORTEST_PART:
                    for whole in (first, first + "e", first + "en"):
                        if whole in known:
                            return whole, last
    return ()
