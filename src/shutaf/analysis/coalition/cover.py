"""Which smallest set of bodies could carry this initiative, what would a wider one cost, and what does nobody offer?"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from shutaf.analysis.coalition.asked import NOTHING_ASKED, Asked, Conflict, conflicts_among, not_counted
from shutaf.analysis.coalition.problem import LIMIT_SECONDS, TOLERANCE, CoverProblem, CoverSolution, smallest_cover, smallest_size
from shutaf.analysis.coalition.requirements import Demand, demands, gifts_by_body
from shutaf.analysis.coalition.sides import LeftOut, left_out
from shutaf.analysis.coalition.table import Table, table_of
from shutaf.analysis.situation import SECTORS, Floats, Initiative, Offer, Requirement, Situation

WISHED_SECTORS = tuple(sector for sector in SECTORS if sector not in ("public", "other"))
"""Ours: each of these at the table is worth a wish; only the municipality and one other sector are a must."""

MOST_ALTERNATIVES = 5
"""Ours: so many stand-ins are named for a member; the count says how many there are."""


@dataclass(frozen=True, slots=True)
class Brought:
    """requirements: places in `Initiative.requires`; share_0_1 of what is wanted, None where the amount is unknown ("may cover")."""

    requirements: tuple[int, ...]
    offer: Offer
    share_0_1: float | None


@dataclass(frozen=True, slots=True)
class Member:
    """why: keys out of municipality, other_sector, only_giver (nobody else known offers it), covers, may_cover, works_with_municipality."""

    ref: str
    brings: tuple[Brought, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A resource that all known offers together do not cover. offered_share_0_1: 0 = nobody offers it."""

    requirements: tuple[int, ...]
    requirement: Requirement
    offered_share_0_1: float
    offers: tuple[Offer, ...]
    also_offered_by: tuple[str, ...] = ()  # refs of bodies that are not counted on (see Coalition.left_out)


@dataclass(frozen=True, slots=True)
class Wish:
    """What it costs to have one more sector in. price_in_members: 0 = another set of the same size has it; None = no such body is known."""

    sector: str
    price_in_members: int | None
    would_add: str | None


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Bodies that could stand in for a member with everything still covered: the first few by known ties, then name, and how many in all."""

    member: str
    bodies: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Coalition:
    """A preparation for an open invitation, never a selection.

    members: in the order of names; empty where nothing is required or nothing required is offered. gaps: never make it fail.
    unsure: places of requirements that rest on an offer of unknown amount. members_when_sure: size if only known amounts count; None = cannot.
    required_municipality: a municipal body was a must; municipality_is_assumed: no department is known, the public sector stands for it.
    missing_sides: "municipality", "other_sector" where no body of that side is known. left_out: not counted on silently, and why.
    proven: no smaller set exists; bound: no set has fewer members than this. conflicts: between two members, where no set does without;
    prices_open: wished sectors whose price was not found in time; when_sure_open: nor was members_when_sure.
    """

    initiative: Initiative
    members: tuple[Member, ...]
    gaps: tuple[Gap, ...]
    unsure: tuple[int, ...]
    members_when_sure: int | None
    required_municipality: bool
    municipality_is_assumed: bool
    missing_sides: tuple[str, ...]
    wishes: tuple[Wish, ...]
    alternatives: tuple[Alternatives, ...]
    left_out: tuple[LeftOut, ...]
    proven: bool
    bound: int
    conflicts: tuple[Conflict, ...] = ()
    prices_open: tuple[str, ...] = ()
    when_sure_open: bool = False

    @property
    def refs(self) -> tuple[str, ...]:
        return tuple(member.ref for member in self.members)


@dataclass(frozen=True)
class Carrying:
    """One initiative with everything but who carries it: the arrays, what nobody covers, who is not counted on silently."""

    situation: Situation
    initiative: Initiative
    asked: Asked
    table: Table
    gaps: tuple[Gap, ...]
    left_out: tuple[LeftOut, ...]


def smallest_coalition(
    situation: Situation,
    initiative_ref: str,
    *,
    wishes: Sequence[str] = WISHED_SECTORS,
    asked: Asked = NOTHING_ASKED,
    seconds: float = LIMIT_SECONDS,
) -> Coalition:
    """The fewest bodies whose known offers cover everything the initiative requires, with the municipality and one other sector in it.

    Amounts of one dimension are added; an offer of unknown amount may cover, and is marked. What nobody offers is a gap, not a failure.
    Bodies strongly against, not to be invited, or unwilling to join are left out and named. Two that are known to want strongly opposite
    things are not put together, unless no set does without; then `conflicts` says so. wishes: sectors whose price is shown.
    Ties: see `smallest_cover`; a link is a known tie between the municipality and a giving body; a body counts as often as kept
    coalitions of other initiatives count on it; the last word has the name. seconds: for one question to the solver, and for all prices together.
    Raises ValueError for an unknown ref. NP-hard, exact; 2,000 bodies take less than a second. Ours: the hard rules and the prices;
    the model is a set cover with group floors.
    """
    question = carrying(situation, initiative_ref, asked)
    solution = solved(question.table.problem, seconds) if question.table.covered else CoverSolution((), proven=True, bound=0)
    return coalition_of(question, solution, wishes=wishes, deadline=time.monotonic() + seconds)


def carrying(situation: Situation, initiative_ref: str, asked: Asked = NOTHING_ASKED) -> Carrying:
    """The question before it is answered. Raises ValueError for an unknown ref."""
    initiative = next((found for found in situation.initiatives if found.ref == initiative_ref), None)
    if initiative is None:
        raise ValueError(f"no initiative has the ref {initiative_ref!r}")
    table = table_of(situation, initiative, asked)
    gaps = _gaps(situation, initiative, table, not_counted(situation, initiative, asked))
    out = tuple(body for body in left_out(situation, initiative) if body.ref not in asked.having)
    return Carrying(situation, initiative, asked, table, gaps, out)


def solved(problem: CoverProblem, seconds: float) -> CoverSolution:
    """The smallest set; where the known conflicts leave none, the smallest set with them."""
    found = smallest_cover(problem, limit_seconds=seconds)
    return smallest_cover(replace(problem, conflicts=()), limit_seconds=seconds) if found.is_impossible and problem.conflicts else found


def coalition_of(question: Carrying, solution: CoverSolution, *, wishes: Sequence[str] = (), deadline: float = 0.0) -> Coalition:
    """A set of bodies with what it rests on. Until the deadline (monotonic seconds) it is asked what the wishes cost, and what known amounts alone allow."""
    table = question.table
    asked = [sector for sector in wishes if table.covered and not _has(table, sector, solution.chosen)]
    found = [_wish(table, sector, solution.chosen, deadline) for sector in asked]
    members = tuple(_members(table, solution.chosen))
    when_sure, is_open = _size_when_sure(table, deadline)
    return Coalition(
        initiative=question.initiative,
        members=members,
        gaps=question.gaps,
        unsure=_unsure(table, solution.chosen),
        members_when_sure=when_sure,
        required_municipality="municipality" not in table.missing_sides,
        municipality_is_assumed=table.municipality_is_assumed,
        missing_sides=table.missing_sides,
        wishes=tuple(wish for wish in found if wish is not None),
        alternatives=tuple(_alternatives(table, solution.chosen)),
        left_out=question.left_out,
        proven=solution.proven,
        bound=solution.bound,
        conflicts=conflicts_among(question.situation, {member.ref for member in members}),
        prices_open=tuple(sector for sector, wish in zip(asked, found, strict=True) if wish is None),
        when_sure_open=is_open,
    )


def size_and_gaps(situation: Situation, initiative_ref: str) -> tuple[int, int]:
    """How many members the smallest coalition has and how many required resources stay open, without saying who.

    One question to the solver instead of a dozen: for trying out what an answer would change. Raises ValueError for an unknown ref.
    """
    initiative = next((found for found in situation.initiatives if found.ref == initiative_ref), None)
    if initiative is None:
        raise ValueError(f"no initiative has the ref {initiative_ref!r}")
    table = table_of(situation, initiative)
    if table.problem.conflicts:
        return (len(solved(table.problem, LIMIT_SECONDS).chosen) if table.covered else 0), len(table.short)
    return (smallest_size(table.problem) if table.covered else 0), len(table.short)


def _gaps(situation: Situation, initiative: Initiative, table: Table, out: Collection[str]) -> tuple[Gap, ...]:
    if not table.short:
        return ()
    everyone = {demand.requirements: demand for demand in demands(situation, initiative)}
    return tuple(_gap(initiative, demand, everyone[demand.requirements], out) for demand in table.short)


def _gap(initiative: Initiative, demand: Demand, with_everyone: Demand, out: Collection[str]) -> Gap:
    requirement = initiative.requires[demand.requirements[0]]
    also = dict.fromkeys(gift.offer.body for gift in with_everyone.gifts if gift.offer.body in out)
    offers = tuple(gift.offer for gift in demand.gifts)
    return Gap(demand.requirements, Requirement(requirement.kind, demand.wanted), demand.known_share_0_1, offers, tuple(also))


def _members(table: Table, chosen: tuple[int, ...]) -> Iterator[Member]:
    givers = [gifts_by_body(demand) for demand in table.covered]
    outside = [i for i in chosen if table.outside[i]]
    for i in chosen:
        ref = table.bodies[i].ref
        given = [(demand, by_body) for demand, by_body in zip(table.covered, givers, strict=True) if ref in by_body]
        brings = tuple(Brought(demand.requirements, gift.offer, gift.share_0_1) for demand, by_body in given for gift in by_body[ref])
        why = {
            "municipality": bool(table.municipal[i]),
            "other_sector": outside == [i],
            "only_giver": any(len(by_body) == 1 for _, by_body in given),
            "covers": any(brought.share_0_1 is not None for brought in brings),
            "may_cover": any(brought.share_0_1 is None for brought in brings),
            "works_with_municipality": bool(not table.municipal[i] and table.problem.links[i]),
        }
        yield Member(ref, brings, tuple(key for key, holds in why.items() if holds))


def _unsure(table: Table, chosen: tuple[int, ...]) -> tuple[int, ...]:
    known = table.problem.share[:, list(chosen)].sum(axis=1)
    return tuple(
        sorted(place for demand, share in zip(table.covered, known, strict=True) if share < 1 - TOLERANCE for place in demand.requirements)
    )


def _size_when_sure(table: Table, deadline: float) -> tuple[int | None, bool]:
    """The price of certainty, and whether time ran out. None where known amounts cannot cover what is required, or nothing is to be covered."""
    problem = table.problem
    if not table.covered or table.short or np.any(problem.share.sum(axis=1) < 1 - TOLERANCE):
        return None, False
    left = deadline - time.monotonic()
    if left <= 0:
        return None, True
    found = solved(replace(problem, may=np.zeros_like(problem.may)), left)
    return (len(found.chosen), False) if found.proven else (None, True)


def _has(table: Table, sector: str, chosen: tuple[int, ...]) -> bool:
    return any(table.bodies[i].sector_key == sector for i in chosen)


def _wish(table: Table, sector: str, chosen: tuple[int, ...], deadline: float) -> Wish | None:
    """None: not found in time."""
    side = table.of_sector(sector)
    if not side.any():
        return Wish(sector, None, None)
    left = deadline - time.monotonic()
    found = solved(table.with_side(side), left) if left > 0 else None
    if found is None or not found.proven:
        return None
    wider = found.chosen
    would_add = next(table.bodies[i].ref for i in wider if side[i])
    return Wish(sector, len(wider) - len(chosen), would_add)


def _alternatives(table: Table, chosen: tuple[int, ...]) -> Iterator[Alternatives]:
    """Who could stand in for each member: every demand and side that the others leave open must be closed by the newcomer."""
    problem = table.problem
    gain: Floats = np.vstack([problem.reach, problem.sides])
    for i in chosen:
        others = [j for j in chosen if j != i]
        could = np.all(gain[:, others].sum(axis=1)[:, None] + gain >= 1 - TOLERANCE, axis=0)
        could[list(chosen)] = False
        found = sorted(np.flatnonzero(could), key=lambda j: (-int(problem.links[j]), int(j)))
        yield Alternatives(table.bodies[i].ref, tuple(table.bodies[j].ref for j in found[:MOST_ALTERNATIVES]), len(found))
