"""What does every row of a workspace carry? Its workspace, its ref, where it was read, and which deeds made, changed or removed it."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Mapping
from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from shutaf.accounts.fields import PairsField, ValueField
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Origin

_LETTERS = "bcdfghjklmnpqrstvwxz23456789"
_BOOKKEEPING = frozenset({"id", "workspace", "created_in", "changed_in", "removed_in", "search", "sort_name"})


def new_ref(prefix: str) -> str:
    """A short random ref, such as t4k9wq2m: 28^8 of them, unique within a workspace by constraint."""
    return prefix + "".join(secrets.choice(_LETTERS) for _ in range(8))


class Present(models.Manager[Any]):
    """Rows that are not in the trash."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(removed_in=None)


class Row(models.Model):
    """Abstract. Rows are never deleted by people: `removed_in` puts them into the trash, from which they come back."""

    PREFIX: ClassVar[str] = "r"

    workspace = models.ForeignKey("accounts.Workspace", on_delete=models.CASCADE, related_name="+", db_index=False)
    ref = models.CharField(max_length=300)
    own = PairsField()
    origin_sheet = models.CharField(max_length=300, blank=True)
    origin_row = models.IntegerField(null=True, blank=True)
    created_in = models.ForeignKey("accounts.Deed", on_delete=models.RESTRICT, related_name="+")
    changed_in = models.ForeignKey("accounts.Deed", on_delete=models.RESTRICT, related_name="+")
    removed_in = models.ForeignKey("accounts.Deed", on_delete=models.RESTRICT, related_name="+", null=True, blank=True)

    objects: ClassVar[models.Manager[Any]] = models.Manager()
    present: ClassVar[models.Manager[Any]] = Present()

    class Meta:
        abstract = True
        ordering: ClassVar = ["id"]
        base_manager_name = "objects"

    def __str__(self) -> str:
        return self.ref

    @property
    def origin(self) -> Origin:
        """Where it was read, and which row it is: what every number and finding that rests on it leads back to."""
        return Origin(self.origin_sheet, self.origin_row or 0, f"{self.table}:{self.ref}")

    @property
    def table(self) -> str:
        return self._meta.label_lower

    @classmethod
    def content_fields(cls) -> tuple[models.Field[Any, Any], ...]:
        """The fields that people fill: what is journalled, exported and compared."""
        return tuple(field for field in cls._meta.concrete_fields if field.name not in _BOOKKEEPING)

    @classmethod
    def sealed(cls) -> models.Q:
        """Rows that nobody may read yet, such as ratings of an open round: they stand on no page and go along in no file."""
        return models.Q(pk__in=())

    def as_json(self, names: frozenset[str] | None = None) -> dict[str, Any]:
        """Content fields as JSON, by attribute name; a foreign key as the id."""
        return {f.attname: json_of(f, getattr(self, f.attname)) for f in self.content_fields() if names is None or f.attname in names}

    def settle(self) -> Self:
        """Fill what follows from other fields (search texts, sort keys); called by every deed before it writes."""
        return self

    def admitted(self, fields: Mapping[str, Any]) -> Mapping[str, Any]:
        """Of what a deed would set, what this row takes; asked before anything is written down."""
        return fields

    def arriving(self) -> Self:
        """Of an archive, before it is written: what is unique beyond one workspace is made anew where it is taken."""
        return self


def json_of(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, ValueField):
        return field.as_json(value)
    return value.isoformat() if isinstance(field, models.DateTimeField) and value else value


def of_json(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, ValueField):
        return field.of_json(value)
    return field.to_python(value) if isinstance(field, models.DateTimeField) else value


def unique_ref(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=["workspace", "ref"], name=f"{name}_ref_unique")


R = TypeVar("R", bound=Row)


def present_row(viewer: Viewer, table: type[R], ref: str) -> R:
    """The row of the Viewer's workspace that is there; NotAllowedError when it is not, so nobody learns of other workspaces."""
    row = table.present.filter(workspace_id=viewer.workspace_id, ref=ref).first()
    if not isinstance(row, table):
        raise NotAllowedError(str(table._meta.model_name))
    return row


def rows_read(viewer: Viewer, table: type[R], only: Collection[int] | None = None) -> Iterator[R]:
    """Rows of the Viewer's workspace that are there, by pk: all, or those of these pks. None for who does not see everything."""
    if not sees_everything(viewer):
        return iter(())
    rows = table.present.filter(workspace_id=viewer.workspace_id, **({} if only is None else {"pk__in": only}))
    return iter(rows.order_by("pk").iterator(chunk_size=5000))
