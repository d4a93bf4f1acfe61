"""The map as GraphML, for igraph, networkx, yEd and Cytoscape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shutaf.analysis.situation import Situation
from shutaf.reports.formats.markup import said
from shutaf.reports.formats.network import DIRECTION, WEIGHT, Drawn, Edge, drawn
from shutaf.reports.workbook.cells import Value

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"""


def graphml(situation: Situation, language: str) -> bytes:  # noqa: ARG001 - every format is asked alike
    """Typed attributes, UTF-8. Where one tie runs one way the graph is directed, and each mutual tie stands there and back."""
    return ("\n".join(_lines(drawn(situation))) + "\n").encode()


def _lines(network: Drawn) -> Iterator[str]:
    of_nodes = {"name": False, **network.node_attributes}
    of_edges = {WEIGHT: True, DIRECTION: False, **{key: is_number for key, is_number in network.edge_attributes.items() if key != WEIGHT}}
    yield _HEAD
    for about, attributes in (("node", of_nodes), ("edge", of_edges)):
        for at, (name, is_number) in enumerate(attributes.items()):
            kind = "double" if is_number else "string"
            yield f'  <key id="{about[0]}{at}" for="{about}" attr.name="{said(name)}" attr.type="{kind}"/>'
    yield f'  <graph id="{said(network.name) or "map"}" edgedefault="{"directed" if network.is_directed else "undirected"}">'
    for node in network.nodes:
        yield f'    <node id="n{node.number}">'
        yield from _data("n", of_nodes, {"name": node.body.name, **node.values})
        yield "    </node>"
    for edge in network.both_ways() if network.is_directed else network.edges:
        yield f'    <edge source="n{edge.source}" target="n{edge.target}">'
        yield from _data("e", of_edges, _edge_values(edge))
        yield "    </edge>"
    yield "  </graph>\n</graphml>"


def _edge_values(edge: Edge) -> dict[str, Value]:
    strength: dict[str, Value] = {} if edge.weight is None else {WEIGHT: edge.weight}
    return {**strength, DIRECTION: "mutual" if edge.is_mutual else "one_way", **edge.values}


def _data(sign: str, attributes: Mapping[str, bool], values: Mapping[str, Value]) -> Iterator[str]:
    for at, key in enumerate(attributes):
        if key in values:
            yield f'      <data key="{sign}{at}">{said(values[key])}</data>'
