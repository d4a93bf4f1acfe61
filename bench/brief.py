"""How long does a brief take, and how much memory, at 60, 285 and 2,000 bodies? And the network part beside networkx, in the same run.

dev/bench brief              everything
python bench/brief.py 285    one size
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
FORMS = (".html", ".pdf", ".docx", ".xlsx")
STAGES = ("start", "read", "analyse", "say", "write")
T = TypeVar("T")
GOALS = {285: (5.0, 512.0), 2000: (30.0, 900.0)}
"""Seconds and megabytes that the house asks for; printed beside what was measured, asserted nowhere."""


def main(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        inputs = {size: input_of(size, Path(folder)) for size in sizes}
        print(f"{'bodies':>7} {'form':>6} {'seconds':>8} {'cpu s':>6} {'peak MB':>8}   share of {' / '.join(STAGES)}")
        for size, paths in inputs.items():
            for form in FORMS:
                print(row(size, form, paths), flush=True)
        print(f"\n{'bodies':>7} {'ties':>6}   {'part':<12} {'ours s':>8} {'networkx s':>11} {'times faster':>13}")
        for size, paths in inputs.items():
            side_by_side(size, paths)


def input_of(size: int, folder: Path) -> list[str]:
    """The example town, the thirteen city projects where the shared data are, else a drawn town as a workbook."""
    if size == 60:
        return [str(ROOT / "src/shutaf/content/example")]
    networks = Path(os.environ.get("SHUTAF_TEST_DATA") or ROOT.parent / "shared/data") / "networks"
    if size == 285 and networks.is_dir():
        return [str(networks / "city_projects_bodies.csv"), str(networks / "city_projects_ties.csv")]
    from inputs.town import SEED, drawn_town

    from shutaf.reports.workbook import write_workbook

    print(f"a town of {size} bodies and {10 * size} ties is drawn, seed {SEED}", flush=True)
    write_workbook(drawn_town(size, 10 * size), folder / f"{size}.xlsx", "he")
    return [str(folder / f"{size}.xlsx")]


def row(size: int, form: str, paths: list[str]) -> str:
    """One brief in a process of its own."""
    from meters.process import measured

    run = measured([sys.executable, __file__, "--one", form, *paths])
    stages = json.loads(run.out.splitlines()[-1])
    stages["start"] = run.seconds - sum(stages.values())
    shares = " / ".join(f"{100 * stages[stage] / run.seconds:.0f} %" for stage in STAGES)
    goal = GOALS.get(size)
    said = f"   goal {goal[0]:.0f} s, {goal[1]:.0f} MB" if goal else ""
    return f"{size:>7} {form:>6} {run.seconds:>8.2f} {run.cpu_seconds:>6.2f} {run.peak_mb:>8.0f}   {shares}{said}"


def one(form: str, paths: list[str]) -> None:
    """What `shutaf brief` does, with a clock round each stage; the seconds are printed as JSON."""
    speak()
    from shutaf.analysis.preparation import prepare
    from shutaf.imports.load import load
    from shutaf.reports.brief import brief
    from shutaf.reports.writers import write

    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        done = work()
        seconds[stage] = time.perf_counter() - start
        return done

    situation = timed("read", lambda: load([Path(path) for path in paths]).situation)
    if situation is None:
        raise SystemExit(f"cannot be read: {paths}")
    prepared = timed("analyse", lambda: prepare(situation, today="2026-11-23"))
    document = timed("say", lambda: brief(prepared, language="he"))
    timed("write", lambda: write(document, form))
    print(json.dumps(seconds))


def side_by_side(size: int, paths: list[str]) -> None:
    """The same questions on the same graph: ours, and the networkx calls one would write instead."""
    import networkx as nx

    from shutaf.analysis.network import betweenness
    from shutaf.analysis.network.fragility import fragility
    from shutaf.analysis.network.graph import network_of
    from shutaf.analysis.network.groups import groups
    from shutaf.analysis.network.layout import layout
    from shutaf.imports.load import load

    situation = load([Path(path) for path in paths]).situation
    assert situation is not None
    network = network_of(situation)
    graph = nx.Graph(zip(network.source.tolist(), network.target.tolist(), strict=True))
    graph.add_nodes_from(range(network.n))
    parts: tuple[tuple[str, Callable[[], object], Callable[[], object]], ...] = (
        ("groups", lambda: groups(situation), lambda: nx.community.greedy_modularity_communities(graph)),
        ("cut bodies", lambda: fragility(situation), lambda: (list(nx.articulation_points(graph)), list(nx.bridges(graph)))),
        ("betweenness", lambda: betweenness(network), lambda: nx.betweenness_centrality(graph)),
        ("layout", lambda: layout(situation), lambda: nx.spring_layout(graph, seed=1)),
    )
    for name, ours, theirs in parts:
        mine, other = took(ours), took(theirs)
        print(f"{size:>7} {network.m:>6}   {name:<12} {mine:>8.3f} {other:>11.3f} {other / mine:>13.1f}", flush=True)
    found = [{situation.index_by_ref[ref] for ref in group.refs} for group in groups(situation).groups]
    found += [{node} for node in set(graph) - set().union(*found)]
    ours, theirs = (nx.community.modularity(graph, parts) for parts in (found, nx.community.greedy_modularity_communities(graph)))
    print(f"{size:>7} {network.m:>6}   modularity of the groups: ours {ours:.3f}, networkx {theirs:.3f}", flush=True)


def took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def speak() -> None:
    """Load the catalogs, as the command line does."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shutaf.config.settings")
    django.setup()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", form, *paths]:
            one(form, paths)
        case sizes:
            speak()
            main([int(size) for size in sizes] or [60, 285, 2000])
