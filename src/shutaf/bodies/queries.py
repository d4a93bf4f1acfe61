"""Bodies and people that a Viewer may see."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Q

from shutaf.accounts.rows import rows_read
from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Body as BodyRecord
from shutaf.analysis.situation import Person as PersonRecord
from shutaf.analysis.text.search import query_tokens
from shutaf.bodies.models import Body, Person
from shutaf.bodies.records import body_record, person_record


def body_refs(viewer: Viewer) -> Mapping[int, str]:
    """pk -> ref of the bodies that are not in the trash."""
    return dict(Body.present.filter(workspace_id=viewer.workspace_id).values_list("pk", "ref")) if sees_shared(viewer) else {}


def bodies_by_pk(viewer: Viewer, _refs: Mapping[int, str], only: Collection[int] | None = None) -> Mapping[int, BodyRecord]:
    """Bodies in full, all or those of these pks; for editors and viewers only. Partners get theirs through partnerships.queries.situation."""
    return {row.pk: body_record(row) for row in rows_read(viewer, Body, only)}


def people_by_pk(viewer: Viewer, refs: Mapping[int, str], only: Collection[int] | None = None) -> Mapping[int, PersonRecord]:
    """People in full, for editors and viewers only; a person of a body in the trash is hidden with it."""
    rows = rows_read(viewer, Person, only)
    return {row.pk: person_record(row, refs.get(row.body_id or 0, "")) for row in rows if row.body_id is None or row.body_id in refs}


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One body in a list. ties: how many known ties it has with bodies that are there."""

    ref: str
    name: str
    names: tuple[tuple[str, str], ...]
    group: str
    kind: str
    city: str
    theme_keys: tuple[str, ...]
    ties: int

    def name_in(self, language: str) -> str:
        """The name in the reader's language if it was given, else as written."""
        return dict(self.names).get(language, self.name)


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A page of the list. found: how many the filter leaves, of `total`; groups: how many of each group there are in all."""

    lines: tuple[BodyLine, ...]
    found: int
    total: int
    page: int
    pages: int
    groups: Mapping[str, int]


SORTS = {
    "name": ("sort_name", "pk"),
    "sector": ("group", "sort_name", "pk"),
    "ties": ("sort_name", "pk"),
    "new": ("-changed_in", "pk"),
}
PAGE_SIZE = 50


def bodies_page(
    viewer: Viewer, *, degrees: Mapping[int, int], text: str = "", group: str | None = None, theme: str = "", without_ties: bool = False,
    sort: str = "name", page: int = 1,
) -> BodyPage:  # fmt: skip
    """Bodies by page, searched, filtered and sorted. group "" means: no sector known. Three queries, whatever the size.

    degrees: pk of a body -> with how many others it has a known tie (relations.queries.tie_degrees).
    """
    if not sees_shared(viewer):
        raise NotAllowedError("sees_shared")
    everything = Body.present.filter(workspace_id=viewer.workspace_id)
    groups = dict(everything.order_by().values_list("group").annotate(Count("pk")))
    found = _filtered(everything, text, group, theme).order_by(*SORTS.get(sort, SORTS["name"]))
    by_ties = _by_ties(found, degrees, without_ties=without_ties, is_sorted=sort == "ties") if without_ties or sort == "ties" else None
    count = len(by_ties) if by_ties is not None else found.count()
    pages = max(1, -(-count // PAGE_SIZE))
    page = min(max(1, page), pages)
    here = slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    columns = ("pk", "ref", "name", "names", "group", "kind", "city", "theme_keys")
    rows = found.values_list(*columns)[here] if by_ties is None else _in_order(by_ties[here], Body.objects.values_list(*columns))
    lines = tuple(
        BodyLine(ref, name, names, group_, kind, city, tuple(keys.split()), degrees.get(pk, 0))
        for pk, ref, name, names, group_, kind, city, keys in rows
    )
    return BodyPage(lines, count, sum(groups.values()), page, pages, groups)


def _by_ties(found: Any, degrees: Mapping[int, int], *, without_ties: bool, is_sorted: bool) -> list[int]:
    """The pks of what was found, without those that have a tie, or those with most ties first."""
    pks = [pk for pk in found.values_list("pk", flat=True) if not (without_ties and degrees.get(pk))]
    return sorted(pks, key=lambda pk: -degrees.get(pk, 0)) if is_sorted else pks


def _in_order(pks: list[int], rows: Any) -> list[Any]:
    by_pk = {row[0]: row for row in rows.filter(pk__in=pks)}
    return [by_pk[pk] for pk in pks]


def _filtered(rows: Any, text: str, group: str | None, theme: str) -> Any:
    if group is not None:
        rows = rows.filter(group=group)
    if theme:
        rows = rows.filter(theme_keys__contains=f" {theme} ")
    return rows.filter(_matching(text)) if text.strip() else rows


def bodies_found(viewer: Viewer, text: str, *, most: int = 50) -> tuple[BodyLine, ...]:
    """Bodies whose names or kinds hold all these words, by name; ties are not counted."""
    if not sees_shared(viewer):
        raise NotAllowedError("sees_shared")
    found = Body.present.filter(_matching(text), workspace_id=viewer.workspace_id).order_by("sort_name", "pk")
    rows = found.values_list("ref", "name", "names", "group", "kind", "city", "theme_keys")[:most]
    return tuple(
        BodyLine(ref, name, names, group, kind, city, tuple(keys.split()), 0) for ref, name, names, group, kind, city, keys in rows
    )


def _matching(text: str) -> Q:
    """All words typed must stand somewhere at a word's beginning, in one of their forms."""
    condition = Q()
    for alternatives in query_tokens(text):
        condition &= reduce(or_, (Q(search__contains=f" {token}") for token in alternatives))
    return condition


def body_ids(viewer: Viewer, refs: Iterable[str]) -> Mapping[str, int]:
    """ref -> pk of those of the refs that are there, for actions of other subjects."""
    return dict(Body.present.filter(workspace_id=viewer.workspace_id, ref__in=set(refs)).values_list("ref", "pk"))
