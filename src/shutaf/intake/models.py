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


class RightsRequest(Row):
    """Somebody wants to know what is held on them, to have it corrected or erased, or objects to it. It has a clock: the law gives a month.

    about_table, row_ref: the row it is about, both empty for all that is held. reply_to: how to answer. said_through: link, user (a partner), staff
    (typed in for somebody who called or wrote). state: open, done, refused.
    """

    PREFIX = "y"

    kind = models.CharField(max_length=10)  # see, correct, object, erase
    person = models.CharField(max_length=300, blank=True)
    person_role = models.CharField(max_length=300, blank=True)
    reply_to = models.CharField(max_length=300, blank=True)
    body_ref = models.CharField(max_length=300, blank=True)
    about_table = models.CharField(max_length=60, blank=True)
    row_ref = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    said_through = models.CharField(max_length=10)
    asked_on = models.CharField(max_length=10)
    due_on = models.CharField(max_length=10)
    state = models.CharField(max_length=10, default="open")
    answer = models.TextField(blank=True)
    settled_on = models.CharField(max_length=10, blank=True)
    settled_by = models.CharField(max_length=300, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("rights_request")]
        indexes: ClassVar = [models.Index(fields=["workspace", "state", "due_on"], name="rights_request_due")]
