"""Small towns to test on: written by hand, or drawn at random from a printed seed."""

from __future__ import annotations

import random
from collections.abc import Iterable

import networkx as nx

from shutaf.analysis.situation import Body, Department, MapBasis, Origin, Situation, Tie, Word

SECTORS = ("business", "civil_society", "public", "academia", "community")


def body(ref: str, sector: str = "", **facts: object) -> Body:
    return Body(ref, str(facts.pop("name", ref.upper())), Word("", sector), **facts)  # type: ignore[arg-type]


def department(ref: str, **facts: object) -> Body:
    return Body(ref, ref.upper(), department=Department(), **facts)  # type: ignore[arg-type]


def town(bodies: Iterable[Body], ties: str = "", nones: str = "", **rest: object) -> Situation:
    """ties, nones: "a-b b-c": pairs of refs."""
    rows = [*((pair, "exists") for pair in ties.split()), *((pair, "none") for pair in nones.split())]
    said = tuple(Tie(*pair.split("-"), status=status, origin=Origin("ties", i + 2)) for i, (pair, status) in enumerate(rows))  # type: ignore[arg-type]
    return Situation(bodies=tuple(bodies), ties=said, **rest)  # type: ignore[arg-type]


def drawn_town(seed: int, bodies: int = 60, departments: int = 8, ties: int = 150) -> Situation:
    """A town in which few are tied to many, themes attract, and the first department typed the map."""
    print("seed", seed)
    draw = random.Random(seed)
    refs = [f"d{i}" for i in range(departments)] + [f"b{i}" for i in range(bodies)]
    themes = {ref: draw.sample(("energy", "waste", "youth", "water", "food"), 2) for ref in refs}
    reach = [draw.paretovariate(1.5) for _ in refs]
    pairs: dict[tuple[str, str], None] = {}
    while len(pairs) < ties:
        one, two = draw.choices(refs, reach)[0], draw.choice(refs[: int(0.9 * len(refs))])
        if one != two and (set(themes[one]) & set(themes[two]) or draw.random() < 0.3):
            pairs[min(one, two), max(one, two)] = None
    found = [
        department(ref) if ref[0] == "d" else body(ref, draw.choice(SECTORS), themes=tuple(Word(t, t) for t in themes[ref])) for ref in refs
    ]
    rows = tuple(Tie(one, two, origin=Origin("ties", i + 2)) for i, (one, two) in enumerate(pairs))
    return Situation(bodies=tuple(found), ties=rows, map=MapBasis("reported", ("d0",)))


def as_networkx(situation: Situation, without: Iterable[str] = ()) -> nx.Graph:
    """A second opinion, made from the rows and nothing of ours."""
    graph = nx.Graph()
    graph.add_nodes_from(one.ref for one in situation.bodies)
    gone = set(without)
    for tie in situation.ties:
        if tie.status == "exists" and tie.source_ref != tie.target_ref and not gone & {tie.source_ref, tie.target_ref}:
            graph.add_edge(tie.source_ref, tie.target_ref)
    return graph


def as_situation(graph: nx.Graph) -> Situation:
    return Situation(bodies=tuple(body(str(node)) for node in graph.nodes), ties=tuple(Tie(str(one), str(two)) for one, two in graph.edges))
