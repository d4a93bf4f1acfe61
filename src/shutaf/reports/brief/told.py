"""How are many findings told without tiring the reader? The weightiest of each kind in full, the others of that kind as one line each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils.translation import ngettext

from shutaf.analysis.situation import Finding
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Items, Line, Paragraph, line
from shutaf.reports.wording.findings import said

IN_FULL = 2
IN_A_LINE = 5


def told(writing: Writing, findings: Iterable[Finding]) -> Iterator[Block]:
    """Findings in the order given, kind by kind: two in full, up to five more in a line, the rest counted."""
    kinds: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[finding.key].append(finding)
    for several in kinds.values():
        yield from (said(finding, writing.speech) for finding in several[:IN_FULL])
        if rest := several[IN_FULL:]:
            yield Items(tuple(one_line(writing, finding) for finding in rest[:IN_A_LINE]))
        if (left := len(several) - IN_FULL - IN_A_LINE) > 0:
            more = ngettext("{n} more of this kind.", "{n} more of this kind.", left)
            yield Paragraph(line(more.format(n=writing.speech.digits(left))), "small")


def one_line(writing: Writing, finding: Finding) -> Line:
    """What was noticed, and what to do."""
    words = said(finding, writing.speech)
    return line(words.title, " ", words.step)
