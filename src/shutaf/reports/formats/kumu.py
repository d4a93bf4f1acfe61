"""The map for Kumu: as a blueprint (JSON), as a workbook, as two tables."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook

from shutaf import content
from shutaf.analysis.situation import Body, Situation
from shutaf.analysis.text.fold import fold_header
from shutaf.reports.formats.network import REF, WEIGHT, Drawn, Edge, Node, drawn
from shutaf.reports.workbook.book import put_row
from shutaf.reports.workbook.cells import Value, number
from shutaf.reports.workbook.folder import safe

_THEMES, _KIND = "themes", "kind"
_ELEMENT = {"ID": REF, "Label": "", "Type": "", "Tags": _THEMES}
_CONNECTION = ("From", "To", "Direction", "Type", "Strength")
_SEPARATOR = " | "

Row = Mapping[str, Value]


def kumu_json(situation: Situation, language: str) -> bytes:
    """A blueprint of elements and connections, which name one another by id, since labels may come twice."""
    network = drawn(situation)
    blueprint = {
        "elements": [_lowered(_element(node, language, network), ("ID", "Label", "Type", "Tags")) for node in network.nodes],
        "connections": [_lowered(_connection(edge, network), _CONNECTION) for edge in network.edges],
    }
    return (json.dumps(blueprint, ensure_ascii=False, indent=1) + "\n").encode()


def kumu_workbook(situation: Situation, language: str) -> bytes:
    """The sheets Elements and Connections; texts stay texts, whatever they look like."""
    network = drawn(situation)
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows, first in _tables(network, language):
        page = book.create_sheet(title)
        headers = _headers(rows, first)
        put_row(page, 1, headers)
        for at, row in enumerate(rows, start=2):
            put_row(page, at, [row.get(header, "") for header in headers])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def kumu_tables(situation: Situation, language: str) -> bytes:
    """A zip of elements.csv and connections.csv, in UTF-8 with the mark that Excel needs; a cell that begins like a formula is guarded."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for title, rows, first in _tables(drawn(situation), language):
            text = io.StringIO(newline="")
            headers = _headers(rows, first)
            writer = csv.writer(text, lineterminator="\n")
            writer.writerows([[safe(header) for header in headers], *([safe(row.get(header, "")) for header in headers] for row in rows)])
            archive.writestr(zipfile.ZipInfo(f"{title.lower()}.csv"), text.getvalue().encode("utf-8-sig"), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _tables(network: Drawn, language: str) -> tuple[tuple[str, list[Row], Sequence[str]], ...]:
    elements = [_element(node, language, network) for node in network.nodes]
    return ("Elements", elements, tuple(_ELEMENT)), ("Connections", [_connection(edge, network) for edge in network.edges], _CONNECTION)


def _headers(rows: Iterable[Row], first: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([*first, *(header for row in rows for header in row)]))


def _element(node: Node, language: str, network: Drawn) -> Row:
    """What Kumu has a field for under its name, all else under ours; fields nobody filled that a reader must find are there and empty."""
    named = {header: node.values.get(key, "") for header, key in _ELEMENT.items() if key}
    empty = {key: "" for key in network.node_attributes if key not in node.values}
    rest = {key: value for key, value in {**empty, **node.values}.items() if key not in (REF, _THEMES)}
    return {**named, "Label": node.body.name, "Type": _type(node.body, language), **_apart(rest, _ELEMENT)}


def _type(body: Body, language: str) -> str:
    if body.is_department:
        return content.say("department", "department", language)
    return body.sector.text or (content.say("sector", body.sector.key, language) if body.sector.key else "")


def _connection(edge: Edge, network: Drawn) -> Row:
    refs = {node.number: node.body.ref for node in (network.nodes[edge.source - 1], network.nodes[edge.target - 1])}
    rest = {key: value for key, value in edge.values.items() if key not in (_KIND, WEIGHT)}
    strength = number(edge.weight)
    direction = "mutual" if edge.is_mutual else "directed"
    ends = {"From": refs[edge.source], "To": refs[edge.target]}
    return {**ends, "Direction": direction, "Type": edge.values.get(_KIND, ""), "Strength": strength, **_apart(rest, _CONNECTION)}


def _apart(values: Row, named: Iterable[str]) -> Row:
    """The user's own fields; one called like a field of Kumu's gets a number behind its name."""
    taken = set(map(fold_header, named))
    return {f"{header} 2" if fold_header(header) in taken else header: value for header, value in values.items()}


def _lowered(row: Row, named: Sequence[str]) -> dict[str, Value | list[str]]:
    """As Kumu's own blueprints write it: its fields in small letters, tags as a list."""
    found: dict[str, Value | list[str]] = {key.lower() if key in named else key: value for key, value in row.items()}
    if isinstance(tags := found.get("tags"), str):
        found["tags"] = [tag for tag in tags.split(_SEPARATOR) if tag]
    return {key: value for key, value in found.items() if value != "" or key != "type"}
