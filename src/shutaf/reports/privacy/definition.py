"""What must the definition of a data base say in Israel? The document that the data-security regulations of 2017 ask for, made from what is stored."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.reports.document import Block, Document, Facts, Heading, Items, Notice, Paragraph, fill, line
from shutaf.reports.privacy.facts import PrivacyFacts
from shutaf.reports.privacy.parts import answers, framed, missing, not_advice, tables
from shutaf.reports.privacy.record import counts_line, security_blocks
from shutaf.reports.wording.privacy import purpose_said

MEDIUM_USERS, HIGH_USERS, HIGH_PEOPLE = 10, 100, 100_000
"""From about ten authorised users a base of sensitive data is at the medium level, above a hundred users or 100,000 people at the high one."""


def definition(facts: PrivacyFacts, *, language: str) -> Document:
    with translation.override(language):
        lead = _(
            "Definition of the data base, as the Israeli data-security regulations (2017) ask for. It is renewed every year and when something changes."
        )
        return framed(facts, language, _("Definition of the data base"), lead, (not_advice(), *definition_blocks(facts, language)))


def definition_blocks(facts: PrivacyFacts, language: str) -> Iterator[Block]:
    yield Heading(2, line("1. ", _("Who answers for it")), "who")
    yield answers(facts)
    yield Facts((
        (line(_("Manager of the data base")), (missing(_("to be filled in by whoever answers for the data")),)),
        (line(_("Security officer")), (missing(_("to be filled in by whoever answers for the data")),)),
    ))  # fmt: skip
    yield Heading(2, line("2. ", _("What is collected, and how it is used")), "use")
    yield Paragraph(
        line(
            _(
                "The workspace describes bodies (organisations and departments), their ties, needs and offers, to prepare partnerships. People stand in it as contacts in a role, as whoever told something, and as members."
            )
        )
    )
    yield Paragraph(counts_line(facts))
    yield Heading(2, line("3. ", _("Purposes")), "purposes")
    yield Items(tuple(line(purpose_said(key)) for key in dict.fromkeys(purpose for one in facts.tables for purpose in one.purposes)))
    yield Heading(2, line("4. ", _("Kinds of data")), "kinds")
    yield tables(facts, facts.tables, language, _("Tables that hold or may hold something about people"))
    yield from _sensitive(facts)
    yield Heading(2, line("5. ", _("Transfer and use abroad")), "abroad")
    yield Paragraph(line(_("The program sends nothing anywhere but mail through the server that is set up, and calls no other service.")))
    yield Paragraph(missing(_("Where the machine stands is to be filled in.")))
    yield Heading(2, line("6. ", _("Who processes it for us")), "processors")
    yield Paragraph(
        missing(
            _(
                "Host, support and their contracts are to be filled in. Support from outside has access only while an owner gives it, with a reason and an end."
            )
        )
    )
    yield Heading(2, line("7. ", _("Main risks, and what stands against them")), "risks")
    yield Items(tuple(line(one) for one in (
        _("A link or an account in wrong hands: a link opens one sheet and ends by itself; sessions can be ended everywhere."),
        _("More is written than needed: no field to judge people, a look through all of it every year, this paper beside it."),
        _("Somebody reads contacts who need not: rights by role, and a log of who was shown them."),
        _("Loss of the machine: backups come by themselves and are read back before they count."),
    )))  # fmt: skip
    yield from security_blocks(facts, language)
    yield from level_blocks(facts)


def _sensitive(facts: PrivacyFacts) -> Iterator[Block]:
    fields = [(one.table, name) for one in facts.tables for name in one.delicate]
    yield Notice(
        (
            line(
                _(
                    "Specially sensitive data (opinions, health, belief, convictions, pay) have no field. {n} free-text fields could take an opinion of somebody; they are looked through every year."
                ).format(n=len(fields))
            ),
        ),
        "note",
    )


def level_blocks(facts: PrivacyFacts) -> Iterator[Block]:
    """What the numbers say about the level of security; who answers for it decides."""
    yield Heading(2, line("8. ", _("Level of security")), "level")
    level = (
        _("high") if facts.users > HIGH_USERS or facts.people >= HIGH_PEOPLE else _("medium") if facts.users >= MEDIUM_USERS else _("basic")
    )
    text = _(
        "By the numbers alone ({users} members, {people} people) it would be: **{level}**. A data base of a public body, or with sensitive data, may be at a higher one; whoever answers for it decides."
    )
    yield Paragraph(fill(text, users=str(facts.users), people=str(facts.people), level=level))
