"""The map as a Pajek network: names, kinds and strengths of ties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shutaf.analysis.situation import Situation
from shutaf.reports.formats.network import Drawn, drawn

_AMBIGUOUS = re.compile(r"&(?=#\d)|[\"\n\r\t\\]")
_TWINS = {'"': "”", "\\": "\u29f5", "&": "＆", "\n": " ", "\r": " ", "\t": " "}
_HEBREW_TWIN = "״"
"""Gershayim, which stand inside Hebrew abbreviations."""


def pajek(situation: Situation, language: str) -> bytes:  # noqa: ARG001 - every format is asked alike
    """Arcs where one tie runs one way, then each mutual tie there and back; else edges. UTF-8 without a mark, which igraph and networkx expect."""
    return ("\n".join(_lines(drawn(situation))) + "\n").encode()


def _lines(network: Drawn) -> Iterator[str]:
    yield f"*Vertices {len(network.nodes)}"
    for node in network.nodes:
        yield f"{node.number} {quoted(node.body.name)}"
    yield "*Arcs" if network.is_directed else "*Edges"
    for edge in network.both_ways() if network.is_directed else network.edges:
        weight = "" if edge.weight is None else f" {edge.weight!r}"
        kind = f" l {quoted(str(edge.values['kind']))}" if "kind" in edge.values else ""
        yield f"{edge.source} {edge.target}{weight}{kind}"


def quoted(text: str) -> str:
    r"""In quotation marks. Signs that would end them or be taken for others become their twins in print; a line break becomes a space.

    Pajek writes them as &#34;, which igraph and networkx show as it stands.

    >>> quoted('Am "Tor"\nNord'), quoted('בע"מ')
    ('"Am ”Tor” Nord"', '"בע״מ"')
    """
    return '"' + _AMBIGUOUS.sub(lambda sign: _twin(sign[0], text[max(0, sign.start() - 1)]), text) + '"'


def _twin(sign: str, before: str) -> str:
    return _HEBREW_TWIN if sign == '"' and "\u05d0" <= before <= "\u05ea" else _TWINS[sign]
