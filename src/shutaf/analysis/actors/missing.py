"""Who is missing, measured against the place's goals, and whom could we ask for them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from shutaf.analysis.actors.ask import Acquaintances
from shutaf.analysis.actors.evidence import counted, rows_of, sure_by_share
from shutaf.analysis.actors.gaps import EXPECTED_SECTORS, Gap, GapKey, gaps, goal_themes
from shutaf.analysis.actors.shared_goals import shared_goals
from shutaf.analysis.situation import Body, Finding, Number, Situation, Sure

WEIGHTS: Final[Mapping[GapKey, float]] = {"sector_missing": 10.0, "goal_without_body": 9.0, "goal_one_sector": 7.0, "sector_thin": 6.0}
"""Order of the gaps among the findings of `missing`; shared goals stand between and below. Ours."""


def missing(situation: Situation) -> tuple[Finding, ...]:
    """Every gap and every shared goal among the bodies known to us, the weightiest first.

    What is missing here is missing *on this list*: each finding says of how many bodies the sector or theme is known, is never surer than 3 of 4, and ends
    in a question to a body chosen by a stated rule (facts `ask`, `ask_rule`; "" where the map names nobody to ask). O(goals x (bodies + ties)).
    """
    found = [*_gap_findings(situation), *shared_goals(situation)]
    return tuple(sorted(found, key=lambda finding: -finding.weight))


def _gap_findings(situation: Situation) -> Iterator[Finding]:
    acquaintances = Acquaintances(situation)
    for gap in gaps(situation):
        facts = _facts(situation, gap) | _question(acquaintances, gap)
        what = "who_on_theme" if gap.key == "goal_without_body" else "who_in_sector"
        step = f"ask_{what}" if facts["ask"] else f"list_{what}"
        goal_rows = rows_of([situation.place]) if gap.theme else ()
        evidence = (*goal_rows, *rows_of(gap.bodies))
        subject = tuple(body.ref for body in gap.bodies)
        yield Finding(gap.key, subject, facts, _sure(situation, gap), step, evidence, weight=WEIGHTS[gap.key])


def _facts(situation: Situation, gap: Gap) -> dict[str, Any]:
    if gap.key == "goal_without_body":
        return {"bodies": counted("bodies_on_goal", (), gap.theme), "about": gap.theme}
    if gap.key == "goal_one_sector":
        return {"sector": gap.sector, "bodies": counted("bodies_on_goal", gap.bodies, gap.theme)} | _next_sector(situation, gap.sector)
    facts: dict[str, Any] = {
        "sector": gap.sector,
        "about": gap.sector,
        "ask_sector": gap.sector,
        "bodies": counted("bodies_in_sector", gap.bodies, gap.sector),
    }
    if gap.key == "sector_thin":
        goals = len(goal_themes(situation))
        covered = float(goals - len(gap.open_themes))
        facts |= {"goals": Number("goals_covered_by_sector", covered, (gap.sector,), rows_of(gap.bodies), float(goals))}
        tied = {ref for tie in situation.known_ties for ref in (tie.source_ref, tie.target_ref)}
        known = counted("bodies_with_known_tie", (body for body in gap.bodies if body.ref in tied), gap.sector, base=float(len(gap.bodies)))
        facts |= {"open_themes": gap.open_themes, "tied": known}
    return facts


def _sure(situation: Situation, gap: Gap) -> Sure:
    if gap.key == "sector_missing":
        told = [body.sector_key not in ("", "other") for body in situation.bodies]  # `other` may hide any sector
        return _share("sector_known", told)
    bodies = gap.bodies if gap.key == "sector_thin" else situation.organisations
    return _share("theme_known", [bool(body.themes) for body in bodies])


def _share(cause: str, answers: list[bool]) -> Sure:
    return sure_by_share(cause, sum(answers), len(answers), at_most=3)


def _question(acquaintances: Acquaintances, gap: Gap) -> dict[str, Any]:
    """The theme to ask about, the body to ask and the rule that chose it: the first open theme for which anybody can be asked."""
    theme = gap.open_themes[0] if gap.open_themes else ""
    if gap.key == "sector_thin" and (door := acquaintances.open_pair([body.ref for body in gap.bodies])):
        return {"theme": theme, "ask": door.ref, "ask_rule": door.rule}
    for wanted in gap.open_themes or ("",):
        if asked := acquaintances.whom_to_ask(wanted):
            return {"theme": wanted, "ask": asked.ref, "ask_rule": asked.rule}
    return {"theme": theme, "ask": "", "ask_rule": ""}


def _next_sector(situation: Situation, only: str) -> dict[str, Any]:
    """The sector to look in next: the one with most bodies whose themes we do not know, for one of them may work on it already (Ours)."""
    others = tuple(sector for sector in EXPECTED_SECTORS if sector != only)
    untold: dict[str, list[Body]] = {sector: [] for sector in others}
    for body in situation.organisations:
        if not body.themes and body.sector_key in untold:
            untold[body.sector_key].append(body)
    chosen = max(others, key=lambda sector: len(untold[sector]))
    return {"ask_sector": chosen, "untold": counted("bodies_without_theme", untold[chosen], chosen)}
