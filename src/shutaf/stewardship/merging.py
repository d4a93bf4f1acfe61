"""How do two rows of one body become one? What either knows is kept, everything that hangs on the second moves, and all of it can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Final, Literal, TypeAlias

from django.db.models import CharField, Field, Q, UniqueConstraint

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.models import Link, Member
from shutaf.accounts.rows import Row
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import NOTHING, Word
from shutaf.analysis.text.fold import fold
from shutaf.bodies.models import Body
from shutaf.relations.models import Tie
from shutaf.stewardship.queries import TABLES, links_to_bodies, model_of

Choice: TypeAlias = Literal["kept", "other", "both"]

TEXT_REFS: Final[Mapping[str, tuple[str, ...]]] = {
    "bodies.body": ("rated_by",), "relations.tie": ("holder", "reported_by"), "relations.stance": ("said_by",), "relations.influence": ("said_by",),
    "relations.mapbasis": ("informants", "asked"), "exchange.resource": ("said_by",), "partnerships.initiative": ("gains", "gains_what"),
    "partnerships.partnership": ("initiator_body", "partners"),
    "intake.proposal": ("body_ref", "target_ref"), "intake.matrixbodies": ("body_refs",), "intake.rightsrequest": ("body_ref", "row_ref"),
    "relations.savedview": ("settings", "positions"),
    "partnerships.coalitiondraft": ("members", "without", "having"),
}  # fmt: skip
"""Where a body is named by its ref as text, in a field of one or of several. Whoever gives a table such a field adds it here."""

_NOT_MERGED: Final = frozenset({"ref", "own", "origin_sheet", "origin_row", "is_department", "lat", "lon", "group", "theme_keys"})


@dataclass(frozen=True, slots=True)
class FieldMerge:
    """One field of which at least one body has a value. is_open: both have one and they differ, so somebody chooses. joined: a list that becomes both."""

    name: str
    kept: Any
    other: Any
    becomes: Any
    is_open: bool = False
    is_joined: bool = False


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do. moving: (table, how many rows). between: ties of the two with each other, which go to the trash. links, partners: open
    personal links and members that speak for the second body; they are not moved with it."""

    kept_ref: str
    kept_name: str
    other_ref: str
    other_name: str
    group: str
    fields: tuple[FieldMerge, ...]
    moving: tuple[tuple[str, int], ...]
    between: int
    links: int
    partners: int


class SameBodyError(ValueError):
    """A body is not merged with itself, nor a department with an organisation."""


def merge_preview(viewer: Viewer, *, keep: str, away: str) -> MergePreview:
    """What merging would do, field by field. Editors only; NotAllowedError when a body is not there, SameBodyError when they cannot be one."""
    if not may_edit(viewer):
        raise NotAllowedError("may_edit")
    kept, other = _two(viewer, keep, away)
    moving = [(table, sum(1 for _row in _hanging(viewer, table, other))) for table in TABLES]
    between = _between(viewer, kept, other).count()
    open_links = Link.objects.filter(workspace_id=viewer.workspace_id, body_ref=other.ref, revoked_at=None).count()
    partners = sum(other.ref in member.body_refs for member in Member.objects.filter(workspace_id=viewer.workspace_id, role="partner"))
    counts = tuple((table, n - (between if table == "relations.tie" else 0)) for table, n in moving)
    return MergePreview(
        kept.ref, kept.name, other.ref, other.name, kept.group, tuple(_fields(kept, other)), tuple((t, n) for t, n in counts if n > 0), between,
        open_links, partners,
    )  # fmt: skip


def bodies_merge(
    viewer: Viewer, *, keep: str, away: str, choices: Mapping[str, Choice] | None = None, notes: Mapping[str, tuple[str, str]] | None = None
) -> str:
    """Merge `away` into `keep`; returns the deed's ref, for undo.

    choices: for fields in which both have different values: kept, other, or both (the value not shown stays as a field of the body's own, named after
    where it came from, or as `notes` says: header and text by field). Without a choice both are kept. Lists are joined, empty fields filled, rows of the second move, the second goes to the trash.
    """
    with deed(viewer, "bodies_merge", is_batch=True) as working:
        kept, other = _two(viewer, keep, away)
        working.record.about = f"{other.name} → {kept.name}"[:300]
        working.record.save(update_fields=["about"])
        for tie in _between(viewer, kept, other):
            working.remove(tie)
        for table in TABLES:
            _move(working, table, kept, other)
        working.change(kept, **_merged(kept, other, choices or {}, notes or {}))
        working.remove(other)
        return working.record.ref


def _two(viewer: Viewer, keep: str, away: str) -> tuple[Body, Body]:
    found = {row.ref: row for row in Body.present.filter(workspace_id=viewer.workspace_id, ref__in=(keep, away))}
    if keep == away:
        raise SameBodyError
    if len(found) < 2:
        raise NotAllowedError("body")
    if found[keep].is_department != found[away].is_department:
        raise SameBodyError
    return found[keep], found[away]


# -- rows that hang on a body


def _hanging(viewer: Viewer, table: str, body: Body) -> Iterator[Any]:
    """Rows, in the trash too, that name the body by its number or its ref."""
    model = model_of(table)
    links = links_to_bodies(model)
    texts = TEXT_REFS.get(table, ())
    if not links and not texts:
        return
    plain = [name for name in texts if isinstance(model._meta.get_field(name), CharField)]
    rows = model.objects.filter(workspace_id=viewer.workspace_id)
    if len(plain) == len(texts):  # the database can tell; what holds several refs is looked through here, in tables of few rows
        rows = rows.filter(reduce(or_, [Q(**{name: body.pk}) for name in links] + [Q(**{name: body.ref}) for name in plain]))
    for row in rows.iterator(chunk_size=2000):
        if any(getattr(row, name) == body.pk for name in links) or any(_names(getattr(row, name), body.ref) for name in texts):
            yield row


def _names(value: Any, ref: str) -> bool:
    if isinstance(value, dict):  # a saved view: its chosen body, and where bodies were put
        return ref in value or any(isinstance(said, list) and ref in said for said in value.values())
    return ref in value if isinstance(value, tuple) else bool(value == ref)


def _between(viewer: Viewer, kept: Body, other: Body) -> Any:
    """Rows about the two with each other: they say nothing any more."""
    two = (kept.pk, other.pk)
    return Tie.present.filter(workspace_id=viewer.workspace_id, source_body_id__in=two, target_body_id__in=two)


def _move(working: Working, table: str, kept: Body, other: Body) -> None:
    links, texts = links_to_bodies(model_of(table)), TEXT_REFS.get(table, ())
    for row in list(_hanging(working.viewer, table, other)):
        ends = {name: kept.pk if getattr(row, name) == other.pk else getattr(row, name) for name in links}
        if len(links) == 2 and len(set(ends.values())) == 1:
            continue  # about the two with each other, or in the trash already
        if _is_taken(row, ends):
            working.remove(row)  # the kept body has one of its own, such as a letter about the same initiative in the same language
            continue
        said = {name: _renamed(getattr(row, name), kept.ref, other.ref) for name in texts}
        working.change(row, **ends, **said)


def _is_taken(row: Row, ends: Mapping[str, int]) -> bool:
    """Whether there is a row already of which there may be one only, where this one would move to."""
    for constraint in row._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and (names := _attributes(row, constraint)) & set(ends):
            same = {name: ends.get(name, getattr(row, name)) for name in names}
            if type(row).objects.filter(**same).exclude(pk=row.pk).exists():
                return True
    return False


def _attributes(row: Row, constraint: UniqueConstraint) -> set[str]:
    return {field.attname for field in row._meta.concrete_fields if field.name in constraint.fields}


def _renamed(value: Any, kept: str, other: str) -> Any:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(kept if one == other else one for one in value))
    if isinstance(value, dict):
        said = {key: _renamed_in(one, kept, other) for key, one in value.items()}
        return {kept: said[other], **{key: one for key, one in said.items() if key != other}} if other in said else said
    return kept if value == other else value


def _renamed_in(value: Any, kept: str, other: str) -> Any:
    return [kept if one == other else one for one in value] if isinstance(value, list) else value


# -- fields of the body


def _fields(kept: Body, other: Body) -> Iterator[FieldMerge]:
    for field in _content():
        one, two = getattr(kept, field.name), getattr(other, field.name)
        if _is_empty(two) and _is_empty(one):
            continue
        if field.name == "names":
            yield FieldMerge("names", one, two, _names_of_both(one, two))
        elif isinstance(one, tuple):
            yield FieldMerge(field.name, one, two, _joined(one, two), is_joined=not (_is_empty(one) or _is_empty(two)))
        elif _is_empty(one) or _is_empty(two):
            yield FieldMerge(field.name, one, two, two if _is_empty(one) else one)
        else:
            yield FieldMerge(field.name, one, two, one, is_open=not _is_same(one, two))


def _content() -> tuple[Field[Any, Any], ...]:
    return tuple(field for field in Body.content_fields() if field.name not in _NOT_MERGED)


def _is_empty(value: Any) -> bool:
    return value in (None, "", (), NOTHING, "unknown")


def _is_same(one: Any, two: Any) -> bool:
    if isinstance(one, Word) and isinstance(two, Word):
        return bool(_key(one) == _key(two))
    return fold(one) == fold(two) if isinstance(one, str) and isinstance(two, str) else bool(one == two)


def _key(item: Any) -> Any:
    return (item.key or fold(item.text)) if isinstance(item, Word) else item


def _names_of_both(one: tuple[tuple[str, str], ...], two: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """One name a language, the kept body's where both have one."""
    return tuple({**dict(two), **dict(one)}.items())


def _joined(one: tuple[Any, ...], two: tuple[Any, ...]) -> tuple[Any, ...]:
    """Both lists, each thing once, the kept body's first."""
    known = {_key(item) for item in one}
    return (*one, *(item for item in two if _key(item) not in known))


def _plain(value: Any) -> str:
    return (value.text or value.key) if isinstance(value, Word) else str(value)


def _merged(kept: Body, other: Body, choices: Mapping[str, Choice], notes: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    values: dict[str, Any] = {"names": kept.names}
    own = list(_joined(kept.own, other.own))
    for one in _fields(kept, other):
        choice = choices.get(one.name, "both")
        values[one.name] = one.other if one.is_open and choice == "other" else one.becomes
        if one.is_open and choice == "both":
            own.append(notes.get(one.name) or (f"{one.name} ({other.name})", _plain(one.other)))
    for language, name in other.names:
        if dict(values["names"])[language] != name:
            own.append((notes.get("names", (other.name, ""))[0], name))
    if kept.lat is None and other.lat is not None:
        values |= {"lat": other.lat, "lon": other.lon}
    return values | {"own": tuple(dict.fromkeys(own))}
