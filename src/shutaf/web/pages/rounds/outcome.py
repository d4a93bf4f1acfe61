"""How is what came of a round said: who is first how often, where people differ, how alike they judged, and each answer counted?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from shutaf.analysis.criteria.rated import Cell, Outcome
from shutaf.partnerships.asked import AskedCriterion
from shutaf.partnerships.medians import Taking
from shutaf.partnerships.rounds import RoundFacts
from shutaf.web.parts.rated import ends_said, name_said, step_label, value_said


@dataclass(frozen=True, slots=True)
class SaidCell:
    """One line: an initiative by one criterion. Places of the picture run from 0 to 100 along the steps of the scale."""

    name: str
    raters: int
    unknown: int
    median: str = ""
    low: str = ""
    high: str = ""
    middle: tuple[str, str] = ("", "")
    counts: tuple[tuple[str, int], ...] = ()
    line: tuple[str, str] = ("", "")
    box: tuple[str, str] = ("", "")
    mark: str = ""
    is_apart: bool = False
    floor: str = ""
    reaching: int | None = None
    passes: bool | None = None
    groups: tuple[tuple[str, str, int], ...] = ()

    @property
    def is_shown(self) -> bool:
        return bool(self.median)


@dataclass(frozen=True, slots=True)
class SaidCriterion:
    """key: for the anchor. level: how alike people ordered, 1 to 4 bars; 0 where that cannot be said."""

    key: str
    name: str
    lines: tuple[SaidCell, ...]
    level: int
    agreement: str
    agreed_raters: int
    ends: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Talk:
    """A disagreement, to be talked about: the initiative, the criterion, and both ends of what was said."""

    initiative: str
    criterion: str
    low: str
    high: str
    is_floor: bool
    floor: str
    reaching: int
    raters: int


@dataclass(frozen=True, slots=True)
class SaidOutcome:
    raters: int
    first: tuple[tuple[str, str, str], ...]
    why_not_first: str
    counted: int
    draws: int
    under: tuple[str, ...]
    not_compared: tuple[str, ...]
    talks: tuple[Talk, ...]
    criteria: tuple[SaidCriterion, ...]

    @property
    def has_numbers(self) -> bool:
        return any(cell.is_shown for one in self.criteria for cell in one.lines)


def said_outcome(found: Outcome, asked: RoundFacts, language: str) -> SaidOutcome:
    names = dict(asked.initiatives)
    return SaidOutcome(
        found.raters,
        tuple((names[ref], step_label("share", share, language), f"{100 * share:.1f}") for ref, share in found.first),
        _why_not(found.why_not_first),
        found.counted,
        found.draws,
        _under(found, names),
        _not_compared(found, names),
        tuple(_talks(found, asked, language)),
        tuple(_criterion(found, one, asked, language) for one in asked.criteria),
    )


def _under(found: Outcome, names: Mapping[str, str]) -> tuple[str, ...]:
    """Initiatives whose median misses a floor."""
    missing = dict.fromkeys(cell.initiative for cell in found.cells if cell.passes is False)
    return tuple(names[ref] for ref in missing)


def _not_compared(found: Outcome, names: Mapping[str, str]) -> tuple[str, ...]:
    """Initiatives of which too few people said enough: neither first nor under a floor."""
    told = {ref for ref, _share in found.first} | {cell.initiative for cell in found.cells if cell.passes is False}
    return tuple(name for ref, name in names.items() if ref not in told)


def _why_not(why: str) -> str:
    return {
        "few_raters": _("fewer than three people judged enough to compare"),
        "no_criterion": _("only criteria with a floor were rated, and a floor opens the door without ranking"),
        "none_passes": _("no initiative reaches every floor by the median"),
    }.get(why, "")


def _criterion(found: Outcome, one: AskedCriterion, asked: RoundFacts, language: str) -> SaidCriterion:
    agreed = next(each for each in found.agreed if each.criterion == one.key)
    level, words = _agreement(agreed.w)
    lines = tuple(_cell(found, found.cell(ref, one.key), one, name, language) for ref, name in asked.initiatives)
    return SaidCriterion(one.key, name_said(one, language), lines, level, words, agreed.raters, ends_said(one, language))


def _agreement(w: float | None) -> tuple[int, str]:
    """Rules of thumb, no laws: Kendall's W from 0.7 on is strong, from 0.5 on moderate."""
    if w is None:
        return 0, ""
    if w >= 0.7:
        return 4, _("people put the initiatives in nearly the same order")
    if w >= 0.5:
        return 3, _("people put the initiatives in a similar order")
    if w >= 0.3:
        return 2, _("people agree on the order only in part")
    return 1, _("each puts the initiatives in another order")


def _cell(found: Outcome, cell: Cell, one: AskedCriterion, name: str, language: str) -> SaidCell:
    if not cell.is_shown:
        return SaidCell(name, cell.raters, cell.unknown)

    def said(value: float | None) -> str:
        return value_said(one.scale, value, language)

    groups = tuple(
        (each.group, said(each.median), each.raters)
        for each in found.groups
        if (each.initiative, each.criterion) == (cell.initiative, one.key)
    )
    return SaidCell(
        name, cell.raters, cell.unknown, said(cell.median), said(cell.low), said(cell.high), (said(cell.quartile_1), said(cell.quartile_3)),
        tuple((said(value), count) for value, count in cell.counts),
        (_place(one, cell.low), _place(one, cell.high)), (_place(one, cell.quartile_1), _place(one, cell.quartile_3)), _place(one, cell.median),
        cell.is_apart, said(one.floor), cell.reaching, cell.passes, groups,
    )  # fmt: skip


def _place(one: AskedCriterion, value: float | None) -> str:
    """Along the steps of the scale, as SVG writes a number in every language."""
    return f"{np.interp(value or 0.0, one.steps, np.linspace(0, 100, len(one.steps))):.1f}"


def _most_divided(cell: Cell) -> tuple[bool, float]:
    """What decides who may come first, the most even split before the others; then what lies far apart."""
    return (not cell.is_disputed, abs((cell.reaching or 0) / cell.raters - 0.5))


def _talks(found: Outcome, asked: RoundFacts, language: str) -> list[Talk]:
    names, by_key = dict(asked.initiatives), {one.key: one for one in asked.criteria}
    told = [cell for cell in found.cells if cell.is_shown and (cell.is_disputed or cell.is_apart)]
    return [
        Talk(
            names[cell.initiative], name_said(by_key[cell.criterion], language), value_said(by_key[cell.criterion].scale, cell.low, language),
            value_said(by_key[cell.criterion].scale, cell.high, language), cell.is_disputed,
            value_said(by_key[cell.criterion].scale, by_key[cell.criterion].floor, language), cell.reaching or 0, cell.raters,
        )
        for cell in sorted(told, key=_most_divided)
    ]  # fmt: skip


def said_takings(found: Sequence[Taking], language: str) -> tuple[tuple[str, str, str, str], ...]:
    """(initiative, criterion, what stands there, what would)."""
    return tuple(
        (
            one.initiative,
            name_said(one.criterion, language),
            value_said(one.criterion.scale, one.before, language),
            value_said(one.criterion.scale, one.after, language),
        )
        for one in found
    )
