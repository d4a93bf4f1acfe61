"""The fitting model: ranked by what was answered, else as it was written down for the first initiative; and cases one can learn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.choosing import departments_named
from shutaf.analysis.situation import Initiative, Number
from shutaf.content.cases import Claim
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Heading, Items, Line, Name, Paragraph, Text, line
from shutaf.reports.model_choice import SaidChoice, SaidModel, said_choice
from shutaf.reports.nearest import suggested_cases
from shutaf.reports.wording.model import ANSWERED
from shutaf.reports.wording.template import speak

MOST_CHANGES, MOST_DEPARTMENTS = 3, 3


def model(writing: Writing, initiative: Initiative | None) -> Iterator[Block]:
    """What the answers say, or what stands with the initiative, or what would fill it."""
    answers = dict(writing.situation.choosing.model_answers)
    written = initiative.typology.key if initiative else ""
    if answers:
        choice = said_choice(answers, writing.speech.language)
        yield from ranked(writing, choice, written)
        yield from others_who_did_it(writing, [one.key for one in choice.leading])
    elif written:
        yield from written_down(writing, written)
        yield from others_who_did_it(writing, [written])
    else:
        yield from writing.would_fill_any("typology")


def ranked(writing: Writing, choice: SaidChoice, written: str) -> Iterator[Block]:
    """The models at the head side by side with their reasons, then how sure that is and what would change it."""
    if not choice.leading:
        yield Heading(3, line(_("The model")))
        yield Paragraph(line(_("No model can be named yet"), ". ", how_sure(writing, choice)))
        return
    yield Heading(3, line(_("The model: "), " + ".join(one.name for one in choice.leading)))
    if choice.is_close:
        yield Paragraph(line(_("They are so close that one answer may turn their order.")))
    for one in choice.leading:
        yield from fitting(writing, one, is_named=choice.is_close)
    for names, text in choice.mixed:
        yield Paragraph(line(Text(" + ".join(names) + ": ", strong=True), text))
    yield Paragraph(line(how_sure(writing, choice), *said_of_what(writing)))
    if writing.is_driver:
        yield from changes(choice)
    if written and written not in [one.key for one in choice.leading]:
        name = content.model(written).names[writing.speech.language]
        yield Paragraph(line(_("For the first initiative another model is written down: "), name, "."))


def fitting(writing: Writing, one: SaidModel, *, is_named: bool) -> Iterator[Block]:
    """One model: what it is, why, and what it needs. is_named: where the heading names several. What speaks against it or is missing is for the driver."""
    yield Paragraph(line(Text(f"{one.name}: ", strong=True) if is_named else "", one.summary))
    said = [clause for clause in one.reasons if writing.is_driver or not clause.is_no]
    because = [line(_("because"), " ", clause.text) for clause in said]
    doubts = [line(_("against it:"), " ", clause.text) for clause in one.against] if writing.is_driver else []
    if because or doubts:
        yield Items(tuple(because + doubts))
    yield Paragraph(line(department_and_result(one.first_department, one.first_result), *on_the_map(writing, one.key)))
    if writing.is_driver:
        yield Items(tuple(line(Text(f"{state_said(state)}: ", strong=True), text) for _key, text, state in one.preconditions))


def on_the_map(writing: Writing, typology: str) -> Line:
    """Departments of that kind, by their names."""
    known = departments_named(writing.situation, {typology: content.model_departments()[typology]})[typology]
    return (
        line(" ", _("On the map:"), " ", writing.speech.bodies([body.ref for body in known], most=MOST_DEPARTMENTS), ".") if known else ()
    )


def state_said(state: str) -> str:
    return {"yes": _("There already"), "no": _("Still missing")}.get(state, _("not known"))


def department_and_result(department: str, result: str) -> Line:
    return line(
        Text(_("First department: "), strong=True),
        department.rstrip("."),
        ". ",
        Text(_("First result: "), strong=True),
        result.rstrip("."),
        ".",
    )


def how_sure(writing: Writing, choice: SaidChoice) -> Line:
    given = Number("model_answers_given", float(choice.answered), base=float(choice.asked))
    return speak(ANSWERED, {"answered": given, "asked": choice.asked}, writing.speech)


def said_of_what(writing: Writing) -> Line:
    """What was answered about, in words of the editors: for the driver."""
    about = writing.situation.choosing.model_about
    return line(" ", _("Answered about: "), Name(about), ".") if about and writing.is_driver else ()


def changes(choice: SaidChoice) -> Iterator[Block]:
    """The open questions whose answer would put other models at the head."""
    found = [(change.names, question, answer) for change in choice.changes for question, answer, is_open in change.answers if is_open]
    if found:
        yield Paragraph(line(Text(_("What to find out, since it would change the model"), strong=True)))
        items = [
            line(question, " ", Text(answer, strong=True), ": ", " + ".join(names) or _("no model")) for names, question, answer in found
        ]
        yield Items(tuple(items[:MOST_CHANGES]))


def written_down(writing: Writing, key: str) -> Iterator[Block]:
    """The model somebody chose for the first initiative, with its conditions."""
    language, known = writing.speech.language, content.model(key)
    yield Heading(3, line(_("The model: "), known.names[language]))
    yield Paragraph(line(known.summary[language]))
    yield Paragraph(line(Text(_("It fits when: "), strong=True)))
    yield Items(tuple(line(text[language]) for text in known.fits_when))
    yield Paragraph(department_and_result(known.first_department[language], known.first_result[language]))


def others_who_did_it(writing: Writing, typologies: Sequence[str]) -> Iterator[Block]:
    """Cases of these models, those with a theme of the place first."""
    language = writing.speech.language
    found = suggested_cases(writing.speech, typologies=typologies)
    if found:
        yield Heading(3, line(_("Others who did it")))
    for one in found:
        case = one.case
        told = line(Text(case.names[language], strong=True), " (", case.place.names[language], "): ", case.summary[language])
        yield Paragraph(line(told, *(part for result in case.results[:1] for part in (" ", _result(result, language)))))
        yield Paragraph(line(Text(_("because"), strong=True), " ", *(part for reason in one.alike[:2] for part in (*reason, " "))), "small")
        for source in case.sources[:1]:
            yield Paragraph(line(_("Source: "), Name(source)), "small")


def _result(result: Claim, language: str) -> str:
    return result.text[language] + (_(" Reported by themselves.") if result.grade == "self_reported" else "")
