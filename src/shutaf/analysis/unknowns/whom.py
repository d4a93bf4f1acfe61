"""Which bodies matter to the brief, and which one would we ask?"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from shutaf.analysis.actors.ask import Acquaintances
from shutaf.analysis.actors.body_sheet import gains_of
from shutaf.analysis.actors.evidence import neighbours_of
from shutaf.analysis.situation import Body, Initiative, Situation


def mattering(situation: Situation) -> frozenset[str]:
    """Refs of outside bodies the brief may turn on: to be invited, offering something, or gaining from an initiative; said to stay out, never (Ours)."""
    offering = {offer.body for offer in situation.offers}
    candidates = (body for body in situation.organisations if body.invite != "no")
    return frozenset(body.ref for body in candidates if body.invite == "yes" or body.ref in offering or gains_of(situation, body))


def likely_giver(situation: Situation, initiative: Initiative) -> tuple[Body, str] | None:
    """The body to ask for a resource nobody offers yet, and the rule that chose it.

    `gains` one that gains from the initiative (named before those of a named group), `invited` one to be invited, `tied` one a department works with;
    within a rule a body that offers nothing yet comes first, then the order of the list. Ours.
    """
    offering = {offer.body for offer in situation.offers}
    known = neighbours_of(situation)
    departments = {body.ref for body in situation.departments}
    open_to_us = sorted((body for body in situation.organisations if body.invite != "no"), key=lambda body: body.ref in offering)
    rules = (
        ("gains", [body for body in open_to_us if body.ref in initiative.gains]),
        ("gains", [body for body in open_to_us if any(gain.initiative == initiative.ref for gain in gains_of(situation, body))]),
        ("invited", [body for body in open_to_us if body.invite == "yes"]),
        ("tied", [body for body in open_to_us if known.get(body.ref, frozenset()) & departments]),
    )
    return next(((bodies[0], rule) for rule, bodies in rules if bodies), None)


def pair_between(situation: Situation, main: Sequence[str], part: Sequence[str], important: Collection[str]) -> tuple[str, str, str]:
    """Whom to ask in the main part, about whom in another part, and the rule that chose the pair.

    `open_pair` a pair somebody wrote down as unknown. Else the other part's first body that matters to the brief, or its first; and, in the main part,
    `department_widest` the department with ties into most sectors, `department` any, `same_theme` or `same_sector` one like that body, `first`. Ours.
    """
    here, there = set(main), set(part)
    for tie in situation.ties:
        if tie.status == "unknown" and len(tie.pair & here) == 1 and len(tie.pair & there) == 1:
            return next(iter(tie.pair & here)), next(iter(tie.pair & there)), "open_pair"
    about = situation.body_by_ref[next((ref for ref in part if ref in important), part[0])]
    ask, rule = _asker(situation, main, about)
    return ask, about.ref, rule


def _asker(situation: Situation, part: Sequence[str], about: Body) -> tuple[str, str]:
    widest = Acquaintances(situation).whom_to_ask()
    bodies = [situation.body_by_ref[ref] for ref in part]
    if widest and widest.ref in part:
        return widest.ref, "department_widest"
    themes = {word.key for word in about.themes if word.key}
    rules = (
        ("department", [body for body in bodies if body.is_department]),
        ("same_theme", [body for body in bodies if themes & {word.key for word in body.themes}]),
        ("same_sector", [body for body in bodies if body.sector_key and body.sector_key == about.sector_key]),
        ("first", bodies),
    )
    return next((found[0].ref, rule) for rule, found in rules if found)
