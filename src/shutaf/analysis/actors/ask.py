"""Whom to ask about somebody we do not know yet, and by which rule was that one chosen?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from shutaf.analysis.actors.evidence import other_end, rows_of, ties_by_body
from shutaf.analysis.situation import Body, Origin, Situation, Tie

Rule: TypeAlias = Literal["open_pair", "tied_on_theme", "on_theme", "department_on_theme", "department_widest"]


@dataclass(frozen=True, slots=True)
class Asked:
    """The body to ask, the rule that chose it, and the rows the choice rests on."""

    ref: str
    rule: Rule
    rows: tuple[Origin, ...] = ()


class Acquaintances:
    """Who could know somebody: made once for a situation, then asked theme by theme.

    `open_pair` finds a door somebody already thought of. Otherwise the choice follows the first rule that finds a body; none of them ranks outside bodies by their place in the network:
    `tied_on_theme` an outside body on the theme that a department knows (strongest known tie first), `on_theme` any outside body on the theme,
    `department_on_theme` a department that carries the theme as a target or a goal it cannot reach alone, `department_widest` the department with
    known ties into most sectors. Ties within a rule go to the order of the list. Ours.
    """

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._ties: Mapping[str, tuple[Tie, ...]] = ties_by_body(situation)

    def whom_to_ask(self, theme: str = "") -> Asked | None:
        """The body to ask about a theme (a key), or about nobody in particular (""); None where the map names nobody to ask. O(ties)."""
        if theme:
            on_theme = [body for body in self._situation.organisations if _names(theme, body)]
            carrying = [body for body in self._situation.departments if _carries(theme, body)]
            return (
                self._first("tied_on_theme", on_theme, self._strongest_municipal_tie)
                or self._first("on_theme", on_theme, lambda _: 1.0)
                or self._first("department_on_theme", carrying, lambda _: 1.0)
                or self._first("department_widest", self._situation.departments, self._sectors_known)
            )
        return self._first("department_widest", self._situation.departments, self._sectors_known)

    def open_pair(self, refs: Collection[str]) -> Asked | None:
        """A body outside `refs` that somebody wrote down as possibly tied with one of them (a row of status unknown), in the order of the rows. O(ties)."""
        for tie in self._situation.ties:
            if tie.status == "unknown" and tie.pair <= self._situation.body_by_ref.keys() and len(tie.pair - set(refs)) == 1:
                return Asked(next(iter(tie.pair - set(refs))), "open_pair", rows_of([tie]))
        return None

    def _first(self, rule: Rule, bodies: Iterable[Body], worth: Callable[[Body], float]) -> Asked | None:
        best, best_worth = None, 0.0
        for body in bodies:
            if (value := worth(body)) > best_worth:
                best, best_worth = body, value
        if best is None:
            return None
        return Asked(best.ref, rule, rows_of([best]))

    def _strongest_municipal_tie(self, body: Body) -> float:
        """Strength 1-5 of the strongest tie to a department; 0.5 where its strength is unknown, 0 without a tie."""
        by_ref = self._situation.body_by_ref
        ties = (tie for tie in self._ties.get(body.ref, ()) if by_ref[other_end(tie, body.ref)].is_department)
        return max((tie.strength_1_5 or 0.5 for tie in ties), default=0.0)

    def _sectors_known(self, department: Body) -> float:
        others = (self._situation.body_by_ref[other_end(tie, department.ref)] for tie in self._ties.get(department.ref, ()))
        return float(len({other.sector_key for other in others if not other.is_department and other.sector_key}))


def _names(theme: str, body: Body) -> bool:
    return any(word.key == theme for word in body.themes)


def _carries(theme: str, department: Body) -> bool:
    sheet = department.department
    return sheet is not None and any(word.key == theme for word in (*sheet.targets, *sheet.goals_not_alone))
