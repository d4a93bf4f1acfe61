"""What a body does already, and what opens up for it in the coming months."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from shutaf.accounts.fields import WordsField
from shutaf.accounts.rows import Row, unique_ref

ACTION_STATES = [("planned", "planned"), ("running", "running"), ("done", "done"), ("stopped", "stopped"), ("unknown", "unknown")]


class Opportunity(Row):
    """Something with a date that a partnership could use: a tender, a new area, an event, a renewal, a round of licences."""

    PREFIX = "o"

    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=1000)
    from_date = models.CharField(max_length=10, blank=True)
    until_date = models.CharField(max_length=10, blank=True)
    themes = WordsField()
    note = models.TextField(blank=True)
    said_by = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=10, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("opportunity")]
        indexes: ClassVar = [models.Index(fields=["workspace", "body"], name="opportunity_of")]


class RunningAction(Row):
    """What a department did or does for sustainability. Towns list hundreds; each is one short line."""

    PREFIX = "a"

    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=1000)
    year = models.CharField(max_length=10, blank=True)
    themes = WordsField()
    state = models.CharField(max_length=8, choices=ACTION_STATES, default="unknown")
    partners = models.TextField(blank=True)
    note = models.TextField(blank=True)
    said_by = models.CharField(max_length=300, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("running_action")]
        indexes: ClassVar = [models.Index(fields=["workspace", "body"], name="running_action_of")]
