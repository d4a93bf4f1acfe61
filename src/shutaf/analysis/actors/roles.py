"""Whom does each of the four models ask for, and who on the map could be that?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from shutaf.analysis.situation import Body, Situation

KindKey: TypeAlias = Callable[[str], str]
"""The key of a kind of body as written, "" for none: what a text means is not known here."""


@dataclass(frozen=True, slots=True)
class Role:
    """A seat a model asks for. A body fills it by its kind; without kinds, by its sector. least: how many are asked for."""

    key: str
    sectors: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    least: int = 1


ROLES: Final[Mapping[str, tuple[Role, ...]]] = {
    "greening_business": (
        Role("peers", ("business",), least=3),
        Role("recruiter", ("business", "public"), ("business_association", "utility")),
        Role("adviser", ("civil_society", "academia")),
        Role("checker", ("academia", "public"), ("research", "public_agency")),
    ),
    "business_in_community": (Role("giver", ("business",)), Role("host", ("civil_society", "community"))),
    "local_economy": (
        Role("anchor", ("public", "academia", "business"), ("health", "research", "large_company", "utility")),
        Role("small_firms", ("business",), ("small_business", "cooperative", "social_enterprise"), 2),
        Role("method", ("civil_society", "academia")),
    ),
    "shared_agenda": (
        Role("research", ("academia",)),
        Role("business_voice", ("business",), ("business_association",)),
        Role("civil_voice", ("civil_society",)),
        Role("residents", ("community",)),
        Role("youth", ("civil_society", "community", "public"), ("youth", "school")),
    ),
}
"""Seats by model, drawn from comparable programmes (Ökoprofit, good deals markets, local economy in the Negev, Freiburg's council). Ours: the numbers."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A role and who is there for it. untold: outside bodies of its sectors whose kind nobody wrote down: some of them may fill it."""

    role: Role
    bodies: tuple[Body, ...]
    untold: tuple[Body, ...]

    @property
    def is_filled(self) -> bool:
        return len(self.bodies) >= self.role.least


def seats(situation: Situation, typology: str, kind_key: KindKey) -> tuple[Seat, ...]:
    """The seats of a model, in its order; none for a model that is not known. O(roles x bodies)."""
    outside = situation.organisations
    kinds = {body.ref: kind_key(body.kind) for body in outside}
    found = []
    for role in ROLES.get(typology, ()):
        if not role.kinds:
            found.append(Seat(role, tuple(body for body in outside if body.sector_key in role.sectors), ()))
            continue
        filling = tuple(body for body in outside if kinds[body.ref] in role.kinds)
        untold = tuple(body for body in outside if not kinds[body.ref] and (body.sector_key in role.sectors or not body.sector_key))
        found.append(Seat(role, filling, untold))
    return tuple(found)
