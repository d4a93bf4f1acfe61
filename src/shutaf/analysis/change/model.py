"""What can change between two states of a map?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from shutaf.analysis.situation import Body, Initiative, Need, Offer, Person, Tie, TieStatus


@dataclass(frozen=True, slots=True)
class Changed:
    """A value of one body (its new ref) that is another one now."""

    ref: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TieChange:
    """A pair of bodies (new refs, sorted), what was known of it before and now, and the row it rests on (the new one, or the old where it is gone)."""

    pair: tuple[str, str]
    before: TieStatus
    after: TieStatus
    tie: Tie


@dataclass(frozen=True, slots=True)
class RoleEnd:
    """A person who has left a role: `until` was set, `gone` from the list, or `moved` to another body or role. body: new ref, "" where it is gone too."""

    person: Person
    body: str
    how: str


@dataclass(frozen=True, slots=True)
class NeedGone:
    """A need that is no longer on the list, and refs of bodies that offered the same kind and have a tie with the needing body only since: it may be met."""

    need: Need
    maybe_met_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InitiativeChange:
    """An initiative (new record) and the names of the fields that differ."""

    before: Initiative
    after: Initiative
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs, as records of the new state (of the old one where they are gone)."""

    bodies_new: tuple[Body, ...]
    bodies_gone: tuple[Body, ...]
    bodies_renamed: tuple[Changed, ...]
    sectors_changed: tuple[Changed, ...]
    invitations_changed: tuple[Changed, ...]
    ties_kept: tuple[TieChange, ...]
    ties_gained: tuple[TieChange, ...]
    ties_lost: tuple[TieChange, ...]
    ties_now_none: tuple[TieChange, ...]
    needs_new: tuple[Need, ...]
    needs_gone: tuple[NeedGone, ...]
    offers_new: tuple[Offer, ...]
    offers_gone: tuple[Offer, ...]
    initiatives_new: tuple[Initiative, ...]
    initiatives_gone: tuple[Initiative, ...]
    initiatives_changed: tuple[InitiativeChange, ...]
    roles_ended: tuple[RoleEnd, ...]
    ref_now: Mapping[str, str]  # old ref of a body -> its new ref

    @property
    def is_empty(self) -> bool:
        """True when nothing but kept ties is to be told."""
        kept = {"ties_kept", "ref_now"}
        return not any(getattr(self, field.name) for field in fields(self) if field.name not in kept)
