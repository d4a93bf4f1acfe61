"""Ties, stances, influence, and how the ties came to be known."""

from __future__ import annotations

from typing import ClassVar

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
