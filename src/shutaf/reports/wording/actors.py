"""The words of: who is missing, what is shared, and how sure that is."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import Choice, Facts, Words, when
from shutaf.reports.wording.template import Template, plural

ASKED_BECAUSE: dict[str, Template] = {
    "tied_on_theme": N_("They work on {theme:theme}, and a department already knows them."),
    "on_theme": N_("They work on {theme:theme}."),
    "department_on_theme": N_("This department carries {theme:theme} among its goals."),
    "department_widest": N_("This department knows bodies in most sectors."),
}
"""Why this body is the one to ask, by the rule that chose it."""


def _own_needs(facts: Facts) -> Template:
    if facts["own_needs"].value:
        return plural("They named {own_needs:n} need of their own.", "They named {own_needs:n} needs of their own.", "own_needs")
    return N_("What they need themselves is not written down.")


def asked_because(facts: Facts) -> Template | None:
    return ASKED_BECAUSE.get(str(facts.get("ask_rule", "")))


FINDINGS: dict[str, Words] = {
    "sector_missing": Words(
        N_("**Nobody from {sector:group} is on the map.**"),
        (N_("No body on this list belongs to this sector. That may be the list, not the town."), asked_because),
    ),
    "sector_thin": Words(
        N_("**Few from {sector:group}, and they touch few of the goals.**"),
        (
            plural(
                "{bodies:n} body is listed; it touches {goals:n} of the place's goals.",
                "{bodies:n} bodies are listed; they touch {goals:n} of the place's goals.",
                "bodies",
            ),
            when("open_themes", N_("Not covered by this sector: {open_themes:themes}.")),
            asked_because,
        ),
    ),
    "goal_without_body": Words(
        N_("**A goal without a body: {theme:theme}.**"),
        (N_("The place named this goal, and no outside body on the list works on it."), asked_because),
    ),
    "goal_one_sector": Words(
        N_("**The goal “{theme:theme}” rests on one sector: {sector:group}.**"),
        (
            plural("{bodies:n} body on the list works on it.", "{bodies:n} bodies on the list work on it, all of one sector.", "bodies"),
            plural(
                "In {ask_sector:group} there is {untold:n} body whose themes we do not know; it may work on this already.",
                "In {ask_sector:group} there are {untold:n} bodies whose themes we do not know; some may work on this already.",
                "untold",
            ),
        ),
    ),
    "target_shared": Words(
        plural("**One target, {bodies:n} body: {target:theme}.**", "**One target, {bodies:n} bodies: {target:theme}.**", "bodies"),
        (
            N_("Each named it as its own target."),
            when("pair_tie_known", N_("{pair:bodies} already work together."), N_("No tie between {pair:bodies} is known to us.")),
        ),
    ),
    "goal_not_alone_shared": Words(
        N_("**{department:body} cannot reach “{goal:theme}” alone, and others want it too.**"),
        (N_("Named it as their own target: {sharing:n}. Work on the theme: {working:n}."),),
    ),
    "asked_by_many": Words(
        plural("**{ask:body} is asked from {sides:n} side.**", "**{ask:body} is asked from {sides:n} sides.**", "sides"),
        (
            when(
                "departments",
                plural("{departments:count} department works with them.", "{departments:count} departments work with them.", "departments"),
            ),
            when("needing", N_("What they offer would serve {needing:bodies}.")),
            lambda facts: _own_needs(facts),
        ),
    ),
    "goal_not_alone_unshared": Words(
        N_("**{department:body} cannot reach “{goal:theme}” alone, and we know of nobody who shares it.**"),
        (N_("No outside body on the list named this target or works on this theme."),),
    ),
}

STEPS: dict[str, Choice] = {
    "ask_who_in_sector": N_("Ask {ask:shaped}: whom do you know in {sector:group} who works on {theme:theme}?"),
    "list_who_in_sector": N_("Write down one body of {sector:group}, whatever its size, and tick which department knows it."),
    "ask_who_on_theme": N_("Ask {ask:shaped}: who in town works on {theme:theme}?"),
    "list_who_on_theme": N_("Write down one body that works on {theme:theme}, or say that the goal can wait."),
    "ask_joint_target": N_("Ask {pair:bodies} whether they would measure this target together."),
    "ask_to_join_goal": N_("Let {department:body} call {ask:shaped}: what would you need to do this with us?"),
    "one_door": N_("Agree on one person who speaks with {ask:shaped}, and begin with what they need themselves."),
    "one_door_and_ask": N_("Agree on one person who speaks with {ask:shaped}, and ask first what they need themselves."),
    "ask_department_who": N_("Ask {department:body}: who outside the municipality would gain if this were reached?"),
}

SURE: dict[str, Template] = {
    "sector_known": plural(
        "the sector of {known:count} of {total:count} body is known",
        "the sector of {known:count} of {total:count} bodies is known",
        "total",
    ),
    "theme_known": plural(
        "the themes of {known:count} of {total:count} body are known",
        "the themes of {known:count} of {total:count} bodies are known",
        "total",
    ),
    "target_or_theme_known": plural(
        "the targets or themes of {known:count} of {total:count} body are known",
        "the targets or themes of {known:count} of {total:count} bodies are known",
        "total",
    ),
    "target_known": plural(
        "the targets of {known:count} of {total:count} body are known",
        "the targets of {known:count} of {total:count} bodies are known",
        "total",
    ),
}
