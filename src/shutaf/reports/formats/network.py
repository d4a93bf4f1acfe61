"""Which nodes and edges is a map, and which typed attributes has each of them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from shutaf import content
from shutaf.analysis.situation import Body, Situation
from shutaf.analysis.text.fold import fold_header
from shutaf.reports.workbook.cells import Value
from shutaf.reports.workbook.rows import Line, lines_of

REF, IS_DEPARTMENT, WEIGHT, DIRECTION = "ref", "is_department", "weight", "direction"
"""What our own reader looks for: a body's ref, that it is a department, how strong a tie is and which way it runs."""

_ALWAYS = {"organisations": ("sector",), "ties": (WEIGHT,)}
"""Attributes that stand in every file, so that no column of the user's own is taken for them."""

_SAYS_NOTHING = {"change_agent": "unknown", "invite": "unknown", "would_join": "unknown", "status": "exists"}
_CALLED_OTHERWISE = frozenset({"id", "name", "from", "to", "strength_1_5", "direction"})


@dataclass(frozen=True, slots=True)
class Node:
    """A body. number: from 1, in the order of the map."""

    number: int
    body: Body
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie that exists, by the numbers of its ends. weight: its strength, None where nobody said. is_mirror: a mutual tie told the other way."""

    source: int
    target: int
    is_mutual: bool
    weight: float | None
    values: Mapping[str, Value]
    is_mirror: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map as a network. Attributes are listed in the order of the workbook's columns, the user's own last; True where all values are numbers."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    node_attributes: Mapping[str, bool]
    edge_attributes: Mapping[str, bool]
    name: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_directed(self) -> bool:
        """Whether any tie runs one way; then programs that know only one kind of edge need the mutual ones twice."""
        return any(not edge.is_mutual for edge in self.edges)

    def both_ways(self) -> Iterable[Edge]:
        """The edges of a directed network: each mutual tie there and back."""
        for edge in self.edges:
            yield edge
            if edge.is_mutual:
                yield Edge(edge.target, edge.source, True, edge.weight, edge.values, is_mirror=True)


def drawn(situation: Situation) -> Drawn:
    """Ties that are known not to exist, or of which nobody knows, are no edges: every program would draw them. O(rows)."""
    bodies = (*situation.departments, *situation.organisations)
    lines = (*lines_of("departments", situation, ""), *lines_of("organisations", situation, ""))
    numbers = {body.ref: at for at, body in enumerate(bodies, start=1)}
    nodes = tuple(Node(numbers[body.ref], body, _node_values(body, line)) for body, line in zip(bodies, lines, strict=True))
    edges = tuple(
        Edge(numbers[tie.source_ref], numbers[tie.target_ref], tie.direction == "mutual", tie.strength_1_5, _values("ties", line))
        for tie, line in zip(situation.ties, lines_of("ties", situation, ""), strict=True)
        if tie.status == "exists" and tie.source_ref != tie.target_ref and {tie.source_ref, tie.target_ref} <= numbers.keys()
    )
    of_nodes = _attributes("organisations", [node.values for node in nodes])
    of_edges = _attributes("ties", [edge.values for edge in edges])
    return Drawn(nodes, edges, of_nodes, of_edges, situation.place.name, numbers)


def _node_values(body: Body, line: Line) -> dict[str, Value]:
    mark: dict[str, Value] = {IS_DEPARTMENT: "yes"} if body.is_department else {}
    return {REF: body.ref, **mark, **_values("departments" if body.is_department else "organisations", line)}


def _values(sheet: str, line: Line) -> dict[str, Value]:
    """What is said of one row, by our keys, then by the user's own headers; each header once."""
    values = {
        key: value for key, value in line.cells.items() if value != "" and key not in _CALLED_OTHERWISE and value != _SAYS_NOTHING.get(key)
    }
    if line.own:
        taken = set(_taken(sheet))
        for header, value in line.own:
            free = header
            while fold_header(free) in taken:
                free += " 2"
            taken.add(fold_header(free))
            values[free] = value
    return values


@cache
def _taken(sheet: str) -> frozenset[str]:
    """Headers, folded, that an own field cannot have in a file where each stands once."""
    return frozenset(fold_header(key) for key in (*ours(sheet), REF, IS_DEPARTMENT, WEIGHT, DIRECTION, "label"))


@cache
def ours(sheet: str) -> Mapping[str, frozenset[str]]:
    """Our key -> every header, folded, that a reader takes for it."""
    columns = {column.key: column for column in content.columns(sheet)}
    if sheet == "departments":
        columns = {column.key: column for column in content.columns("organisations")} | columns
    return {key: frozenset(map(fold_header, (key, *column.names.values(), *column.variants))) for key, column in columns.items()}


def _attributes(sheet: str, rows: Sequence[Mapping[str, Value]]) -> dict[str, bool]:
    """Every attribute in use; and those of ours for which one of the user's own could be taken, so that it is not."""
    used = {key for row in rows for key in row}
    meant = {key for header in used - ours(sheet).keys() for key, headers in ours(sheet).items() if fold_header(header) in headers}
    known = [*([REF, IS_DEPARTMENT] if sheet == "organisations" else []), *ours("departments" if sheet == "organisations" else sheet)]
    listed = [key for key in known if key in used or key in meant - _CALLED_OTHERWISE or key in _ALWAYS[sheet]]
    own = dict.fromkeys(header for row in rows for header in row if header not in known)
    return {key: _are_numbers(key, rows) for key in (*listed, *own)}


def _are_numbers(key: str, rows: Sequence[Mapping[str, Value]]) -> bool:
    found = [row[key] for row in rows if key in row]
    return bool(found) and not any(isinstance(value, str) for value in found)
