"""Who counts as the municipality, who stands for or against an initiative, and who is not put into its coalition silently?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from shutaf.analysis.situation import Body, Initiative, Situation, Stance
from shutaf.analysis.text.fold import fold

STRONGLY_AGAINST = -3.0
"""Ours: on the scale -4 .. +4, from here down a body is asked first and never counted on."""

WhyLeftOut = Literal["strongly_against", "not_to_be_invited", "would_not_join"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A body that could bring something and is not counted on, and why. level: its stance where that is the reason."""

    ref: str
    why: WhyLeftOut
    level: float | None = None


def municipality(situation: Situation) -> tuple[frozenset[str], bool]:
    """Refs of the bodies that can stand for the municipality, and whether we only assume so.

    Ours: the departments; where none is known, every body of the public sector, marked as assumed.
    """
    if situation.departments:
        return frozenset(body.ref for body in situation.departments), False
    return frozenset(body.ref for body in situation.bodies if body.sector_key == "public"), True


def is_outside(body: Body) -> bool:
    """Whether the body is known to belong to another sector than the public one. An unknown sector is not known to."""
    return body.sector_key not in ("", "public")


def stances_toward(situation: Situation, initiative: Initiative) -> Mapping[str, tuple[Stance, ...]]:
    """The stances of each known body that name this initiative (its name, folded, or its ref) as their objective."""
    names = {fold(initiative.name), fold(initiative.ref)} - {""}
    found: dict[str, tuple[Stance, ...]] = {}
    for stance in situation.stances:
        if fold(stance.objective) in names and stance.body in situation.body_by_ref:
            found[stance.body] = (*found.get(stance.body, ()), stance)
    return found


def lowest(stances: tuple[Stance, ...]) -> float:
    """Where informants differ, the more cautious answer holds."""
    return min(stance.level for stance in stances)


def left_out(situation: Situation, initiative: Initiative) -> tuple[LeftOut, ...]:
    """Bodies that are not put into the coalition silently, in the order of the sheets."""
    levels = {ref: lowest(stances) for ref, stances in stances_toward(situation, initiative).items()}
    found = []
    for body in situation.bodies:
        if levels.get(body.ref, 0.0) <= STRONGLY_AGAINST:
            found.append(LeftOut(body.ref, "strongly_against", levels[body.ref]))
        elif body.invite == "no":
            found.append(LeftOut(body.ref, "not_to_be_invited"))
        elif body.department is not None and body.department.would_join == "no":
            found.append(LeftOut(body.ref, "would_not_join"))
    return tuple(found)
