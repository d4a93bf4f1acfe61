"""What is kept beside the map about a body, in words, for the driver: talks, lessons, facts, actions, interests. Facts with dates, no judgement."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.actors.sheet_model import BodySheet
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Line, Name, Part, line
from shutaf.reports.dossier.known import Doing, Lesson, ProperFact, Talk
from shutaf.reports.wording.speech import Speech

MOST_TALKS, MOST_DOINGS = 3, 5


def kept_rows(writing: Writing, sheet: BodySheet) -> Iterator[tuple[str, list[Line]]]:
    """Label and lines; empty ones are left out by whoever shows them."""
    known, speech = writing.known_of(sheet.ref), writing.speech
    interests = [line(Name(text)) for text in known.stated] + [line(Name(text), _(" (assumed by us)")) for text in known.assumed]
    yield _("Interests"), interests
    yield _("What worked, what went wrong"), [_lesson(one, speech) for one in known.lessons]
    yield _("Last talks"), [_talk(one, speech) for one in known.talks[:MOST_TALKS]]
    yield _("What they do and plan"), [_doing(one, speech) for one in known.doings[:MOST_DOINGS]]
    yield _("Facts for a proper procedure"), [_fact(one, speech) for one in known.facts]


def _lesson(one: Lesson, speech: Speech) -> Line:
    dates = [speech.date(date) for date in (one.since_date, one.until_date) if date]
    return line(speech.body(one.other), ": ", Name(one.text), *_bracketed(dates))


def _talk(one: Talk, speech: Speech) -> Line:
    theirs: list[Part] = [Name(one.theirs)] if one.theirs else []
    role: list[Part] = [_(", "), Name(one.theirs_role)] if one.theirs and one.theirs_role else []
    said: list[Part] = [": ", Name(one.said)] if one.said else []
    return line(speech.date(one.on_date), " · ", Name(one.ours), *([" · "] if theirs else []), *theirs, *role, *said)


def _doing(one: Doing, speech: Speech) -> Line:
    state = [content.say("action_state", one.state, speech.language)] if one.state and one.state != "unknown" else []
    return line(Name(one.title), *_bracketed([*state, *([speech.date(one.when)] if one.when else [])]))


def _fact(one: ProperFact, speech: Speech) -> Line:
    kind: list[Part] = [speech.word("integrity", one.kind), ": "] if one.kind else []
    until = [_("until {end}").format(end=speech.date(one.until_date))] if one.until_date else []
    source = line(" (", _("source: "), Name(one.source), *(part for text in (speech.date(one.as_of), *until) for part in ("; ", text)), ")")
    return line(*kind, Name(one.text), source)


def _bracketed(texts: list[str]) -> Line:
    return line(" (", "; ".join(texts), ")") if texts else ()
