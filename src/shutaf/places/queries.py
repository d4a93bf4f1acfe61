"""The place of a workspace, and the authorities it may be picked from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import F, Q

from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Place as Record
from shutaf.analysis.text.names import Names
from shutaf.analysis.text.search import query_tokens, words_of
from shutaf.places.models import Authority, Place
from shutaf.places.records import record_of

MOST_FOUND = 20
_BEGINNING, _CANDIDATES, _LIKE = 3, 500, 0.4
"""Ours: letters that must be right at a word's beginning, rows looked at, and the share of trigrams of a slip in a word of six."""


def place_record(viewer: Viewer) -> Record:
    """The local identity; an empty one while nothing was written, and for links."""
    row = Place.present.filter(workspace_id=viewer.workspace_id).first() if sees_shared(viewer) else None
    return record_of(row) if row else Record()


@dataclass(frozen=True, slots=True)
class AuthorityFacts:
    """One authority as the loaded table tells it. ref: "IL 28". Years are 0 where the table does not date the fact."""

    ref: str
    country: str
    code: str
    name: str
    names: tuple[tuple[str, str], ...]
    kind: str
    districts: tuple[tuple[str, str], ...]
    population: int | None
    population_year: int
    cluster_1_10: int | None
    cluster_year: int
    source: str
    loaded_on: date

    def name_in(self, language: str) -> str:
        return dict(self.names).get(language, self.name)

    def district_in(self, language: str) -> str:
        """In the reader's language if the table has it, else in any."""
        return dict(self.districts).get(language, self.districts[0][1] if self.districts else "")


def _facts(row: Authority) -> AuthorityFacts:
    return AuthorityFacts(
        str(row), row.country, row.code, row.name, row.names, row.kind, row.districts, row.population, row.population_year, row.cluster_1_10,
        row.cluster_year, row.source, row.loaded_on,
    )  # fmt: skip


def has_authorities() -> bool:
    """Whether a table was loaded at all. The table is public, so nobody is asked who looks."""
    return Authority.objects.exists()


def authorities_found(text: str, *, most: int = MOST_FOUND) -> tuple[AuthorityFacts, ...]:
    """Authorities whose names or code hold all these words, the largest first; none for an empty text. One query."""
    tokens = query_tokens(text[:200])
    if not tokens:
        return ()
    condition = Q()
    for alternatives in tokens:
        condition &= reduce(or_, (Q(search__contains=f" {token}") for token in alternatives))
    return tuple(_facts(row) for row in Authority.objects.filter(condition).order_by(F("population").desc(nulls_last=True), "pk")[:most])


def authorities_near(text: str, *, most: int = 5) -> tuple[AuthorityFacts, ...]:
    """Authorities whose names are spelt much like the text, the likest first: of those in which a word begins as one of its words does. One query."""
    beginnings = {word[:_BEGINNING] for word in words_of(text[:200]) if len(word) >= _BEGINNING}
    if not beginnings:
        return ()
    rows = Authority.objects.filter(reduce(or_, (Q(search__contains=f" {begin}") for begin in beginnings)))
    names = Names()
    by_name: dict[str, Authority] = {}
    for row in rows.order_by(F("population").desc(nulls_last=True), "pk")[:_CANDIDATES]:
        for name in {row.name, *(name for _, name in row.names)}:
            for part in dict.fromkeys((name, *(word for word in words_of(name) if word[:_BEGINNING] in beginnings))):
                names.add(str(row), (), (part,))
                by_name.setdefault(part, row)
    near = dict.fromkeys(by_name[name] for name in names.nearest(text, 2 * most, _LIKE))
    return tuple(_facts(row) for row in near)[:most]


def authority_by_ref(ref: str) -> AuthorityFacts | None:
    """The authority called "IL 28"; None when it is not in the table."""
    country, _, code = ref.partition(" ")
    row = Authority.objects.filter(country=country, code=code).first()
    return _facts(row) if row else None


def place_authority(viewer: Viewer) -> AuthorityFacts | None:
    """The authority the place was picked from, as the table tells it now."""
    row = Place.present.filter(workspace_id=viewer.workspace_id).first() if sees_shared(viewer) else None
    return authority_by_ref(row.authority) if row and row.authority else None
