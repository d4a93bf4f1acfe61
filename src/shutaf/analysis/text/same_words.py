"""Which other words does a searcher mean as well?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from shutaf.analysis.text.forms import of_name, of_query
from shutaf.analysis.text.search import words_of


class SameWords:
    """Groups of words that are taken one for another, found by any form of one of them."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._others: dict[str, list[str]] = defaultdict(list)
        for group in groups:
            folded = [word for written in group for word in words_of(written)]
            for word in folded:
                for form in of_name(word):
                    self._others[form] += [other for other in folded if other != word]

    def of(self, typed: str) -> tuple[str, ...]:
        """The other words for a folded word, each once.

        >>> SameWords([("waste", "rubbish")]).of("wastes"), SameWords([("עסק", "חברה")]).of("חברות")
        (('rubbish',), ('עסק',))
        """
        begins, whole = of_query(typed)
        found = dict.fromkeys(other for form in (*begins, *whole) for other in self._others.get(form, ()))
        return tuple(other for other in found if other != typed)
