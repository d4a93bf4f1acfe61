"""Letters to bodies, and the open call with its trail: who was told when and how, and who answered."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models

from shutaf.accounts.fields import TextsField
from shutaf.accounts.rows import Row, unique_ref
from shutaf.accounts.tokens import new_token
from shutaf.partnerships.models.choosing import Initiative
from shutaf.partnerships.models.path import Partnership

LETTER_STATES = [("draft", "draft"), ("settled", "settled")]
CALL_STATES = [("draft", "draft"), ("published", "published"), ("closed", "closed")]


class Letter(Row):
    """A letter to a body about an initiative, as edited. said: for texts in another language, how they are said in the letter's, text -> words."""

    PREFIX = "e"

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=5)
    parts = models.JSONField(default=dict)  # key of a paragraph -> its words where they were changed
    said = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=LETTER_STATES, default="draft")

    class Meta(Row.Meta):
        constraints: ClassVar = [
            unique_ref("letter"),
            models.UniqueConstraint(fields=["workspace", "initiative", "body", "language"], name="letter_once"),
        ]


class Call(Row):
    """An open invitation. texts: language -> parts of its text as published. channels: keys of the channels it goes out by.

    corrections: what was changed after publication, each with its day, what is said of it by language, and the closing days before and after.
    """

    PREFIX = "h"

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    address = models.CharField(max_length=40, unique=True)  # the last part of its public address, random
    texts = models.JSONField(default=dict)
    channels = TextsField()
    state = models.CharField(max_length=10, choices=CALL_STATES, default="draft")
    opens_on = models.CharField(max_length=10, blank=True)
    closes_on = models.CharField(max_length=10, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    corrections = models.JSONField(default=list)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("call")]

    def arriving(self) -> Self:
        if Call.objects.filter(address=self.address).exists():
            self.address = new_token()
        return self


class CallTold(Row):
    """Somebody was told of a call: when, by which channel, who told. body: None for everybody that a channel reaches."""

    PREFIX = "d"

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    channel = models.CharField(max_length=40)
    whom = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=5, blank=True)
    neighbourhood = models.CharField(max_length=200, blank=True)
    told_on = models.CharField(max_length=10)
    told_by = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("call_told")]


class CallAnswer(Row):
    """Who answered a call, as they wrote it. receipt: what they were given to keep. body: whom an editor took it for; state: waits, accepted, declined."""

    PREFIX = "a"

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("bodies.Body", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=300)
    sector = models.CharField(max_length=20, blank=True)
    size = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=5)
    neighbourhood = models.CharField(max_length=200, blank=True)
    contact = models.JSONField(default=dict)  # person, role, email, phone
    said = models.JSONField(default=dict)  # why, needs, offers, interests declared
    receipt = models.CharField(max_length=40)
    answered_at = models.DateTimeField()
    state = models.CharField(max_length=10, default="waits")
    reason = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("call_answer")]
        indexes: ClassVar = [models.Index(fields=["workspace", "call"], name="call_answers")]
