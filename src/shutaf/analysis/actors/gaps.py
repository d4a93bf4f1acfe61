"""Which sectors and goals have nobody on this list, or too few?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from shutaf.analysis.situation import Body, Situation

EXPECTED_SECTORS: Final = ("public", "business", "civil_society", "academia", "community")
"""Every sector but `other`, which nobody can be asked for."""

GapKey: TypeAlias = Literal["sector_missing", "sector_thin", "goal_without_body", "goal_one_sector"]


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: its sector or its goal's theme (keys, "" where it is not about one), the bodies there are, and the goals they leave open."""

    key: GapKey
    sector: str = ""
    theme: str = ""
    bodies: tuple[Body, ...] = ()
    open_themes: tuple[str, ...] = ()


def gaps(situation: Situation) -> tuple[Gap, ...]:
    """Every gap between the bodies on the list and the place's goals.

    `sector_missing`: no body of an expected sector (a department stands for `public`). `sector_thin`: fewer bodies than the place has goals, and on no
    more than half of the goals (Ours). `goal_without_body`: no outside body on the goal's theme. `goal_one_sector`: bodies of one sector only.
    Nothing about sectors while no body's sector is known, nothing about themes while nobody's themes are. O(bodies x (sectors + their themes)).
    """
    themes = goal_themes(situation)
    missing = absent_sectors(situation)
    thin = (_thin(situation, sector, themes) for sector in EXPECTED_SECTORS if sector not in missing)
    return (
        *(Gap("sector_missing", sector, open_themes=themes) for sector in missing),
        *(gap for gap in thin if gap is not None),
        *_goal_gaps([body for body in situation.organisations if body.themes], themes),
    )


def absent_sectors(situation: Situation) -> tuple[str, ...]:
    """Expected sectors that no body on the list belongs to; empty while no body's sector is known."""
    present = {body.sector_key for body in situation.bodies if body.sector_key}
    return tuple(sector for sector in EXPECTED_SECTORS if sector not in present) if present else ()


def goal_themes(situation: Situation) -> tuple[str, ...]:
    """Keys of the place's goals, each once, in their order. Goals in own words have no key and cannot be compared."""
    return tuple(dict.fromkeys(goal.key for goal in situation.place.goals if goal.key))


def _thin(situation: Situation, sector: str, themes: Sequence[str]) -> Gap | None:
    bodies = tuple(body for body in situation.organisations if body.sector_key == sector)
    named = {word.key for body in bodies for word in body.themes}
    open_themes = tuple(theme for theme in themes if theme not in named)
    is_few = 0 < len(bodies) < len(themes) and 2 * len(open_themes) >= len(themes)
    return Gap("sector_thin", sector, bodies=bodies, open_themes=open_themes) if is_few and named else None


def _goal_gaps(themed: Sequence[Body], themes: Sequence[str]) -> Iterator[Gap]:
    working: dict[str, list[Body]] = defaultdict(list)
    for body in themed:
        for key in {word.key for word in body.themes}:
            working[key].append(body)
    for theme in themes if themed else ():
        bodies = tuple(working.get(theme, ()))
        sectors = {body.sector_key for body in bodies}
        if not bodies:
            yield Gap("goal_without_body", theme=theme, open_themes=(theme,))
        elif len(sectors) == 1 and "" not in sectors:
            yield Gap("goal_one_sector", bodies[0].sector_key, theme, bodies, (theme,))
