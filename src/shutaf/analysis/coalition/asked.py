"""What is asked of a coalition besides its rules, who is counted on elsewhere already, and which two are known to want opposite things?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from shutaf.analysis.actors.stances import stance_table
from shutaf.analysis.coalition.sides import STRONGLY_AGAINST, left_out, municipality
from shutaf.analysis.situation import Initiative, Origin, Situation


@dataclass(frozen=True, slots=True)
class Asked:
    """without, having: refs of bodies that are out or in; having wins. sectors: each must be at the table.
    only_answered: of the bodies outside the municipality only those that answered the open call are counted on."""

    without: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    only_answered: bool = False

    def __bool__(self) -> bool:
        return bool(self.without or self.having or self.sectors or self.only_answered)


NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two bodies (refs) of which one strongly wants the objective and the other strongly refuses it; rows: where that is written."""

    one: str
    other: str
    objective: str
    rows: tuple[Origin, ...]


def not_counted(situation: Situation, initiative: Initiative, asked: Asked) -> frozenset[str]:
    """Refs of the bodies that are not counted on: those left out in any case, those asked out, and, where asked, who did not answer the call."""
    out = {body.ref for body in left_out(situation, initiative)} | set(asked.without)
    if asked.only_answered:
        inside, _ = municipality(situation)
        out |= {body.ref for body in situation.bodies} - inside - set(situation.choosing.answered)
    return frozenset(out - set(asked.having))


def counted_elsewhere(situation: Situation, initiative_ref: str) -> Mapping[str, tuple[str, ...]]:
    """For each body the other initiatives whose kept coalitions count on it, each once. Ours: not always the same ones."""
    found: dict[str, dict[str, None]] = {}
    for initiative, members in situation.choosing.kept:
        if initiative != initiative_ref:
            for ref in members:
                found.setdefault(ref, {})[initiative] = None
    return {ref: tuple(initiatives) for ref, initiatives in found.items()}


def conflicts_among(situation: Situation, refs: Collection[str]) -> tuple[Conflict, ...]:
    """Every two of these bodies that are known to want strongly opposite things, once for each such objective.

    Ours: strongly is 3 and more on the scale of 4; what is weaker is for the talk, and no reason to keep two apart. O(stances + pairs found).
    """
    table = stance_table(situation)
    found = []
    for column, objective in enumerate(table.objectives):
        levels = table.levels[:, column]
        wanting = [i for i, ref in enumerate(table.bodies) if ref in refs and levels[i] >= -STRONGLY_AGAINST]
        refusing = [i for i, ref in enumerate(table.bodies) if ref in refs and levels[i] <= STRONGLY_AGAINST]
        for i in wanting:
            for j in refusing:
                rows = tuple(row.origin for row in (*table.rows[i, column], *table.rows[j, column]) if row.origin)
                found.append(Conflict(table.bodies[i], table.bodies[j], objective, rows))
    return tuple(found)
