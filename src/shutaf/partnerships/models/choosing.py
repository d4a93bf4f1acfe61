"""Initiatives, by what and by whom they are rated, which model fits, and who could carry one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from shutaf.accounts.fields import PairsField, RequirementsField, TextsField, WordField
from shutaf.accounts.rows import Row, unique_ref
from shutaf.partnerships.models.path import Partnership

SHORTLIST = [("listed", "listed"), ("confirmed", "confirmed"), ("later", "later")]
ROUND_STATES = [("draft", "draft"), ("open", "open"), ("closed", "closed")]
BETTER = [("more", "more"), ("less", "less")]


class Initiative(Row):
    """A candidate joint action. shortlist: "" for an idea, listed (step 0), confirmed after the external map, or later for the second stage."""

    PREFIX = "n"

    name = models.CharField(max_length=1000)
    problem = models.TextField(blank=True)
    typology = WordField()
    requires = RequirementsField()
    gains = TextsField()
    chance_0_1 = models.FloatField(null=True, blank=True)
    months_to_result = models.FloatField(null=True, blank=True)
    criteria = PairsField()
    idea = models.TextField(blank=True)
    law = models.TextField(blank=True)  # what law or licence stands in the way
    capital = models.TextField(blank=True)  # what money must be found first
    must_prove = models.TextField(blank=True)  # for a second stage: what the first initiative must show before
    gains_what = models.JSONField(default=dict)  # ref of a body, or a group as written -> what it gains
    offers = TextsField()  # refs of the offers tied to what it requires
    shortlist = models.CharField(max_length=10, choices=SHORTLIST, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("initiative")]


class ModelAnswers(Row):
    """What was answered to the questions on the fitting model, as (question, place of the answer); of a partnership, an initiative, or an idea before either."""

    PREFIX = "w"

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    idea = models.CharField(max_length=300, blank=True)
    answers = PairsField()

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("model_answers")]


class Criterion(Row):
    """By what initiatives are compared. key: one of content's, or "" for one of their own with a label. floor: what the first initiative must reach, set before rating."""

    PREFIX = "j"

    key = models.CharField(max_length=40, blank=True)
    label = models.CharField(max_length=200, blank=True)
    question = models.CharField(max_length=500, blank=True)
    better = models.CharField(max_length=4, choices=BETTER, default="more")
    weight = models.FloatField(default=1.0)
    floor = models.FloatField(null=True, blank=True)
    floor_reason = models.CharField(max_length=500, blank=True)  # why it was changed after somebody had rated

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("criterion")]


class RatingRound(Row):
    """Several people rate the same initiatives apart; what they said is shown when the round is closed. initiatives: refs; criteria: keys or refs.

    turn: how often its link was made anew. The link follows from it, so nothing secret is stored.
    """

    PREFIX = "y"

    name = models.CharField(max_length=300)
    initiatives = TextsField()
    criteria = TextsField()
    state = models.CharField(max_length=6, choices=ROUND_STATES, default="draft")
    turn = models.PositiveSmallIntegerField(default=0)
    closed_on = models.CharField(max_length=10, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("rating_round")]


class Rating(Row):
    """What one rater said of one initiative by one criterion. rater: a random word, never a name; group: sector or department. value None: does not know."""

    PREFIX = "r"

    round = models.ForeignKey(RatingRound, on_delete=models.CASCADE, related_name="+")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    criterion = models.CharField(max_length=40)
    rater = models.CharField(max_length=40)
    group = models.CharField(max_length=20, blank=True)
    value = models.FloatField(null=True, blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [
            unique_ref("rating"),
            models.UniqueConstraint(fields=["workspace", "round", "initiative", "criterion", "rater"], name="rating_once"),
        ]

    @classmethod
    def sealed(cls) -> models.Q:
        """Until the round is closed nobody reads a value: on no page, in no file."""
        return ~models.Q(round__state="closed")


class CoalitionDraft(Row):
    """A set of bodies somebody keeps for an initiative: a preparation for an open invitation.."""

    PREFIX = "l"

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    members = TextsField()
    without = TextsField()
    having = TextsField()
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("coalition_draft")]


class Considered(Row):
    """Somebody read a propriety point of a body before inviting it to an initiative. point: what it is, such as pending_licence; note: what was decided."""

    PREFIX = "v"

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("bodies.Body", on_delete=models.CASCADE, related_name="+")
    point = models.CharField(max_length=300)
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints: ClassVar = [unique_ref("considered")]
