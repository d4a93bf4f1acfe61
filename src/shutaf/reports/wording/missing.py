"""The words of: who is missing by population group, neighbourhood, anchor institution and model; and what a place's profile speaks for."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.actors import asked_because
from shutaf.reports.wording.said import Choice, Facts, Words, when
from shutaf.reports.wording.template import Template, plural

ROLES: Mapping[str, Template] = {
    "peers": N_("**Too few businesses that could learn from one another.**"),
    "recruiter": N_("**Nobody who reaches many businesses: a chamber, an association, a utility.**"),
    "adviser": N_("**Nobody who could guide the businesses: a civil-society or research body.**"),
    "checker": N_("**Nobody independent who could check the results.**"),
    "giver": N_("**No business that could act in the community.**"),
    "host": N_("**Nobody from the community who states the need and stays with it.**"),
    "anchor": N_("**No large buyer and employer: hospital, college, plant, utility.**"),
    "small_firms": N_("**Too few small businesses that could win local orders.**"),
    "method": N_("**Nobody who brings the method and the training: a civil-society or research body.**"),
    "research": N_("**Nobody from research.**"),
    "business_voice": N_("**Nobody who speaks for many businesses.**"),
    "civil_voice": N_("**Nobody from civil society.**"),
    "residents": N_("**No body of the residents.**"),
    "youth": N_("**Nobody who speaks for the young.**"),
}
"""What is said of each seat that nobody fills."""


def _role(facts: Facts) -> Template:
    return ROLES[str(facts["role"])]


FINDINGS: dict[str, Words] = {
    "challenge_without_body": Words(
        N_("**A challenge without a body: {theme:theme}.**"),
        (N_("The place named this challenge, and no outside body on the list works on it."), asked_because),
    ),
    "group_without_body": Words(
        N_("**Nobody on the map for: {group:text}.**"),
        (
            N_("The profile names this group, and no body on the list wrote it among its groups, as far as who typed the map knows."),
            asked_because,
        ),
    ),
    "neighbourhood_without_body": Words(
        N_("**Nobody on the map from the neighbourhood {neighbourhood:text}.**"),
        (N_("The profile names this neighbourhood, and no body on the list is written down there."), asked_because),
    ),
    "anchor_not_on_map": Words(
        N_("**{name:text} is not on the map.**"),
        (
            N_("The profile names it as an anchor institution: one that stays, buys and employs here."),
            when("near", N_("Perhaps it is {near:body}, written differently.")),
        ),
    ),
    "role_without_body": Words(
        _role,
        (
            plural(
                "The model “{typology:typology}” asks for {least:count}; on the map: {have:count}.",
                "The model “{typology:typology}” asks for {least:count}; on the map: {have:count}.",
                "least",
            ),
            when(
                "untold",
                plural(
                    "Of {untold:count} body nobody wrote down the kind; it may fit.",
                    "Of {untold:count} bodies nobody wrote down the kind; some may fit.",
                    "untold",
                ),
            ),
            asked_because,
        ),
    ),
}

STEPS: dict[str, Choice] = {
    "ask_who_of_group": N_("Ask {ask:shaped}: who belongs to {group:text}, or works with them?"),
    "list_who_of_group": N_("Write down one body of {group:text}, or one that they trust."),
    "ask_who_of_neighbourhood": N_("Ask {ask:shaped}: whom do you know in the neighbourhood {neighbourhood:text}?"),
    "list_who_of_neighbourhood": N_("Write down one body from the neighbourhood {neighbourhood:text}, whatever its size."),
    "ask_who_of_anchor": N_("Add {name:text} to the map, and ask {ask:shaped} who in the municipality works with it."),
    "list_who_of_anchor": N_("Add {name:text} to the map, and tick which department knows it."),
    "ask_who_for_role": N_("Ask {ask:shaped}: whom do you know who could do this?"),
    "list_who_for_role": N_("Write down one body that could do this, or its kind where it is on the map already."),
}

SURE: dict[str, Template] = {
    "groups_known": plural(
        "the population groups of {known:count} of {total:count} body are written down",
        "the population groups of {known:count} of {total:count} bodies are written down",
        "total",
    ),
    "neighbourhood_known": plural(
        "the neighbourhood of {known:count} of {total:count} body is written down",
        "the neighbourhood of {known:count} of {total:count} bodies is written down",
        "total",
    ),
    "kind_known": plural(
        "the kind of {known:count} of {total:count} body is written down",
        "the kind of {known:count} of {total:count} bodies is written down",
        "total",
    ),
    "name_compared": plural(
        "its name was compared with the name of {total:count} body",
        "its name was compared with the names of {total:count} bodies",
        "total",
    ),
}

FITS: dict[str, Template] = {
    "themes": N_("It works on {themes:themes}, which the place named."),
    "firms_on_map": N_("{firms:count} businesses are on the map: enough for a group that learns from one another."),
    "groups_named": plural(
        "The profile names {groups:count} population group whose life it could change.",
        "The profile names {groups:count} population groups whose life it could change.",
        "groups",
    ),
    "hosts_on_map": plural(
        "{hosts:count} body of civil society and community can say what is needed.",
        "{hosts:count} bodies of civil society and community can say what is needed.",
        "hosts",
    ),
    "anchors_named": plural(
        "The profile names {anchors:count} anchor institution that could buy and hire here.",
        "The profile names {anchors:count} anchor institutions that could buy and hire here.",
        "anchors",
    ),
    "economy_written": N_("The profile tells what the place lives on, so one can see where money leaves."),
    "low_cluster": N_("Socio-economic cluster {cluster:count} of 10: money and jobs that stay in the place count more."),
    "many_goals": N_("The place has {goals:count} goals: more than one body can carry."),
    "not_alone": plural(
        "{departments:count} department wrote down goals it cannot reach alone.",
        "{departments:count} departments wrote down goals they cannot reach alone.",
        "departments",
    ),
    "sectors_on_map": N_("{sectors:count} of 5 sectors are on the map."),
    "few_firms": N_("Businesses on the map: {firms:count}. A group that learns together has at least 3."),
    "no_host": N_("Nobody from civil society or the community is on the map, and the need must come from there."),
    "no_anchor_named": N_("The profile names no anchor institution yet."),
    "second_stage": N_("It is usually a second stage, after a first success."),
}
"""Why the profile speaks for a model, and what speaks against it."""
