"""Who is missing, measured against the place's goals, and whom could we ask for them?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from shutaf.analysis.actors.ask import Acquaintances
from shutaf.analysis.actors.evidence import counted, rows_of, sure_by_share
from shutaf.analysis.actors.shared_goals import shared_goals
from shutaf.analysis.situation import Body, Finding, Number, Situation

EXPECTED_SECTORS = ("public", "business", "civil_society", "academia", "community")
"""Every sector but `other`, which nobody can be asked for."""


def missing(situation: Situation) -> tuple[Finding, ...]:
    """Every gap and every shared goal among the bodies known to us, the weightiest first.

    Yields `sector_missing`, `sector_thin`, `goal_without_body`, `goal_one_sector`, and the findings of `shared_goals`. What is missing here is missing
    *on this list*: each finding carries how many bodies said their sector or theme, and ends in a question to a body chosen by a stated rule.
    Says nothing of sectors while no body has one, nothing of themes while no body has one: unknown is not "missing". O(goals x (bodies + ties)).
    """
    found = [*missing_sectors(situation), *goals_uncovered(situation), *shared_goals(situation)]
    return tuple(sorted(found, key=lambda finding: -finding.weight))


def absent_sectors(situation: Situation) -> tuple[str, ...]:
    """Sectors that no body on the list belongs to; empty while no body's sector is known. A department stands for `public`."""
    present = {body.sector_key for body in situation.bodies if body.sector_key}
    return tuple(sector for sector in EXPECTED_SECTORS if sector not in present) if present else ()


def goal_themes(situation: Situation) -> tuple[str, ...]:
    """Keys of the place's goals, each once, in her order. Goals in own words have no key and cannot be compared."""
    return tuple(dict.fromkeys(goal.key for goal in situation.place.goals if goal.key))


def missing_sectors(situation: Situation) -> Iterator[Finding]:
    """`sector_missing`: no body. `sector_thin`: fewer bodies than the place has goals, and on fewer than half of the goals (Ours)."""
    acquaintances, themes = Acquaintances(situation), goal_themes(situation)
    known = sum(1 for body in situation.bodies if body.sector_key)
    sure = sure_by_share("sector_known", known, len(situation.bodies), at_most=3)
    absent = absent_sectors(situation)
    for sector in absent:
        facts = {"sector": sector, "bodies": counted("bodies_in_sector", (), sector)} | _question(acquaintances, themes)
        yield Finding("sector_missing", (), facts, sure, _step(facts, "who_in_sector"), weight=10.0)
    for sector in EXPECTED_SECTORS if themes else ():
        if sector not in absent and (finding := _thin(situation, sector, themes, acquaintances)):
            yield finding


def goals_uncovered(situation: Situation) -> Iterator[Finding]:
    """`goal_without_body`: no outside body works on a goal's theme. `goal_one_sector`: bodies of one sector only do."""
    themed = [body for body in situation.organisations if body.themes]
    if not themed:
        return
    sure = sure_by_share("theme_known", len(themed), len(situation.organisations), at_most=3)
    acquaintances = Acquaintances(situation)
    for theme in goal_themes(situation):
        bodies = [body for body in themed if any(word.key == theme for word in body.themes)]
        facts: dict[str, Any] = {"theme": theme, "bodies": counted("bodies_on_goal", bodies, theme)} | _question(acquaintances, (theme,))
        sectors = {body.sector_key for body in bodies}
        if not bodies:
            yield Finding("goal_without_body", (), facts, sure, _step(facts, "who_on_theme"), rows_of([situation.place]), weight=9.0)
        elif len(sectors) == 1 and "" not in sectors:
            facts |= {"sector": sectors.pop()} | _next_sector(situation, bodies[0].sector_key)
            yield Finding("goal_one_sector", _refs(bodies), facts, sure, _step(facts, "who_in_sector"), rows_of(bodies), weight=7.0)


def _thin(situation: Situation, sector: str, themes: tuple[str, ...], acquaintances: Acquaintances) -> Finding | None:
    bodies = [body for body in situation.organisations if body.sector_key == sector]
    themed = [body for body in bodies if body.themes]
    covered = {word.key for body in themed for word in body.themes} & set(themes)
    if not bodies or len(bodies) >= len(themes) or 2 * len(covered) >= len(themes) or not themed:
        return None
    open_themes = tuple(theme for theme in themes if theme not in covered)
    facts: dict[str, Any] = {
        "sector": sector,
        "bodies": counted("bodies_in_sector", bodies, sector),
        "goals": Number("goals_covered_by_sector", float(len(covered)), (sector,), rows_of(themed), float(len(themes))),
        "open_themes": open_themes,
    } | _question(acquaintances, open_themes)
    sure = sure_by_share("theme_known", len(themed), len(bodies), at_most=3)
    return Finding("sector_thin", _refs(bodies), facts, sure, _step(facts, "who_in_sector"), rows_of(bodies), weight=6.0)


def _question(acquaintances: Acquaintances, themes: tuple[str, ...]) -> dict[str, Any]:
    """The theme to ask about, the body to ask and the rule that chose it: the first theme for which anybody can be asked."""
    for theme in themes or ("",):
        if asked := acquaintances.whom_to_ask(theme):
            return {"theme": theme, "ask": asked.ref, "ask_rule": asked.rule}
    return {"theme": themes[0] if themes else "", "ask": "", "ask_rule": ""}


def _next_sector(situation: Situation, only: str) -> dict[str, Any]:
    """The sector to look in next: the one with most bodies whose theme we do not know, for one of them may work on it already (Ours)."""
    others = tuple(sector for sector in EXPECTED_SECTORS if sector != only)
    untold = {sector: [b for b in situation.organisations if b.sector_key == sector and not b.themes] for sector in others}
    chosen = max(others, key=lambda sector: len(untold[sector]))
    return {"ask_sector": chosen, "untold": counted("bodies_without_theme", untold[chosen], chosen)}


def _step(facts: dict[str, Any], what: str) -> str:
    return f"ask_{what}" if facts["ask"] else f"list_{what}"


def _refs(bodies: Iterable[Body]) -> tuple[str, ...]:
    return tuple(body.ref for body in bodies)
