"""Files that were uploaded and not yet accepted, and changes that somebody proposed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from shutaf.accounts.fields import TextsField
from shutaf.accounts.rows import Row, unique_ref


class Upload(Row):
    """A file (or pasted text) on its way in: where it lies, what was told about its columns, which cells were mended. state: open, accepted, dropped."""

    PREFIX = "u"

    name = models.CharField(max_length=300)
    folder = models.CharField(max_length=100)
    told = models.JSONField(default=dict)  # mapping, sector_map
    mends = models.JSONField(default=list)  # [sheet, row, column, text]
    state = models.CharField(max_length=10, default="open")
    accepted_as = models.CharField(max_length=40, blank=True)  # ref of the deed

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("upload")]


class Remembered(Row):
    """What was told about the columns of a sheet with these headers, for the next one like it."""

    PREFIX = "m"

    signature = models.CharField(max_length=64)
    told = models.JSONField(default=dict)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("remembered")]


class Proposal(Row):
    """One changed or new row that waits: who says it, in which role, from where. state: waits, accepted, declined."""

    PREFIX = "q"

    target = models.CharField(max_length=60)  # table, such as exchange.resource
    target_ref = models.CharField(max_length=300, blank=True)  # empty: a new row
    body_ref = models.CharField(max_length=300)
    fields = models.JSONField(default=dict)
    said_by = models.CharField(max_length=300)
    said_role = models.CharField(max_length=300, blank=True)
    said_through = models.CharField(max_length=10)  # link, partner
    state = models.CharField(max_length=10, default="waits")
    reason = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("proposal")]
        indexes: ClassVar = [models.Index(fields=["workspace", "state"], name="proposal_waits")]


class MatrixBodies(Row):
    """One row a workspace: the bodies whose names an editor chose to show to departments that are asked by a personal link."""

    PREFIX = "z"

    body_refs = TextsField()

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("matrix_bodies")]
