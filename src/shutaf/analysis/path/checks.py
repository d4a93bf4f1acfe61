"""Which "done when" checks of a step hold, and what is missing for the others? Counted from the map and from what was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shutaf.analysis.path.course import Course
from shutaf.analysis.path.rules import RULES
from shutaf.analysis.situation import Situation


@dataclass(frozen=True, slots=True)
class Wanted:
    """One check as the content names it: fields of the step that must be written, or the name of a rule on the map; where both stand, either is enough."""

    step: str
    key: str
    needs: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """known of base; missing: keys of fields not written, refs of bodies or initiatives, or groups. It holds when base is above 0 and all of it is known."""

    key: str
    known: int
    base: int
    missing: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return self.base > 0 and self.known >= self.base


@dataclass(frozen=True, slots=True)
class StepHeld:
    """One step with its checks in their order."""

    step: str
    checks: tuple[Held, ...]

    @property
    def holding(self) -> int:
        return sum(check.holds for check in self.checks)

    @property
    def is_whole(self) -> bool:
        return self.holding == len(self.checks)

    @property
    def share_0_1(self) -> float:
        return self.holding / len(self.checks) if self.checks else 0.0


def held(wanted: Iterable[Wanted], situation: Situation, course: Course) -> Mapping[str, StepHeld]:
    """Every step's checks, in the order they were asked. Raises KeyError for a rule nobody wrote."""
    by_step: dict[str, list[Held]] = {}
    for one in wanted:
        by_step.setdefault(one.step, []).append(_held(one, situation, course))
    return {step: StepHeld(step, tuple(checks)) for step, checks in by_step.items()}


def _held(one: Wanted, situation: Situation, course: Course) -> Held:
    if one.rule:
        found = RULES[one.rule](situation, course)
        by_rule = Held(one.key, found.known, found.base, found.missing)
        if by_rule.holds or not one.needs:
            return by_rule
    missing = tuple(key for key in one.needs if not course.recorded(one.step, key))
    return Held(one.key, len(one.needs) - len(missing), len(one.needs), missing)


def step_now(steps: Sequence[str], by_step: Mapping[str, StepHeld], course: Course) -> str:
    """Where the partnership is: where its people said, else the first step that is not whole, else the last.

    >>> step_now(["a", "b"], {"a": StepHeld("a", ()), "b": StepHeld("b", (Held("x", 0, 1),))}, Course())
    'b'
    """
    if course.step in by_step:
        return course.step
    return next((step for step in steps if not by_step[step].is_whole), steps[-1])
