"""Needs and offers, in one table with two sides."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from shutaf.accounts.fields import AmountField, WordField, WordsField
from shutaf.accounts.rows import Row, unique_ref

ASKED_OF = [("business", "business"), ("civil_society", "civil_society")]
SIDES = [("need", "need"), ("offer", "offer")]
VISIBILITY = [("editors", "editors"), ("partners", "partners"), ("public", "public")]


class Resource(Row):
    PREFIX = "x"

    side = models.CharField(max_length=5, choices=SIDES)
    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=1000)
    kind = WordField()
    themes = WordsField()
    amount = AmountField()
    from_date = models.CharField(max_length=10, blank=True)
    until_date = models.CharField(max_length=10, blank=True)
    where = models.CharField(max_length=500, blank=True)
    conditions = models.TextField(blank=True)
    said_by = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    asked_of = models.CharField(max_length=20, choices=ASKED_OF, blank=True)  # the sector a department would ask for a need
    visible_to = models.CharField(max_length=8, choices=VISIBILITY, default="editors")

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("resource")]
        indexes: ClassVar = [models.Index(fields=["workspace", "side"], name="resource_by_side")]
