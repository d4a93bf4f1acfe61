"""Who said what of a body: several informants beside each other, interests, and facts that a proper procedure must know."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from shutaf.accounts.fields import WordField
from shutaf.accounts.rows import Row, unique_ref

BASES = [("stated", "stated"), ("assumed", "assumed")]
OPENNESS = [("open", "open"), ("hidden", "hidden"), ("unknown", "unknown")]
LEANINGS = [("supports", "supports"), ("opposes", "opposes"), ("unknown", "unknown")]
GROUNDS = [("real", "real"), ("imagined", "imagined"), ("unknown", "unknown")]


class Statement(Row):
    """What one informant said of one field of a body, in which role and when. The body's own field holds what the map goes by."""

    PREFIX = "w"

    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    field = models.CharField(max_length=40)
    value: models.JSONField[Any, Any] = models.JSONField(default=str)  # as the journal keeps the field
    said_by = models.CharField(max_length=300, blank=True)
    said_role = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=10, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("statement")]
        indexes: ClassVar = [models.Index(fields=["workspace", "body"], name="statement_of")]


class Interest(Row):
    """What a body wants to reach or to gain: stated by it, or assumed by us. place_1_10: its place among the leading ones."""

    PREFIX = "h"

    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=1000)
    place_1_10 = models.SmallIntegerField(null=True, blank=True)
    basis = models.CharField(max_length=7, choices=BASES, default="assumed")
    openness = models.CharField(max_length=7, choices=OPENNESS, default="unknown")
    leaning = models.CharField(max_length=8, choices=LEANINGS, default="unknown")
    grounds = models.CharField(max_length=8, choices=GROUNDS, default="unknown")
    said_by = models.CharField(max_length=300, blank=True)
    said_role = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=10, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("interest")]
        indexes: ClassVar = [models.Index(fields=["workspace", "body"], name="interest_of")]


class IntegrityFact(Row):
    """A fact a proper procedure must know (a pending licence, a tender, a debt): with source and date, never a judgement."""

    PREFIX = "g"

    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    kind = WordField()
    text = models.CharField(max_length=1000)
    source = models.CharField(max_length=1000)
    as_of = models.CharField(max_length=10)
    until_date = models.CharField(max_length=10, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("integrity_fact")]
        indexes: ClassVar = [models.Index(fields=["workspace", "body"], name="integrity_fact_of")]
