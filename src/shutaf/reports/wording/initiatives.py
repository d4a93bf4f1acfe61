"""The words of: the first initiative, what waits for later, who could carry it, and which needs and offers to follow up."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import Choice, Facts, Words, when
from shutaf.reports.wording.template import Template, plural

NO_FIRST: dict[str, Template] = {
    "no_initiative": N_("**No initiative is written down yet.**"),
    "chance_unknown": N_("**No initiative has a stated chance of success yet.**"),
    "none_passes_floor": N_("**No initiative reaches the floor set for the chance of success.**"),
}

SIDES: dict[str, Template] = {
    "municipality": N_("**The municipality is not on the map yet.**"),
    "other_sector": N_("**Nobody outside the public sector could be counted in yet.**"),
}

AMONG_EDITORS = when("for_editors", N_("Counted among those that are kept for editors."))

FINDINGS: dict[str, Words] = {
    "first_initiative": Words(N_("**Start with {initiative:initiative}.**")),
    "no_first_initiative": Words(lambda facts: NO_FIRST[str(facts["why"])]),
    "second_stage_initiative": Words(
        N_("**{initiative:initiative} waits for the second stage.**"), (N_("Its chance of success is under the floor set beforehand."),)
    ),
    "initiatives_chance_unknown": Words(
        plural(
            "**For {count:n} initiative nobody stated a chance of success.**",
            "**For {count:n} initiatives nobody stated a chance of success.**",
            "count",
        )
    ),
    "coalition_is_preparation_for_open_invitation": Words(
        plural(
            "**{size:n} body could carry {initiative:initiative}.**", "**{size:n} bodies could carry {initiative:initiative}.**", "size"
        ),
        (N_("A preparation for an open invitation, not a selection."),),
    ),
    "requirement_offered_by_nobody": Words(N_("**Nobody is known to offer {kind:kind} for {initiative:initiative}.**")),
    "requirement_partly_offered": Words(N_("**Known offers cover {share:share} of the {kind:kind} that {initiative:initiative} needs.**")),
    "coalition_rests_on_unknown_amounts": Words(
        plural(
            "**For {count:n} thing that {initiative:initiative} needs, nobody said how much is offered.**",
            "**For {count:n} things that {initiative:initiative} needs, nobody said how much is offered.**",
            "count",
        ),
        (N_("It concerns {offers:resources}."),),
    ),
    "side_unknown": Words(lambda facts: SIDES[str(facts["side"])]),
    "requirements_unknown": Words(N_("**What {initiative:initiative} requires is not written down.**")),
    "nothing_required_is_offered": Words(N_("**Nothing that {initiative:initiative} requires is offered yet.**")),
    "strongly_against_not_counted_on": Words(
        N_("**Strongly against {initiative:initiative}: {bodies:bodies}.**"),
        (N_("As written; they are not counted on, and not left out of the talk."),),
    ),
    "needs_unmet": Words(
        plural("**{count:n} need meets no offer.**", "**{count:n} needs meet no offer.**", "count"),
        (when("for_goals", N_("On a goal of the place: {for_goals:resources}.")), AMONG_EDITORS),
    ),
    "offers_unused": Words(
        plural("**{count:n} offer meets no need.**", "**{count:n} offers meet no need.**", "count"),
        (N_("{offers:resources}."), AMONG_EDITORS),
    ),
    "bodies_offer_unknown": Words(
        plural(
            "**{count:n} body said what it needs, and was not asked what it could give.**",
            "**{count:n} bodies said what they need, and were not asked what they could give.**",
            "count",
        ),
        (N_("{bodies:bodies}."), AMONG_EDITORS),
    ),
    "bodies_need_unknown": Words(
        plural(
            "**{count:n} body said what it could give, and was not asked what it needs.**",
            "**{count:n} bodies said what they could give, and were not asked what they need.**",
            "count",
        ),
        (N_("{bodies:bodies}."), AMONG_EDITORS),
    ),
    "resources_kind_unknown": Words(
        plural(
            "**For {count:n} need or offer the kind of resource is not known.**",
            "**For {count:n} needs and offers the kind of resource is not known.**",
            "count",
        ),
        (N_("{resources:resources}."), AMONG_EDITORS),
    ),
}


def _first_of(facts: Facts) -> str:
    """Which fact names the one to ask first."""
    return "subject" if facts.get("subject") else ""


STEPS: dict[str, Choice] = {
    "check_first_with_partners": N_(
        "Show {initiative:initiative} to two of those who would gain, before the meeting: would you start with this?"
    ),
    "ask_how_likely": N_("Put a chance of success from 0 to 1 on each initiative, with one colleague from another department."),
    "look_for_a_smaller_one": N_("Look for a smaller step inside it that could succeed within a year."),
    "say_what_first_must_prove": N_("Say openly what {first:initiative} must show before {initiative:initiative} can start."),
    "publish_open_call": N_("Publish an open call for {initiative:initiative} on equal terms, and tell these bodies that it is open."),
    "need_learn_buy_or_add": N_("Ask of {kind:kind}: is it needed, can it be learnt or bought, or who else could bring it?"),
    "ask_how_much": lambda facts: (
        N_("Ask {subject:shaped} how much they could give.") if _first_of(facts) else N_("Ask the givers how much they could give.")
    ),
    "bring_in_municipality": N_("Tell the municipality early: who decides, and whose work plan and budget does it touch?"),
    "bring_in_other_sector": N_("Bring in one body from business or civil society before planning further."),
    "ask_what_it_requires": N_("Write down what it cannot do without: space, hours, money, access."),
    "look_for_an_offer": lambda facts: (
        N_("Ask {subject:shaped} who might have this: {first_need:resource}.")
        if _first_of(facts)
        else N_("Ask the invited bodies what they could give.")
    ),
    "ask_what_would_change": N_("Ask {bodies:bodies} what would have to be different."),
    "ask_who_needs_it": when(
        "for_editors",
        N_("Ask {subject:shaped} whether this offer may be told to others."),
        N_("Read these offers out in the first meeting: who needs one of them?"),
    ),
    "ask_what_they_could_give": N_("Ask {subject:shaped}: what could you give without it hurting?"),
    "ask_what_they_need": N_("Ask {subject:shaped}: what do you need?"),
    "ask_what_kind": N_("Choose a kind of resource from the list, so that they can be matched."),
}

SURE: dict[str, Template] = {
    "weights_varied": N_("first in {share_first:share} of a thousand weightings; {known:count} of {of:count} criteria are known"),
    "as_written": N_("as written in the sheet"),
    "chance_is_stated": N_("the chance is somebody's estimate"),
    "amounts_unknown": N_("some amounts were not said"),
    "as_far_as_we_were_told": N_("as far as we were told"),
    "as_told_by": N_("as somebody told us"),
}
