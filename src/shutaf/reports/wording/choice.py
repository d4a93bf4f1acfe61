"""The words of: why an initiative comes first or waits, what its coalition rests on, and what a wider one would cost."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import Choice, Facts
from shutaf.reports.wording.template import Template, plural

REASONS_FOR: dict[str, Choice] = {
    "chance_reaches_floor": N_("its chance of success is put at {value:share}"),
    "result_within_a_year": plural("a first result shows after {value:n} month", "a first result shows after {value:n} months", "value"),
    "several_sectors_gain": plural("{value:n} sector gains", "{value:n} sectors gain", "value"),
    "resources_covered": N_("known offers cover everything it needs"),
    "bodies_willing": plural("{value:n} body is in favour", "{value:n} bodies are in favour", "value"),
    "reaches_floor": N_("{criterion:criterion} ({value:n}) reaches the floor set beforehand ({floor:n})"),
}

REASONS_AGAINST: dict[str, Choice] = {
    "chance_below_floor": N_("its chance of success is put at {value:share} only"),
    "result_after_a_year": plural(
        "a first result shows only after {value:n} month", "a first result shows only after {value:n} months", "value"
    ),
    "one_sector_gains": N_("few sectors gain: {value:n}"),
    "no_body_willing": N_("nobody is known to be in favour"),
    "put_off": N_("it was put off to the second stage"),
    "below_floor": N_("{criterion:criterion} ({value:n}) does not reach the floor set beforehand ({floor:n})"),
    "resource_not_covered": lambda facts: (
        N_("of {kind:kind} ({wanted:amount}) known offers cover {share:share}")
        if facts["wanted"]
        else N_("nobody is known to offer {kind:kind}")
    ),
    "resource_may_cover": N_("{kind:kind} may be covered, but how much is offered was not said"),
    "bodies_strongly_against": plural("{bodies:bodies} is strongly against it", "{bodies:bodies} are strongly against it", "value"),
    "value_unknown": N_("not known: {criterion:criterion}"),
}

WHY_NOT_FIRST: dict[str, Template] = {
    "no_initiative": N_(
        "No initiative is written down yet. Three candidates with a chance and the months to a result are enough to compare."
    ),
    "chance_unknown": N_("No initiative has a stated chance of success yet. One number each is enough to compare them."),
    "none_passes_floor": N_(
        "No initiative reaches the floor set for the chance of success. Look for a smaller one that is likely to succeed."
    ),
}

MEMBER_WHY: dict[str, Template] = {
    "municipality": N_("stands for the municipality"),
    "other_sector": N_("the one from outside the municipality"),
    "only_giver": N_("nobody else known offers it"),
    "covers": N_("covers what is needed"),
    "may_cover": N_("may cover it: how much was not said"),
    "works_with_municipality": N_("already works with the municipality"),
}

LEFT_OUT: dict[str, Template] = {
    "strongly_against": N_("{body:body}: strongly against; talk first, and do not count on them."),
    "not_to_be_invited": N_("{body:body}: marked as not to be invited."),
    "would_not_join": N_("{body:body}: said that it would not join."),
}

MISSING_SIDES: dict[str, Template] = {
    "municipality": N_("No department and no public body is on the map; the municipality must be brought in early."),
    "other_sector": N_("Nobody outside the public sector could be counted in yet."),
}


def _wish(facts: Facts) -> Template:
    if facts["price"] is None:
        return N_("{sector:group}: no such body is on the map.")
    if not facts["price"].value:
        return N_("{sector:group}: another set of the same size has it, with {body:body}.")
    return plural(
        "{sector:group}: costs {price:n} more member, {body:body}.",
        "{sector:group}: costs {price:n} more members, among them {body:body}.",
        "price",
    )


WISH: Choice = _wish

FALLS_UNDER = N_("It stays first unless {criterion:criterion} weighs less than {at:share}.")
RISES_OVER = N_("It stays first unless {criterion:criterion} weighs more than {at:share}.")

FALLS_UNDER_THEN = N_("It stays first unless {criterion:criterion} weighs less than {at:share}; then {other:initiative} comes first.")
RISES_OVER_THEN = N_("It stays first unless {criterion:criterion} weighs more than {at:share}; then {other:initiative} comes first.")

MUST_PROVE: dict[str, Template] = {
    "chance_below_floor": N_("That working together holds: promises kept for half a year. Then its chance is judged anew."),
    "below_floor": N_("That {criterion:criterion} can reach {floor:n}."),
    "resource_not_covered": N_("That somebody brings {kind:kind}."),
    "resource_may_cover": N_("How much of {kind:kind} is really given."),
    "no_body_willing": N_("That those who would gain say that they want it."),
}
"""What a first initiative may show for a larger one, by what speaks against the larger one now. Ours."""
