"""How does each block of a report stand in a Word file?"""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.reports.document import (
    Asked,
    Block,
    Document,
    Facts,
    Figure,
    Heading,
    Items,
    Line,
    Link,
    Notice,
    PageBreak,
    Paragraph,
    SaidFinding,
    Table,
    Tag,
    Text,
    line,
    plain,
)
from shutaf.reports.writers.docx.lists import BULLET, Numbering
from shutaf.reports.writers.docx.pictures import Pictures
from shutaf.reports.writers.docx.runs import Runs
from shutaf.reports.writers.docx.tables import table_xml
from shutaf.reports.writers.docx.targets import Targets
from shutaf.reports.writers.docx.xml import ACT, EDGE, INKS, LINE, SOFT, WASHES, size
from shutaf.reports.writers.shapes import brand_svg
from shutaf.reports.writers.twins import twins_of

QUIET = f'<w:color w:val="{SOFT}"/>{size(8.75)}'
_SIDES = ("top", "left", "bottom", "right")


class Blocks:
    """Writes the blocks in order as the XML of paragraphs and tables."""

    def __init__(self, document: Document, runs: Runs, pictures: Pictures, numbering: Numbering, targets: Targets) -> None:
        self.document = document
        self._runs, self._pictures, self._numbering, self._targets = runs, pictures, numbering, targets
        self._breaks = False

    def written(self) -> str:
        document = self.document
        twins = twins_of(document.blocks)
        appendix: tuple[Block, ...] = (Heading(2, line(document.labels.as_table)), *twins) if twins else ()
        parts = [self._cover(), self._contents(), *(self._block(block) for block in (*document.blocks, *appendix))]
        if document.foot:
            parts.append(self.paragraph("Foot", self._runs.line(document.foot)))
        return "".join(parts)

    def paragraph(self, style: str, runs: str, properties: str = "", *, keep: str = "") -> str:
        """One paragraph; a pending page break goes with it. keep: keepNext and keepLines; properties: the rest, in the schema's order."""
        broken, self._breaks = ("<w:pageBreakBefore/>" if self._breaks else ""), False
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{broken}{properties}</w:pPr>{runs}</w:p>'

    def _cover(self) -> str:
        document, runs = self.document, self._runs
        if document.is_letter:
            return "".join(
                self.paragraph(style, runs.line(text))
                for style, text in (("Normal", document.dates), ("Lead", document.lead), ("Heading1", document.title))
            )
        brand = self._pictures.decoration(brand_svg(mirrored=runs.is_rtl), 7, 7) + runs.ours("\u00a0\u00a0")
        parts = [self.paragraph("Eyebrow", brand + runs.line(_spaced(document.tags))), self.paragraph("Title", runs.line(document.title))]
        if document.lead:
            parts.append(self.paragraph("Lead", runs.line(document.lead)))
        return "".join(parts)

    def _contents(self) -> str:
        """Word's own list of contents, which it fills when asked; until then the first two levels stand there, as links."""
        if not self.document.has_contents:
            return ""
        listed = [block for block in self.document.blocks if isinstance(block, Heading) and block.level < 4 and block.anchor]
        lines = [(f"TOC{one.level - 1}", self._runs.line((Link(plain(one.text), f"#{one.anchor}"),))) for one in listed]
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        head = self.paragraph("Lead", self._runs.ours(self.document.labels.contents, is_strong=True))
        rows = [
            self.paragraph(style, (begin if not i else "") + runs + (end if i == len(lines) - 1 else ""))
            for i, (style, runs) in enumerate(lines)
        ]
        return head + "".join(rows)

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level, text, anchor, eyebrow):
                above = self.paragraph("Eyebrow", self._runs.line(eyebrow, QUIET)) if eyebrow else ""
                close = '<w:spacing w:before="0"/>' if eyebrow else ""
                return above + self.paragraph(f"Heading{level - 1}", self._targets.mark(anchor) + self._runs.line(text), close)
            case Paragraph(text, voice):
                style = {"body": "Normal", "lead": "Lead", "since": "Since", "small": "Small"}[voice]
                return self.paragraph(style, self._runs.line(text))
            case Items():
                return self._items(block)
            case Table():
                return self._table(block)
            case Figure():
                drawn = self.paragraph("Picture", self._pictures.chart(block.svg_wide, block.alt, block.width_0_1))
                return drawn + self.paragraph("Caption", self._runs.line(block.caption))
            case Facts(rows, anchors):
                marks = map(self._targets.mark, anchors or ("",) * len(rows))
                return "".join(self._fact(mark, name, said) for mark, (name, said) in zip(marks, rows, strict=True))
            case Notice(said, tone):
                return self._notice(said, tone)
            case SaidFinding():
                return self._finding(block)
            case Asked():
                return self._asked(block)
            case PageBreak():
                self._breaks = True
                return ""

    def _items(self, block: Items) -> str:
        number = self._numbering.new() if block.ordered else BULLET
        style = "ListNumber" if block.ordered else "Note" if block.is_small else "ListBullet"
        anchors = block.anchors or ("",) * len(block.items)
        numbered = "" if block.is_small else f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        marked = (self._targets.mark(anchor) + self._runs.line(item) for anchor, item in zip(anchors, block.items, strict=True))
        return "".join(self.paragraph(style, runs, numbered) for runs in marked)

    def _table(self, table: Table) -> str:
        caption = self.paragraph("Caption", self._runs.line(table.caption), keep="<w:keepNext/>")
        after = self.paragraph("Small", self._runs.line(table.note)) if table.note else self.paragraph("Gap", "")
        return caption + table_xml(table, self._runs, self.document.labels.code) + after

    def _fact(self, mark: str, name: Line, said: Sequence[Line]) -> str:
        first = mark + self._runs.line(name, QUIET) + "<w:r><w:tab/></w:r>" + self._runs.line(said[0] if said else ())
        return self.paragraph("Facts", first) + "".join(self.paragraph("FactsMore", self._runs.line(more)) for more in said[1:])

    def _notice(self, said: Sequence[Line], tone: str) -> str:
        wash = WASHES[tone]
        box = _box(wash, 6) + f'<w:shd w:val="clear" w:color="auto" w:fill="{wash}"/>'
        rows = [self._runs.line(text) for text in said]
        sign = self._pictures.decoration(_sign(tone, self._runs.is_rtl), 3.6, 3.6) + self._runs.ours("\u00a0\u00a0")
        return self._boxed([sign + rows[0], *rows[1:]] if rows else [sign], box)

    def _finding(self, finding: SaidFinding) -> str:
        runs, labels = self._runs, self.document.labels
        bars = self._pictures.decoration(_bars(finding.sure_level, runs.is_rtl), 7.4, 3.2) + runs.ours("\u00a0\u00a0")
        why = [runs.line(text) for text in finding.why]
        rows = [
            runs.line(finding.title, size(10.5), is_strong=True),
            *(self._labelled("" if i else labels.why, said) for i, said in enumerate(why)),
            self._labelled(labels.how_sure, bars + runs.line(finding.sure)),
            *([self._labelled(labels.next_step, runs.line(finding.step))] if finding.step else []),
        ]
        return self._boxed(rows, _box(LINE, 7), style="Finding")

    def _asked(self, asked: Asked) -> str:
        kept, ruled = "<w:keepNext/><w:keepLines/>", _box(EDGE, 2, ("bottom",)) + '<w:spacing w:before="200" w:after="40"/>'
        reason = self.paragraph("Small", self._runs.line(asked.reason), keep=kept) if asked.reason else ""
        question = self.paragraph("Normal", self._runs.line(asked.question, is_strong=True), keep=kept)
        return question + reason + "".join(self.paragraph("Small", self._runs.line(label), ruled) for label in asked.rules)

    def _labelled(self, label: str, runs: str) -> str:
        return self._runs.ours(label, QUIET) + "<w:r><w:tab/></w:r>" + runs

    def _boxed(self, rows: Sequence[str], box: str, style: str = "Box") -> str:
        """Paragraphs with the same border, which Word draws as one box; kept together."""
        kept = ["<w:keepNext/><w:keepLines/>"] * (len(rows) - 1) + ["<w:keepLines/>"]
        styles = [style, *(f"{style}More" for _ in rows[1:])]
        boxed = "".join(self.paragraph(name, runs, box, keep=keep) for name, runs, keep in zip(styles, rows, kept, strict=True))
        return boxed + self.paragraph("Gap", "")


def _spaced(tags: Sequence[Tag]) -> Line:
    return line(*(part for tag in tags for part in (tag, Text("  "))))


def _box(colour: str, space: int, edges: Sequence[str] = _SIDES) -> str:
    sides = (f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{colour}"/>' for side in edges)
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


def _bars(level: int, is_rtl: bool) -> str:
    """Four bars that rise along the text; as many full as the level says."""

    def bar(i: int) -> str:
        paint = f'fill="#{ACT}" stroke="#{ACT}"' if i < level else f'fill="none" stroke="#{EDGE}"'
        x = 1 + 9 * (3 - i if is_rtl else i)
        return f'<rect x="{x}" y="{9.25 - 3 * i}" width="6" height="{9 + 3 * i}" rx="1.5" stroke-width="1.5" {paint}/>'

    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -1 44 20" width="44" height="20">{"".join(map(bar, range(4)))}</svg>'


def _sign(tone: str, is_rtl: bool) -> str:
    """The sign of a box: a question, a warning, an arrow along the text, a tick."""
    drawn = {
        "note": '<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.7c.3-1.5 1.3-2.2 2.6-2.2 1.5 0 2.6.9 2.6 2.3 0 2-2.7 2.1-2.7 4M12 16.7v.01"/>',
        "warn": '<path d="M12 4.5 20.5 19.5h-17zM12 10v4.5M12 17v.01"/>',
        "now": '<path d="M4.5 12h15m-6-6 6 6-6 6"/>',
        "good": '<circle cx="12" cy="12" r="8.5"/><path d="m8.5 12.2 2.5 2.5 4.5-5"/>',
    }[tone]
    turn = ' transform="translate(24 0) scale(-1 1)"' if tone == "now" and is_rtl else ""
    pen = f'fill="none" stroke="#{INKS[tone]}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="2 2 20 20" width="20" height="20"><g {pen}{turn}>{drawn}</g></svg>'
