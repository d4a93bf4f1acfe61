"""The words of a meeting's question sheet: what is not known, and how to ask for it without assuming the answer."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.sheet import MUST_NOT_ASSUME, NOT_KNOWN
from shutaf.reports.wording.template import Template, plural

OPEN: dict[str, Template] = NOT_KNOWN | {
    "motives": MUST_NOT_ASSUME["motives_assumed"],
    "motives_unsaid": MUST_NOT_ASSUME["motives_unknown"],
    "needs": MUST_NOT_ASSUME["needs_assumed"],
    "needs_unsaid": MUST_NOT_ASSUME["needs_unknown"],
    "offers": MUST_NOT_ASSUME["offers_assumed"],
    "offers_unsaid": MUST_NOT_ASSUME["offers_unknown"],
    "barriers_unknown": N_("What holds them back: nobody asked yet."),
    "mover_unknown": N_("Who moves things there: not known."),
    "others_unknown": N_("Whom else they would bring: nobody asked yet."),
    "tie_unknown": N_("Whether they work with {other:body}: not known."),
    "giving_unknown": N_("Whether they could give {kind:kind} for {initiative:initiative}: not known."),
    "answers_differ": N_("We were told different things about: {fields:fields}."),
    "interests_assumed": plural(
        "{n:count} of their interests is assumed by us, not stated by them.",
        "{n:count} of their interests are assumed by us, not stated by them.",
        "n",
    ),
}
"""What is not known, as a statement."""

WORTH = N_("What would make this worth your time?")
MISSING = N_("What do you lack most at the moment?")
GIVING = N_("What could you give, and on which conditions?")

ASK: dict[str, Template] = {
    "motives": WORTH,
    "motives_unsaid": WORTH,
    "needs": MISSING,
    "needs_unsaid": MISSING,
    "offers": GIVING,
    "offers_unsaid": GIVING,
    "needs_unknown": N_("What do you need from the town, from residents or from others here?"),
    "offers_unknown": N_("What could you bring, if it served you too: a room, hours, knowledge, contacts?"),
    "motives_unknown": WORTH,
    "barriers_unknown": N_("What would make it hard for you to take part?"),
    "targets_unknown": N_("Which targets have you set yourselves?"),
    "ties_unknown": N_("With which departments of the municipality do you work, and how does it go?"),
    "sector_unknown": N_("How do you describe yourselves: a business, a public body, an association, a group of residents?"),
    "themes_unknown": N_("On which subjects do you work?"),
    "contact_unknown": N_("Whom may we call about this from now on?"),
    "date_unknown": N_("Is what we have written down about you still right?"),
    "mover_unknown": N_("Who with you takes such things forward?"),
    "others_unknown": N_("Who else should sit at this table?"),
    "tie_unknown": N_("Do you work with {other:body}, and on what?"),
    "giving_unknown": N_("Could you give {kind:kind}, and on which conditions?"),
    "answers_differ": N_("How is it with: {fields:fields}?"),
    "interests_assumed": N_("What do you yourselves want to reach or gain?"),
}
"""The question, as one would put it to the body: open, and never with our guess in it."""
