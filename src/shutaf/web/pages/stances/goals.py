"""On which goals may one say who wants them, and how much is known of each?"""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.analysis.actors.stances import StanceTable, stance_table
from shutaf.analysis.situation import Situation
from shutaf.analysis.text.fold import fold
from shutaf.reports.wording.stances import said_objective


@dataclass(frozen=True, slots=True)
class Goal:
    """objective: as it is stored and asked for; label: in the reader's language where it is a theme of the list. Refs of the bodies by what they want; both_ways: told both ways."""

    objective: str
    label: str
    wanting: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    indifferent: tuple[str, ...] = ()
    both_ways: tuple[str, ...] = ()

    @property
    def known(self) -> int:
        return len(self.wanting) + len(self.against) + len(self.indifferent) + len(self.both_ways)


def goals_of(situation: Situation, language: str) -> tuple[Goal, ...]:
    """The goals of the place, then what else somebody has a stance on, then the initiatives; each once. O(stances)."""
    table = stance_table(situation)
    place = (goal.text or goal.key for goal in situation.place.goals)
    names = (*place, *table.objectives, *(one.name for one in situation.initiatives))
    once = {fold(name): name for name in reversed([name for name in names if fold(name)])}
    return tuple(
        _goal(table, name, said_objective(name, language)) for name in dict.fromkeys(once[fold(name)] for name in names if fold(name))
    )


def _goal(table: StanceTable, objective: str, label: str) -> Goal:
    column = next((i for i, label in enumerate(table.objectives) if fold(label) == fold(objective)), None)
    if column is None:
        return Goal(objective, label)
    levels = table.levels[:, column]

    def refs(chosen: list[bool]) -> tuple[str, ...]:
        return tuple(ref for ref, is_in in zip(table.bodies, chosen, strict=True) if is_in)

    both = [table.bodies[row] for row, at in table.told_both_ways if at == column]
    return Goal(objective, label, refs(list(levels > 0)), refs(list(levels < 0)), refs(list(levels == 0)), tuple(both))
