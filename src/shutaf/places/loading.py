"""How does a table of authorities come in? Row by row, each fact only when it is no older than what is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from shutaf.analysis.text.search import index_text
from shutaf.imports.authorities import AuthorityRow
from shutaf.places.models import Authority

_CHUNK = 1000
_DATED = (("population", "population_year"), ("cluster_1_10", "cluster_year"))
_PLAIN = ("name", "kind", "lat", "lon")
_FIELDS = (
    "name",
    "names",
    "kind",
    "districts",
    "population",
    "population_year",
    "cluster_1_10",
    "cluster_year",
    "lat",
    "lon",
    "source",
    "loaded_on",
    "search",
)


@dataclass(frozen=True, slots=True)
class LoadedAuthorities:
    """How many rows were new, changed, and as they were; older: facts of the file that were older than the known ones and were left."""

    new: int
    changed: int
    same: int
    older: int


def authorities_load(rows: Iterable[AuthorityRow], *, source: str, on: date) -> LoadedAuthorities:
    """Add and update authorities; an empty cell never erases, an authority that the file does not list stays. They are public and of no workspace.

    source: the file as people know it. Loading the same file again changes nothing. All rows or none.
    """
    fresh, altered, same, older = [], [], 0, 0
    with transaction.atomic():
        known = {(row.country, row.code): row for row in Authority.objects.all()}
        for told in rows:
            row = known.get((told.country, told.code))
            if row is None:
                fresh.append(_settled(Authority(country=told.country, code=told.code, **_facts(told)), source, on))
                continue
            facts, left = _newer(row, told)
            older += left
            if any(getattr(row, name) != value for name, value in facts.items()):
                for name, value in facts.items():
                    setattr(row, name, value)
                altered.append(_settled(row, source, on))
            else:
                same += 1
        Authority.objects.bulk_create(
            [*fresh, *altered], batch_size=_CHUNK, update_conflicts=True, unique_fields=["country", "code"], update_fields=_FIELDS
        )
    return LoadedAuthorities(len(fresh), len(altered), same, older)


def _facts(told: AuthorityRow) -> dict[str, Any]:
    names = ("name", "names", "kind", "districts", "population", "population_year", "cluster_1_10", "cluster_year", "lat", "lon")
    return {name: getattr(told, name) for name in names}


def _newer(row: Authority, told: AuthorityRow) -> tuple[dict[str, Any], int]:
    """What the file knows of this authority that may stand, and how many of its facts are older than ours."""
    facts = {name: value for name in _PLAIN if (value := getattr(told, name)) not in ("", None)}
    for name in ("names", "districts"):
        facts[name] = tuple(sorted({**dict(getattr(row, name)), **dict(getattr(told, name))}.items()))
    older = 0
    for name, year in _DATED:
        if getattr(told, name) is None:
            continue
        if getattr(told, year) < getattr(row, year):
            older += 1
        else:
            facts |= {name: getattr(told, name), year: getattr(told, year)}
    return facts, older


def _settled(row: Authority, source: str, on: date) -> Authority:
    row.names, row.districts = tuple(sorted(row.names)), tuple(sorted(row.districts))
    row.pk = None  # found again by country and code
    row.source, row.loaded_on = source[:300], on
    row.search = index_text(row.name, *(name for _, name in row.names), row.code)
    return row
