"""Tables of what the service answers for: people who were erased, what somebody could not use, and when what recurs was last done."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Erased(models.Model):
    """Somebody whose data were erased, known again only by a keyed hash: a restore, an undo or an old file does not bring them back."""

    workspace = models.ForeignKey("accounts.Workspace", on_delete=models.CASCADE, related_name="+", db_index=False)
    key_hash = models.CharField(max_length=64)  # HMAC of a folded name, address or phone under the key of this home
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "key_hash"], name="erased_once")]


class Defect(models.Model):
    """What somebody could not use, told to whoever answers for accessibility. It has a clock: law gives sixty days. state: open, mended, refused."""

    ref = models.CharField(max_length=40, unique=True)
    told_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField()
    page = models.CharField(max_length=500, blank=True)
    text = models.TextField()
    with_what = models.CharField(max_length=300, blank=True)  # screen reader, browser, phone: as told
    answer_to = models.CharField(max_length=254, blank=True)
    language = models.CharField(max_length=5, default="he")
    state = models.CharField(max_length=10, default="open")
    answer = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "due_at"], name="defect_due")]


class Tick(models.Model):
    """When a recurring job was last at it and when it is due again. One row a job, one a running worker."""

    name = models.CharField(max_length=80, unique=True)
    due_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    did = models.IntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)  # the kind of failure: what it says may hold names
