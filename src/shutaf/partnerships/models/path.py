"""Partnerships with what was recorded on their way, and what people answered to findings."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from shutaf.accounts.fields import PairsField, TextsField, WordsField
from shutaf.accounts.rows import Row, unique_ref

FINDING_STATES = [("done", "done"), ("not_for_us", "not_for_us")]
PARTNERSHIP_STATES = [("open", "open"), ("rests", "rests"), ("ended", "ended")]


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


class Partnership(Row):
    """One process in a place. initiator_group: department for the municipality itself, or a sector; initiator_body: ref of the body, "" when none is named.

    typology: a key, "" for not chosen yet. step: where its people say they are, "" for the first step that is not whole.
    """

    PREFIX = "s"

    name = models.CharField(max_length=300)
    goals = WordsField()
    initiator_group = models.CharField(max_length=20, blank=True)
    initiator_body = models.CharField(max_length=300, blank=True)
    typology = models.CharField(max_length=30, blank=True)
    partners = TextsField()
    state = models.CharField(max_length=10, choices=PARTNERSHIP_STATES, default="open")
    step = models.CharField(max_length=30, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("partnership")]


class StepRecord(Row):
    """What was written down in one field of one step. text, date or words hold it, by the kind of the field."""

    PREFIX = "z"

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    step = models.CharField(max_length=30)
    key = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    date = models.CharField(max_length=10, blank=True)
    words = TextsField()

    class Meta(Row.Meta):
        constraints: ClassVar = [
            unique_ref("step_record"),
            models.UniqueConstraint(fields=["workspace", "partnership", "step", "key"], name="step_record_once"),
        ]


class Gate(Row):
    """Is partnership right? Answers as (question, yes or no), of a partnership or of an idea before there is one."""

    PREFIX = "g"

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    idea = models.CharField(max_length=300, blank=True)
    answers = PairsField()

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("gate")]
        indexes: ClassVar = [models.Index(fields=["workspace", "partnership"], name="gate_of")]
