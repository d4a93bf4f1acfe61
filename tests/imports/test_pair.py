"""Are two foreign lists, of bodies and of ties, put together without inventing anything?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shutaf.imports.load import Loaded, load

NODES = "net,node_id,name,Sponsorship\nX,1,Alef,Private\nX,2,Bet,County\nY,1,Gimel,State\nY,2,Dalet,Private\n"
EDGES = "net,source,target,Frequency\nX,1,2,4\nX,2,1,4\nY,1,2,3\n"


def keys(loaded: Loaded) -> list[str]:
    return sorted(problem.key for problem in loaded.problems)


def test_the_order_of_the_files_does_not_matter(csv_file: Callable[..., Path]) -> None:
    nodes, edges = csv_file(NODES, "nodes.csv"), csv_file(EDGES, "edges.csv")
    one, other = load([nodes, edges], where={"net": "X"}), load([edges, nodes], where={"net": "X"})
    assert one.kind == other.kind == "bodies_ties"
    assert one.situation is not None
    assert one.situation == other.situation
    assert [(body.ref, body.name, body.sector.key) for body in one.situation.bodies] == [("1", "Alef", "business"), ("2", "Bet", "public")]
    assert [(tie.source_ref, tie.target_ref) for tie in one.situation.ties] == [("1", "2"), ("2", "1")]


def test_how_often_is_not_taken_for_how_strong(csv_file: Callable[..., Path]) -> None:
    paths = [csv_file(NODES, "nodes.csv"), csv_file(EDGES, "edges.csv")]
    guessed, told = load(paths, where={"net": "X"}), load(paths, where={"net": "X"}, mapping={"strength_1_5": "Frequency"})
    assert guessed.situation is not None
    assert told.situation is not None
    assert (guessed.situation.ties[0].strength_1_5, dict(guessed.situation.ties[0].own)["Frequency"]) == (None, "4")
    assert keys(guessed) == ["column.runs_either_way"]
    assert told.situation.ties[0].strength_1_5 == 4


def test_strengths_outside_the_scale_stay_her_own_field(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file(NODES, "n.csv"), csv_file("source,target,weight\n1,2,0.5\n2,1,12\n", "e.csv")], where={"net": "X"})
    assert loaded.situation is not None
    assert [(tie.strength_1_5, tie.own) for tie in loaded.situation.ties] == [(None, (("weight", "0.5"),)), (None, (("weight", "12"),))]
    assert keys(loaded) == ["column.not_as_guessed"]


def test_without_where_equal_ids_of_two_networks_are_errors(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file(NODES, "n.csv"), csv_file(EDGES, "e.csv")])
    assert loaded.situation is None
    assert [problem.row for problem in loaded.errors if problem.key == "id.twice"] == [4, 5]


def test_ties_may_name_bodies_by_name(csv_file: Callable[..., Path]) -> None:
    loaded = load(
        [
            csv_file("Organisation;Sektor\nStadtwerke;öffentlich\nBürgerverein;Verein\n", "a.csv"),
            csv_file("Von;Mit\nstadtwerke;BÜRGERVEREIN\n", "b.csv"),
        ]
    )
    assert loaded.situation is not None
    assert len(loaded.situation.known_ties) == 1


def test_a_second_list_without_two_ends_is_a_question(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file(NODES, "n.csv"), csv_file("one,other\n1,2\n", "e.csv")])
    assert [(p.key, p.facts["headers"]) for p in loaded.errors] == [("pair.no_ties", ("one", "other"))]
    mended = load(
        [csv_file(NODES, "n.csv"), csv_file("one,other\n1,2\n", "e.csv")], mapping={"from": "one", "to": "other"}, where={"net": "X"}
    )
    assert mended.situation is not None
    assert len(mended.situation.ties) == 1


@pytest.mark.parametrize("network", ["Cheyenne", "HurrFrederic", "LakePomona", "MtSi", "MtStHelens", "Texas", "Wichita"])
def test_each_real_search_and_rescue_network_is_read(shared_data: Path, network: str) -> None:
    import csv

    paths = [shared_data / "networks" / name for name in ("emon_nodes.csv", "emon_edges.csv")]
    loaded = load(paths, where={"network": network}, sector_map={"County/City": "public"})
    assert loaded.situation is not None
    for path, found in zip(paths, (loaded.situation.bodies, loaded.situation.ties), strict=True):
        with path.open(encoding="utf-8", newline="") as stream:
            assert len(found) == sum(row["network"] == network for row in csv.DictReader(stream))
    assert {body.sector_key for body in loaded.situation.bodies} <= {"public", "business", ""}
    assert keys(loaded) == ["column.not_as_guessed", "column.runs_either_way"]


def test_the_real_city_projects_are_read_whole(shared_data: Path) -> None:
    loaded = load([shared_data / "networks" / "city_projects_bodies.csv", shared_data / "networks" / "city_projects_ties.csv"])
    assert loaded.situation is not None
    assert (len(loaded.situation.bodies), len(loaded.situation.ties), loaded.problems) == (285, 3862, ())
    assert sorted({tie.strength_1_5 for tie in loaded.situation.ties}, key=str) == [1, 2]
    assert {body.sector_key for body in loaded.situation.bodies} == {"public", "business", "academia", "other"}


def test_real_registers_are_read_as_single_sheets(shared_data: Path) -> None:
    loaded = load([shared_data / "israel" / "ngos_sample.csv"])
    assert loaded.situation is not None
    assert len(loaded.situation.bodies) == 6000
    assert keys(loaded) == ["sector.missing"]


def test_real_grants_are_grouped_by_who_received_them(shared_data: Path) -> None:
    loaded = load([shared_data / "formats" / "360giving_grants.csv"])
    assert loaded.situation is not None
    assert len(loaded.situation.bodies) == 305
    assert "column.id_of_rows" in keys(loaded)


def test_many_equal_ids_are_one_problem_that_names_the_column_to_choose_by(csv_file: Callable[..., Path]) -> None:
    rows = [f"{net},{number},{name}{net}{number}" for net, name in (("X", "Alef"), ("Y", "Bet")) for number in range(1, 8)]
    paths = [csv_file("\n".join(["net,id,name", *rows]), "n.csv"), csv_file(EDGES, "e.csv")]
    (problem,) = load(paths).errors
    assert (problem.key, problem.row, problem.facts["count"]) == ("id.many_twice", 9, 7)
    assert (problem.facts["id"], problem.facts["columns"], problem.facts["rows"]) == ("1", ("net",), (9, 10, 11, 12, 13))


def test_slips_beside_the_files_name_the_headers_and_nothing_else(csv_file: Callable[..., Path]) -> None:
    paths = [csv_file(NODES, "n.csv"), csv_file(EDGES, "e.csv")]
    (problem,) = load(paths, where={"nosuch": "X"}).problems
    assert problem.key == "where.no_such_header"
    assert {*problem.facts["headers"]} == {"net", "node_id", "name", "Sponsorship", "source", "target", "Frequency"}
    slip = next(p for p in load(paths, mapping={"city": "Town"}).errors if p.key == "map.no_such_header")
    assert slip.facts["headers"] == problem.facts["headers"]


def test_a_word_for_a_sector_that_no_row_has_is_told(csv_file: Callable[..., Path]) -> None:
    paths = [csv_file(NODES, "n.csv"), csv_file(EDGES, "e.csv")]
    loaded = load(paths, where={"net": "X"}, sector_map={"Zork": "business", "State": "public", "county": "public"})
    assert [p.facts for p in loaded.problems if p.key == "sector_map.no_such_word"] == [{"theirs": "Zork"}]
