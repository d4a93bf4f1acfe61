"""The place and its local identity: one row a workspace. And the authorities table, public facts that belong to no workspace."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from shutaf.accounts.fields import PairsField, TextsField, WordsField
from shutaf.accounts.rows import Row, unique_ref


class Place(Row):
    """authority: "IL 28", the row of the authorities table it was picked from."""

    PREFIX = "place"

    name = models.CharField(max_length=300, blank=True)
    names = PairsField()
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
    economy = WordsField()
    anchor_institutions = WordsField()
    neighbourhoods = WordsField()
    authority = models.CharField(max_length=60, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("place")]


class Authority(models.Model):
    """A local authority as a public table tells it. A year of 0: the table does not say. source: the file; loaded_on: the last load that changed the row."""

    country = models.CharField(max_length=2)
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=300)
    names = PairsField()
    kind = models.CharField(max_length=60, blank=True)
    districts = PairsField()
    population = models.BigIntegerField(null=True, blank=True)
    population_year = models.SmallIntegerField(default=0)
    cluster_1_10 = models.SmallIntegerField(null=True, blank=True)
    cluster_year = models.SmallIntegerField(default=0)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    source = models.CharField(max_length=300)
    loaded_on = models.DateField()
    search = models.TextField(blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["country", "code"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["country", "code"], name="authority_once")]

    def __str__(self) -> str:
        return f"{self.country} {self.code}"
