"""What are the parts of a case called, and what is each for?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from shutaf.content.cases.schema import Part
from shutaf.reports.wording.library import GRADES, OUTCOMES
from shutaf.reports.wording.library_cases import PLACE_KIND_SAID, ROLE_SAID


def parts_said() -> dict[Part, str]:
    return {
        "place": _("The place"), "partners": _("Who took part"), "start": _("Beginning"), "end": _("End"), "done": _("What was done"),
        "precondition": _("What had to be there first"), "people": _("People"), "money": _("Money"), "months": _("Months of work"),
        "result": _("What came of it"), "lesson": _("What others can learn"), "needs_here": _("What it would need elsewhere"),
    }  # fmt: skip


def parts_asked() -> dict[Part, str]:
    """What whoever writes a part asks oneself."""
    return {
        "place": _("What of the place mattered: its size, its people, what it lives on. A reader compares it with the own place."),
        "partners": _("What each gave and got. Only what each of them would say so too."),
        "done": _("What was really done, in the order in which it was. Plans that stayed plans are told under what others can learn."),
        "precondition": _("What was there before and without which it would not have gone: a decision, a person, a tie, a law."),
        "people": _("Who coordinated and how many hours a week; volunteers too. Roles, not names."),
        "money": _("How much, from whom, for what. None is an answer as well."),
        "months": _("From the first talk to the first result, and what took longest."),
        "result": _("A number with unit, period and baseline where there is one; and who says so."),
        "lesson": _("What you would do again, and what not. A failure that is told saves somebody else two years."),
        "needs_here": _("What another place would have to have or change before it tries the same."),
        "start": _("When it began, and with what."),
        "end": _("When and why it ended, or what became of it."),
    }  # fmt: skip


def grades_said() -> dict[str, str]:
    return {**{grade: _(said) for grade, said in GRADES.items()}, "": _("nobody said how this is known")}


def outcomes_said() -> dict[str, str]:
    return {outcome: _(said) for outcome, said in OUTCOMES.items()}


def partner_parts_said() -> dict[str, str]:
    return {part: _(said) for part, said in ROLE_SAID.items()}


def places_said() -> dict[str, str]:
    return {kind: _(said) for kind, said in PLACE_KIND_SAID.items()}


def states_said() -> dict[str, str]:
    return {"draft": _("draft"), "review": _("being read by those who took part"), "published": _("published")}


def audiences_said() -> dict[str, str]:
    return {"workspace": _("members of this workspace"), "network": _("every workspace of this server"), "public": _("everybody")}
