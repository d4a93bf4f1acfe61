"""How the numbers were made: said once, at the end, for whoever asks."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from shutaf.reports.brief.pictures import basis_sentence
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Heading, Items, Paragraph, line
from shutaf.reports.wording.unknowns import said_unknown


def method(writing: Writing) -> Iterator[Block]:
    """Basis, unknowns, methods and codes."""
    yield Heading(2, line(_("How this was computed, and what is not known")), "method")
    yield Paragraph(line(basis_sentence(writing), " ", _("A blank pair is not known; it never counts as “no tie”.")))
    if unknown := tuple(said for number in writing.prepared.coverage if (said := said_unknown(number, writing.speech))):
        yield Items(unknown)
    yield Items(
        (
            line(
                _(
                    "Groups: Leiden's algorithm, the best of ten starts. Connectors: open pairs after Gould and Fernandez, by name, never ranked on a map that some people typed."
                )
            ),
            line(
                _(
                    "Matches: the same kind of resource, a shared theme, amounts of one unit, times that overlap; nothing is converted between currencies."
                )
            ),
            line(
                _(
                    "First initiative: those under the floor of the chance of success stand back; the rest are ordered by PROMETHEE II, and the weights are varied a thousand times."
                )
            ),
            line(
                _(
                    "Coalition: the fewest bodies whose offers cover what is needed, with the municipality and one other sector among them, found exactly."
                )
            ),
        )
    )
    yield Paragraph(line(_("Each number carries a short code. shutaf why CODE FILE prints the rows and the formula behind it.")), "small")
