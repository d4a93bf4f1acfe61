"""Why does this initiative come first, what would change it, what should be found out, and why not first for each other?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.analysis.criteria.ranking import RankedInitiative, Ranking
from shutaf.analysis.criteria.settled import FLOOR
from shutaf.analysis.criteria.values import Criterion
from shutaf.analysis.situation import Number
from shutaf.reports.brief.firmness import changes, must_prove
from shutaf.reports.brief.initiative import HOLDS, against, in_favour
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Line, fill, line
from shutaf.reports.wording.choice import WHY_NOT_FIRST
from shutaf.reports.wording.initiatives import SURE
from shutaf.reports.wording.template import speak
from shutaf.reports.wording.unknowns import said_question

MOST_CHANGES, MOST_QUESTIONS, MOST_DIFFERENCES = 3, 3, 2
LEAST_PART = 0.005
"""Ours: a part of a flow under half a hundredth is not worth a word."""

SHARES = frozenset({FLOOR, "resources_covered"})


@dataclass(frozen=True, slots=True)
class SaidPart:
    """One criterion of one initiative. value: None where unknown. share: of all weights. part: what it adds to how far it stands above the others, as text and as
    a number."""

    name: Line
    value: Line | None
    share: str
    part: str
    part_value: float


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One initiative as the page of the ranking shows it. first_100, next_100: of a hundred weightings, first, and second or third."""

    ref: str
    name: Line
    place: int
    stage: str
    reasons: tuple[Line, ...]
    doubts: tuple[Line, ...]
    share: Line | None
    first_100: float
    next_100: float
    next_said: str
    parts: tuple[SaidPart, ...]
    whole: str
    gates: tuple[SaidPart, ...]
    behind: tuple[Line, ...]
    ahead: tuple[Line, ...]
    must_prove: tuple[Line, ...]
    proves_by_people: bool


@dataclass(frozen=True, slots=True)
class SaidMethod:
    """The order of another method, and whether it puts the same first."""

    key: str
    first: Line
    order: tuple[Line, ...]
    agrees: bool


@dataclass(frozen=True, slots=True)
class SaidChoice:
    """Everything on the first initiative. why_none: said where there is none. level, sure: how sure, 1 to 4. changes: the nearest first."""

    rows: tuple[SaidRow, ...]
    first: SaidRow | None
    why_none: Line
    level: int
    sure: Line
    changes: tuple[Line, ...]
    find_out: tuple[Line, ...]
    unknown: tuple[Line, ...]
    holds: tuple[Line, ...]
    methods: tuple[SaidMethod, ...]
    compared_by: Line
    second_stage: tuple[SaidRow, ...]


def said_choice(writing: Writing) -> SaidChoice:
    ranking, speech = writing.prepared.ranking, writing.speech
    rows = tuple(_row(writing, ranking, row) for row in ranking.rows)
    first = rows[0] if ranking.first else None
    why_none = () if ranking.first else speak(WHY_NOT_FIRST[ranking.why_not_first], {}, speech)
    level, sure = _sure(writing)
    holds = (speak(HOLDS, {"holds": ranking.holds, "of": ranking.holds.base}, speech),) if ranking.holds and ranking.holds.base else ()
    return SaidChoice(
        rows=rows, first=first, why_none=why_none, level=level, sure=sure, changes=tuple(changes(writing, ranking)), find_out=tuple(_questions(writing)),
        unknown=tuple(_unknown(writing, ranking)), holds=holds, methods=tuple(_methods(writing, ranking)),
        compared_by=speech.several([speech.criterion(key) for key in ranking.cross_check.criteria]) if ranking.cross_check else (),
        second_stage=tuple(row for row, ranked in zip(rows, ranking.rows, strict=True) if ranked.second_stage),
    )  # fmt: skip


def _row(writing: Writing, ranking: Ranking, row: RankedInitiative) -> SaidRow:
    speech, first = writing.speech, ranking.rows[0]
    behind, ahead = ((), ()) if row.ref == ranking.first or ranking.first is None else _differences(writing, ranking, first, row)
    proves, by_people = must_prove(writing, row)
    return SaidRow(
        ref=row.ref, name=(speech.initiative(row.ref),), place=row.rank, stage=_stage(row, ranking), reasons=tuple(in_favour(writing, row)),
        doubts=tuple(against(writing, row)), share=(speech.share(row.share_first),) if row.share_first else None,
        first_100=row.share_first.value * 100 if row.share_first else 0.0, next_100=row.share_next.value * 100 if row.share_next else 0.0,
        next_said=speech.percent(row.share_next.value) if row.share_next else "", parts=tuple(_parts(writing, ranking, row)),
        whole=_signed(writing, row.net_flow.value) if row.net_flow else "", gates=tuple(_gates(writing, ranking, row)), behind=behind, ahead=ahead,
        must_prove=proves, proves_by_people=by_people,
    )  # fmt: skip


def _stage(row: RankedInitiative, ranking: Ranking) -> str:
    """A key: first, possible, unknown, later."""
    if row.ref == ranking.first:
        return "first"
    return "later" if row.second_stage else "unknown" if row.passes_floor is None else "possible"


def _value(writing: Writing, key: str, value: Number | None) -> Line | None:
    if value is None or not writing.may_count(value):
        return None
    return (writing.speech.share(value) if key in SHARES else writing.speech.number(value),)


def _parts(writing: Writing, ranking: Ranking, row: RankedInitiative) -> Iterator[SaidPart]:
    speech = writing.speech
    for criterion, value, part in zip(ranking.criteria, row.values, row.parts, strict=True):
        number = part.value if part else 0.0
        if criterion.weight_0_1 > 0:
            said = _signed(writing, number) if part else ""
            yield SaidPart(
                speech.criterion(criterion.label or criterion.key),
                _value(writing, criterion.key, value),
                speech.percent(criterion.weight_0_1),
                said,
                number,
            )


def _gates(writing: Writing, ranking: Ranking, row: RankedInitiative) -> Iterator[SaidPart]:
    """What it reaches at each floor; share: the floor itself."""
    speech = writing.speech
    for floor, value in zip(ranking.floors, row.held, strict=True):
        at = speech.percent(floor.at) if floor.key in SHARES else speech.digits(floor.at)
        holds = "" if value is None else "yes" if floor.holds(value.value) else "no"
        yield SaidPart(speech.criterion(floor.label or floor.key), _value(writing, floor.key, value), at, holds, 0.0)


def _signed(writing: Writing, value: float) -> str:
    said = writing.speech.digits(abs(value), 2)
    return said if said == "0" else f"+{said}" if value > 0 else f"\u2212{said}"


def _differences(
    writing: Writing, ranking: Ranking, first: RankedInitiative, row: RankedInitiative
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """By which criteria it falls behind the first most, and by which it is ahead. The differences of all parts are the difference of the flows."""
    found = [
        (a.value - b.value, criterion, mine, theirs)
        for criterion, a, b, mine, theirs in zip(ranking.criteria, first.parts, row.parts, row.values, first.values, strict=True)
        if a is not None and b is not None and mine is not None and theirs is not None and abs(a.value - b.value) > LEAST_PART
    ]
    found.sort(key=lambda one: -abs(one[0]))
    worse = [_difference(writing, criterion, mine, theirs) for gap, criterion, mine, theirs in found if gap > 0]
    better = [_difference(writing, criterion, mine, theirs) for gap, criterion, mine, theirs in found if gap < 0]
    return tuple(said for said in worse if said)[:MOST_DIFFERENCES], tuple(said for said in better if said)[:MOST_DIFFERENCES]


AGAINST_VALUE = N_("{criterion} ({mine} against {theirs})")


def _difference(writing: Writing, criterion: Criterion, mine: Number, theirs: Number) -> Line:
    """Its value beside that of the first; nothing where this reader may not see it."""
    one, other = _value(writing, criterion.key, mine), _value(writing, criterion.key, theirs)
    if not one or not other:
        return ()
    name = writing.speech.criterion(criterion.label or criterion.key)
    return line(fill(_(AGAINST_VALUE), criterion=name, mine=one, theirs=other))


def _sure(writing: Writing) -> tuple[int, Line]:
    finding = next((one for one in writing.prepared.choice_found if one.key == "first_initiative"), None)
    if finding is None:
        return 1, ()
    return finding.sure.level, speak(SURE[finding.sure.cause], finding.sure.facts, writing.speech)


def _questions(writing: Writing) -> Iterator[Line]:
    """Questions whose answer would put another initiative first."""
    found = [one for one in writing.prepared.questions if "first" in one.changes]
    yield from (said_question(one, writing.speech) for one in found[:MOST_QUESTIONS])


def _unknown(writing: Writing, ranking: Ranking) -> Iterator[Line]:
    """What is not known of the first."""
    if ranking.first:
        for reason in ranking.rows[0].against_reasons:
            if reason.key == "value_unknown":
                yield writing.speech.criterion(str(reason.facts["label"] or reason.facts["criterion"]))


def _methods(writing: Writing, ranking: Ranking) -> Iterator[SaidMethod]:
    check = ranking.cross_check
    if check is None:
        return
    for key, order in (("topsis", check.topsis), ("weighted_sum", check.weighted_sum)):
        names = tuple((writing.speech.initiative(ref),) for ref in order)
        yield SaidMethod(key, names[0], names, order[0] == ranking.first)
