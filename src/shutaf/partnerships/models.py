"""Initiatives, and what people answered to findings."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from shutaf.accounts.fields import PairsField, RequirementsField, TextsField, WordField
from shutaf.accounts.rows import Row, unique_ref

FINDING_STATES = [("done", "done"), ("not_for_us", "not_for_us")]


class Initiative(Row):
    PREFIX = "n"

    name = models.CharField(max_length=1000)
    problem = models.TextField(blank=True)
    typology = WordField()
    requires = RequirementsField()
    gains = TextsField()
    chance_0_1 = models.FloatField(null=True, blank=True)
    months_to_result = models.FloatField(null=True, blank=True)
    criteria = PairsField()

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("initiative")]


class FindingAnswer(Row):
    """Somebody said of a finding: done, or not for us. It is never shown as new again. signature: key and subjects of the finding."""

    PREFIX = "f"

    signature = models.CharField(max_length=64)
    key = models.CharField(max_length=60)
    subject = TextsField()
    state = models.CharField(max_length=10, choices=FINDING_STATES)
    reason = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("finding_answer")]
        indexes: ClassVar = [models.Index(fields=["workspace", "signature"], name="finding_answered")]
