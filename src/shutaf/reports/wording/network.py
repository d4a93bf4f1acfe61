"""The words of: who works with whom as far as we know, who holds it, what hangs together, and whom to ask next."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import Choice, Facts, Words, when
from shutaf.reports.wording.template import Template, plural


def above_zero(fact: str, template: Template, otherwise: Template | None = None) -> Callable[[Facts], Template | None]:
    """The sentence where a Number is there and above 0, else the other one."""
    return lambda facts: template if facts.get(fact) is not None and facts[fact].value else otherwise


def differs_outside(facts: Facts) -> Template | None:
    """The figures without our own ties, where that is another figure."""
    if (facts["across"].value, facts["within"].value) == (facts["across_outside"].value, facts["within_outside"].value):
        return None
    return N_(
        "Without the ties of the municipality and of those who filled in the map: {across_outside:n} across, {within_outside:n} inside."
    )


def _in_order(facts: Facts) -> Template:
    if len(facts["bodies"]) == 1:
        return N_("{bodies:bodies}.")
    if facts["order"] == "name":
        return N_("{bodies:bodies}, in the order of their names; the map cannot rank them.")
    return N_("{bodies:bodies}, those with most open pairs first.")


def dated(template: Template) -> Callable[[Facts], Template | None]:
    """The last day of a role is one person's matter: said beside the name, to the driver."""
    return lambda facts: template if facts.get("person") and facts.get("until_date") else None


ONE_PERSON_WHY: tuple[Choice, ...] = (
    plural(
        "{ties:n} tie is written down with this person alone: {bodies:bodies}.",
        "{ties:n} ties are written down with this person alone: {bodies:bodies}.",
        "ties",
    ),
    when("only_route_to", N_("To {only_route_to:bodies} the municipality has no other way that we know of.")),
)

FINDINGS: dict[str, Words] = {
    "no_ties_known": Words(
        N_("**No tie is written down yet.**"),
        (
            plural(
                "{bodies:n} body is listed, but nobody said who works with whom.",
                "{bodies:n} bodies are listed, but nobody said who works with whom.",
                "bodies",
            ),
        ),
    ),
    "map_as_seen": Words(
        above_zero(
            "informants",
            plural(
                "**This is the town as {informants:n} person sees it.**",
                "**This is the town as {informants:n} people see it.**",
                "informants",
            ),
            N_("**Who filled in this map is not written down.**"),
        ),
        (
            N_(
                "Of the pairs of outside bodies something is known for {pairs_known:n}. A blank pair is not known; it does not mean “no tie”."
            ),
        ),
    ),
    "survey_answers": Words(
        plural("**{answered:n} body answered for itself.**", "**{answered:n} bodies answered for themselves.**", "answered"),
        (when("silent", N_("Not answered yet: {silent:bodies}.")),),
    ),
    "holder_leaving": Words(
        lambda facts: _leaving(facts),
        (dated(N_("The role is written down until {until_date:date}.")), *ONE_PERSON_WHY),
    ),
    "connector_leaving": Words(
        N_("**{ask:body} connects sectors, and the only contact we know there leaves soon.**"),
        (
            when("person", N_("The contact is {person:person}.")),
            when("role", N_("Their role: {role:text}.")),
            dated(N_("Written down until {until_date:date}.")),
            N_("Named as connecting: {sectors:groups}."),
        ),
    ),
    "one_person_ties": Words(lambda facts: _one_person(facts), ONE_PERSON_WHY),
    "one_department_route": Words(
        plural(
            "**To {count:n} body the way leads through {department:body} only.**",
            "**To {count:n} bodies the way leads through {department:body} only.**",
            "count",
        ),
        (N_("These are {bodies:bodies}. Nobody wrote down another department that works with them."),),
    ),
    "shared_contacts": Words(
        plural(
            "**{departments:bodies} work with the same body, perhaps without knowing.**",
            "**{departments:bodies} work with the same {count:n} bodies, perhaps without knowing.**",
            "count",
        ),
        (
            N_("Both work with {bodies:bodies}."),
            when(
                "is_known_none",
                N_("Between the two departments there is no tie, as far as is written."),
                N_("No tie between the two departments is known to us."),
            ),
        ),
    ),
    "ties_across_sectors": Words(
        plural("**Of the ties we know, {across:n} crosses sectors.**", "**Of the ties we know, {across:n} cross sectors.**", "across"),
        (
            plural(
                "{ties:n} tie is known; inside one sector: {within:n}.", "{ties:n} ties are known; inside one sector: {within:n}.", "ties"
            ),
            differs_outside,
        ),
    ),
    "groups_without_known_tie": Words(
        N_("**Between {group:group} and {other_group:group} no tie is known to us.**"),
        (
            above_zero(
                "known_none",
                N_("For {known_none:n} pairs somebody wrote that there is none; about the rest nothing is written."),
                N_("Nothing is written about these pairs yet."),
            ),
        ),
    ),
    "connectors_named": Words(
        plural(
            "**{connectors:n} body is named as connecting sectors.**",
            "**{connectors:n} bodies are named as connecting sectors.**",
            "connectors",
        ),
        (lambda facts: _in_order(facts),),
    ),
    "no_connector_named": Words(
        N_("**Nobody outside the municipality is named as connecting sectors.**"),
        (
            plural(
                "{ties:n} tie between outside bodies is known. Connectors may be there; nobody was asked.",
                "{ties:n} ties between outside bodies are known. Connectors may be there; nobody was asked.",
                "ties",
            ),
        ),
    ),
    "connector_named": Words(
        N_("**{ask:body} is named as connecting {sectors:groups}.**"),
        (
            plural("This rests on {ties:n} tie.", "This rests on {ties:n} ties.", "ties"),
            when("only_for", N_("For some of these sectors nobody else is named.")),
            when("reported_by", N_("As reported by {reported_by:bodies}.")),
        ),
    ),
    "bodies_without_known_tie": Words(
        plural("**With {count:n} body no tie is known to us.**", "**With {count:n} bodies no tie is known to us.**", "count"),
        (
            when("bodies", N_("These are {bodies:bodies}. They may have many that nobody wrote down.")),
            plural(
                "Without the ties of the municipality and of those who filled in the map it would be {count_outside:n}.",
                "Without the ties of the municipality and of those who filled in the map it would be {count_outside:n}.",
                "count_outside",
            ),
        ),
    ),
    "body_without_known_tie": Words(
        N_("**{about:body}: no tie known to us.**"),
        (
            when("was_asked", N_("They were asked and named none."), N_("They were not asked.")),
            when("to_ask", N_("Closest to them in what they do: {to_ask:bodies}.")),
        ),
    ),
    "cut_body": Words(
        plural(
            "**Without {subject:body} we know of no way to {cut_off:n} body.**",
            "**Without {subject:body} we know of no way to {cut_off:n} bodies.**",
            "cut_off",
        ),
        (
            N_("Behind it: {bodies:bodies}."),
            above_zero(
                "cut_off_outside",
                N_("It holds without the municipality's ties too."),
                N_("With only the ties between outside bodies this would not show."),
            ),
        ),
    ),
    "single_tie_between_parts": Words(
        N_("**One tie joins two parts: {subjects:bodies}.**"),
        (
            plural(
                "Behind it stands {smaller_side:n} body; no other way is known to us.",
                "Behind it stand {smaller_side:n} bodies; no other way is known to us.",
                "smaller_side",
            ),
        ),
    ),
    "parts_apart": Words(
        plural("**The known ties form {parts:n} part.**", "**The known ties form {parts:n} separate parts.**", "parts"),
        (N_("Without the ties of the municipality and of those who filled in the map: {parts_outside:n}."),),
    ),
    "groups_found": Words(
        plural("**{count:n} group shows in the known ties.**", "**{count:n} groups show in the known ties.**", "count"),
        (N_("Inside them bodies work together more than with the rest. Different starts of the computation agree by {stability:share}."),),
    ),
}


def _leaving(facts: Facts) -> Template:
    if facts.get("person"):
        return N_("**{person:person} leaves soon, and holds ties alone.**")
    if facts.get("role") and facts.get("body"):
        return N_("**A role that holds ties alone ends soon: {role:text}, {body:body}.**")
    return N_("**Somebody who holds ties alone leaves soon.**")


def _one_person(facts: Facts) -> Template:
    if facts.get("person"):
        return plural("**{ties:n} tie rests on {person:person} alone.**", "**{ties:n} ties rest on {person:person} alone.**", "ties")
    if facts.get("role") and facts.get("body"):
        return plural(
            "**{ties:n} tie rests on one role: {role:text}, {body:body}.**",
            "**{ties:n} ties rest on one role: {role:text}, {body:body}.**",
            "ties",
        )
    return plural("**{ties:n} tie rests on one person.**", "**{ties:n} ties rest on one person.**", "ties")


def _hand_over(facts: Facts) -> Template:
    if facts["ask"] and facts["ask"] == facts["about"]:
        return N_("Ask {ask:shaped} who takes over, and meet both together.")
    if facts["ask"]:
        return N_("Before the role ends, let {ask:shaped} introduce a second person to {about:body}.")
    return N_("Before the role ends, arrange a joint visit of the successor to {about:body}.")


def _second_contact(facts: Facts) -> Template:
    return (
        N_("Write down a second person who knows {about:body}.") if facts.get("about") else N_("Write down a second person who knows them.")
    )


STEPS: dict[str, Choice] = {
    "ask_pair": N_("Ask {ask:shaped} whether they work with {about:body}."),
    "ask_itself": when(
        "about",
        N_("Ask {about:shaped}: whom do you work with?"),
        N_("Show the map to one body of each sector: what is missing, what is no longer true?"),
    ),
    "start_grid": N_("Take ten minutes with one department and tick who works with whom."),
    "confirm_map": N_("Show the map to one body of each sector: what is missing, what is no longer true?"),
    "chase_answers": N_("Ask {ask:shaped} first: others named them."),
    "hand_over": lambda facts: _hand_over(facts),
    "second_contact": lambda facts: _second_contact(facts),
    "introduce": N_("Ask {ask:shaped} to bring {about:body} and {to:body} together, or whether they have met."),
    "introduce_parts": N_("Invite one body of each part to the first meeting."),
    "bring_together": N_("Seat the two at one table in the first meeting."),
    "talk_about": N_("Let {ask:shaped} and {about:body} tell each other what they do with {over:body}."),
}

SURE: dict[str, Template] = {
    "asked": N_("{answered:count} of {bodies:count} bodies answered for themselves"),
    "pairs_known": N_("something is known for {known:count} of {possible:count} pairs"),
    "informants": N_("only one person filled in the map"),
    "stated": plural(
        "as written in {rows:count} row, confirmed by nobody else", "as written in {rows:count} rows, confirmed by nobody else", "rows"
    ),
}
