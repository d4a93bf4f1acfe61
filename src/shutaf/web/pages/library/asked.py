"""What does the address ask of the library? Words, a kind of thing, and kinds of cases; what is on no list is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from shutaf import content
from shutaf.reports.library_search import FACETS, Facet, values

KINDS = ("case", "article", "term")
LONGEST = 200
PAGES = frozenset(str(number) for number in range(1, 100))


@dataclass(frozen=True, slots=True)
class Asked:
    """typed: the words. kind: case, article, term or "". chosen: keys by facet. language: asked by the address, or "". shows_cases: all of them, without the shelves. page: of them, from 1."""

    typed: str
    kind: str
    chosen: Mapping[Facet, frozenset[str]]
    language: str
    shows_cases: bool
    page: int

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What is chosen, as fields of a form."""
        return [(facet, key or "unknown") for facet in FACETS for key in sorted(self.chosen[facet])]

    def without(self, facet: Facet, key: str) -> str:
        return self._address({**self.chosen, facet: self.chosen[facet] - {key}}, self.kind)

    def turned(self, facet: Facet, key: str) -> str:
        """The address with one value more, or less when it is chosen. Facets are of cases, so the kind goes."""
        return self._address({**self.chosen, facet: self.chosen[facet] ^ {key}}, "")

    def of_kind(self, kind: str) -> str:
        return self._address(self.chosen, kind)

    @property
    def without_all(self) -> str:
        """All cases, or everything found."""
        return self._address(dict.fromkeys(FACETS, frozenset()), "", show="" if self.typed else "cases")

    def at_page(self, page: int) -> str:
        return f"{self._address(self.chosen, '', show='cases')}&page={page}"

    def _address(self, chosen: Mapping[Facet, frozenset[str]], kind: str, *, show: str = "") -> str:
        pairs = [
            ("q", self.typed),
            ("show", show),
            ("kind", kind),
            *((facet, key or "unknown") for facet in FACETS for key in sorted(chosen[facet])),
        ]
        return "?" + urlencode([(name, value) for name, value in (*pairs, ("language", self.language)) if value])


def read_asked(request: HttpRequest) -> Asked:
    kind = request.GET.get("kind", "")
    language = request.GET.get("language", "")
    return Asked(
        typed=" ".join(request.GET.get("q", "").split())[:LONGEST],
        kind=kind if kind in KINDS else "",
        chosen={facet: _known(facet, request.GET.getlist(facet)) for facet in FACETS},
        language=language if language in content.LANGUAGES else "",
        shows_cases=request.GET.get("show") == "cases",
        page=int(page) if (page := request.GET.get("page", "")) in PAGES else 1,
    )


def _known(facet: Facet, asked: list[str]) -> frozenset[str]:
    """A lead sector not known is kept as ""; the address says unknown."""
    wanted = {"" if facet == "lead" and key == "unknown" else key for key in asked}
    return frozenset(wanted & {key for case in content.cases() for key in values(case, facet)})
