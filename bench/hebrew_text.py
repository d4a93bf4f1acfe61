"""Does folding Hebrew, and knowing a word in its other forms, find more offers of the right kind when nobody labelled them?

dev/bench hebrew_text      reads israel/welfare_service_catalogue.csv of the shared data (SHUTAF_TEST_DATA names their folder)

A service's goal stands for a need, the name and description of every other service for an offer. Offers lose their labels; each way orders them by the words they
have in common with the need. An offer is right when it has a label of the need. Services fall into two halves by their number: how words are weighed is chosen on one half,
by average precision, and what is told comes from the other, whose offers alone are ordered; then the halves change places. Label match is the ceiling: what one reaches who
knew the labels; by chance is an order drawn by lot. Intervals: 95 of 100 draws of the needs, with replacement; needs that share offers are not independent, so they are a little narrow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from inputs.alike_words import forms_or_slips, same_forms, same_words
from inputs.welfare import LABELS, Service, services

from shutaf.analysis.text.search import words_of

DRAWS, LOTS, SEED = 10_000, 20, 20
_AS_WRITTEN = re.compile(r"[^\W_]+")

Alike = Callable[[Sequence[str]], np.ndarray]


@dataclass(frozen=True)
class Way:
    """How a text becomes words, and which words are one."""

    name: str
    words: Callable[[str], Sequence[str]]
    alike: Alike


WAYS = (
    Way("plain: words as written", _AS_WRITTEN.findall, same_words),
    Way("folded", words_of, same_words),
    Way("folded + forms", words_of, same_forms),
    Way("folded + forms + spelling", words_of, forms_or_slips),
)


@dataclass(frozen=True)
class Weighing:
    """by_rarity: a word counts more the fewer offers have it. by_length: long texts do not win by length. shortest: words of fewer letters are passed over."""

    by_rarity: bool
    by_length: bool
    shortest: int


GRID = [Weighing(*one) for one in product((False, True), (False, True), (1, 2, 3, 4))]


class Texts:
    """The needs and offers of some services in the words of one way."""

    def __init__(self, way: Way, these: Sequence[Service]) -> None:
        needs, offers = ([set(way.words(text)) for text in texts] for texts in ([one.need for one in these], [one.offer for one in these]))
        self.vocabulary = sorted(set().union(*needs, *offers))
        self.need, self.offer = self._has(needs), self._has(offers)
        self.met = (self.offer @ way.alike(self.vocabulary)) > 0  # offer x word: has it, or one like it
        self.letters = np.array([len(word) for word in self.vocabulary])

    def _has(self, texts: Sequence[set[str]]) -> np.ndarray:
        return np.array([[word in words for word in self.vocabulary] for words in texts], dtype=np.int32)

    def in_common(self, weighing: Weighing) -> np.ndarray:
        """How much each need (row) has in common with each offer (column)."""
        rarity = np.log((1 + len(self.offer)) / (1 + self.met.sum(axis=0))) + 1
        weight = (rarity**2 if weighing.by_rarity else np.ones(len(self.letters))) * (self.letters >= weighing.shortest)
        length = np.sqrt(self.offer @ weight)
        return (self.need * weight) @ self.met.T / (np.maximum(length, 1e-9) if weighing.by_length else 1.0)


def judged(scores: np.ndarray, these: Sequence[Service], label: str) -> np.ndarray:
    """For each need that another offer is right for: is the first offer right, how many of the first five are, and the average precision."""
    found = []
    for i, need in enumerate(these):
        others = [j for j in range(len(these)) if j != i]
        right = np.array([bool(need.labels[label] & these[j].labels[label]) for j in others])
        if right.any():
            found.append(np.mean([_one_order(scores[i, others], right, lot) for lot in range(LOTS)], axis=0))
    return np.array(found)


def _one_order(scores: np.ndarray, right: np.ndarray, lot: int) -> tuple[float, float, float]:
    """Equal offers in an order drawn by lot."""
    hits = right[np.lexsort((np.random.default_rng(lot).random(len(scores)), -scores))]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(hits[0]), float(hits[:5].mean()), float(precision[hits].mean())


def chosen_and_told(way: Way, chosen_on: Sequence[Service], told_of: Sequence[Service], label: str) -> tuple[Weighing, np.ndarray]:
    texts = Texts(way, chosen_on)
    weighing = max(GRID, key=lambda one: float(judged(texts.in_common(one), chosen_on, label)[:, 2].mean()))
    return weighing, judged(Texts(way, told_of).in_common(weighing), told_of, label)


def interval(values: np.ndarray) -> str:
    drawn = np.random.default_rng(SEED).choice(values, (DRAWS, len(values))).mean(axis=1)
    low, high = np.quantile(drawn, (0.025, 0.975))
    return f"{values.mean():.3f} ({low:.3f} to {high:.3f})"


def study(label: str) -> None:
    labelled = [one for one in services() if one.labels[label]]
    halves = [[one for one in labelled if int(one.ref) % 2 == part] for part in (0, 1)]
    sides = [(halves[0], halves[1]), (halves[1], halves[0])]
    results = {way.name: [chosen_and_told(way, *side, label) for side in sides] for way in WAYS}
    plain = _pooled(results[WAYS[0].name])
    print(f"\n## {label}: {len(labelled)} services, {len(plain)} needs told of\n")
    print(
        "| way | first offer right | right among five | average precision | more than plain | chosen on the even, the odd half |\n|---|---|---|---|---|---|"
    )
    for name, found in results.items():
        told = _pooled(found)
        more = "" if name == WAYS[0].name else interval(told[:, 2] - plain[:, 2])
        print(
            f"| {name} | {interval(told[:, 0])} | {told[:, 1].mean():.3f} | {interval(told[:, 2])} | {more} | {'; '.join(map(_said, (one for one, _ in found)))} |"
        )
    for name, knows in (("label match (ceiling)", True), ("by chance", False)):
        told = np.vstack([judged(_labels_in_common(half, label) * knows, half, label) for half in halves])
        print(f"| {name} | {told[:, 0].mean():.3f} | {told[:, 1].mean():.3f} | {told[:, 2].mean():.3f} | | |")
    for half, (name, found) in product((0, 1), results.items()):
        print(f"{'odd' if half == 0 else 'even'} half alone, {name}: {interval(found[half][1][:, 2])}, n = {len(found[half][1])}")


def _pooled(found: Sequence[tuple[Weighing, np.ndarray]]) -> np.ndarray:
    return np.vstack([told for _weighing, told in found])


def _said(one: Weighing) -> str:
    return ", ".join((*(["rarity"] if one.by_rarity else []), *(["length"] if one.by_length else []), f"from {one.shortest} letters"))


def _labels_in_common(these: Sequence[Service], label: str) -> np.ndarray:
    return np.array([[float(bool(one.labels[label] & other.labels[label])) for other in these] for one in these])


if __name__ == "__main__":
    for label in LABELS:
        study(label)
