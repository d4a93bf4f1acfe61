"""The open invitation: when it was public, who was told and answered, and who was told nothing as far as the log says."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from shutaf.reports.brief.writing import Writing
from shutaf.reports.call.reach import reach_tables, unreached_blocks
from shutaf.reports.call.summary import trail_summary
from shutaf.reports.document import Block, Heading, Name, Paragraph, line


def open_call(writing: Writing) -> Iterator[Block]:
    """Nothing while no call is public. Counts only: who was told and who answered stands in the trail, which is a paper of its own."""
    calls = [call for call in writing.situation.choosing.calls if call.state != "draft"]
    if not calls:
        return
    yield Heading(2, line(_("The open invitation")), "open-call")
    for call in calls:
        yield Paragraph((Name(call.title_in(writing.speech.language), strong=True),))
        yield from trail_summary(call, writing.speech)
        yield next(reach_tables(writing.situation, call, writing.speech))
        if writing.is_driver:
            yield from unreached_blocks(writing.situation, call, writing.speech)
    yield Paragraph(
        line(_("Who answered and was taken onto the map stands there like everybody else; the coalition is made up from all of them.")),
        "small",
    )
