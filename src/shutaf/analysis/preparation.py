"""What can be said to prepare a meeting? The one place that runs everything a brief needs, so that no two faces can disagree."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from shutaf.analysis.actors.counts import CountTable, DepartmentTable, bodies_by_group, departments_by_sector, themes_by_sector
from shutaf.analysis.actors.influence_interest import Grid, influence_interest
from shutaf.analysis.actors.missing import missing
from shutaf.analysis.actors.overload import overload
from shutaf.analysis.actors.stances import StanceTable, stance_findings, stance_table
from shutaf.analysis.change.findings import change_findings
from shutaf.analysis.change.model import Changes
from shutaf.analysis.change.since import changes
from shutaf.analysis.coalition.asked import Asked
from shutaf.analysis.coalition.cover import Coalition, size_and_gaps, smallest_coalition
from shutaf.analysis.coalition.findings import initiative_findings
from shutaf.analysis.criteria.ranking import Ranking, rank_initiatives
from shutaf.analysis.matching.findings import matching_findings
from shutaf.analysis.matching.fit import Fit, Matches, matches
from shutaf.analysis.matching.reciprocity import reciprocity
from shutaf.analysis.matching.reciprocity_findings import reciprocity_findings
from shutaf.analysis.matching.suggest import suggested
from shutaf.analysis.network.findings import network_findings
from shutaf.analysis.network.graph import KnownPairs, known_pairs
from shutaf.analysis.network.layout import layout
from shutaf.analysis.network.pairs import Pair, Pairs, pairs_of
from shutaf.analysis.network.questions import name_order
from shutaf.analysis.situation import Finding, Floats, Number, Origin, Situation, Tie
from shutaf.analysis.unknowns.minutes import RERUN_AT_MOST, Question, questions
from shutaf.analysis.unknowns.sections import MissingInput, coverage, missing_inputs

PAIRS_OF_RESOURCES = frozenset({"match_suggested", "need_nearly_met"})
"""Findings that `suggested` and `matches` hold in full."""

FEWEST_TRIED, BODIES_TRIED = 8, 16_000
"""Ours: each question tried runs the choice again, at a cost that grows with the bodies; 40 questions up to 400 bodies, then fewer, 8 from 2,000 on."""


@dataclass(frozen=True)
class Preparation:
    """Everything computed from one situation on one day. today: ISO day."""

    situation: Situation
    today: str
    by_group: Mapping[str, Number]
    themes: CountTable
    departments: DepartmentTable
    grid: Grid
    positions: Floats  # (n, 2), 0 .. 1, in the order of situation.bodies
    ties_found: tuple[Finding, ...]
    missing_found: tuple[Finding, ...]
    asked_found: tuple[Finding, ...]
    stances: StanceTable
    stances_found: tuple[Finding, ...]
    choice_found: tuple[Finding, ...]
    exchange_found: tuple[Finding, ...]
    matches: Matches
    suggested: tuple[Fit, ...]
    ranking: Ranking
    coalition: Coalition | None
    coalition_of_answers: Coalition | None  # with those alone who answered the open call; None where nobody did
    missing_inputs: tuple[MissingInput, ...]
    coverage: tuple[Number, ...]
    questions: tuple[Question, ...]
    changes: Changes | None
    change_findings: tuple[Finding, ...]

    @cached_property
    def pairs(self) -> Pairs:
        """Of which pairs anything is known, and by which rows."""
        return pairs_of(self.situation)

    @cached_property
    def pairs_known(self) -> KnownPairs:
        """Of how many pairs anything is known."""
        return known_pairs(self.situation)

    @property
    def ties_by_pair(self) -> Mapping[Pair, Sequence[Tie]]:
        """The rows of each pair with a known tie."""
        return self.pairs.exists

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str, ...]]:
        """For each body, by name, those it has a known tie with, by name."""
        found = self.pairs.neighbours
        return {ref: name_order(self.situation, found.get(ref, ())) for ref in name_order(self.situation, self.situation.body_by_ref)}

    @cached_property
    def _rows_by_body(self) -> Mapping[str, tuple[Origin, ...]]:
        rows: dict[str, list[Origin]] = {}
        for pair, ties in self.ties_by_pair.items():
            for ref in pair:
                rows.setdefault(ref, []).extend(tie.origin for tie in ties if tie.origin)
        return {ref: tuple(found) for ref, found in rows.items()}

    def rows_of_body(self, ref: str) -> tuple[Origin, ...]:
        """The rows that the known ties of a body rest on."""
        return self._rows_by_body.get(ref, ())


def prepare(situation: Situation, *, today: str, before: Situation | None = None) -> Preparation:
    """Compute everything. today: ISO day. before: an earlier state of the same file, for what changed.

    Raises ValueError when `today` is no ISO day.
    """
    ranking = rank_initiatives(situation)
    since = changes(before, situation) if before else None
    coalition = smallest_coalition(situation, ranking.first) if ranking.first else None
    matched = matches(situation)
    return Preparation(
        situation=situation,
        today=today,
        by_group=bodies_by_group(situation),
        themes=themes_by_sector(situation),
        departments=departments_by_sector(situation),
        grid=influence_interest(situation),
        positions=layout(situation),
        ties_found=network_findings(situation, today),
        missing_found=missing(situation),
        asked_found=overload(situation, matched.fits),
        stances=stance_table(situation),
        stances_found=stance_findings(situation),
        choice_found=initiative_findings(situation, ranking, coalition),
        exchange_found=(
            *reciprocity_findings(reciprocity(situation)),
            *(finding for finding in matching_findings(situation) if finding.key not in PAIRS_OF_RESOURCES),
        ),
        matches=matched,
        suggested=suggested(situation),
        ranking=ranking,
        coalition=coalition,
        coalition_of_answers=_among_answers(situation, ranking.first),
        missing_inputs=missing_inputs(situation),
        coverage=coverage(situation),
        questions=_questions(situation),
        changes=since,
        change_findings=change_findings(before, situation, since) if before and since else (),
    )


def _among_answers(situation: Situation, first: str | None) -> Coalition | None:
    if first is None or not situation.choosing.answered:
        return None
    return smallest_coalition(situation, first, wishes=(), asked=Asked(only_answered=True))


class _Remembered:
    """A computation that reads only some fields of a situation: while those are the same objects it answers from memory."""

    def __init__(self, compute: Callable[[Situation], object], *reads: str) -> None:
        self._compute, self._reads = compute, reads
        self._known: list[tuple[tuple[object, ...], object]] = []

    def __call__(self, situation: Situation) -> object:
        read = tuple(getattr(situation, field) for field in self._reads)
        for before, answer in self._known:
            if all(one is other for one, other in zip(before, read, strict=True)):
                return answer
        answer = self._compute(situation)
        self._known.append((read, answer))
        return answer


def _questions(situation: Situation) -> tuple[Question, ...]:
    """The unknowns, tried against the first initiative and what carries it. Both read who there is, what is offered and who wants what; no ties."""
    reads = ("bodies", "offers", "stances", "initiatives")
    first = _Remembered(lambda tried: rank_initiatives(tried).first, *reads)

    def carried(tried: Situation) -> object:
        ref = first(tried)
        return size_and_gaps(tried, str(ref)) if ref else None

    limit = min(RERUN_AT_MOST, max(FEWEST_TRIED, BODIES_TRIED // max(len(situation.bodies), 1)))
    return questions(situation, {"first": first, "coalition": _Remembered(carried, *reads)}, limit)
