"""What changed since the earlier state of the file."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from shutaf.reports.brief.told import told
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Heading, Notice, Paragraph, line


def change(writing: Writing) -> Iterator[Block]:
    """Only with --since: the changes worth a step, or that there is none."""
    changes = writing.prepared.changes
    if changes is None:
        return
    yield Heading(2, line(_("What changed")), "change")
    if changes.bodies_gone and len(changes.bodies_new) == len(writing.situation.bodies):
        yield Notice((line(_("No body of the earlier file is in this one. Is it the same map?")),), "warn")
        return
    found = writing.shown(writing.prepared.change_findings)
    yield from told(writing, found)
    if not found:
        yield Paragraph(line(_("Nothing changed that calls for a step.") if not changes.is_empty else _("Nothing changed.")))
