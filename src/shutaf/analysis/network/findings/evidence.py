"""What do all network findings start from, computed once?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from shutaf.analysis.network.honesty import Scope, scope_of, sure_of_pairs, sure_of_ties
from shutaf.analysis.network.municipality import municipal_refs
from shutaf.analysis.network.pairs import Pair, Pairs, in_order, pairs_of
from shutaf.analysis.network.questions import pair_to_ask
from shutaf.analysis.situation import Finding, Number, Situation, Sure

LISTED = 12
"""Ours: more findings of one kind about single bodies are not listed one by one."""

WEIGHTS: Mapping[str, float] = {
    "no_ties_known": 100,
    "holder_leaving": 90,
    "connector_leaving": 85,
    "map_as_seen": 80,
    "survey_answers": 80,
    "one_person_ties": 70,
    "shared_contacts": 65,
    "one_department_route": 60,
    "groups_without_known_tie": 55,
    "ties_across_sectors": 50,
    "connectors_named": 48,
    "no_connector_named": 48,
    "connector_named": 45,
    "bodies_without_known_tie": 42,
    "body_without_known_tie": 40,
    "cut_body": 35,
    "single_tie_between_parts": 30,
    "parts_apart": 28,
    "groups_found": 20,
}
"""Ours: the order of findings, by kind only. No weight rests on the position of a single body."""


@dataclass(frozen=True)
class Evidence:
    """pairs: all that is known; outside: the same without the municipality's and the informants' (`inside`) own ties. today: ISO day."""

    situation: Situation
    today: str
    pairs: Pairs
    outside: Pairs
    inside: frozenset[str]
    scope: Scope
    sure: Sure

    @classmethod
    def of(cls, situation: Situation, today: str) -> Evidence:
        pairs, inside = pairs_of(situation), municipal_refs(situation)
        return cls(situation, today, pairs, pairs.without(inside), inside, scope_of(situation), sure_of_ties(situation))

    def sure_of(self, pairs: Iterable[Pair]) -> Sure:
        """How sure a result is that rests on these pairs only; on a surveyed map as sure as the answers make it."""
        asked_about = set(pairs)
        if self.situation.map.basis == "surveyed":
            return self.sure
        return sure_of_pairs(sum(pair in self.pairs.exists or pair in self.pairs.none for pair in asked_about), len(asked_about))

    def number(self, key: str, value: float, about: Iterable[str] = (), *, pairs: Iterable[Pair] = (), base: float | None = None) -> Number:
        """A number with the rows about `pairs` as what it rests on."""
        return Number(key, float(value), tuple(about), self.pairs.rows(pairs), None if base is None else float(base))

    def question(self, side: Collection[str], other_side: Collection[str]) -> dict[str, str]:
        """Facts `ask` and `about`: of whom to ask about whom; both "" when every pair is known."""
        found = pair_to_ask(self.situation, self.pairs, side, other_side)
        return {"ask": found[0], "about": found[1]} if found else {"ask": "", "about": ""}

    def finding(
        self,
        key: str,
        subject: Iterable[str],
        facts: Mapping[str, Any],
        step: str,
        *,
        sure: Sure | None = None,
        audience: Literal["room", "driver"] = "room",
    ) -> Finding:
        """A Finding whose evidence is the rows of all its numbers, and whose weight is that of its kind."""
        rows = {row for fact in facts.values() if isinstance(fact, Number) for row in fact.rows}
        return Finding(key, tuple(subject), dict(facts), sure or self.sure, step, in_order(rows), audience, WEIGHTS[key])
