"""Which deeds are there for programs? One line each; what they take is read off the action."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from shutaf.accounts.rows import Row
from shutaf.bodies import actions as bodies
from shutaf.bodies import person_actions as person_bodies
from shutaf.bodies import planning
from shutaf.bodies import told_actions as told
from shutaf.bodies.models import Body, IntegrityFact, Interest, Opportunity, Person, RunningAction
from shutaf.cases import actions as cases
from shutaf.cases import review_actions as reviews
from shutaf.cases.models import OwnCase
from shutaf.exchange import actions as exchange
from shutaf.exchange import answer_actions as answers
from shutaf.exchange.models import Resource
from shutaf.intake import call_answers, matrix, proposing
from shutaf.partnerships import actions as partnerships
from shutaf.partnerships import coalition_actions as coalitions
from shutaf.partnerships import criteria_actions as criteria
from shutaf.partnerships import initiative_actions as initiatives
from shutaf.partnerships import model_actions as chooser
from shutaf.partnerships import round_actions as rounds
from shutaf.partnerships.calls import actions as calls
from shutaf.partnerships.models import CallTold, Initiative, Partnership
from shutaf.places import actions as places
from shutaf.places.models import Place
from shutaf.relations import actions as relations
from shutaf.relations import contact_actions as contacts
from shutaf.relations import saved_views as views
from shutaf.relations import stance_actions as stances
from shutaf.relations.models import Contact, MapBasis, Tie
from shutaf.stewardship import merging
from shutaf.stewardship.doing.shape import shape_of
from shutaf.stewardship.doing.special import finding_said, statement_said, taken_back, taken_out, ticked

Action = Callable[..., Any]


@dataclass(frozen=True)
class Doing:
    """A deed by name. table: whose columns the action takes beside its own parameters; only: some of them; rows: of which its `rows` are."""

    name: str
    act: Action
    table: type[Row] | None = None
    only: Collection[str] = ()
    rows: type[Row] | None = None

    @cached_property
    def shape(self) -> type[BaseModel]:
        return shape_of(self.name, self.act, self.table, self.only, self.rows)

    @property
    def about(self) -> str:
        """What it does, in a sentence."""
        said = (self.act.__doc__ or self.name.replace("_", " ").capitalize()).strip().split("\n")[0]
        return said if said.endswith(".") else f"{said}."


CASE_FIELDS = (
    "name", "language", "summary", "country", "typology", "themes", "sector_lead", "outcome", "start_date", "end_date", "is_without_names",
)  # fmt: skip

DOINGS: Sequence[Doing] = (
    Doing("body_create", bodies.body_create, Body),
    Doing("bodies_create", bodies.bodies_create, rows=Body),
    Doing("body_change", bodies.body_change, Body),
    Doing("bodies_sector", bodies.bodies_sector),
    Doing("bodies_merge", merging.bodies_merge),
    Doing("body_remove", bodies.body_remove),
    Doing("body_is_person", person_bodies.body_is_person),
    Doing("person_save", bodies.person_save, Person, ("name", "role", "from_date", "until_date", "email", "phone", "language", "source")),
    Doing("person_remove", bodies.person_remove),
    Doing("statement_save", statement_said),
    Doing("statement_follow", told.statement_follow),
    Doing("statement_remove", told.statement_remove),
    Doing("interest_save", told.interest_save, Interest),
    Doing("interest_remove", told.interest_remove),
    Doing("integrity_save", told.integrity_save, IntegrityFact),
    Doing("integrity_remove", told.integrity_remove),
    Doing("contact_save", contacts.contact_save, Contact),
    Doing("contact_settle", contacts.contact_settle),
    Doing("contact_remove", contacts.contact_remove),
    Doing("running_actions_add", planning.running_actions_add, rows=RunningAction),
    Doing("running_action_save", planning.running_action_save, RunningAction),
    Doing("running_action_remove", planning.running_action_remove),
    Doing("opportunities_add", planning.opportunities_add, rows=Opportunity),
    Doing("tie_save", relations.tie_save, Tie),
    Doing("tie_remove", relations.tie_remove),
    Doing("ties_tick", ticked),
    Doing("stances_save", stances.stances_save),
    Doing("map_basis_change", relations.map_basis_change, MapBasis),
    Doing("saved_view_save", views.saved_view_save),
    Doing("saved_view_remove", views.saved_view_remove),
    Doing("resource_save", exchange.resource_save, Resource),
    Doing("resources_create", exchange.resources_create, rows=Resource),
    Doing("resource_remove", exchange.resource_remove),
    Doing("match_answer", answers.match_answer),
    Doing("match_answer_revoke", answers.match_answer_revoke),
    Doing("place_change", places.place_change, Place),
    Doing("place_pick", places.place_pick, Place),
    Doing("place_take", places.place_take),
    Doing("place_leave", places.place_leave),
    Doing("initiative_save", partnerships.initiative_save, Initiative),
    Doing("initiative_remove", partnerships.initiative_remove),
    Doing("initiative_shortlist", initiatives.initiative_shortlist),
    Doing("initiative_tie_offer", initiatives.initiative_tie_offer),
    Doing("criteria_save", criteria.criteria_save),
    Doing("criterion_add", criteria.criterion_add),
    Doing("criterion_remove", criteria.criterion_remove),
    Doing("coalition_keep", coalitions.coalition_keep),
    Doing("coalition_drop", coalitions.coalition_drop),
    Doing("propriety_consider", coalitions.propriety_consider),
    Doing("propriety_reopen", coalitions.propriety_reopen),
    Doing("round_save", rounds.round_save),
    Doing("round_open", rounds.round_open),
    Doing("round_close", rounds.round_close),
    Doing("round_link_again", rounds.round_link_again),
    Doing("round_remove", rounds.round_remove),
    Doing("medians_take", rounds.medians_take),
    Doing("partnership_save", partnerships.partnership_save, Partnership),
    Doing("partnership_remove", partnerships.partnership_remove),
    Doing("partnership_step", partnerships.partnership_step),
    Doing("step_record", partnerships.step_record),
    Doing("gate_answer", partnerships.gate_answer),
    Doing("model_answers_save", chooser.model_answers_save),
    Doing("model_take", chooser.model_take),
    Doing("finding_answer", finding_said),
    Doing("finding_reopen", partnerships.finding_reopen),
    Doing("call_create", calls.call_create),
    Doing("call_save", calls.call_save),
    Doing("call_publish", calls.call_publish),
    Doing("call_correct", calls.call_correct),
    Doing("call_close", calls.call_close),
    Doing("call_remove", calls.call_remove),
    Doing("call_told_add", calls.told_add, CallTold, ("told_by", "note")),
    Doing("call_told_remove", calls.told_remove),
    Doing("call_answers_accept", call_answers.call_answers_accept),
    Doing("call_answers_decline", call_answers.call_answers_decline),
    Doing("case_save", cases.case_save, OwnCase, CASE_FIELDS),
    Doing("case_ask", cases.case_ask),
    Doing("case_back", cases.case_back),
    Doing("case_answer", reviews.case_answer),
    Doing("case_heard", reviews.case_heard),
    Doing("case_words_take", reviews.case_words_take),
    Doing("case_clear", cases.case_clear),
    Doing("case_publish", cases.case_publish),
    Doing("case_withdraw", cases.case_withdraw),
    Doing("case_remove", cases.case_remove),
    Doing("proposal_accept", proposing.proposal_accept),
    Doing("proposal_decline", proposing.proposal_decline),
    Doing("proposals_accept", proposing.proposals_accept),
    Doing("proposals_decline", proposing.proposals_decline),
    Doing("matrix_choose", matrix.matrix_choose),
    Doing("deed_undo", taken_back),
    Doing("row_restore", taken_out),
)

BY_NAME: Mapping[str, Doing] = {doing.name: doing for doing in DOINGS}
