"""By what is a word of somebody's own replaced, so that the same word stays the same and says nothing?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from shutaf.analysis.situation import Amount, Body, Need, Offer, Situation, Word
from shutaf.analysis.text.fold import fold


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """Replacements: folded own word, unit, objective or criterion -> a prefix and a number."""

    words: Mapping[str, str]
    units: Mapping[str, str]
    objectives: Mapping[str, str]
    criteria: Mapping[str, str]

    def word(self, word: Word) -> Word:
        """A word of a closed list as its key alone, another one as its pseudonym."""
        return Word(word.key, word.key) if word.key else Word(self.words.get(fold(word.text), ""))

    def all_words(self, words: Iterable[Word]) -> tuple[Word, ...]:
        """Every word that was written, replaced."""
        return tuple(self.word(word) for word in words if word)

    def amount(self, amount: Amount | None) -> Amount | None:
        """The amount with its unit if that is a known one, with the unit's pseudonym if not."""
        if amount is None or amount.dimension:
            return amount
        return Amount(amount.value, self.units.get(fold(amount.unit), ""), factor=amount.factor)


def pseudonyms_of(situation: Situation) -> Pseudonyms:
    """Pseudonyms for everything written in own words, numbered by how it is used and not by where it stands or how it is spelt. O(rows log rows)."""
    return Pseudonyms(
        words=_numbered("word", _own_words(situation)),
        units=_numbered("unit", _own_units(situation)),
        objectives=_numbered("objective", ((stance.objective, f"{stance.level}") for stance in situation.stances)),
        criteria=_numbered("criterion", ((name, f"{value}") for one in situation.initiatives for name, value in one.criteria)),
    )


def _numbered(prefix: str, uses: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Numbers by the sorted list of uses; words used exactly alike keep the order in which they came."""
    found: dict[str, list[str]] = defaultdict(list)
    for text, use in uses:
        if fold(text):
            found[fold(text)].append(use)
    in_order = sorted(found, key=lambda text: sorted(found[text]))
    return {text: f"{prefix}_{number}" for number, text in enumerate(in_order, 1)}


def _own_words(situation: Situation) -> Iterator[tuple[str, str]]:
    for body in situation.bodies:
        for use, words in _words_of(body):
            yield from ((word.text, f"{use} {body.group_key}") for word in words if not word.key)
    place = situation.place
    for word in (
        *place.goals,
        *place.challenges,
        *place.assets,
        *place.population_groups,
        *place.economy,
        *place.anchor_institutions,
        *place.neighbourhoods,
    ):
        yield from [(word.text, "place")] if not word.key else []
    resources: tuple[Need | Offer, ...] = (*situation.needs, *situation.offers)
    for resource in resources:
        yield from ((word.text, "resource") for word in (resource.kind, *resource.themes) if not word.key)
    for tie in situation.ties:
        yield from [(tie.kind.text, f"tie {tie.strength_1_5}")] if not tie.kind.key else []
    for initiative in situation.initiatives:
        own = (initiative.typology, *(requirement.kind for requirement in initiative.requires))
        yield from ((word.text, "initiative") for word in own if not word.key)
        yield from ((gain, "gain") for gain in initiative.gains if gain not in situation.body_by_ref)


def _words_of(body: Body) -> Iterator[tuple[str, tuple[Word, ...]]]:
    yield "sector", (body.sector,)
    yield "theme", body.themes
    yield "group", body.population_groups
    yield "target", body.own_targets
    yield "motive", body.motives
    yield "barrier", body.barriers
    if body.department:
        yield "target", body.department.targets
        yield "goal", body.department.goals_not_alone


def _own_units(situation: Situation) -> Iterator[tuple[str, str]]:
    resources: tuple[Need | Offer, ...] = (*situation.needs, *situation.offers)
    amounts = [resource.amount for resource in resources]
    amounts.extend(requirement.amount for initiative in situation.initiatives for requirement in initiative.requires)
    for amount in amounts:
        if amount is not None and not amount.dimension:
            yield amount.unit, f"{amount.value}"
