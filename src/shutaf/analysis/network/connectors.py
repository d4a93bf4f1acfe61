"""Which bodies are named as connecting different sectors?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from shutaf.analysis.network.honesty import scope_of
from shutaf.analysis.network.municipality import body_of, municipal_refs
from shutaf.analysis.network.pairs import Pair, Pairs, pair_of, pairs_of
from shutaf.analysis.network.questions import name_order
from shutaf.analysis.situation import Situation, Tie

NO_SECTOR = ("", "other")
"""What stands for no sector: nothing written, or a word on no list. Bodies of these connect sectors, but are no end of a connection."""


@dataclass(frozen=True, slots=True)
class Brokerage:
    """Open pairs of one body, by the sectors of their ends. liaison: two different sectors, neither its own. gatekeeper: its own and another."""

    liaison: int
    gatekeeper: int
    sector_pairs: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class Connector:
    """A body with known ties into two or more sectors other than its own, some two of which have no known tie to each other.

    sectors: those other sectors, by key. ties: refs of the bodies of those sectors it has a known tie with, by name.
    liaison: open pairs {a, c} of two such sectors (no tie between a and c is known). gatekeeper: open pairs of its own sector and another.
    only_for: pairs of sectors that no other body is named as connecting.
    reported_by: refs of the bodies that (or whose people) reported these ties; unplaced: how many reporters match no body or person.
    """

    ref: str
    sectors: tuple[str, ...]
    ties: tuple[str, ...]
    liaison: int
    gatekeeper: int
    only_for: tuple[Pair, ...]
    reported_by: tuple[str, ...]
    unplaced: int


def connectors(situation: Situation) -> tuple[Connector, ...]:
    """Bodies named as connecting two or more other sectors.

    On a `reported` map: outside bodies only, by ties between outside bodies only, ordered by name. On a `surveyed` map with enough answers:
    all bodies, by all ties, most open pairs first. On a `surveyed` map with too few answers: none.
    O(sum of squared degrees). Source: Gould & Fernandez 1989 (liaison, gatekeeper), undirected: each open pair counted once.
    """
    scope = scope_of(situation)
    if scope == "network":
        return ()
    pairs = pairs_of(situation).without(municipal_refs(situation) if scope == "named" else ())
    roles = {ref: role for ref in pairs.neighbours if (role := brokerage(situation, pairs, ref)).liaison}
    times = Counter(pair for role in roles.values() for pair in role.sector_pairs)
    only = frozenset(pair for pair, count in times.items() if count == 1)
    found = [_connector(situation, pairs, ref, roles[ref], only) for ref in name_order(situation, roles)]
    return tuple(sorted(found, key=lambda one: -(one.liaison + one.gatekeeper)) if scope == "ranked" else found)


def brokerage(situation: Situation, pairs: Pairs, ref: str) -> Brokerage:
    """The open pairs of one body in the ties given. O(degree squared). Source: Gould & Fernandez 1989."""
    sector = {other: key for other in pairs.neighbours.get(ref, ()) if (key := situation.body_by_ref[other].sector_key) not in NO_SECTOR}
    own, contacts = situation.body_by_ref[ref].sector_key, frozenset(sector)
    size = Counter(sector.values())
    closed = Counter(pair_of(sector[one], sector[two]) for one in contacts for two in pairs.neighbours[one] & contacts)
    open_by_sectors = {
        pair: left
        for pair in combinations(sorted(size), 2)
        if (left := size[pair[0]] * size[pair[1]] - closed[pair] // 2)  # closed: each tie was met from both its ends
    }
    liaison = {pair: left for pair, left in open_by_sectors.items() if own not in pair}
    return Brokerage(sum(liaison.values()), sum(open_by_sectors.values()) - sum(liaison.values()), frozenset(liaison))


def askable_pairs(situation: Situation, pairs: Pairs, connector: Connector) -> tuple[Pair, ...]:
    """The open pairs of a connector about which no row speaks at all: those one may ask about. O(degree squared)."""
    sector = {ref: situation.body_by_ref[ref].sector_key for ref in connector.ties}
    return tuple((one, two) for one, two in combinations(connector.ties, 2) if sector[one] != sector[two] and not pairs.is_known(one, two))


def _connector(situation: Situation, pairs: Pairs, ref: str, role: Brokerage, only: frozenset[Pair]) -> Connector:
    no_end = (*NO_SECTOR, situation.body_by_ref[ref].sector_key)
    ties = name_order(situation, (two for two in pairs.neighbours[ref] if situation.body_by_ref[two].sector_key not in no_end))
    reporters = _reporters(tie for two in ties for tie in pairs.exists[pair_of(ref, two)])
    placed = {body_of(situation, who) for who in reporters} & set(situation.body_by_ref)
    return Connector(
        ref,
        tuple(sorted({situation.body_by_ref[two].sector_key for two in ties})),
        ties,
        role.liaison,
        role.gatekeeper,
        tuple(sorted(role.sector_pairs & only)),
        name_order(situation, placed),
        sum(body_of(situation, who) not in placed for who in reporters),
    )


def _reporters(ties: Iterable[Tie]) -> frozenset[str]:
    return frozenset(tie.reported_by for tie in ties if tie.reported_by)
