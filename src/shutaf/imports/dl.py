"""Which network does a UCINET DL file describe?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from shutaf.imports.grid import Grid, number_or_text
from shutaf.imports.limits import Limits
from shutaf.imports.lines import numbered, text_of_network, words
from shutaf.imports.network import Link, Node, grids_of_network
from shutaf.imports.notes import Notes, RefusedError
from shutaf.imports.pajek import without_plain_weights

FORMATS = ("fullmatrix", "edgelist1", "nodelist1")

_DATA = re.compile(r"^[^\S\n]*data\s*:", re.IGNORECASE | re.MULTILINE)
_COUNT = re.compile(r"\b(n|nr|nc|nm)\s*=\s*(\d{1,12})\b", re.IGNORECASE)
_FORMAT = re.compile(r"\bformat\s*=?\s*(\w+)", re.IGNORECASE)
_ABSENT = re.compile(r"\bdiagonal\s*=?\s*absent\b", re.IGNORECASE)
_EMBEDDED = re.compile(r"\blabels\s+embedded\b", re.IGNORECASE)
_LABELS = re.compile(r"\b(?:(row|col|column|matrix)\s+)?labels\s*:", re.IGNORECASE)
_NEXT = re.compile(
    r"^[^\S\n]*(?:(?:(?:row|col|column|matrix)\s+)?labels\s*:|(?:format|n|nr|nc|nm|diagonal)\s*=)", re.IGNORECASE | re.MULTILINE
)


@dataclass(slots=True)
class _Header:
    """What the file says before its data. first: the line on which the data begin."""

    n: int
    matrices: int
    format: str
    has_diagonal: bool
    is_embedded: bool
    labels: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    first: int = 1


def read_dl(data: bytes, name: str, notes: Notes, limits: Limits) -> list[Grid]:
    """A full matrix, a list of edges or of neighbours, of one kind of nodes; labels above or among the data. Raises RefusedError."""
    text = text_of_network(data, name, notes)
    start = _DATA.search(text)
    if start is None:
        raise RefusedError("network.damaged", name, row=1)
    header = _header(text[: start.start()], name, limits)
    header.first = text.count("\n", 0, start.end()) + 1
    body = _Body(header, name, limits)
    lines = numbered(text[start.end() :], header.first)
    (body.matrix if header.format == "fullmatrix" else body.listed)(lines)
    return grids_of_network(body.nodes, without_plain_weights(body.links), limits)


def _header(text: str, name: str, limits: Limits) -> _Header:
    above = text[: found.start()] if (found := _LABELS.search(text)) else text
    counts = {key.casefold(): int(value) for key, value in _COUNT.findall(above)}
    n = counts.get("n", counts.get("nr", 0))
    if counts.get("nc", n) != n:
        raise RefusedError("network.two_mode", name)
    if not n:
        raise RefusedError("network.damaged", name, row=1)
    if n > limits.rows or counts.get("nm", 1) > limits.columns:
        raise RefusedError("sheet.too_many_rows", name, limit=limits.rows)
    form = (_FORMAT.search(text) or ("", "fullmatrix"))[1].casefold()
    if form not in FORMATS:
        raise RefusedError("network.dl_format", name, text=form, allowed=FORMATS)
    header = _Header(n, counts.get("nm", 1), form, not _ABSENT.search(text), bool(_EMBEDDED.search(text)))
    for found in _LABELS.finditer(text):
        after = text[found.end() :]
        listed = words(after[: stop.start()] if (stop := _NEXT.search(after)) else after, has_commas=True)
        if (found[1] or "").casefold() == "matrix":
            header.relations = listed[: header.matrices]
        else:
            header.labels = header.labels or [label for label in listed if label.casefold() not in ("labels", "embedded")][:n]
    return header


class _Body:
    """The data, by what the header says of them."""

    def __init__(self, header: _Header, name: str, limits: Limits) -> None:
        self._header, self._name, self._limits = header, name, limits
        self._by_name: dict[str, Node] = {}
        self.links: list[Link] = []
        self.nodes: list[Node] = []
        if not header.is_embedded:
            labels = [*header.labels, *(str(at) for at in range(len(header.labels) + 1, header.n + 1))]
            self.nodes = [Node(str(at), label) for at, label in enumerate(labels, start=1)]

    def listed(self, lines: Iterable[tuple[int, str]]) -> None:
        """Each line one node and its neighbours, or one tie and its weight."""
        is_edges = self._header.format == "edgelist1"
        for number, line in lines:
            said = words(line, has_commas=True)
            if not said:
                continue
            if len(said) < 2 and is_edges:
                raise RefusedError("network.damaged", self._name, row=number)
            source = self._key(said[0], number)
            for target in said[1:2] if is_edges else said[1:]:
                link = Link(source, self._key(target, number), line=number if is_edges else 0, is_directed=True)
                if is_edges and len(said) > 2:
                    link.cells["weight"] = self._number(said[2], number)
                self._add(link)

    def matrix(self, lines: Iterable[tuple[int, str]]) -> None:
        """Rows may run over several lines; what stands on the diagonal is no tie."""
        header = self._header
        if header.n * header.n * header.matrices > self._limits.cells:
            raise RefusedError("file.too_many_cells", self._name, limit=self._limits.cells)
        found = ((number, word) for number, line in lines for word in words(line, has_commas=True))
        for at in range(header.matrices):
            relation = header.relations[at] if at < len(header.relations) and header.matrices > 1 else ""
            if header.is_embedded:
                self.nodes = self.nodes or [Node(str(i), label) for i, (_, label) in enumerate(self._taken(found, header.n), start=1)]
            for row in range(1, header.n + 1):
                if header.is_embedded:
                    self._taken(found, 1)
                columns = [column for column in range(1, header.n + 1) if header.has_diagonal or column != row]
                for column, (number, text) in zip(columns, self._taken(found, len(columns)), strict=True):
                    weight = self._number(text, number)
                    if weight and column != row:
                        link = Link(str(row), str(column), {"weight": weight}, is_directed=True)
                        link.cells.update({"kind": relation} if relation else {})
                        self._add(link)

    def _taken(self, found: Iterator[tuple[int, str]], count: int) -> list[tuple[int, str]]:
        taken = [each for _, each in zip(range(count), found, strict=False)]
        if len(taken) < count:
            raise RefusedError("network.damaged", self._name, row=taken[-1][0] if taken else self._header.first)
        return taken

    def _key(self, text: str, number: int) -> str:
        """A node by its number, or by its label where the data name it; each new label is a further node."""
        if not self._header.is_embedded:
            if not text.isdecimal() or not 1 <= int(text[:12]) <= self._header.n:
                raise RefusedError("network.damaged", self._name, row=number)
            return text
        if text not in self._by_name:
            self._by_name[text] = Node(text, text)
            self.nodes.append(self._by_name[text])
            if len(self.nodes) > self._limits.rows:
                raise RefusedError("sheet.too_many_rows", self._name, limit=self._limits.rows)
        return text

    def _number(self, text: str, number: int) -> float:
        value = number_or_text(text)
        if not isinstance(value, float):
            raise RefusedError("network.damaged", self._name, row=number)
        return value

    def _add(self, link: Link) -> None:
        if len(self.links) >= 2 * self._limits.rows:
            raise RefusedError("sheet.too_many_rows", self._name, limit=self._limits.rows)
        self.links.append(link)
