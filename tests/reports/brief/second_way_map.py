"""Who is there and who works with whom, counted a second time: plain loops and networkx on the CSV files. Each gives (value, base)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import combinations
from statistics import mean

import igraph
import networkx as nx
from example_files import (
    Row,
    asked,
    bodies,
    departments,
    fields,
    graph,
    inside,
    keys,
    organisations,
    outside,
    pairs_held,
    rows,
    said_pairs,
    sectors,
    values,
)

Answer = tuple[float, float | None]
About = tuple[str, ...]


def count(of: Iterable[object], base: float | None = None) -> Answer:
    return float(sum(1 for _ in of)), base


def organisations_with(column: str, key: str) -> set[str]:
    return {row["id"] for row in rows("organisations") if key in keys(row[column])}


# -- who is there


def bodies_in_group(about: About) -> Answer:
    (group,) = about
    return count(
        departments() if group == "department" else (ref for ref in organisations() if sectors()[ref] == group), float(len(bodies()))
    )


def bodies_on_theme(about: About) -> Answer:
    """(theme, sector): the table's cell. (theme,): who works on a department's goal without naming it as its own target."""
    theme, *sector = about
    listed = (
        {row["id"] for row in rows("organisations") if not row["themes"]} if theme == "unknown" else organisations_with("themes", theme)
    )
    if sector:
        return count(ref for ref in listed if sectors()[ref] == sector[0])
    return count(listed - organisations_with("own_targets", theme))


def bodies_tied_to_department(about: About) -> Answer:
    department, sector = about
    return count(ref for ref in set(graph()[department]) & organisations() if sectors()[ref] == sector)


def bodies_only_through(about: About) -> Answer:
    (department,) = about
    ways = {ref: set(graph()[ref]) & departments() for ref in organisations()}
    return count((ref for ref in ways if ways[ref] == {department}), float(sum(map(bool, ways.values()))))


def bodies_shared(about: About) -> Answer:
    one, other = about
    return count(set(nx.common_neighbors(graph(), one, other)) & organisations())


def goals_covered(about: About) -> Answer:
    (sector,) = about
    goals = values(fields("place")["goals"])
    named = {theme for row in rows("organisations") if row["sector"] == sector for theme in keys(row["themes"])}
    return float(len(set(goals) & named)), float(len(goals))


def departments_unknown(about: About) -> Answer:
    (ref,) = about
    others = departments() - {ref}
    return count((other for other in others if frozenset((ref, other)) not in said_pairs()), float(len(others)))


# -- ties


def ties(*, crossing: bool, without_inside: bool) -> Answer:
    return count(pair for pair in graph(without_inside=without_inside).edges if (sectors()[pair[0]] != sectors()[pair[1]]) is crossing)


def ties_held(about: About) -> Answer:
    """All ties of the one person who holds the tie named first."""
    pairs = {frozenset(pair) for pair in zip(about[::2], about[1::2], strict=True)}
    (holder,) = [who for who, held in pairs_held().items() if pairs <= held]
    return count(pairs_held()[holder])


def bodies_cut_off(about: About) -> Answer:
    (ref,) = about
    assert ref in set(nx.articulation_points(graph()))
    left = graph().subgraph(nx.node_connected_component(graph(), ref) - {ref})
    sizes = sorted(len(part) for part in nx.connected_components(left))
    return float(sum(sizes[:-1])), None


def parts(known: nx.Graph) -> Answer:
    return count(part for part in nx.connected_components(known) if len(part) > 1)


def unlinked(known: nx.Graph) -> Answer:
    return count(nx.isolates(known), float(len(known)))


@cache
def open_pairs() -> dict[str, list[tuple[str, str]]]:
    """For each outside body the pairs of its outside contacts, of two different sectors that are not its own, without a known tie."""
    known = graph(without_inside=True)
    found = {}
    for ref in known:
        ends = [other for other in known[ref] if sectors()[other] not in (sectors()[ref], "other", "")]
        found[ref] = [pair for pair in combinations(ends, 2) if sectors()[pair[0]] != sectors()[pair[1]] and not known.has_edge(*pair)]
    return found


def connectors(about: About) -> Answer:
    return count((ref for ref, pairs in open_pairs().items() if pairs), float(len(outside())))


def connecting_ties(about: About) -> Answer:
    (ref,) = about
    return count(other for other in graph(without_inside=True)[ref] if sectors()[other] not in (sectors()[ref], "other", ""))


def ties_with_inside(about: About) -> Answer:
    (ref,) = about
    return count(set(graph()[ref]) & inside())


def chance_ei(known: Sequence[str]) -> Answer:
    crossing = [
        sectors()[one] != sectors()[other] for one, other in combinations(known, 2) if {sectors()[one], sectors()[other]} != {"other"}
    ]
    return mean(1.0 if crosses else -1.0 for crosses in crossing), None


def ei(*, without_inside: bool) -> Answer:
    across, within = (ties(crossing=crossing, without_inside=without_inside)[0] for crossing in (True, False))
    return (across - within) / (across + within), None


# -- groups: igraph itself draws the ten runs; what follows from them is counted by loops and networkx


@cache
def runs(*, without_inside: bool = False) -> list[dict[str, int]]:
    """The group of each body with a tie, in ten runs that start from 0 to 9."""
    edges = sorted(tuple(sorted(pair)) for pair in graph(without_inside=without_inside).edges)
    refs = sorted({ref for pair in edges for ref in pair})
    known = igraph.Graph(n=len(refs), edges=[(refs.index(one), refs.index(other)) for one, other in edges])
    found = []
    for seed in range(10):
        igraph.set_random_number_generator(random.Random(seed))
        found.append(dict(zip(refs, known.community_leiden(objective_function="modularity", n_iterations=-1).membership, strict=True)))
    igraph.set_random_number_generator(random)
    return found


def modularity(run: dict[str, int], *, without_inside: bool = False) -> float:
    members = [{ref for ref in run if run[ref] == group} for group in set(run.values())]
    return float(nx.community.modularity(graph(without_inside=without_inside).subgraph(run), members))


def groups(about: About) -> Answer:
    best = max(runs(), key=modularity)
    return float(len(set(best.values()))), None


def best_modularity(*, without_inside: bool) -> Answer:
    return max(modularity(run, without_inside=without_inside) for run in runs(without_inside=without_inside)), None


def groups_stability(about: About) -> Answer:
    return mean(pair_agreement(one, other) for one, other in combinations(runs(), 2)), None


def pair_agreement(one: dict[str, int], other: dict[str, int]) -> float:
    """The adjusted Rand index by its definition: every pair of bodies looked at once."""
    both = first = second = pairs = 0
    for a, b in combinations(sorted(one), 2):
        together = one[a] == one[b], other[a] == other[b]
        both, first, second, pairs = both + all(together), first + together[0], second + together[1], pairs + 1
    expected = first * second / pairs
    return (both - expected) / ((first + second) / 2 - expected)


def open_rows(of: Sequence[Row], *columns: str) -> Answer:
    """Rows in which one of the columns is blank."""
    return count((row for row in of if not all(row[column] for column in columns)), float(len(of)))


def bodies_without_row(sheet: str) -> Answer:
    return count(bodies() - {row["body"] for row in rows(sheet)}, float(len(bodies())))


def known_ties() -> list[Row]:
    return [row for row in rows("ties") if row["status"] == "exists"]


PAIRS = len(bodies()) * (len(bodies()) - 1) / 2
OUTSIDE_PAIRS = len(outside()) * (len(outside()) - 1) / 2

MAP: dict[str, Callable[[About], Answer]] = {
    "bodies_on_map": lambda about: count(bodies()),
    "bodies_in_group": bodies_in_group,
    "bodies_in_sector": lambda about: count(ref for ref in organisations() if sectors()[ref] == about[0]),
    "bodies_on_theme": bodies_on_theme,
    "bodies_with_target": lambda about: count(organisations_with("own_targets", about[0])),
    "bodies_with_known_tie": lambda about: (
        count(ref for ref in organisations() if sectors()[ref] == about[0] and graph().degree(ref))[0],
        count(ref for ref in organisations() if sectors()[ref] == about[0])[0],
    ),
    "goals_covered_by_sector": goals_covered,
    "bodies_tied_to_department": bodies_tied_to_department,
    "bodies_only_through": bodies_only_through,
    "bodies_shared": bodies_shared,
    "departments_unknown": departments_unknown,
    "departments_not_asked": lambda about: count(departments() - asked(), float(len(departments()))),
    "informants": lambda about: count(set(values(fields("map")["informants"]))),
    "pairs_known_outside": lambda about: count((pair for pair in said_pairs() if pair <= outside()), OUTSIDE_PAIRS),
    "pairs_unknown": lambda about: (PAIRS - len(said_pairs()), PAIRS),
    "ties_known": lambda about: count(graph().edges),
    "ties_of_body": lambda about: count(graph()[about[0]]),
    "ties_across": lambda about: ties(crossing=True, without_inside=False),
    "ties_within": lambda about: ties(crossing=False, without_inside=False),
    "ties_across_outside": lambda about: ties(crossing=True, without_inside=True),
    "ties_within_outside": lambda about: ties(crossing=False, without_inside=True),
    "ei": lambda about: ei(without_inside=False),
    "ei_outside": lambda about: ei(without_inside=True),
    "ei_expected": lambda about: chance_ei(sorted(bodies())),
    "ei_expected_outside": lambda about: chance_ei(sorted(outside())),
    "ties_held": ties_held,
    "ties_with_inside": ties_with_inside,
    "bodies_cut_off": bodies_cut_off,
    "bodies_without_known_tie": lambda about: unlinked(graph()),
    "bodies_without_known_tie_outside": lambda about: unlinked(graph(without_inside=True)),
    "parts": lambda about: parts(graph()),
    "parts_outside": lambda about: parts(graph(without_inside=True)),
    "connectors": connectors,
    "connecting_ties": connecting_ties,
    "open_pairs": lambda about: count(open_pairs()[about[0]]),
    "groups": groups,
    "groups_stability": groups_stability,
    "modularity": lambda about: best_modularity(without_inside=False),
    "modularity_outside": lambda about: best_modularity(without_inside=True),
    "needs_unknown": lambda about: bodies_without_row("needs"),
    "offers_unknown": lambda about: bodies_without_row("offers"),
    "sectors_unknown": lambda about: open_rows(rows("organisations"), "sector"),
    "themes_unknown": lambda about: open_rows(rows("organisations"), "themes"),
    "motives_unknown": lambda about: open_rows(rows("organisations"), "motives"),
    "ratings_unknown": lambda about: open_rows(rows("organisations"), "influence_1_10", "interest_1_10"),
    "invites_unknown": lambda about: open_rows(rows("organisations"), "invite"),
    "strengths_unknown": lambda about: open_rows(known_ties(), "strength_1_5"),
    "holders_unknown": lambda about: open_rows(known_ties(), "holder"),
}
