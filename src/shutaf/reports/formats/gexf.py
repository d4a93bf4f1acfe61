"""The map as GEXF, for Gephi: coloured by sector, with the time span of each tie."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping

from shutaf.analysis.situation import Situation
from shutaf.charts.palette import LIGHT
from shutaf.reports.formats.markup import said
from shutaf.reports.formats.network import DIRECTION, WEIGHT, Drawn, Edge, Node, drawn
from shutaf.reports.workbook.cells import Value

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta><creator>Shutaf</creator></meta>"""
_YEAR, _MONTH = 4, 7


def gexf(situation: Situation, language: str) -> bytes:  # noqa: ARG001 - every format is asked alike
    """Mutual ties are edges of the type "mutual"; dates of a year or a month become spans from its first to its last day."""
    return ("\n".join(_lines(drawn(situation))) + "\n").encode()


def _lines(network: Drawn) -> Iterator[str]:
    has_dates = any("since" in edge.values or "until" in edge.values for edge in network.edges)
    mode = 'mode="dynamic" timeformat="date"' if has_dates else 'mode="static"'
    of_edges = {DIRECTION: False, **{key: is_number for key, is_number in network.edge_attributes.items() if key != WEIGHT}}
    yield _HEAD
    yield f'  <graph defaultedgetype="{"directed" if network.is_directed else "undirected"}" {mode}>'
    for about, attributes in (("node", network.node_attributes), ("edge", of_edges)):
        yield f'    <attributes class="{about}" mode="static">'
        for at, (title, is_number) in enumerate(attributes.items()):
            yield f'      <attribute id="{at}" title="{said(title)}" type="{"double" if is_number else "string"}"/>'
        yield "    </attributes>"
    yield "    <nodes>"
    for node in network.nodes:
        yield from _node(node, network.node_attributes)
    yield "    </nodes>\n    <edges>"
    for at, edge in enumerate(network.edges):
        yield from _edge(at, edge, of_edges, network.is_directed)
    yield "    </edges>\n  </graph>\n</gexf>"


def _node(node: Node, attributes: Mapping[str, bool]) -> Iterator[str]:
    red, green, blue = (int(LIGHT.group(node.body.group_key)[at : at + 2], 16) for at in (1, 3, 5))
    yield f'      <node id="n{node.number}" label="{said(node.body.name)}">'
    yield from _attvalues(attributes, node.values)
    yield f'        <viz:color r="{red}" g="{green}" b="{blue}"/>\n      </node>'


def _edge(at: int, edge: Edge, attributes: Mapping[str, bool], is_directed: bool) -> Iterator[str]:
    kind = ("mutual" if edge.is_mutual else "directed") if is_directed else "undirected"
    weight = "" if edge.weight is None else f' weight="{edge.weight!r}"'
    span = "".join(
        f' {name}="{day}"'
        for name, key in (("start", "since"), ("end", "until"))
        if (day := a_day(str(edge.values.get(key, "")), is_last=name == "end"))
    )
    yield f'      <edge id="e{at}" source="n{edge.source}" target="n{edge.target}" type="{kind}"{weight}{span}>'
    yield from _attvalues(attributes, {DIRECTION: "mutual" if edge.is_mutual else "one_way", **edge.values})
    yield "      </edge>"


def a_day(iso: str, *, is_last: bool) -> str:
    """The first or the last day of a year, a month or a day; "" for no date.

    >>> a_day("2026-02", is_last=True), a_day("2026", is_last=False), a_day("", is_last=True)
    ('2026-02-28', '2026-01-01', '')
    """
    if len(iso) == _YEAR:
        return f"{iso}-12-31" if is_last else f"{iso}-01-01"
    if len(iso) == _MONTH:
        year, month = int(iso[:_YEAR]), int(iso[_YEAR + 1 :])
        return f"{iso}-{calendar.monthrange(year, month)[1] if is_last else 1:02d}"
    return iso


def _attvalues(attributes: Mapping[str, bool], values: Mapping[str, Value]) -> Iterator[str]:
    found = [f'<attvalue for="{at}" value="{said(values[key])}"/>' for at, key in enumerate(attributes) if key in values]
    if found:
        yield f"        <attvalues>{''.join(found)}</attvalues>"
