"""Needs and offers, in one table with two sides, and what people answered to a match of two."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from shutaf.accounts.fields import AmountField, WordField, WordsField
from shutaf.accounts.rows import Row, unique_ref

ASKED_OF = [("business", "business"), ("civil_society", "civil_society")]
SIDES = [("need", "need"), ("offer", "offer")]
MATCH_STATES = [("accepted", "accepted"), ("declined", "declined"), ("talk", "talk")]
FOR = [("", "the town"), ("need", "the body in need"), ("offer", "the body that offers")]
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


class MatchAnswer(Row):
    """What somebody answered to a match. A declined reason counts for this pair and this reason only, while what it speaks of stays as it was.

    said_for: "" where the town answers, else the side whose body answers for itself; no side answers for another. reason: key of the reason.
    about: a mark of the facts it spoke of, as they were; a pair with other facts is a new question.
    """

    PREFIX = "k"

    need = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="+")
    offer = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="+")
    said_for = models.CharField(max_length=5, choices=FOR, blank=True)
    state = models.CharField(max_length=8, choices=MATCH_STATES)
    reason = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    about = models.CharField(max_length=64, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [
            unique_ref("match_answer"),
            models.UniqueConstraint(fields=["workspace", "need", "offer", "said_for", "reason"], name="match_answer_once"),
        ]
