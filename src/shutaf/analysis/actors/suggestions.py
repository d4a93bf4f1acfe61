"""Who is missing, looked at from every side: sector, theme, population group, neighbourhood, anchor institution, and what the chosen model asks for?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from shutaf.analysis.actors.ask import Acquaintances
from shutaf.analysis.actors.evidence import rows_of, sure_by_share
from shutaf.analysis.actors.gaps import EXPECTED_SECTORS, goal_themes
from shutaf.analysis.actors.missing import missing
from shutaf.analysis.actors.reach import Anchor, Reached, anchors_known, groups_reached, neighbourhoods_reached
from shutaf.analysis.actors.roles import KindKey, Seat, seats
from shutaf.analysis.situation import Body, Finding, Situation, Sure

Side: TypeAlias = Literal["sector", "theme", "group", "neighbourhood", "anchor", "role"]

SIDES: Final[Mapping[str, Side]] = {
    "sector_missing": "sector",
    "sector_thin": "sector",
    "goal_without_body": "theme",
    "goal_one_sector": "theme",
    "challenge_without_body": "theme",
    "group_without_body": "group",
    "neighbourhood_without_body": "neighbourhood",
    "anchor_not_on_map": "anchor",
    "role_without_body": "role",
}
"""Which side each kind of suggestion looks from; other findings suggest nobody."""


@dataclass(frozen=True, slots=True)
class Look:
    """The suggestions from one side. named: how many things were looked for; untold: of `total` outside bodies, those whose answer nobody wrote down."""

    side: Side
    named: int
    found: tuple[Finding, ...]
    untold: int
    total: int


class _Asking:
    """Whom to ask about a theme, or about nobody in particular; found once each, since each walks over the ties."""

    def __init__(self, situation: Situation) -> None:
        self._acquaintances = Acquaintances(situation)
        self._known: dict[str, dict[str, str]] = {}

    def __call__(self, theme: str = "") -> dict[str, str]:
        if theme not in self._known:
            asked = self._acquaintances.whom_to_ask(theme)
            self._known[theme] = {"ask": asked.ref, "ask_rule": asked.rule} if asked else {"ask": "", "ask_rule": ""}
        return self._known[theme]


def looks(situation: Situation, typology: str = "", kind_key: KindKey = lambda text: text) -> tuple[Look, ...]:
    """Every side in the order of the page, also those without a suggestion. typology: the chosen model, "" for none.

    What is missing here is missing on this list, as seen by who typed it: each suggestion says of how many bodies the answer is known.
    O(goals x (bodies + ties) + groups x bodies).
    """
    ask = _Asking(situation)
    outside = situation.organisations
    groups, neighbourhoods = groups_reached(situation), neighbourhoods_reached(situation)
    anchors, chairs = anchors_known(situation), seats(situation, typology, kind_key)
    known = [finding for finding in missing(situation) if finding.key in SIDES]
    by_side: dict[Side, list[Finding]] = {side: [] for side in dict.fromkeys(SIDES.values())}
    for finding in (
        *known,
        *_challenges(situation, ask),
        *_unreached(situation, ask, "group", groups),
        *_unreached(situation, ask, "neighbourhood", neighbourhoods),
        *_anchors(situation, ask, anchors),
        *_roles(situation, ask, typology, chairs),
    ):
        by_side[SIDES[finding.key]].append(finding)
    named = {
        "sector": len(EXPECTED_SECTORS), "theme": len({*goal_themes(situation), *_challenge_themes(situation)}), "group": len(groups),
        "neighbourhood": len(neighbourhoods), "anchor": len(anchors), "role": len(chairs),
    }  # fmt: skip
    untold = {
        "sector": sum(not body.sector_key for body in outside), "theme": sum(not body.themes for body in outside),
        "group": sum(not body.population_groups for body in outside), "neighbourhood": sum(not body.neighbourhood for body in outside),
        "anchor": 0, "role": len({body.ref for chair in chairs for body in chair.untold}),
    }  # fmt: skip
    return tuple(Look(side, named[side], tuple(found), untold[side], len(outside)) for side, found in by_side.items())


def _challenge_themes(situation: Situation) -> tuple[str, ...]:
    """Themes of the challenges that are no goal as well."""
    goals = set(goal_themes(situation))
    return tuple(dict.fromkeys(word.key for word in situation.place.challenges if word.key and word.key not in goals))


def _challenges(situation: Situation, ask: _Asking) -> Iterator[Finding]:
    """Like a goal without a body; nothing while no body's themes are known."""
    working = {word.key for body in situation.organisations for word in body.themes}
    for theme in _challenge_themes(situation) if working else ():
        if theme not in working:
            facts = {"theme": theme, "about": theme} | ask(theme)
            sure = _known(situation, "theme_known", lambda body: bool(body.themes))
            yield Finding("challenge_without_body", (), facts, sure, _step(facts, "who_on_theme"), rows_of([situation.place]), weight=8.0)


def _unreached(situation: Situation, ask: _Asking, side: Side, named: Sequence[Reached]) -> Iterator[Finding]:
    is_group = side == "group"
    sure = _known(situation, "groups_known" if is_group else "neighbourhood_known", _TOLD[side])
    for one in named:
        if not one.bodies:
            facts = {side: one.text, "about": one.text} | ask()
            step = _step(facts, f"who_of_{side}")
            yield Finding(f"{side}_without_body", (), facts, sure, step, rows_of([situation.place]), weight=5.0 if is_group else 4.0)


def _anchors(situation: Situation, ask: _Asking, anchors: Sequence[Anchor]) -> Iterator[Finding]:
    for anchor in anchors:
        if not anchor.ref:
            facts = {"name": anchor.text, "near": anchor.near, "about": anchor.text} | ask()
            sure = Sure(2 if anchor.near else 3, "name_compared", {"total": len(situation.bodies)})
            yield Finding("anchor_not_on_map", (), facts, sure, _step(facts, "who_of_anchor"), rows_of([situation.place]), weight=4.5)


def _roles(situation: Situation, ask: _Asking, typology: str, chairs: Sequence[Seat]) -> Iterator[Finding]:
    for chair in chairs:
        if chair.is_filled:
            continue
        role = chair.role
        facts: dict[str, Any] = {
            "typology": typology, "role": role.key, "have": len(chair.bodies), "least": role.least, "untold": len(chair.untold),
            "about": f"{typology} {role.key}",
        } | ask()  # fmt: skip
        if role.kinds:
            sure = _known(situation, "kind_known", lambda body: bool(body.kind))
        else:
            sure = _known(situation, "sector_known", lambda body: body.sector_key not in ("", "other"))
        yield Finding("role_without_body", (), facts, sure, _step(facts, "who_for_role"), rows_of(chair.bodies), weight=3.0)


def _step(facts: Mapping[str, Any], what: str) -> str:
    return f"{'ask' if facts['ask'] else 'list'}_{what}"


_TOLD: Final[Mapping[str, Callable[[Body], bool]]] = {
    "group": lambda body: bool(body.population_groups),
    "neighbourhood": lambda body: bool(body.neighbourhood),
}


def _known(situation: Situation, cause: str, is_told: Callable[[Body], bool]) -> Sure:
    outside = situation.organisations
    return sure_by_share(cause, sum(map(is_told, outside)), len(outside), at_most=3)
