"""Does a map come back as it left, as far as each format carries it? And do other programs read what we write?"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import igraph
import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shutaf.analysis.situation import Body, Person, Situation, Tie, Word
from shutaf.imports.example import example_situation
from shutaf.imports.load import load
from shutaf.reports.formats import FORMATS

WHOLE = ("kumu", "kumu-xlsx", "kumu-csv", "gexf", "graphml", "dl")
"""Formats that carry everything said of bodies; those but DL carry everything of ties too."""

PIECES = st.sampled_from(
    ["עמותת", 'בע"מ', "תֵּל־אָבִיב", "جمعية", "بلديّة", "Straße", "O'Neil", "🌱", "=1+1", "+972", "@home", '"', "a\nb", "|", ";", "\\", ",",
     "\u202eabc\u202c", "\u2067שלום\u2069", "<b>&amp;", "&#34;", "ⓘ x", "1.125", "TRUE", "*Vertices", "]]>", "a = b", "\u200fא"]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=3).map(" ".join).map(str.strip).filter(lambda text: not text.startswith("ⓘ"))
OPTIONAL = st.one_of(st.just(""), TEXTS)
HEADERS = st.sampled_from(["Notes", "הערות", "Type", "Frequency", "ملاحظات", "label", "kind"])
LAW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@st.composite
def maps(draw: st.DrawFn) -> Situation:
    """Bodies of any name, some of them twice, and ties of any kind; own fields under headers that could be taken for ours."""
    names = draw(st.lists(TEXTS, min_size=2, max_size=5))
    sector = st.sampled_from([Word(""), Word("עסקי", "business"), Word("public", "public"), Word("Gilde"), Word("Verein", "civil_society")])
    bodies = tuple(
        Body(
            f"r{i}", name, draw(sector), kind=draw(OPTIONAL), city=draw(st.sampled_from(["", "עין חרוב", "Haifa"])),
            influence_1_10=draw(st.none() | st.floats(1, 10)), own=own(draw),
        )
        for i, name in enumerate(names)
    )  # fmt: skip
    ends = st.lists(st.sampled_from([body.ref for body in bodies]), min_size=2, max_size=2, unique=True)
    ties = tuple(
        Tie(
            *draw(ends), kind=draw(st.sampled_from([Word(""), Word("מענק", "grant"), Word("circus")])),
            direction=draw(st.sampled_from(["mutual", "one_way"])), strength_1_5=draw(st.none() | st.floats(1, 5)),
            since_date=draw(st.sampled_from(["", "2019", "2020-02", "2021-03-04"])), source=draw(OPTIONAL), own=own(draw),
        )
        for _ in range(draw(st.integers(0, 5)))
    )  # fmt: skip
    return Situation(bodies=bodies, ties=ties)


def own(draw: st.DrawFn) -> tuple[tuple[str, str], ...]:
    header, value = draw(HEADERS), draw(OPTIONAL)
    return ((header, value),) if value else ()


def back(situation: Situation, key: str, folder: Path, language: str = "he") -> Situation:
    form = FORMATS[key]
    path = folder / f"map{form.suffix}"
    path.write_bytes(form.write(situation, language))
    loaded = load([path])
    assert loaded.situation is not None, loaded.errors
    return loaded.situation


def carried(situation: Situation) -> Situation:
    """What a network holds of it: bodies with their fields and the ties that exist, whose people are named and no more."""
    named = {person.ref: person.name for person in situation.people}
    ties = [
        replace(tie, holder=named.get(tie.holder, tie.holder), reported_by=named.get(tie.reported_by, tie.reported_by))
        for tie in situation.ties
        if tie.status == "exists"
    ]
    bodies = [
        replace(body, rated_by=named.get(body.rated_by, body.rated_by)) for body in (*situation.departments, *situation.organisations)
    ]
    return Situation(bodies=tuple(bodies), ties=tuple(ties))


@pytest.mark.parametrize("key", WHOLE)
@pytest.mark.parametrize("language", ["he", "de"])
def test_the_example_town_comes_back(key: str, language: str, tmp_path: Path) -> None:
    town = example_situation()
    found, wanted = back(town, key, tmp_path, language), carried(town)
    assert found.bodies == wanted.bodies
    if key != "dl":
        assert found.ties == wanted.ties


@pytest.mark.parametrize("key", [key for key in WHOLE if key != "dl"])
@LAW
@given(situation=maps())
def test_any_name_comes_back(key: str, tmp_path: Path, situation: Situation) -> None:
    found = back(situation, key, tmp_path)
    assert [without_suffix(body) for body in found.bodies] == [without_suffix(body) for body in situation.bodies]
    assert [without_suffix(tie) for tie in found.ties] == [without_suffix(tie) for tie in situation.ties]


def without_suffix(record: Any) -> Any:
    """An own header that is one of ours gets a number behind it."""
    return replace(record, own=tuple((header.removesuffix(" 2"), value) for header, value in record.own))


@pytest.mark.parametrize("key", ["pajek", "dl"])
@LAW
@given(situation=maps())
def test_names_and_ties_come_back_from_plain_networks(key: str, tmp_path: Path, situation: Situation) -> None:
    found = back(situation, key, tmp_path)
    names = [body.name for body in situation.bodies]
    same = str if key == "dl" else printed
    assert [same(body.name) for body in found.bodies] == [same(name) for name in names]
    assert arcs(found) == arcs(situation)


def printed(name: str) -> str:
    """The name without the signs that have a twin in print."""
    return "".join(sign for sign in name if sign not in '"״”\\\u29f5&＆\n ')


def arcs(situation: Situation) -> list[tuple[int, int]]:
    """Every tie by the places of its ends, a mutual one both ways; how often a tie is told does not matter."""
    at = situation.index_by_ref
    ways = [(at[tie.source_ref], at[tie.target_ref]) for tie in situation.ties]
    return sorted({*ways, *((b, a) for (a, b), tie in zip(ways, situation.ties, strict=True) if tie.direction == "mutual")})


def pairs(edges: Sequence[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    return sorted(set(edges))


@pytest.mark.parametrize("one_way", [False, True])
def test_networkx_reads_ours(one_way: bool, tmp_path: Path) -> None:
    town = simplified(one_way)
    names, wanted = [printed(body.name) for body in town.bodies], arcs(town)
    for key, read in (("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf), ("pajek", networkx.read_pajek)):
        (tmp_path / "map").write_bytes(FORMATS[key].write(town, "he"))
        graph = read(tmp_path / "map")
        number = {node: names.index(printed(data.get("name") or data.get("label") or node)) for node, data in graph.nodes(data=True)}
        found = [(number[a], number[b]) for a, b, *_ in graph.edges]
        assert pairs(found if graph.is_directed() else [*found, *((b, a) for a, b in found)]) == wanted, key
        assert {data["weight"] for *_, data in graph.edges(data=True) if "weight" in data} == {2.5}


@pytest.mark.parametrize("one_way", [False, True])
def test_igraph_reads_ours(one_way: bool, tmp_path: Path) -> None:
    town = simplified(one_way)
    (tmp_path / "map.net").write_bytes(FORMATS["pajek"].write(town, "he"))
    (tmp_path / "map.graphml").write_bytes(FORMATS["graphml"].write(town, "he"))
    zipfile.ZipFile(io.BytesIO(FORMATS["dl"].write(town, "he"))).extract("map.dl", tmp_path)
    for name, read in (("map.net", igraph.Graph.Read_Pajek), ("map.graphml", igraph.Graph.Read_GraphML), ("map.dl", igraph.Graph.Read_DL)):
        graph = read(str(tmp_path / name))
        found = [edge.tuple for edge in graph.es]
        assert pairs(found if graph.is_directed() else [*found, *((b, a) for a, b in found)]) == arcs(town), name
        if name != "map.dl":
            assert [printed(name) for name in graph.vs["name"]] == [printed(body.name) for body in town.bodies]
            assert graph.vs["name"][1] == ("עמותה ”ידיד״ בע״מ" if name == "map.net" else 'עמותה "ידיד" בע"מ')


def simplified(one_way: bool) -> Situation:
    bodies = (
        Body("d", "Town Hall", department=None),
        Body("a", 'עמותה "ידיד" בע"מ', Word("civil_society", "civil_society")),
        Body("c", "جمعية"),
    )
    ties = (Tie("d", "a", strength_1_5=2.5), Tie("a", "c", kind=Word("grant", "grant"), direction="one_way" if one_way else "mutual"))
    return Situation(bodies=bodies, ties=ties)


@pytest.mark.parametrize("key", ["partner", "vcard"])
def test_people_come_back_under_their_organisation(key: str, tmp_path: Path) -> None:
    town = example_situation()
    found = back(town, key, tmp_path)
    bodies = {body.ref: body.name for body in found.bodies}
    wanted = {body.ref: body.name for body in town.bodies}
    people = [(person.name, bodies[person.body], person.role, person.email, person.phone) for person in found.people]
    known = [(person.name, wanted[person.body], person.role, person.email, person.phone) for person in town.people]
    assert set(people) <= set(known)
    assert len(people) == (len(known) if key == "vcard" else len({person.body for person in town.people}))


@LAW
@given(name=TEXTS, body=TEXTS, role=OPTIONAL)
def test_a_card_holds_any_name(tmp_path: Path, name: str, body: str, role: str) -> None:
    town = Situation(bodies=(Body("b", body),), people=(Person("p", name, "b", role, phone="04-555-0114 / 052-555-0139"),))
    found = back(town, "vcard", tmp_path)
    assert [(person.name, person.role, person.phone) for person in found.people] == [(name, role, "04-555-0114 / 052-555-0139")]
    assert [each.name for each in found.bodies] == [body]


@pytest.mark.parametrize("network", ["Texas", "Wichita", "cities"])
def test_a_real_network_passes_through_every_format(network: str, tmp_path: Path) -> None:
    """Two networks of a study with arcs one way, and 285 bodies of city projects with 3,862 ties."""
    data = Path(os.environ.get("SHUTAF_TEST_DATA", Path(__file__).parents[3].parent / "shared" / "data")) / "networks"
    if not data.is_dir():
        pytest.skip(f"no shared data at {data}; set SHUTAF_TEST_DATA")
    if network == "cities":
        read = load([data / "city_projects_bodies.csv", data / "city_projects_ties.csv"]).situation
    else:
        read = load([data / "emon_nodes.csv", data / "emon_edges.csv"], where={"network": network}, unsaid_direction="one_way").situation
    assert read is not None
    assert len(read.ties) > 50
    for key in (*WHOLE, "pajek"):
        found = back(read, key, tmp_path)
        assert [body.name for body in found.bodies] == [body.name for body in read.bodies], key
        assert arcs(found) == arcs(read), key
