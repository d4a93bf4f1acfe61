"""Which network does a GraphML file describe, as Gephi, yEd, igraph, networkx or we write it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shutaf.analysis.text.fold import fold_header
from shutaf.imports.grid import Grid, number_or_text
from shutaf.imports.limits import Limits
from shutaf.imports.markup import Event, events
from shutaf.imports.network import BODIES, MIRRORED, TIES, Link, Node, grids_of_network, refuse_many
from shutaf.imports.notes import Notes

_NUMBERS = frozenset({"int", "long", "float", "double"})
_NAMES = ("name", "label", "nodelabel", "title")
"""Attributes that can be the node's name, the surest first."""

_DRAWN_LABELS = frozenset({"NodeLabel", "EdgeLabel"})
"""yEd writes names where it draws them."""


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    is_number: bool
    about: str
    default: str


def read_graphml(data: bytes, name: str, notes: Notes, limits: Limits) -> list[Grid]:
    """Nodes of nested graphs stand beside the others. Hyperedges are left out, with a warning. Raises RefusedError."""
    file = _File()
    for event in events(data, name, notes, limits):
        (file.start if event.kind == "start" else file.end)(event)
        refuse_many(len(file.nodes), BODIES, limits)
        refuse_many(len(file.links) // MIRRORED, TIES, limits)
    if file.hyperedges:
        notes.warn("network.hyperedges", name, count=file.hyperedges)
    named = name_nodes(file.nodes, _NAMES)
    of_nodes, of_links = (
        [key.name for key in file.keys.values() if key.name and key.about in (about, "all")] for about in ("node", "edge")
    )
    return grids_of_network(file.nodes, file.links, limits, [name for name in of_nodes if name != named], of_links)


def name_nodes(nodes: Sequence[Node], headers: Sequence[str]) -> str:
    """Takes each node's name out of the first of these attributes that any node has; returns which that is, "" for none."""
    written = {header for node in nodes for header in node.cells}
    best = next((header for wanted in headers for header in sorted(written) if fold_header(header) == wanted), "")
    for node in nodes:
        node.name = node.name or str(node.cells.pop(best, ""))
    return best


class _File:
    """What has been read so far, and what is open."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.links: list[Link] = []
        self.hyperedges = 0
        self.keys: dict[str, _Key] = {}
        self._default = ""
        self._graphs = [False]
        self._open: list[Node | Link | None] = []

    def start(self, event: Event) -> None:
        said = event.attributes
        match event.name:
            case "key":
                self._default = ""
            case "graph":
                self._graphs.append(said.get("edgedefault") != "undirected")
            case "node":
                self.nodes.append(Node(said.get("id", "")))
                self._open.append(self.nodes[-1])
            case "edge":
                is_directed = said["directed"] == "true" if "directed" in said else self._graphs[-1]
                self.links.append(Link(said.get("source", ""), said.get("target", ""), is_directed=is_directed))
                self._open.append(self.links[-1])
            case "hyperedge":
                self.hyperedges += 1
                self._open.append(None)

    def end(self, event: Event) -> None:
        said, text = event.attributes, event.text.strip()
        match event.name:
            case "default":
                self._default = text
            case "key":
                kind = said.get("attr.type", "string")
                self.keys[said.get("id", "")] = _Key(said.get("attr.name", ""), kind in _NUMBERS, said.get("for", "all"), self._default)
            case "graph":
                self._graphs.pop()
            case "node" | "edge" | "hyperedge":
                self._fill_defaults(event.name)
                self._open.pop()
            case "data":
                self._put(self.keys.get(said.get("key", "")), text)
            case label if label in _DRAWN_LABELS and self._open and self._open[-1] is not None and text:
                self._open[-1].cells.setdefault("label", text)

    def _put(self, key: _Key | None, text: str) -> None:
        here = self._open[-1] if self._open else None
        if here is not None and key is not None and key.name and text:
            here.cells.setdefault(key.name, number_or_text(text) if key.is_number else text)

    def _fill_defaults(self, about: str) -> None:
        for key in self.keys.values():
            if key.default and key.about in (about, "all"):
                self._put(key, key.default)
