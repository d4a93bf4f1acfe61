"""How is a line of a table's sheet said back, and what is wrong with one that was not understood?"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.imports.kit_lines import Fact, NeedOrOffer, NewBody, Rating, Tick, Wrong
from shutaf.reports.document import Line, Name, fill
from shutaf.reports.wording.speech import Speech

LEVELS: Mapping[str, str] = {
    "none": N_("{one} and {other}: no tie"),
    "knows": N_("{one} and {other} know each other"),
    "works": N_("{one} and {other} work together"),
}
TROUBLES: Mapping[str, str] = {
    "no_code": N_("No card has the code {fact}. Compare it with the card."),
    "wrong_code": N_("The letter of {fact} does not fit its number; {likely} was probably meant."),
    "range": N_("{fact} is not between 1 and 10. Write 1 for lowest, 10 for highest, - for not said."),
    "level": N_("{fact} is not 0, 1 or 2 (no tie, knows, works with)."),
    "same": N_("Both codes are the same body. A tie needs two."),
    "nothing": N_("Nothing stands behind it. Write what was said, or delete the line."),
    "no_name": N_("A name is needed behind the colon."),
    "not_read": N_("This line was not understood. It begins with a code, or with a sector and a colon."),
    "too_long": N_("The line is longer than {fact} letters. Split it."),
}


def said_fact(one: Fact, speech: Speech) -> Line:
    match one:
        case Tick():
            return fill(_(LEVELS[one.level]), one=speech.body(one.body, shape=True), other=speech.body(one.other, shape=True))
        case Rating():
            unknown = _("not said")
            influence = unknown if one.influence_1_10 is None else speech.digits(one.influence_1_10)
            interest = unknown if one.interest_1_10 is None else speech.digits(one.interest_1_10)
            return fill(
                _("{body}: influence {influence}, interest {interest}"), body=speech.body(one.body, shape=True), influence=influence, interest=interest
            )  # fmt: skip
        case NeedOrOffer(side="need"):
            return fill(_("{body} needs: {title}"), body=speech.body(one.body, shape=True), title=Name(one.title))
        case NeedOrOffer():
            return fill(_("{body} offers: {title}"), body=speech.body(one.body, shape=True), title=Name(one.title))
        case NewBody():
            return fill(_("New on the map: {name} ({group})"), name=Name(one.name), group=speech.group(one.group))


def said_wrong(one: Wrong) -> Line:
    return fill(_(TROUBLES[one.trouble]), fact=Name(one.fact), likely=Name(one.likely))
