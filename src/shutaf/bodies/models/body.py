"""Organisations and departments, and the people with roles in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.db import models

from shutaf.accounts.fields import PairsField, WordField, WordsField
from shutaf.accounts.rows import Row, unique_ref
from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.search import index_text

ANSWER = [("yes", "yes"), ("no", "no"), ("unknown", "unknown")]
INVITE = [*ANSWER[:2], ("later", "later"), ANSWER[2]]

UNRATED: Mapping[str, Any] = {
    "influence_1_10": None, "interest_1_10": None, "change_agent": "unknown", "change_agent_why": "", "rated_by": "", "unexpected_ally": "",
}  # fmt: skip
"""What a body that is a person holds of judgements: nothing."""


class Body(Row):
    """An organisation, or a municipal department. group: `department` or the key of the sector, what lists and pictures count by."""

    PREFIX = "b"

    is_department = models.BooleanField(default=False)
    name = models.CharField(max_length=1000)
    names = PairsField()
    sector = WordField()
    kind = models.CharField(max_length=300, blank=True)
    registration_no = models.CharField(max_length=100, blank=True)
    city = models.CharField(max_length=300, blank=True)
    neighbourhood = models.CharField(max_length=300, blank=True)
    themes = WordsField()
    population_groups = WordsField()
    own_targets = WordsField()
    motives = WordsField()
    barriers = WordsField()
    opportunities = models.TextField(blank=True)
    influence_1_10 = models.FloatField(null=True, blank=True)
    interest_1_10 = models.FloatField(null=True, blank=True)
    change_agent = models.CharField(max_length=7, choices=ANSWER, default="unknown")
    invite = models.CharField(max_length=7, choices=INVITE, default="unknown")
    rated_by = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    source = models.TextField(blank=True)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    # asked on the card, kept here only
    size = models.CharField(max_length=300, blank=True)
    activity = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    change_agent_why = models.TextField(blank=True)
    unexpected_ally = models.TextField(blank=True)
    # of departments only
    contact = models.TextField(blank=True)
    targets = WordsField()
    goals_not_alone = WordsField()
    limits = models.TextField(blank=True)
    decides = models.TextField(blank=True)
    would_join = models.CharField(max_length=7, choices=ANSWER, default="unknown")
    # a sole trader is a person, and persons are not rated, unless an owner said until when and why
    is_person = models.BooleanField(default=False)
    judged_until = models.CharField(max_length=10, blank=True)
    judged_why = models.TextField(blank=True)
    head = models.CharField(max_length=300, blank=True)
    reports_to = models.CharField(max_length=300, blank=True)
    # found again by
    group = models.CharField(max_length=20, blank=True, editable=False)
    theme_keys = models.CharField(max_length=400, blank=True, editable=False)  # " food waste "
    search = models.TextField(blank=True, editable=False)
    sort_name = models.CharField(max_length=1000, blank=True, editable=False)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("body")]
        indexes: ClassVar = [models.Index(fields=["workspace", "removed_in", "sort_name"], name="body_by_name")]

    @property
    def is_unrated(self) -> bool:
        """A person whom nobody may rate."""
        return self.is_person and not self.judged_until

    def admitted(self, fields: Mapping[str, Any]) -> Mapping[str, Any]:
        if not fields.get("is_person", self.is_person) or fields.get("judged_until", self.judged_until):
            return fields
        return {name: UNRATED.get(name, value) for name, value in fields.items()}

    def settle(self) -> Self:
        if self.is_unrated:
            for name, nothing in UNRATED.items():
                setattr(self, name, nothing)
        self.group = "department" if self.is_department else self.sector.key or ("other" if self.sector.text else "")
        self.theme_keys = "".join(f" {word.key}" for word in self.themes if word.key) + " "
        self.sort_name = fold(self.name)
        self.search = index_text(self.name, *(name for _, name in self.names), self.kind, self.city, self.ref)
        return self


class Person(Row):
    """A person in a role of a body. body is empty where nobody knows the body named in body_text."""

    PREFIX = "p"

    name = models.CharField(max_length=300)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, null=True, blank=True, related_name="people")
    body_text = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=300, blank=True)
    from_date = models.CharField(max_length=10, blank=True)
    until_date = models.CharField(max_length=10, blank=True)
    email = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=100, blank=True)
    source = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("person")]
