"""Ties, stances, influence, contacts, saved views, and how the ties came to be known."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from shutaf.accounts.fields import TextsField, WordField
from shutaf.accounts.rows import Row, unique_ref


class Tie(Row):
    """Who works with whom. No row means unknown; status `none` is a known no."""

    PREFIX = "t"

    source_body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    target_body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    status = models.CharField(max_length=7, default="exists")
    kind = WordField()
    direction = models.CharField(max_length=7, default="mutual")
    strength_1_5 = models.FloatField(null=True, blank=True)
    since_date = models.CharField(max_length=10, blank=True)
    until_date = models.CharField(max_length=10, blank=True)
    holder = models.CharField(max_length=300, blank=True)
    reported_by = models.CharField(max_length=300, blank=True)
    source = models.TextField(blank=True)
    quality_1_5 = models.SmallIntegerField(null=True, blank=True)
    experience = models.TextField(blank=True)  # what worked, what failed and why

    class Meta(Row.Meta):
        constraints: ClassVar = [
            unique_ref("tie"),
            models.CheckConstraint(condition=~models.Q(source_body=models.F("target_body")), name="tie_of_two"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["workspace", "source_body"], name="tie_from"),
            models.Index(fields=["workspace", "target_body"], name="tie_to"),
        ]


class Stance(Row):
    PREFIX = "s"

    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    objective = models.CharField(max_length=500)
    level = models.FloatField()
    said_by = models.CharField(max_length=300, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("stance")]


class Influence(Row):
    PREFIX = "i"

    source_body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    target_body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    level_0_4 = models.FloatField()
    said_by = models.CharField(max_length=300, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("influence")]


class MapBasis(Row):
    """One row a workspace: reported by some, or surveyed among the bodies."""

    PREFIX = "map"

    basis = models.CharField(max_length=8, default="reported")
    informants = TextsField()
    asked = TextsField()
    as_of = models.CharField(max_length=10, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("map")]


class Contact(Row):
    """Who met whom of a body, when, as what; what was said in which role; what was promised by whom."""

    PREFIX = "k"

    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    on_date = models.CharField(max_length=10)
    ours = models.CharField(max_length=300)
    ours_role = models.CharField(max_length=300, blank=True)
    theirs = models.CharField(max_length=300, blank=True)
    theirs_role = models.CharField(max_length=300, blank=True)
    way = WordField()  # a meeting, a call, a letter
    said = models.TextField(blank=True)
    promised_by_us = models.TextField(blank=True)
    promised_by_them = models.TextField(blank=True)
    due_date = models.CharField(max_length=10, blank=True)
    is_settled = models.BooleanField(default=False)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("contact")]
        indexes: ClassVar = [models.Index(fields=["workspace", "body"], name="contact_of")]


class SavedView(Row):
    """How somebody looked at the map: filters, colours, sizes, and where bodies were put by hand (ref: x, y)."""

    PREFIX = "v"

    name = models.CharField(max_length=300)
    settings: models.JSONField[Any, Any] = models.JSONField(default=dict)
    positions: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("saved_view")]
