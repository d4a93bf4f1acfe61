"""Where is it done what a finding advises? Each step leads to the page on which its answer is written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.analysis.situation import Finding


@dataclass(frozen=True, slots=True)
class Place:
    """page: the name of its address; label: of the button; ref: the fact that names whose page; query: word of the address -> fact, "=x" for x itself."""

    page: str
    label: str
    ref: str = ""
    query: Mapping[str, str] = field(default_factory=dict)


TIE = Place("tie_new", N_("Write the answer"), query={"body": "ask", "other": "about"})
SECOND_PERSON = Place("person_new", N_("Write down a second person"), "ask")
ADD_BODY = Place("body_new", N_("Add a body"))
INITIATIVE = Place("initiative", N_("Open the initiative"), "initiative")
INITIATIVE_EDIT = Place("initiative_edit", N_("Complete the initiative"), "initiative")
BODY = Place("body", N_("Open the body"), "subject")
GOAL = Place("stance_goal", N_("Write down who wants it"), query={"goal": "objective"})
TIES = Place("ties", N_("Open the ties"))

DONE_AT: Mapping[str, Place] = {
    "ask_pair": TIE, "ask_itself": Place("tie_new", N_("Write the answer"), query={"body": "about"}),
    "start_grid": Place("hour_ticks", N_("Open the matrix")), "confirm_map": Place("told", N_("Read the map in words")),
    "chase_answers": Place("links", N_("Send a personal link")), "hand_over": SECOND_PERSON, "second_contact": SECOND_PERSON,
    "introduce": Place("tie_new", N_("Write the answer"), query={"body": "about", "other": "to"}),
    "introduce_parts": Place("brief", N_("Open the brief")), "bring_together": Place("brief", N_("Open the brief")),
    "talk_about": Place("tie_new", N_("Write the answer"), query={"body": "ask", "other": "about"}),
    "ask_who_in_sector": ADD_BODY, "list_who_in_sector": ADD_BODY, "ask_who_on_theme": ADD_BODY, "list_who_on_theme": ADD_BODY,
    "ask_joint_target": BODY, "ask_to_join_goal": Place("body", N_("Open the body"), "ask"), "ask_department_who": Place("body", N_("Open the body"), "department"),
    "one_door": Place("body", N_("Open the body"), "ask"),
    "one_door_and_ask": Place("resource_new", N_("Write down what they need"), query={"side": "=need", "body": "ask"}),
    "bring_together_wanted": GOAL, "bring_together_common": GOAL, "bring_together_apart": GOAL, "ask_body_stance": GOAL, "ask_stance": GOAL,
    "ask_pair_first": Place("stances", N_("Open who wants what")),
    "check_first_with_partners": INITIATIVE, "look_for_a_smaller_one": INITIATIVE, "say_what_first_must_prove": INITIATIVE, "publish_open_call": INITIATIVE,
    "ask_how_likely": Place("initiatives", N_("Open the initiatives")), "need_learn_buy_or_add": INITIATIVE_EDIT, "ask_what_it_requires": INITIATIVE_EDIT,
    "ask_how_much": Place("exchange", N_("Open needs and offers")), "ask_who_needs_it": Place("exchange", N_("Open needs and offers")),
    "ask_what_kind": Place("exchange", N_("Open needs and offers")), "bring_in_municipality": ADD_BODY, "bring_in_other_sector": ADD_BODY,
    "look_for_an_offer": Place("resource_new", N_("Write down an offer"), query={"side": "=offer", "body": "subject"}),
    "ask_what_would_change": Place("stances", N_("Open who wants what")),
    "ask_what_they_could_give": Place("resource_new", N_("Write down an offer"), query={"side": "=offer", "body": "subject"}),
    "ask_what_they_need": Place("resource_new", N_("Write down what they need"), query={"side": "=need", "body": "subject"}),
    "ask_departments_both": Place("paste_exchange", N_("Write down needs and offers")),
    "ask_group_needs": Place("resource_new", N_("Write down what they need"), query={"side": "=need", "body": "subject"}),
    "ask_group_offers": Place("resource_new", N_("Write down an offer"), query={"side": "=offer", "body": "subject"}),
    "look_what_it_gets": Place("exchange", N_("Open needs and offers")), "look_what_it_gives": Place("exchange", N_("Open needs and offers")),
    "ask_a_second_giver": Place("exchange", N_("Open needs and offers")),
    "meet_new_sector": BODY, "note_how_tie_came": TIES, "ask_whether_tie_holds": TIES, "ask_why_no_tie": TIES, "hand_over_ties": TIES,
    "ask_why_gone": Place("trash", N_("Open the trash")), "ask_needs_and_offers": BODY, "tell_invitation": BODY, "ask_whether_met": BODY,
    "say_why_changed": INITIATIVE,
}  # fmt: skip
"""Step -> where. What is not listed leads to the first body it is about, or nowhere."""


@dataclass(frozen=True, slots=True)
class Door:
    """A finished link."""

    label: str
    href: str


def door_of(finding: Finding, workspace_ref: str) -> Door | None:
    """Where the step is done; None where the page needs a body or initiative that the finding does not name, or is not there."""
    facts = {**finding.facts, "subject": finding.subject[0] if finding.subject else ""}
    place = DONE_AT.get(finding.step, BODY)
    ref = _word(facts, place.ref) if place.ref else ""
    if place.ref and not ref:
        return None
    try:
        at = reverse(place.page, args=[workspace_ref, *([ref] if ref else [])])
    except NoReverseMatch:
        return None
    query = {name: word for name, fact in place.query.items() if (word := fact[1:] if fact.startswith("=") else _word(facts, fact))}
    return Door(_(place.label), at + ("?" + urlencode(query) if query else ""))


def _word(facts: Mapping[str, Any], name: str) -> str:
    """A fact that is a ref or a text; the first of several."""
    value = facts.get(name, "")
    value = value[0] if isinstance(value, tuple) and value else value
    return value if isinstance(value, str) else ""
