"""The place and its local identity: one row a workspace."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from shutaf.accounts.fields import TextsField, WordsField
from shutaf.accounts.rows import Row, unique_ref


class Place(Row):
    PREFIX = "place"

    name = models.CharField(max_length=300, blank=True)
    country = models.CharField(max_length=100, blank=True)
    population = models.BigIntegerField(null=True, blank=True)
    languages = TextsField()
    cluster_1_10 = models.SmallIntegerField(null=True, blank=True)
    currency = models.CharField(max_length=10, blank=True)
    time_zone = models.CharField(max_length=60, blank=True)
    goals = WordsField()
    challenges = WordsField()
    assets = WordsField()
    population_groups = WordsField()

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("place")]
