"""What is processed, for what, of whom, how long and how is it secured? The record of processing activities (GDPR article 30)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.reports.document import Block, Cell, Document, Facts, Heading, Items, Line, Paragraph, Table, fill, line
from shutaf.reports.privacy.facts import PrivacyFacts
from shutaf.reports.privacy.parts import answers, by_purpose, framed, missing, not_advice, said, speech, tables
from shutaf.reports.wording.privacy import ROLES, kind_said, purpose_said


def record(facts: PrivacyFacts, *, language: str) -> Document:
    with translation.override(language):
        lead = _("Record of processing activities after article 30 of the GDPR, counted from the workspace as it is today.")
        return framed(facts, language, _("Record of processing"), lead, (not_advice(), *record_blocks(facts, language)))


def record_blocks(facts: PrivacyFacts, language: str) -> Iterator[Block]:
    yield Heading(2, line(_("Who answers")), "who")
    yield answers(facts)
    yield Heading(2, line(_("Activities")), "activities")
    for purpose, found in by_purpose(facts):
        yield Heading(3, line(purpose_said(purpose)))
        kinds = said((kind for one in found for kind in one.kinds), kind_said)
        yield Facts((
            (line(_("Of whom")), (line(_whom(purpose)),)),
            (line(_("What")), (line(kinds),)),
            (line(_("Who reads it")), (line(_readers(purpose)),)),
            (line(_("Legal basis")), (missing(_("to be filled in by whoever answers for the data")),)),
        ))  # fmt: skip
        yield tables(facts, found, language, purpose_said(purpose))
    yield Heading(2, line(_("Sent to third countries")), "abroad")
    yield Paragraph(line(_("The program sends nothing anywhere but mail through the server that is set up, and calls no other service.")))
    yield from security_blocks(facts, language)


def _whom(purpose: str) -> str:
    if purpose in ("sign_in", "account_for"):
        return _("members of the workspace")
    if purpose in ("answer_call", "answer_defect", "answer_request"):
        return _("people who wrote to us")
    return _("people who speak for bodies, and those who told us something")


def _readers(purpose: str) -> str:
    if purpose in ("sign_in", "account_for"):
        return _("owners of the workspace, and the person")
    return _("members who see everything; the person, and whoever speaks for the same body")


def security_blocks(facts: PrivacyFacts, language: str) -> Iterator[Block]:
    """What keeps others out, as it is set up now."""
    yield Heading(2, line(_("Security")), "security")
    yield Items(tuple(line(one) for one in _measures(facts)))
    rows = tuple(
        (Cell(line(_(ROLES[role]))), Cell(line(speech(language).digits(n, 0)), number=True))
        for role, n in facts.members.items()
        if role in ROLES
    )
    yield Table(line(_("Who has access")), (line(_("Role")), line(_("People"))), rows, sheet=_("Access"))


def _measures(facts: PrivacyFacts) -> Iterator[str]:
    yield _(
        "Rights by role in each workspace; no query reaches another one. Every change is written down with its author, and can be taken back."
    )
    yield (
        _("A second factor is required of every member.")
        if facts.needs_second_factor
        else _("A second factor is offered and not required.")
    )
    yield (
        _("Cookies and pages go over HTTPS only.")
        if facts.is_https
        else _("The service is reached without HTTPS; that is for one machine only.")
    )
    yield _("Who was shown contact data is written down and kept for {n} days.").format(n=facts.contact_log_days)
    yield _("Backups are gone after {n} days; sealing them is an option.").format(n=facts.backup_days)
    yield _("People who were erased do not come back by a restore, an undo or an old file.")


def counts_line(facts: PrivacyFacts) -> Line:
    """How many people and members, in one line."""
    return fill(
        _("**{people}** people in roles of {bodies} bodies; **{users}** members."),
        people=str(facts.people),
        bodies=str(facts.bodies),
        users=str(facts.users),
    )
