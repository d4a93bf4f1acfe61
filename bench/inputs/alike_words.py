"""Which words of a vocabulary are one, by a stricter and a looser eye? Each gives a matrix of 0 and 1, word x word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from shutaf.analysis.text.forms import of_name
from shutaf.analysis.text.spelling import mistakes_between

MOST_MISTAKES, LONG = 0.5, 5


def same_words(vocabulary: Sequence[str]) -> np.ndarray:
    return np.eye(len(vocabulary), dtype=np.int32)


def same_forms(vocabulary: Sequence[str]) -> np.ndarray:
    """Two words are one when they share a form."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(vocabulary):
        for form in of_name(word):
            holders[form].append(place)
    found = same_words(vocabulary)
    for places in holders.values():
        found[np.ix_(places, places)] = 1
    return found


def forms_or_slips(vocabulary: Sequence[str]) -> np.ndarray:
    """Also two long words of one beginning that differ by a letter often left out, or taken for one that sounds alike."""
    found = same_forms(vocabulary)
    by_beginning: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(vocabulary):
        if len(word) >= LONG:
            by_beginning[word[0]].append(place)
    for places in by_beginning.values():
        for at, i in enumerate(places):
            for j in places[at + 1 :]:
                one, other = vocabulary[i], vocabulary[j]
                if abs(len(one) - len(other)) <= 1 and mistakes_between(one, other) <= MOST_MISTAKES:
                    found[i, j] = found[j, i] = 1
    return found
