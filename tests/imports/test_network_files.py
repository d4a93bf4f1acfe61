"""Are network files of other programs read as they were meant, and hostile ones refused before they can harm?"""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import igraph
import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from shutaf.imports.icalendar import read_icalendar
from shutaf.imports.load import Loaded, load

Write = Callable[..., Path]


def keys(loaded: Loaded) -> list[str]:
    return [problem.key for problem in loaded.problems if problem.key != "sector.missing"]


def named_ties(loaded: Loaded) -> set[tuple[str, str, str]]:
    assert loaded.situation is not None, loaded.errors
    names = {body.ref: body.name for body in loaded.situation.bodies}
    return {(names[tie.source_ref], names[tie.target_ref], tie.direction) for tie in loaded.situation.ties}


@pytest.fixture
def graph() -> networkx.Graph:
    """Names that need care, a sector, a weight."""
    found = networkx.Graph()
    found.add_node("עמותת ידיד", sector="civil society")
    found.add_node("O'Neil & Sons", sector="business")
    found.add_edge("עמותת ידיד", "O'Neil & Sons", weight=2.0, kind="grant")
    found.add_edge("O'Neil & Sons", "جمعية", weight=4.5)
    return found


@pytest.mark.parametrize("end", [".graphml", ".gexf"])
def test_what_networkx_writes_is_read(end: str, graph: networkx.Graph, tmp_path: Path) -> None:
    path = tmp_path / f"map{end}"
    {".graphml": networkx.write_graphml, ".gexf": networkx.write_gexf}[end](graph, path)
    loaded = load([path])
    assert loaded.kind == "network"
    assert named_ties(loaded) == {("עמותת ידיד", "O'Neil & Sons", "mutual"), ("O'Neil & Sons", "جمعية", "mutual")}
    assert loaded.situation is not None
    assert [body.sector.key for body in loaded.situation.bodies] == ["civil_society", "business", ""]
    assert [(tie.strength_1_5, tie.kind.key) for tie in loaded.situation.ties] == [(2, "grant"), (4.5, "")]


def test_a_pajek_file_of_networkx_is_read(tmp_path: Path) -> None:
    graph = networkx.DiGraph([("Town Hall", "B"), ("B", "Town Hall"), ("B", "C")])
    networkx.write_pajek(graph, tmp_path / "map.net")
    assert named_ties(load([tmp_path / "map.net"])) == {("Town Hall", "B", "mutual"), ("B", "C", "one_way")}


@pytest.mark.parametrize("end", ["graphml", "net"])
def test_what_igraph_writes_is_read(end: str, tmp_path: Path) -> None:
    graph = igraph.Graph(n=3, edges=[(0, 1), (1, 2)], directed=True)
    graph.vs["name"], graph.es["weight"] = ['בע"מ', "x\\y", "Straße"], [1.5, 2]
    {"graphml": graph.write_graphml, "net": graph.write_pajek}[end](str(tmp_path / f"map.{end}"))
    loaded = load([tmp_path / f"map.{end}"])
    assert named_ties(loaded) == {('בע"מ', "x\\y", "one_way"), ("x\\y", "Straße", "one_way")}


def test_pajek_sections_arcs_edges_lists_and_relations_are_read(csv_file: Write) -> None:
    text = (
        '% by hand\n*Vertices 4\n1 "Town Hall" 0.1 0.2 0.5 ellipse ic Red\n2 "B"\n3 C\n4 "D"\n*Arcs :1 "grant"\n1 2 3\n*Edges\n2 3 1 l "service"\n'
        "*Arcslist\n4 1 2\n"
    )
    loaded = load([csv_file(text, "map.net")])
    assert named_ties(loaded) == {("Town Hall", "B", "one_way"), ("B", "C", "mutual"), ("D", "Town Hall", "one_way"), ("D", "B", "one_way")}
    assert loaded.situation is not None
    assert [tie.kind.key for tie in loaded.situation.ties] == ["grant", "service", "", ""]


def test_what_stands_on_a_line_is_told_with_its_line(csv_file: Write) -> None:
    loaded = load([csv_file("% by hand\n*Vertices 2\n1 A\n2 B\n*Edges\n1 7\n% twice\n1 1\n", "map.net")])
    assert {(problem.key, problem.row) for problem in loaded.warnings} == {
        ("sector.missing", 3),
        ("tie.unknown_body", 6),
        ("tie.with_itself", 8),
    }


def test_a_pajek_matrix_and_partition_are_read(csv_file: Write) -> None:
    text = '*Network n\n*Vertices 3\n1 "A"\n2 "B"\n3 "C"\n*Matrix\n0 1 0\n1 0 1\n0 0 1\n*Partition Sector\n*Vertices 3\npublic\nbusiness\nNGO\n'
    loaded = load([csv_file(text, "map.paj")])
    assert named_ties(loaded) == {("A", "B", "mutual"), ("B", "C", "one_way")}
    assert loaded.situation is not None
    assert [body.sector.key for body in loaded.situation.bodies] == ["public", "business", "civil_society"]
    assert {tie.strength_1_5 for tie in loaded.situation.ties} == {None}


DL = {
    "fullmatrix": "dl n=3\nformat = fullmatrix\nlabels:\nA,B,C\ndata:\n0 1 0\n1 0 0\n0 1 0\n",
    "embedded matrix": "DL N = 3\nlabels embedded\nformat = fullmatrix\ndata:\nA B C\nA 0 1 0\nB 1 0 0\nC 0 1 0\n",
    "no diagonal": "dl n=3 diagonal = absent\nlabels:\nA\nB\nC\ndata:\n1 0\n1 0\n0 1\n",
    "edgelist1": "DL n=3\nformat = edgelist1\nlabels:\nA, B, C\ndata:\n1 2\n2 1\n3 2\n",
    "embedded edges": "dl n=3\nformat = edgelist1\nlabels embedded:\ndata:\nA B\nB A\nC B\n",
    "nodelist1": "dl n=3 format=nodelist1\nlabels:\nA B C\ndata:\n1 2\n2 1\n3 2\n",
}


@pytest.mark.parametrize("form", DL)
def test_each_dl_form_says_the_same(form: str, csv_file: Write) -> None:
    loaded = load([csv_file(DL[form], "map.dl")])
    assert named_ties(loaded) == {("A", "B", "mutual"), ("C", "B", "one_way")}
    assert loaded.situation is not None
    assert {tie.strength_1_5 for tie in loaded.situation.ties} == {None}


def test_a_label_table_gives_dl_its_names(csv_file: Write) -> None:
    network = csv_file("DL n=2\nformat = edgelist1\nlabels:\nB1,B2\ndata:\n1 2 4\n", "map.dl")
    labels = csv_file("label,name,sector\nB1,עיריית עין חרוב,ציבורי\nB2,מאפיית הדר,עסקי\n", "labels.csv")
    for paths in ([network, labels], [labels, network]):
        loaded = load(paths)
        assert named_ties(loaded) == {("עיריית עין חרוב", "מאפיית הדר", "one_way")}


def test_kumu_ids_tags_and_backups_are_read(csv_file: Write) -> None:
    elements = [{"id": "e1", "label": "A", "type": "NGO", "tags": ["water", "x|y"]}, {"id": "e2", "label": "A"}, {"label": "B", "x": None}]
    connections = [{"from": "e1", "to": "B", "direction": "directed", "type": "grant"}, {"from": "B", "to": "e2", "direction": "mutual"}]
    loaded = load([csv_file(json.dumps({"elements": elements, "connections": connections, "loops": [{}]}), "map.json")])
    assert named_ties(loaded) == {("A", "B", "one_way"), ("B", "A", "mutual")}
    assert keys(loaded) == ["network.loops", "name.twice"]
    assert loaded.situation is not None
    assert [word.text for word in loaded.situation.bodies[0].themes] == ["water", "x|y"]
    backup = {"elements": [{"_id": "elem-1", "attributes": {"label": "A"}}, {"_id": "elem-2", "attributes": {"label": "B"}}]}
    backup["connections"] = [{"_id": "conn-1", "from": "elem-1", "to": "elem-2", "direction": "undirected", "attributes": {}}]
    assert named_ties(load([csv_file(json.dumps(backup), "backup.json")])) == {("A", "B", "mutual")}


def test_a_kumu_spreadsheet_in_one_sheet_with_several_targets_is_read(tmp_path: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "Our map"
    for row in (
        ("Label", "Type"),
        ("A", "NGO"),
        ("B", "business"),
        ("C", "business"),
        (),
        (),
        ("From", "To", "Strength"),
        ("A", "B | C", 3),
    ):
        page.append(row)
    book.create_sheet("Notes (ignore)").append(("whatever",))
    book.save(tmp_path / "kumu.xlsx")
    loaded = load([tmp_path / "kumu.xlsx"])
    assert named_ties(loaded) == {("A", "B", "mutual"), ("A", "C", "mutual")}
    assert loaded.situation is not None
    assert [body.sector.key for body in loaded.situation.bodies] == ["civil_society", "business", "business"]
    assert loaded.situation.ties[0].origin is not None
    assert loaded.situation.ties[0].origin.row == 8


def test_two_kumu_tables_are_read(csv_file: Write) -> None:
    loaded = load([csv_file("Label,Type\nA,NGO\nB,business\n", "elements.csv"), csv_file("From,To,Direction\nA,B,directed\n", "c.csv")])
    assert loaded.kind == "network"
    assert named_ties(loaded) == {("A", "B", "one_way")}


def test_an_address_book_gives_people_under_their_organisations(csv_file: Write) -> None:
    cards = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:דנה לוי\r\nORG:מאפיית הדר;שיווק\r\nTITLE:מנהלת\r\nTEL;TYPE=work:04-555-0114\r\nTEL;TYPE=PREF:052-555\r\n"
        " -0139\r\nitem1.EMAIL:dana@town.example\r\nPHOTO;ENCODING=b:AAAA\r\nNOTE:private\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D7=9B=D7=94=D7=9F;=D7=A8=D7=95=D7=\r\n=AA;;;\r\n"
        "ORG:Acme\\, Ltd\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Green Club\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Nobody\r\nEND:VCARD\r\n"
    )
    loaded = load([csv_file(cards, "people.vcf")])
    assert loaded.situation is not None
    assert [body.name for body in loaded.situation.bodies] == ["מאפיית הדר", "Acme, Ltd", "Green Club"]
    assert [(person.name, person.role, person.phone, person.email) for person in loaded.situation.people] == [
        ("דנה לוי", "מנהלת", "052-555-0139 / 04-555-0114", "dana@town.example"),
        ("רות כהן", "", "", ""),
    ]
    assert keys(loaded) == ["contact.no_organisation"]
    assert "private" not in repr(loaded.situation)


def test_the_short_label_of_partner_is_no_name(csv_file: Write) -> None:
    situation = load([csv_file("Node Label,Primary Organization,Sector\nAC,Acme,Business\nBE,Beta,NGO\n", "members.csv")]).situation
    assert situation is not None
    assert [(body.name, body.own) for body in situation.bodies] == [("Acme", (("Node Label", "AC"),)), ("Beta", (("Node Label", "BE"),))]


def test_partner_members_are_read_with_their_contact(csv_file: Write) -> None:
    text = "First Name,Last Name,Primary Organization,Node Label,City,Email,Job Title,Sector,Primary Org Function\nRuth,Cohen,Acme,AC,Haifa,r@a.example,Head,Business,Food\n"
    situation = load([csv_file(text, "members.csv")]).situation
    assert situation is not None
    (body,), (person,) = situation.bodies, situation.people
    assert (body.name, body.city, body.sector.key, body.kind) == ("Acme", "Haifa", "business", "Food")
    assert (person.name, person.role, person.email) == ("Ruth Cohen", "Head", "r@a.example")


GRAPHML = '<?xml version="1.0"?>{doctype}<graphml><key id="d" for="node" attr.name="name" attr.type="string"/><graph edgedefault="undirected"><node id="a"><data key="d">{name}</data></node></graph></graphml>'
LAUGHS = '<!DOCTYPE g [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
HOSTILE = {
    "laughs.graphml": (GRAPHML.format(doctype=LAUGHS, name="&c;").encode(), "network.doctype"),
    "outside.gexf": (b'<!DOCTYPE gexf SYSTEM "http://x.example/y.dtd"><gexf/>', "network.doctype"),
    "wide.graphml": (GRAPHML.format(doctype=LAUGHS, name="&c;").replace("1.0\"", "1.0\" encoding=\"utf-16\"", 1).encode("utf-16"), "network.doctype"),
    "deep.graphml": (b"<graphml>" + b"<graph>" * 5_000, "network.too_deep"),
    "cut.graphml": (GRAPHML.format(doctype="", name="A").encode()[:-30], "network.damaged"),
    "unknown.gexf": (b'<?xml version="1.0" encoding="no-such"?><gexf/>', "network.damaged"),
    "table.gexf": (b"name,sector\nA,business\n", "network.damaged"),
    "huge.net": (b"*Vertices 900000000\n1 \"A\"\n*Arcs\n1 2\n", "sheet.too_many_rows"),
    "digits.net": (b"*Vertices " + b"9" * 4_000 + b"\n", "sheet.too_many_rows"),
    "zero.net": (b"*Vertices 2\n0 \"A\"\n", "network.damaged"),
    "modes.net": (b"*Vertices 5 2\n1 A\n", "network.two_mode"),
    "two.net": (b"*Vertices 1\n1 A\n*Vertices 1\n1 B\n", "network.several"),
    "huge.dl": (b"DL N=900000000\nformat = edgelist1\ndata:\n1 2\n", "sheet.too_many_rows"),
    "square.dl": (b"DL N=90000\ndata:\n0 1\n", "file.too_many_cells"),
    "cut.dl": (b"DL N=3\ndata:\n0 1 0\n1 0\n", "network.damaged"),
    "two.dl": (b"DL NR=3 NC=4\ndata:\n0\n", "network.two_mode"),
    "half.dl": (b"DL N=3\nformat = lowerhalf\ndata:\n0\n", "network.dl_format"),
    "outside.dl": (b"DL N=3\nformat = edgelist1\ndata:\n1 4\n", "network.damaged"),
    "deep.json": (b'{"elements":' + b"[" * 200_000, "network.too_deep"),
    "cut.json": (b'{"elements":[{"label":"A"}', "network.damaged"),
    "nan.json": (b'{"elements":[{"label":NaN}]}', "network.damaged"),
    "digits.json": (b'{"elements":[{"label":' + b"9" * 9_000 + b"}]}", "network.damaged"),
    "list.json": (b'["elements"]', "network.not_kumu"),
    "other.json": (b'{"a":1}', "network.not_kumu"),
    "none.vcf": (b"BEGIN:VCARD\nFN:A\nEND:VCARD\n", "contact.none"),
    "lists.json": (b'{"elements":[' + b"[]," * 3_000_000 + b"[]]}", "file.too_many_cells"),
    "many.graphml": (b"<graphml><graph>" + b"<node/>" * 200_000, "sheet.too_many_rows"),
    "many.gexf": (b"<gexf><graph><edges>" + b"<edge/>" * 300_000, "sheet.too_many_rows"),
    "blank.dl": (b"DL N=2\nLABELS:\n" + b"\n" * 2_000_000 + b"DATA:\n1 x\n", "network.damaged"),
    "blank.net": (b"\n" * 2_000_000 + b"*Vertices x\n", "network.damaged"),
    "parameters.vcf": (b"BEGIN:VCARD\n" + b"ORG;" + b"x" * 9_900 + b"\n" + b"ORG;" + b'"' * 9_900 + b"\nEND:VCARD\n", "contact.none"),
    "wide.vcf": (b"BEGIN:VCARD\nORG:" + b"A" * 3_000_000 + b"\nEND:VCARD\n", "contact.none"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_once(name: str, tmp_path: Path) -> None:
    data, key = HOSTILE[name]
    (tmp_path / name).write_bytes(data)
    start = time.process_time()
    loaded = load([tmp_path / name])
    assert loaded.situation is None
    assert key in keys(loaded)
    assert time.process_time() - start < 4


def test_a_value_that_ends_in_a_backslash_takes_no_time(csv_file: Write) -> None:
    start = time.process_time()
    assert load([csv_file("BEGIN:VCARD\nORG:A\nADR:" + "x" * 9_900 + "\\\nFN:B\nEND:VCARD\n", "a.vcf")]).situation is not None
    assert time.process_time() - start < 1


def test_windows_letters_are_guessed_and_told(tmp_path: Path) -> None:
    (tmp_path / "map.net").write_bytes('*Vertices 2\n1 "עמותת ידיד"\n2 "מאפייה"\n*Edges\n1 2\n'.encode("cp1255"))
    (tmp_path / "map.graphml").write_bytes(
        GRAPHML.format(doctype="", name="עמותת ידיד").replace('<?xml version="1.0"?>', "").encode("cp1255")
    )
    said = GRAPHML.format(doctype="", name="עמותת ידיד").replace('"1.0"', '"1.0" encoding="windows-1255"')
    (tmp_path / "said.graphml").write_bytes(said.encode("cp1255"))
    for name, is_told in (("map.net", True), ("map.graphml", True), ("said.graphml", False)):
        loaded = load([tmp_path / name])
        assert loaded.situation is not None
        assert loaded.situation.bodies[0].name == "עמותת ידיד"
        assert ("file.encoding_guessed" in keys(loaded)) is is_told


def test_a_network_file_is_known_by_its_content_too(csv_file: Write) -> None:
    for text in (DL["edgelist1"], "*Vertices 2\n1 A\n2 B\n*Edges\n1 2\n", '{"elements":[{"label":"A"},{"label":"B"}]}'):
        assert load([csv_file(text, "pasted.csv")]).kind == "network"


def test_a_network_in_a_zip_is_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("town.net", "*Vertices 2\n1 A\n2 B\n*Edges\n1 2\n")
    (tmp_path / "town.zip").write_bytes(out.getvalue())
    assert named_ties(load([tmp_path / "town.zip"])) == {("A", "B", "mutual")}


def test_ties_to_nodes_nobody_listed_are_told(csv_file: Write) -> None:
    loaded = load([csv_file("*Vertices 2\n1 A\n2 B\n*Edges\n1 7\n1 2\n", "map.net")])
    assert "tie.unknown_body" in keys(loaded)
    assert len(named_ties(loaded)) == 1


SEEDS = {
    ".graphml": GRAPHML.format(doctype="", name="עמותה").encode(),
    ".gexf": (
        b'<gexf><graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="sector" type="double"><default>1</default>'
        b'</attribute></attributes><nodes><node id="1" label="A"><attvalues><attvalue for="0" value="x"/></attvalues></node><node id="2"/></nodes>'
        b'<edges><edge source="1" target="2" weight="2" start="2020" type="mutual"/></edges></graph></gexf>'
    ),
    ".net": b'*Vertices 2\n1 "A" 0.1 0.2 box ic Red\n2 "B"\n*Arcs :1 "k"\n1 2 1.5 l "x"\n*Matrix\n0 1\n1 0\n*Partition p\n*Vertices 2\n1\n2\n',
    ".dl": DL["embedded matrix"].encode(),
    ".json": b'{"elements":[{"id":"1","label":"A","tags":["x"],"attributes":{"a":1}}],"connections":[{"from":"1","to":{"id":"1"},"direction":"mutual"}]}',
    ".vcf": b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nN:B;C;;;\r\nORG:D;E\r\nTEL;TYPE=\"x\":1\r\nNOTE;ENCODING=QUOTED-PRINTABLE:=D7\r\nEND:VCARD\r\n",
    ".ics": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART:20270101T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
}  # fmt: skip


@pytest.mark.parametrize("end", SEEDS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_file_makes_a_reader_stumble(end: str, tmp_path: Path, data: st.DataObject) -> None:
    """Pieces of a good file cut out, doubled, and filled with bytes of any kind: read or refused, never an exception."""
    seed = SEEDS[end]
    for _ in range(data.draw(st.integers(1, 4))):
        at, length = data.draw(st.integers(0, len(seed))), data.draw(st.integers(0, 12))
        put = data.draw(
            st.one_of(
                st.binary(max_size=6),
                st.just(seed[at : at + length] * 3),
                st.sampled_from([b'"', b"\n", b"<", b"&", b"1e999", b"-1", b"\xff\xfe", b"0"]),
            )
        )
        seed = seed[:at] + put + seed[at + data.draw(st.integers(0, length)) :]
    path = tmp_path / f"map{end}"
    path.write_bytes(seed)
    loaded = load([path])
    assert loaded.situation is not None or loaded.errors
    read_icalendar(seed, path.name)
