"""One page per invited body: what they want, bring and gain, who knows them, what we do not know and must not assume."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext

from shutaf.analysis.actors.sheet_model import BodySheet, DepartmentTie, Said
from shutaf.reports.brief.kept import kept_rows
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Facts, Heading, Line, Name, Notice, PageBreak, Paragraph, Tag, fill, line
from shutaf.reports.wording.said import semicolons
from shutaf.reports.wording.sheet import FLAGS, MUST_NOT_ASSUME, NOT_KNOWN
from shutaf.reports.wording.template import speak

MOST_ANSWERS = 3
PROMISE_STATES: Mapping[str, tuple[str, Literal["good", "bad", "plain"]]] = {
    "kept": (N_("kept"), "good"),
    "late": (N_("overdue"), "bad"),
    "open": (N_("not kept yet"), "plain"),
}

LRM = "\u200e"  # keeps a sign before its number in lines that run from the right

Row = tuple[Line, tuple[Line, ...]]


def sheets(writing: Writing) -> Iterator[Block]:
    """The pages, in the order of the list of invited bodies; says how many were left out."""
    shown = writing.sheets
    if not shown:
        return
    yield PageBreak()
    yield Heading(2, line(_("A page for each invited body")), "sheets")
    yield Paragraph(line(writing.invited_because))
    if left := writing.sheets_left_out:
        said = ngettext(
            "{n} more body was left out; --bodies {all} writes them all.",
            "{n} more bodies were left out; --bodies {all} writes them all.",
            left,
        )
        yield Notice((line(said.format(n=left, all=left + len(shown))),))
    for number, sheet in enumerate(shown, 1):
        yield from page(writing, sheet, number, len(shown))


def page(writing: Writing, sheet: BodySheet, number: int, of: int) -> Iterator[Block]:
    """One body's page."""
    if number > 1:
        yield PageBreak()
    speech = writing.speech
    tags = (Tag(_("Internal, not for handing out"), "bad"),) if writing.is_driver else ()
    eyebrow = line(_("Invited body {number} of {of}").format(number=number, of=of), *(part for tag in tags for part in (" ", tag)))
    yield Heading(3, (speech.body(sheet.ref, shape=True),), f"body-{number}", eyebrow)
    rows = [*room_rows(writing, sheet), *(driver_rows(writing, sheet) if writing.is_driver else ())]
    yield Facts(tuple(rows))
    if unknown := tuple(speak(NOT_KNOWN[item.key], {"n": item.number}, speech) for item in sheet.room.not_known):
        yield Notice((line(_("What we do not know, and must not assume")), *unknown))


def room_rows(writing: Writing, sheet: BodySheet) -> Iterator[Row]:
    """What may lie on the table."""
    speech, room = writing.speech, sheet.room
    about = [speech.group(room.group)] if room.group else []
    themes = [speech.word("theme", theme) for theme in room.themes]
    yield line(_("Who they are")), (line(*about, ": " if about and themes else "", speech.several(themes)) or line(writing.not_asked),)
    wants = [line(resource_line(writing, said)) for said in room.needs] + [
        line(speech.word("theme", target)) for target in room.own_targets
    ]
    wants += [line(speech.word("motive", motive)) for motive in room.motives_stated]
    yield line(_("What they want")), tuple(wants) or (line(writing.not_asked),)
    yield line(_("What they bring")), tuple(resource_line(writing, said) for said in room.offers) or (line(writing.not_asked),)
    yield line(_("What they gain")), tuple(gain_lines(writing, sheet)) or no_gain(writing)
    if targets := tuple(target_lines(writing, sheet)):
        yield line(_("Own targets it would meet")), targets
    if writing.is_driver or writing.keeps(sheet.ref):
        yield line(_("What was promised")), tuple(promise_lines(writing, sheet)) or (nothing_promised(writing),)
    if not sheet_is_department(writing, sheet):
        yield line(_("Who knows them")), tuple(tie_line(writing, tie) for tie in room.ties) or (line(_("No department that we know of.")),)
    if room.as_of:
        yield line(_("As of")), (line(speech.date(room.as_of)),)


def gain_lines(writing: Writing, sheet: BodySheet) -> Iterator[Line]:
    """Initiatives that name a gain for them, and offers that would answer their needs."""
    speech, them = writing.speech, writing.for_them(sheet.ref)
    written = them.gain_written if them else ""
    named = [gain.initiative for gain in sheet.room.gains]
    if them and written:
        yield line(speech.initiative(them.initiative.ref), ": ", Name(written))
    yield from _one_line(line(speech.initiative(ref)) for ref in named if not (them and written and ref == them.initiative.ref))
    for one in them.answered[:MOST_ANSWERS] if them else ():
        said = _("For “{need}” there is an offer from {body}: {offer}.")
        yield fill(said, need=Name(one.need.title), body=speech.body(one.offer.body), offer=Name(one.offer.title))


def no_gain(writing: Writing) -> tuple[Line, ...]:
    return line(_("No initiative names a gain for them yet.")), *([line(_("Find one before inviting."))] if writing.is_driver else [])


def target_lines(writing: Writing, sheet: BodySheet) -> Iterator[Line]:
    """Their own targets on a theme of the initiative."""
    them = writing.for_them(sheet.ref)
    for target in them.targets if them else ():
        theme = writing.speech.word("theme", target.key)
        yield line(Name(target.text), " (", theme, ")") if target.text != target.key else line(theme)


def promise_lines(writing: Writing, sheet: BodySheet) -> Iterator[Line]:
    """What each side promised, when, and what became of it."""
    speech = writing.speech
    for one in writing.known_of(sheet.ref).promises:
        said = fill(_("We promised: {what}") if one.is_by_us else _("They promised: {what}"), what=Name(one.what))
        state = PROMISE_STATES[one.state]
        dates = speech.date(one.on_date), *((_("due {date}").format(date=speech.date(one.due_date)),) if one.due_date else ())
        yield line(
            said, " (", *(part for i, date in enumerate(dates) for part in ((_("; ") if i else ""), date)), ") ", Tag(_(state[0]), state[1])
        )


def nothing_promised(writing: Writing) -> Line:
    ask = _("Nothing is written down. Ask before the meeting; promises of others count too.")
    return line(ask if writing.is_driver else _("Nothing is written down as promised, by either side."))


def driver_rows(writing: Writing, sheet: BodySheet) -> Iterator[Row]:
    """What only the driver sees; empty rows are left out."""
    speech, driver = writing.speech, sheet.driver
    held = [resource_line(writing, said) for said in (*driver.needs_held_back, *driver.offers_held_back)]
    motives = speech.several([speech.word("motive", motive) for motive in driver.motives_not_stated])
    ratings = [(_("influence {n} of 10"), driver.influence_1_10), (_("interest {n} of 10"), driver.interest_1_10)]
    rated = semicolons([line(said.format(n=speech.digits(value))) for said, value in ratings if value is not None])
    rows: list[tuple[str, list[Line]]] = [
        (_("Said in confidence"), held),
        (_("Motives"), [line(motives, _(" (assumed by us)") if driver.motives_voice == "assumed" else "")] if motives else []),
        (_("What may stop them"), _one_line(line(speech.word("barrier", barrier)) for barrier in driver.barriers)),
        (_("Opportunities"), [line(Name(driver.opportunities))] if driver.opportunities else []),
        *kept_rows(writing, sheet),
        (_("Stances"), _one_line(line(Name(stance.objective), ": ", Name(LRM + signed(stance.level))) for stance in driver.stances)),
        (_("Rated"), [line(rated, *((" · ", speech.who(driver.rated_by)) if driver.rated_by else ()))] if rated else []),
        (_("Ties held by"), _one_line(line(speech.body(department), ": ", Name(holder)) for department, holder in driver.holders)),
        (
            _("People"),
            _one_line(line(Name(person.name), *((_(", "), Name(person.role)) if person.role else ())) for person in driver.contacts),
        ),
        (_("Take care"), [speak(FLAGS[flag.key], flag.facts, speech) for flag in driver.flags]),
        (_("Not said by them"), [speak(MUST_NOT_ASSUME[key], {}, speech) for key in driver.must_not_assume]),
        (_("Rests on"), [line(_("source: "), Name(source.source)) for source in driver.sources if source.source]),
    ]
    return ((line(label), tuple(said)) for label, said in rows if said)


def _one_line(parts: Iterable[Line]) -> list[Line]:
    """Short things beside each other, so that a body stays on one page."""
    said = semicolons(list(parts))
    return [said] if said else []


def signed(level: float) -> str:
    """+3, −2 or 0, as stances are written."""
    return f"{level:+g}" if level else "0"


def resource_line(writing: Writing, said: Said) -> Line:
    """A need or an offer: title, amount, when, where, conditions."""
    resource, speech = said.resource, writing.speech
    parts: list[Line] = [line(Name(resource.title))]
    if resource.amount is not None:
        parts.append(speech.amount(resource.amount))
    if resource.from_date or resource.until_date:
        parts.append(writing.period(resource.from_date, resource.until_date))
    if resource.where:
        parts.append(line(speech.where(resource.where)))
    if resource.conditions:
        parts.append(line(_("condition: "), Name(resource.conditions)))
    joined: list[Line] = []
    for i, part in enumerate(parts):
        joined.extend(([line(" · ")] if i else []) + [part])
    return line(*joined)


def tie_line(writing: Writing, tie: DepartmentTie) -> Line:
    """A department and how it knows them; a known "no" is said as such."""
    speech = writing.speech
    if tie.status == "none":
        return line(speech.body(tie.department), ": ", _("no tie, as far as is written"))
    facts = [line(speech.word("tie_kind", tie.kind))] if tie.kind else []
    if tie.strength_1_5 is not None and writing.is_driver:
        facts.append(line(_("strength {n} of 5").format(n=speech.digits(tie.strength_1_5))))
    if tie.holder_role:
        facts.append(line(_("through "), Name(tie.holder_role)))
    said = [part for i, fact in enumerate(facts) for part in ((_(", ") if i else ": "), fact)]
    return line(speech.body(tie.department), *said)


def sheet_is_department(writing: Writing, sheet: BodySheet) -> bool:
    body = writing.situation.body_by_ref.get(sheet.ref)
    return body is not None and body.is_department
