"""Which network does a Pajek file (.net, .paj) describe, as Pajek, igraph, networkx or we write it?"""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.imports.grid import Cell, Grid, number_or_text
from shutaf.imports.limits import Limits
from shutaf.imports.lines import numbered, text_of_network, words
from shutaf.imports.network import Link, Node, grids_of_network
from shutaf.imports.notes import Notes, RefusedError

_DRAWING = frozenset(
    ["x_fact", "y_fact", "s_size", "phi", "r", "q", "ic", "bc", "bw", "lc", "la", "lr", "lphi", "fos", "font", "w", "c", "p", "s", "a", "ap", "h1", "h2", "a1", "k1", "a2", "k2", "lp", "k", "hks"]
)  # fmt: skip
"""Parameters that say how a vertex or a line is drawn; any other was put there to say something."""

_SHAPES = frozenset({"ellipse", "box", "diamond", "triangle", "cross", "empty", "circle", "house", "man", "woman"})
_LIST_ENDS = 2


def read_pajek(data: bytes, name: str, notes: Notes, limits: Limits) -> list[Grid]:
    """Vertices, arcs, edges, their lists, matrices, and the partitions and vectors of a project. Raises RefusedError."""
    file = _File(name, limits)
    for number, written in numbered(text_of_network(data, name, notes)):
        line = written.strip()
        if line.startswith("*"):
            file.section(number, line)
        elif line and not line.startswith("%"):
            file.line(number, words(line))
    if 0 < len(file.listed) < len(file.nodes):
        notes.warn("network.fewer_listed", name, said=len(file.nodes), listed=len(file.listed))
    return grids_of_network(file.nodes, without_plain_weights(file.links), limits)


def without_plain_weights(links: Sequence[Link]) -> Sequence[Link]:
    """A file in which every tie weighs 1 says only that they exist, not that each is the weakest."""
    if all(link.cells.get("weight") == 1 for link in links):
        for link in links:
            link.cells.pop("weight", None)
    return links


class _File:
    """What has been read so far, and which section is open."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.nodes: list[Node] = []
        self.links: list[Link] = []
        self.listed: set[int] = set()
        self._name, self._limits = name, limits
        self._section, self._relation, self._values = "", "", ""
        self._row = 0

    def section(self, number: int, line: str) -> None:
        said = words(line)
        self._section = said[0].casefold().removeprefix("*")
        self._row = 0
        match self._section:
            case "vertices":
                self._vertices(number, said)
            case "partition" | "vector":
                self._values = " ".join(said[1:]) or self._section
            case "network":
                self._values = ""
            case "arcs" | "edges" | "arcslist" | "edgeslist" | "matrix":
                self._relation = next((word for word in said[1:] if not word.startswith(":")), "")

    def _vertices(self, number: int, said: Sequence[str]) -> None:
        """The header's number is held against the limit before anything of that size is made."""
        if len(said) < _LIST_ENDS or not said[1].isdecimal():
            raise RefusedError("network.damaged", self._name, row=number)
        if len(said[1]) > len(str(self._limits.rows)) + 1 or int(said[1]) > self._limits.rows:
            raise RefusedError("sheet.too_many_rows", self._name, limit=self._limits.rows)
        if self._values:
            return
        if len(said) > _LIST_ENDS and said[_LIST_ENDS].isdecimal():
            raise RefusedError("network.two_mode", self._name)
        if self.nodes:
            raise RefusedError("network.several", self._name, row=number)
        self.nodes = [Node(str(at)) for at in range(1, int(said[1]) + 1)]

    def line(self, number: int, said: list[str]) -> None:
        match self._section:
            case "vertices" if self._values:
                self._value(said[0])
            case "vertices":
                self._vertex(number, said)
            case "arcs" | "edges":
                self._link(number, said)
            case "arcslist" | "edgeslist":
                for target in said[1:]:
                    self._add(Link(said[0], target, is_directed=self._section == "arcslist"))
            case "matrix":
                self._matrix_row(number, said)

    def _value(self, value: str) -> None:
        if self._row < len(self.nodes):
            self.nodes[self._row].cells[self._values] = value
        self._row += 1

    def _vertex(self, number: int, said: list[str]) -> None:
        if not said[0].isdecimal() or not 1 <= int(said[0][:9]) <= len(self.nodes):
            raise RefusedError("network.damaged", self._name, row=number)
        node = self.nodes[int(said[0]) - 1]
        self.listed.add(int(said[0]))
        node.line, node.name = number, said[1] if len(said) > 1 else ""
        rest = said[2:]
        while rest and (isinstance(number_or_text(rest[0]), float) or rest[0].casefold() in _SHAPES):
            rest = rest[1:]
        node.cells.update(_told(rest))

    def _link(self, number: int, said: list[str]) -> None:
        if len(said) < _LIST_ENDS:
            raise RefusedError("network.damaged", self._name, row=number)
        link = Link(said[0], said[1].removeprefix("-"), line=number, is_directed=self._section == "arcs")
        rest = said[2:]
        if rest and isinstance(weight := number_or_text(rest[0]), float):
            link.cells["weight"] = weight
            rest = rest[1:]
        link.cells.update(_told(rest))
        self._add(link)

    def _matrix_row(self, number: int, said: list[str]) -> None:
        """Its columns are the vertices; what stands on the diagonal is no tie."""
        self._row += 1
        if self._row > len(self.nodes) or len(said) != len(self.nodes) or len(said) * self._row > self._limits.cells:
            raise RefusedError("network.damaged", self._name, row=number)
        for column, text in enumerate(said, start=1):
            weight = number_or_text(text)
            if not isinstance(weight, float):
                raise RefusedError("network.damaged", self._name, row=number)
            if weight and column != self._row:
                self._add(Link(str(self._row), str(column), {"weight": weight}, is_directed=True))

    def _add(self, link: Link) -> None:
        if len(self.links) >= 2 * self._limits.rows:
            raise RefusedError("sheet.too_many_rows", self._name, limit=self._limits.rows)
        if self._relation:
            link.cells.setdefault("kind", self._relation)
        self.links.append(link)


def _told(rest: Sequence[str]) -> dict[str, Cell]:
    """Parameters with their values: what a line is called is its kind; how things are drawn is left out."""
    pairs = zip(rest[::2], rest[1::2], strict=False)
    return {"kind" if name == "l" else name: value for name, value in pairs if name not in _DRAWING and not name.startswith("[")}
