"""What does an open invitation say, before anybody edits it? Drafted from goals and initiative, the same in four languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import Initiative, Situation, Word
from shutaf.reports.document import Line, Name, fill, line, plain
from shutaf.reports.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class CallAbout:
    """What a call is drafted from. name: of the partnership, "" without one; goals: of the partnership, else of the place."""

    asks: str
    initiative: Initiative | None = None
    name: str = ""
    goals: tuple[Word, ...] = ()


def call_texts(situation: Situation, about: CallAbout) -> dict[str, dict[str, str]]:
    """By language, then by part: title, about, who, criteria, gives, next. Plain text to be edited; lines of a list stand each on its own."""
    return {language: _text(situation, about, language) for language in content.LANGUAGES}


def _text(situation: Situation, about: CallAbout, language: str) -> dict[str, str]:
    with translation.override(language):
        speech = Speech(language, situation)
        return {
            "title": _title(about, situation, language),
            "about": "\n".join(_about(about, speech)),
            "who": _(
                "Every body may answer: businesses of every size, associations, groups of residents, schools and colleges, public bodies. You need not be known to us, and you need not bring anything on the first day. You may answer in Hebrew, Arabic, English or German."
            ),
            "criteria": "\n".join(_criteria(about, speech)),
            "gives": _(
                "The municipality brings the meeting, its contacts and what is agreed later; this invitation promises no money. An answer binds nobody. Whatever the municipality buys, it buys by its rules of purchasing and not through this invitation."
            ),
            "next": _(
                "You receive a receipt at once, the same for everybody. After the last day all answers are read together by the criteria above, and everybody who answered hears how it goes on."
            ),
        }


def _words(text: Line) -> str:
    return plain(text, isolate=False)


def _title(about: CallAbout, situation: Situation, language: str) -> str:
    name = about.initiative.name if about.initiative else about.name or situation.place.name_in(language) or about.asks
    return _words(fill(_("Open invitation: {name}"), name=Name(name)))


def _about(about: CallAbout, speech: Speech) -> list[str]:
    asks = Name(speech.situation.place.name_in(speech.language) or about.asks)
    found = [
        _words(
            fill(_("{name} prepares a joint action of municipality, business and civil society, and invites everybody to it."), name=asks)
        )
    ]
    if about.initiative:
        found += [text for text in (about.initiative.problem, about.initiative.idea) if text]
    goals = [line(speech.word("theme", goal)) for goal in about.goals]
    if goals:
        found.append(_words(fill(_("It serves these goals: {goals}."), goals=speech.several(goals))))
    if kinds := _kinds(about, speech):
        found.append(_words(fill(_("What is looked for: {kinds}."), kinds=speech.several(kinds))))
    return found


def _kinds(about: CallAbout, speech: Speech) -> list[Line]:
    """Kinds of resource that the initiative cannot do without, with amounts where they are written."""
    requires = about.initiative.requires if about.initiative else ()
    return [line(speech.word("resource", one.kind), *((" (", speech.amount(one.amount), ")") if one.amount else ())) for one in requires]


def _criteria(about: CallAbout, speech: Speech) -> list[str]:
    kinds = _kinds(about, speech)
    first = (
        _words(fill(_("What a body can bring or needs fits what is looked for: {kinds}."), kinds=speech.several(kinds)))
        if kinds
        else _("What a body can bring or needs fits the goals above.")
    )
    told = (
        first,
        _("Together those who take part come from several sectors; the municipality is one of them."),
        _("Small bodies, and bodies that never worked with the municipality, are read like large and known ones."),
        _("Interests of its own, such as a pending licence, a tender or a donation, are declared. Declaring one excludes nobody."),
        _("All answers that arrive by the last day are read together; who was first has no advantage."),
    )
    return [f"{n}. {one}" for n, one in enumerate(told, 1)]


_FOREIGN: Mapping[str, str] = {
    "he": r"[ء-ي]{2,}|[A-Za-zÄÖÜäöüß]{3,}",
    "ar": r"[א-ת]{2,}|[A-Za-zÄÖÜäöüß]{3,}",
    "en": r"[א-ת]{2,}|[ء-ي]{2,}",
    "de": r"[א-ת]{2,}|[ء-ي]{2,}",
}


def foreign_words(text: str, language: str) -> tuple[str, ...]:
    """Runs of words in letters of another language: a name that stays, or something still to be said in this one. English and German look alike.

    >>> foreign_words("Open invitation: שביל ירוק", "en")
    ('שביל ירוק',)
    """
    one = f"(?:{_FOREIGN[language]})"
    return tuple(dict.fromkeys(re.findall(rf"{one}(?:[ ,\-־]+{one})*", text)))
