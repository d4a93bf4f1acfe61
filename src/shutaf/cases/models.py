"""The tables of cases: what a workspace writes of a partnership, who takes part and what each said of it, and what a network's editors said."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models

from shutaf.accounts.fields import TextsField
from shutaf.accounts.rows import Row, unique_ref
from shutaf.accounts.tokens import new_token

STATES = [("draft", "draft"), ("review", "review"), ("published", "published")]
AUDIENCES = [("workspace", "workspace"), ("network", "network"), ("public", "public")]
ANSWERS = [("", ""), ("confirmed", "confirmed"), ("unnamed", "unnamed")]
VERDICTS = [("accepted", "accepted"), ("returned", "returned"), ("withdrawn", "withdrawn")]


class OwnCase(Row):
    """A partnership as its workspace tells it. address: the last part of its public address, random. language: of its texts.

    place, claims: as `reports.case_told.Written` reads them. cleared: words that look like a name and are none. told: what was published, word by
    word as readers see it, None while nothing is; edition rises with each publication.
    """

    PREFIX = "c"

    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    address = models.CharField(max_length=40, unique=True)
    language = models.CharField(max_length=5)
    name = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    country = models.CharField(max_length=2, blank=True)
    place = models.JSONField(default=dict)
    typology = models.CharField(max_length=30, blank=True)
    themes = TextsField()
    sector_lead = models.CharField(max_length=20, blank=True)
    outcome = models.CharField(max_length=20, default="unknown")
    start_date = models.CharField(max_length=10, blank=True)
    end_date = models.CharField(max_length=10, blank=True)
    claims = models.JSONField(default=list)
    is_without_names = models.BooleanField(default=False)
    cleared = TextsField()
    state = models.CharField(max_length=10, choices=STATES, default="draft")
    review_until = models.CharField(max_length=10, blank=True)
    audience = models.CharField(max_length=10, choices=AUDIENCES, default="workspace")
    told = models.JSONField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=0)
    published_on = models.CharField(max_length=10, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("own_case")]
        indexes: ClassVar = [models.Index(fields=["workspace", "state"], name="own_case_states")]

    def arriving(self) -> Self:
        """An archive that is taken in elsewhere tells nobody anything until somebody there publishes it."""
        if OwnCase.objects.filter(address=self.address).exists():
            self.address = new_token()
        self.told, self.published_on = None, ""
        self.state = "draft" if self.state == "published" else self.state
        return self


class CaseMember(Row):
    """Who takes part in a case, and what was answered for it. kind: a key of the list body_kind, said where the name is not.

    answer: "" = nothing yet, confirmed, or unnamed (tell it without us). hidden: keys of claims that are left out; words: key of a claim -> other
    words for it. seen: a digest of what was confirmed. noted_by: the editor who wrote the answer down as heard, "" when the body gave it itself.
    """

    PREFIX = "b"

    case = models.ForeignKey(OwnCase, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("bodies.Body", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=300)
    sector = models.CharField(max_length=20, blank=True)
    part = models.CharField(max_length=10, default="member")
    kind = models.CharField(max_length=30, blank=True)
    answer = models.CharField(max_length=10, choices=ANSWERS, blank=True)
    hidden = TextsField()
    words = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    seen = models.CharField(max_length=64, blank=True)
    said_by = models.CharField(max_length=300, blank=True)
    said_on = models.CharField(max_length=10, blank=True)
    noted_by = models.CharField(max_length=300, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("case_member")]
        indexes: ClassVar = [models.Index(fields=["workspace", "case"], name="case_members")]


class Curation(Row):
    """What a network's editors said of one edition of a case that another workspace told."""

    PREFIX = "u"

    address = models.CharField(max_length=40)
    edition = models.PositiveIntegerField()
    name = models.CharField(max_length=300, blank=True)
    verdict = models.CharField(max_length=10, choices=VERDICTS)
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [
            unique_ref("curation"),
            models.UniqueConstraint(fields=["workspace", "address"], name="curation_once"),
        ]
