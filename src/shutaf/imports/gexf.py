"""Which network does a GEXF file describe, as Gephi, networkx or we write it?"""

from __future__ import annotations

from collections.abc import Mapping

from shutaf.imports.grid import Grid, number_or_text
from shutaf.imports.limits import Limits
from shutaf.imports.markup import Event, events
from shutaf.imports.network import BODIES, MIRRORED, TIES, Link, Node, grids_of_network, refuse_many
from shutaf.imports.notes import Notes

_NUMBERS = frozenset({"integer", "long", "float", "double", "byte", "short", "biginteger", "bigdecimal"})
_SPAN = (("start", "since"), ("startopen", "since"), ("end", "until"), ("endopen", "until"))


def read_gexf(data: bytes, name: str, notes: Notes, limits: Limits) -> list[Grid]:
    """Nodes inside nodes stand beside the others; of a value that changes over time the last one holds. Raises RefusedError."""
    file = _File()
    for event in events(data, name, notes, limits):
        (file.start if event.kind == "start" else file.end)(event)
        refuse_many(len(file.nodes), BODIES, limits)
        refuse_many(len(file.links) // MIRRORED, TIES, limits)
    of_nodes, of_links = (
        [title for (kind, _), (title, *_) in file.titles.items() if kind == about and title] for about in ("node", "edge")
    )
    return grids_of_network(file.nodes, file.links, limits, of_nodes, ["weight", *of_links])


class _File:
    """What has been read so far, and what is open."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.links: list[Link] = []
        self.titles: dict[tuple[str, str], tuple[str, bool, str]] = {}
        self._class, self._attribute = "node", ("", "")
        self._is_directed = False
        self._open: list[Node | Link] = []

    def start(self, event: Event) -> None:
        said = event.attributes
        match event.name:
            case "graph":
                self._is_directed = said.get("defaultedgetype") == "directed"
            case "attributes":
                self._class = said.get("class", "node")
            case "attribute":
                self._attribute = (self._class, said.get("id", ""))
                self.titles[self._attribute] = (said.get("title", ""), said.get("type", "") in _NUMBERS, "")
            case "node":
                self.nodes.append(Node(said.get("id", ""), said.get("label", "")))
                self._open.append(self.nodes[-1])
            case "edge":
                self.links.append(self._link(said))
                self._open.append(self.links[-1])
            case "attvalue":
                self._put(said.get("for") or said.get("id", ""), said.get("value", ""))
            case "spell" if self._open:
                self._open[-1].cells.update(_span(said))

    def end(self, event: Event) -> None:
        if event.name == "default" and self._attribute in self.titles:
            title, is_number, _ = self.titles[self._attribute]
            self.titles[self._attribute] = (title, is_number, event.text.strip())
        elif event.name in ("node", "edge"):
            self._close("node" if event.name == "node" else "edge")

    def _link(self, said: Mapping[str, str]) -> Link:
        kind = said.get("type", "")
        is_directed = kind == "directed" or (self._is_directed and kind not in ("undirected", "mutual"))
        link = Link(said.get("source", ""), said.get("target", ""), is_directed=is_directed)
        if said.get("weight"):
            link.cells["weight"] = number_or_text(said["weight"])
        for name, ours in (("kind", "kind"), ("label", "label")):
            if said.get(name):
                link.cells[ours] = said[name]
        link.cells.update(_span(said))
        return link

    def _put(self, which: str, value: str) -> None:
        about = "node" if self._open and isinstance(self._open[-1], Node) else "edge"
        title, is_number, _ = self.titles.get((about, which), ("", False, ""))
        if self._open and title and value.strip():
            self._open[-1].cells[title] = number_or_text(value.strip()) if is_number else value

    def _close(self, about: str) -> None:
        here = self._open.pop()
        for (kind, _), (title, is_number, default) in self.titles.items():
            if kind == about and title and default:
                here.cells.setdefault(title, number_or_text(default) if is_number else default)


def _span(said: Mapping[str, str]) -> dict[str, str]:
    """When it began and ended, where the file says so by a day; a moment of a day is left out."""
    return {ours: said[name].partition("T")[0] for name, ours in _SPAN if said.get(name)}
