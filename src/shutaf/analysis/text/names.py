"""Which record is meant by this name, and which ones come near?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from shutaf.analysis.text.fold import fold


def trigrams(text: str) -> frozenset[str]:
    """The three-letter pieces of a folded text, with its ends marked, so that short names have some too.

    >>> sorted(trigrams("ab"))
    ['  a', ' ab', 'ab ']
    """
    padded = f"  {fold(text)} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


class Names:
    """Finds records by id or by any of their names; the same for the reader and the writer, so both agree on what a name means.

    An id written exactly wins, then a name written exactly, then an id and a name after folding. Where several records share a name,
    the first added is meant (`is_shared` tells). Adding is O(letters of the name).
    """

    def __init__(self) -> None:
        self._levels: tuple[dict[str, str], ...] = ({}, {}, {}, {})
        self._named: list[tuple[str, str]] = []
        self._shared: set[str] = set()
        self._pieces: dict[str, list[int]] | None = None

    def add(self, ref: str, ids: Iterable[str], names: Iterable[str]) -> None:
        """Make a record findable by its ids (the first is its ref) and its names; empty texts are passed over."""
        exact_id, exact_name, folded_id, folded_name = self._levels
        for text in filter(None, ids):
            exact_id.setdefault(text, ref)
            folded_id.setdefault(fold(text), ref)
        for text in filter(None, names):
            exact_name.setdefault(text, ref)
            if folded_name.setdefault(fold(text), ref) != ref:
                self._shared.add(fold(text))
            self._named.append((text, ref))
        self._pieces = None

    def find(self, text: str) -> str | None:
        """The ref of the record meant, or None.

        >>> names = Names()
        >>> names.add("7", ["7"], ["Beit Ha'am"])
        >>> names.find("beit haam"), names.find("7"), names.find("Beit")
        ('7', '7', None)
        """
        exact_id, exact_name, folded_id, folded_name = self._levels
        if text in exact_id:
            return exact_id[text]
        if text in exact_name:
            return exact_name[text]
        plain = fold(text)
        return (folded_id.get(plain) or folded_name.get(plain)) if plain else None

    def is_shared(self, text: str) -> bool:
        """True when several records bear this name after folding."""
        return fold(text) in self._shared

    def nearest(self, text: str, count: int = 3, least: float = 0.35) -> tuple[str, ...]:
        """Up to `count` names most like the text, best first: Dice overlap of letter trigrams, at least `least`.

        O(records that share a trigram). Source: Dice 1945, Ecology 26, 297-302. Ours: the threshold, 0.35 keeps one wrong letter in a word of five.
        """
        if self._pieces is None:
            self._pieces = defaultdict(list)
            for i, (name, _) in enumerate(self._named):
                for piece in trigrams(name):
                    self._pieces[piece].append(i)
        mine = trigrams(text)
        hits = Counter(i for piece in mine for i in self._pieces.get(piece, ()))
        dice = {i: 2 * shared / (len(mine) + len(trigrams(self._named[i][0]))) for i, shared in hits.items()}
        ranked = sorted((i for i in dice if dice[i] >= least), key=lambda i: (-dice[i], self._named[i][0]))
        return tuple(dict.fromkeys(self._named[i][0] for i in ranked))[:count]
