"""Is more kept than needed? The yearly look at surplus data, with what to do about each line."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.reports.document import Block, Cell, Document, Heading, Notice, Paragraph, Table, line
from shutaf.reports.privacy.facts import PrivacyFacts
from shutaf.reports.privacy.parts import framed, not_advice, speech
from shutaf.reports.wording.privacy import SURPLUS


def surplus(facts: PrivacyFacts, *, language: str) -> Document:
    with translation.override(language):
        lead = _("What may be kept longer than needed, or more of it, counted today. The regulations ask for this look once a year.")
        return framed(facts, language, _("Surplus data"), lead, (not_advice(), *surplus_blocks(facts, language)))


def surplus_blocks(facts: PrivacyFacts, language: str) -> Iterator[Block]:
    found = [one for one in facts.surplus if one.rows]
    if not found:
        yield Notice((line(_("Nothing was found that is older, or more, than the rules of the registry allow.")),), "good")
    else:
        said = speech(language)
        rows = tuple(
            (
                Cell(line(_(SURPLUS[one.key][0]))), Cell(line(said.digits(one.rows, 0)), number=True),
                Cell(line(said.date(one.oldest)) if one.oldest else line("–")), Cell(line(_(SURPLUS[one.key][1]))),
            )
            for one in found
        )  # fmt: skip
        head = (line(_("What")), line(_("Rows")), line(_("The oldest is of")), line(_("What to do")))
        yield Table(line(_("What may go")), head, rows, sheet=_("What may go"))
    clean = [one for one in facts.surplus if not one.rows]
    if clean:
        yield Heading(2, line(_("Looked at, and nothing found")), "clean")
        yield Paragraph(line(_(", ").join(_(SURPLUS[one.key][0]) for one in clean)))
    yield Heading(2, line(_("Decided")), "decided")
    yield Table(
        line(_("What was decided, by whom and when")),
        (line(_("What")), line(_("Kept, because / gone on")), line(_("Name and date"))),
        tuple((Cell(line(_(SURPLUS[one.key][0]))), Cell(line("")), Cell(line(""))) for one in found)
        or ((Cell(line("–")), Cell(line("")), Cell(line(""))),),
    )
