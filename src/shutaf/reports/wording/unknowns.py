"""The words of: what we do not know, what would fill a section, and what five more minutes would buy."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext

from shutaf import content
from shutaf.analysis.situation import Number
from shutaf.analysis.unknowns.minutes import Question
from shutaf.analysis.unknowns.sections import MissingInput
from shutaf.reports.document import Line, Text, line
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import Template, plural, speak

COVERAGE: Mapping[str, Template] = {
    "pairs_unknown": N_("Whether they work together is not known for {n:n} of {base:count} pairs of bodies."),
    "departments_not_asked": plural(
        "{n:n} of {base:count} departments was not asked whom it works with.",
        "{n:n} of {base:count} departments were not asked whom they work with.",
        "n",
    ),
    "needs_unknown": plural(
        "{n:n} of {base:count} bodies was not asked what it needs.", "{n:n} of {base:count} bodies were not asked what they need.", "n"
    ),
    "offers_unknown": plural(
        "{n:n} of {base:count} bodies was not asked what it could bring.",
        "{n:n} of {base:count} bodies were not asked what they could bring.",
        "n",
    ),
    "sectors_unknown": plural(
        "The sector of {n:n} of {base:count} bodies is not written down.",
        "The sector of {n:n} of {base:count} bodies is not written down.",
        "n",
    ),
    "themes_unknown": plural(
        "The themes of {n:n} of {base:count} bodies are not written down.",
        "The themes of {n:n} of {base:count} bodies are not written down.",
        "n",
    ),
    "chances_unknown": plural(
        "The chance of success of {n:n} of {base:count} initiatives was not estimated.",
        "The chance of success of {n:n} of {base:count} initiatives was not estimated.",
        "n",
    ),
    "requirements_unknown": plural(
        "What {n:n} of {base:count} initiatives requires is not written down.",
        "What {n:n} of {base:count} initiatives require is not written down.",
        "n",
    ),
}
"""The unknowns a reader should hear of, most important first; the rest stand in the method part."""

QUESTIONS: Mapping[str, Template] = {
    "chance_of_initiative": N_("How likely is {initiative:initiative} to succeed? One number from 0 to 1, talked over with a colleague."),
    "months_of_initiative": N_("After how many months would people see a first result of {initiative:initiative}?"),
    "offer_for_requirement": N_("Call {subject:shaped}: could they give {kind:kind} for {initiative:initiative}?"),
    "sector_of_body": N_("Which sector does {subject:body} belong to?"),
    "ties_of_department": N_("Ask {subject:shaped} which of the outside bodies they work with."),
    "tie_of_pair": N_("Ask {subject:shaped} whether they work with {other:body}."),
    "invite_of_body": N_("Should {subject:shaped} be invited: yes, no or later?"),
    "need_of_body": N_("Call {subject:shaped}: what do they need?"),
    "goals_of_place": N_("Which goals did the council decide on last? Copy them into the sheet of the place."),
    "rating_of_body": N_("How much influence and interest does {subject:body} have, from 1 to 10? Write down who says so."),
}

CHANGES: Mapping[str, Template] = {
    "first": N_("which initiative comes first"),
    "coalition": N_("whether what it needs is covered, and by how many"),
    "missing": N_("who is missing"),
    "parts": N_("which parts of the town are joined"),
    "pages": N_("who gets a page"),
    "grid": N_("whom to keep close"),
    "matches": N_("which needs and offers meet"),
}


def said_unknown(number: Number, speech: Speech) -> Line | None:
    """One gap in what we know; None for a gap that is closed or not worth a reader's time."""
    if number.key not in COVERAGE or not number.value:
        return None
    return speak(COVERAGE[number.key], {"n": number, "base": number.base or 0}, speech)


def said_question(question: Question, speech: Speech) -> Line:
    """The question itself."""
    subject = question.subject
    facts = {
        "subject": subject[0] if subject else "",
        "other": subject[1] if len(subject) > 1 else "",
        "initiative": subject[0] if subject else "",
        **question.facts,
    }
    return speak(QUESTIONS[question.key], facts, speech)


def said_buys(question: Question, speech: Speech) -> Line:
    """What its answer would change, and how long it takes to ask."""
    what = _changed(question, speech)
    if not what:
        return line(_("No answer we tried would change this brief."))
    return line(said_minutes(question.minutes, speech), " ", _("The answer may change "), what, ".")


def said_reason(question: Question, speech: Speech) -> Line:
    """The same as a reason, to stand behind "because"; empty where no answer we tried would change anything."""
    what = _changed(question, speech)
    return line(_("the answer may change "), what, ".") if what else ()


def _changed(question: Question, speech: Speech) -> Line:
    return speech.several(
        [Text(part.text) for name in question.changes for part in speak(CHANGES[name], {}, speech) if isinstance(part, Text)]
    )


def said_missing_input(item: MissingInput, speech: Speech) -> Line:
    """What would fill a section: the sheet, its columns, the minutes."""
    names = {column.key: column.names[speech.language] for column in content.columns(item.sheet)}
    sheet = next(sheet.names[speech.language] for sheet in content.sheets() if sheet.key == item.sheet)
    columns = speech.several([Text(_("“{name}”").format(name=names.get(key, key))) for key in item.columns])
    return line(
        _("To fill this part: in the sheet “{sheet}” the columns ").format(sheet=sheet), columns, ". ", said_minutes(item.minutes, speech)
    )


def said_minutes(minutes: float, speech: Speech) -> str:
    """How long it takes, roughly."""
    whole = max(1, round(minutes))
    return ngettext("About {n} minute.", "About {n} minutes.", whole).format(n=speech.digits(whole))
