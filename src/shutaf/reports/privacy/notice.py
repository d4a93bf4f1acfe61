"""What is told to somebody on whom something is kept: why, from whom, how long, who reads it, and what they may ask?"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.reports.document import Block, Document, Heading, Items, Line, Name, Paragraph, fill, line
from shutaf.reports.privacy.facts import Answerable, PrivacyFacts
from shutaf.reports.privacy.parts import answers, framed, tables
from shutaf.reports.wording.privacy import RIGHTS, purpose_said


def notice(facts: PrivacyFacts, *, language: str) -> Document:
    """For everybody; generated from the registry, so it says what the program does."""
    with translation.override(language):
        lead = _(
            "What is kept of people here, why, from whom, how long, and what you may ask. No other service is called, nothing is sold, nobody is scored."
        )
        return framed(facts, language, _("Notice on personal data"), lead, _blocks(facts, language), is_internal=False)


def _blocks(facts: PrivacyFacts, language: str) -> Iterator[Block]:
    yield answers(facts)
    yield Heading(2, line(_("What for")), "purposes")
    meant = [one for one in facts.tables if one.is_meant]
    yield Items(
        tuple(
            line(purpose_said(key)) for key in dict.fromkeys(purpose for one in meant for purpose in one.purposes if purpose != "mention")
        )
    )
    yield Paragraph(
        line(
            _(
                "Whether you answer is up to you; nothing follows from not answering. Bodies are described, not people: there is no field to rate or judge somebody."
            )
        )
    )
    yield Heading(2, line(_("Your rights")), "rights")
    yield Items(tuple(line(_(right)) for right in RIGHTS))
    yield Paragraph(how_to_ask(facts.answerable))
    yield Heading(2, line(_("What, from whom, how long")), "held")
    yield tables(facts, meant, language, _("What is kept of people"), is_short=True)
    yield Paragraph(
        line(
            _(
                "Texts about something else (a need, a goal, a note) may name somebody too. They are searched and cleared like all the rest when somebody is erased."
            )
        ),
        "small",
    )
    if facts.backup_days:
        yield Paragraph(
            line(_("Backups are gone after {n} days; who was erased is erased again when one is restored.").format(n=facts.backup_days)),
            "small",
        )


def how_to_ask(who: Answerable) -> Line:
    """Where the rights are used, in one line."""
    if who.officer_mail:
        return fill(
            _("Ask on the page of your personal link, or write to {mail}. An answer comes within thirty days, free of charge."),
            mail=Name(who.officer_mail),
        )
    return line(_("Ask on the page of your personal link, or whoever sent it to you. An answer comes within thirty days, free of charge."))
