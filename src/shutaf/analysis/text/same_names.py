"""Which names in two lists mean the same body, also when the lists are in two alphabets?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from shutaf.analysis.situation import Floats, Ints
from shutaf.analysis.text.likeness import Spoken, likeness, spoken

THRESHOLD = 0.55
"""Ours, chosen on one half of 800 names of Israeli partnerships for a precision of 98 of 100; what it gives on the other half stands in search.md."""

CANDIDATES = 20
_COMMON = 50
"""Ours: a key that more names share than this, and more than a tenth of the list, tells nothing and is not followed."""

_MISSPELT, _BEGINNING, _RUN = range(3, 9), 3, 4
"""Ours: sounds of so many consonants are found with one of them wrong; all by their first three; all words run together by any four."""


@dataclass(frozen=True)
class SameNames:
    """Pairs of names: left, right (p,) int32 places in the two lists; score (p,) float64 0 .. 1. Best first, then by place."""

    left: Ints
    right: Ints
    score: Floats


def same_names(left: Sequence[str], right: Sequence[str], *, threshold: float = THRESHOLD, candidates: int = CANDIDATES) -> SameNames:
    """For each name on the left the name on the right that is most like it, where they are alike enough.

    threshold: 0 .. 1, least `likeness`, words that are rare in both lists weighing more. candidates: so many names on the right are compared with
    each on the left. Of equally alike ones the first is taken; a name on the right may be taken several times. A proposal for a person to
    confirm, never a reason to merge. Raises ValueError where threshold is outside 0 .. 1 or candidates is below 1.
    O(letters + left x candidates) in practice. Ours; weights of rare words: Sparck Jones 1972, Journal of Documentation 28, 11-21.

    >>> found = same_names(["עמותת גליל ירוק", "קרן אביב 2"], ["Aviv Fund 3", "Green Galil", "Aviv Fund II"])
    >>> list(zip(found.left.tolist(), found.right.tolist()))
    [(1, 2), (0, 1)]
    """
    if not 0 <= threshold <= 1 or candidates < 1:
        raise ValueError("threshold must lie between 0 and 1, candidates be at least 1")
    weight = word_weights((*left, *right))
    found = []
    for i, others in enumerate(blocks(left, right, candidates)):
        best = max(((likeness(left[i], right[j], weight), -j) for j in others), default=(-1.0, 0))
        if best[0] >= threshold:
            found.append((-best[0], i, -best[1]))
    found.sort()
    return SameNames(
        np.array([i for _, i, _ in found], dtype=np.int32),
        np.array([j for _, _, j in found], dtype=np.int32),
        np.array([-score for score, _, _ in found], dtype=np.float64),
    )


def word_weights(names: Iterable[str]) -> Mapping[str, float]:
    """How much each word tells among these names: the log of how rare it is. For `likeness`. O(words).

    >>> weights = word_weights(["Green Fund", "Blue Fund", "Red Fund"])
    >>> weights["=fund"] < weights["=green"]
    True
    """
    said = [{token.says for token in spoken(name).tokens} for name in names]
    times = Counter(says for words in said for says in words)
    return {says: log((len(said) + 1) / count) for says, count in times.items()}


def blocks(left: Iterable[str], right: Sequence[str], candidates: int = CANDIDATES) -> Iterator[list[int]]:
    """For each name on the left, the places of the names on the right that are worth comparing, most keys in common first.

    Keys: what a word says, its sound with one consonant left out, its first three, and any four in a row of all words run together; rare keys
    weigh more, common ones are passed over. O(letters + pairs that share a key).

    >>> list(blocks(["קרן אביב"], ["Blue Fund", "Aviv"]))
    [[1, 0]]
    """
    held: dict[str, list[int]] = defaultdict(list)
    for j, name in enumerate(right):
        for key in _keys(spoken(name)):
            held[key].append(j)
    most = max(_COMMON, len(right) // 10)
    for name in left:
        hits: dict[int, float] = defaultdict(float)
        for key in sorted(_keys(spoken(name))):
            rows = held.get(key, [])
            if len(rows) <= most:
                for j in rows:
                    hits[j] += log((len(right) + 1) / len(rows))
        yield sorted(hits, key=lambda j: (-hits[j], j))[:candidates]


def _keys(name: Spoken) -> set[str]:
    keys = {token.says for token in name.tokens} | {f"{token.heard[:_BEGINNING]}*" for token in name.tokens if token.heard}
    for token in name.tokens:
        if len(token.heard) in _MISSPELT:
            keys |= {f"{token.heard[:at]}~{token.heard[at + 1 :]}" for at in range(len(token.heard))}
    run = name.whole.heard
    return keys | {f"{run[at : at + _RUN]}+" for at in range(len(run) - _RUN + 1)}
