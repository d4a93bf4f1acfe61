"""What does the Typst template read? The document as plain data; never as markup, so nothing that stands in it can be read as a command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from shutaf.reports.document import (
    Asked,
    Block,
    Cell,
    Document,
    Facts,
    Figure,
    Heading,
    Inline,
    Items,
    Line,
    Link,
    Name,
    Notice,
    Num,
    PageBreak,
    Paragraph,
    SaidFinding,
    Table,
    Tag,
    Text,
    plain,
)
from shutaf.reports.writers.cleaning import clean, isolated
from shutaf.reports.writers.columns import column_shares, is_narrow
from shutaf.reports.writers.pictures import bare
from shutaf.reports.writers.shapes import brand_svg, shape_of
from shutaf.reports.writers.twins import twins_of

LONG_CELL = 1200  # letters; ours: a row with a longer cell may break over two pages, else it could be taller than one


def payload(document: Document) -> dict[str, Any]:
    """The whole document as JSON can hold it."""
    twins = twins_of(document.blocks)
    blocks = [_block(block) for block in document.blocks]
    if twins:
        blocks += [
            {"kind": "heading", "level": 2, "text": [["t", clean(document.labels.as_table), False]], "eyebrow": [], "anchor": ""},
            *(_block(twin) for twin in twins),
        ]
    return {
        "language": document.language,
        "dir": document.direction,
        "name": clean(plain(document.title)),
        "title": _line(document.title),
        "lead": _line(document.lead),
        "labels": {key: clean(getattr(document.labels, key)) for key in ("why", "how_sure", "next_step", "page", "code")},
        "tags": _line(document.tags),
        "dates": _line(document.dates),
        "mark": clean(document.mark),
        "foot": _line(document.foot),
        "created": document.created,
        "letter": document.is_letter,
        "dense": document.is_dense,
        "contents": clean(document.labels.contents) if document.has_contents else "",
        "anchors": dict.fromkeys(_anchors(document.blocks), True),
        "keywords": [clean(word) for word in document.keywords],
        "brand": brand_svg(mirrored=document.direction == "rtl"),
        "blocks": blocks,
    }


def inlines_of(parts: Iterable[Inline]) -> list[list[Any]]:
    """One line as the templates read it."""
    return [_inline(part) for part in parts]


_line = inlines_of


def _inline(part: Inline) -> list[Any]:
    match part:
        case Text(text, strong):
            return ["t", clean(text), strong]
        case Name(text, shape, strong):
            return ["n", isolated(text), strong, shape_of(shape).css if shape else ""]
        case Num(text, code, strong):
            return ["#", clean(text), strong, clean(code)]
        case Tag(text, tone):
            return ["g", clean(text), False, tone]
        case Link():
            return ["l", isolated(part.text) if part.is_name else clean(part.text), part.strong, part.to, part.small]


def _lines(lines: Iterable[Line]) -> list[list[list[Any]]]:
    return [_line(text) for text in lines]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level, text, anchor, eyebrow):
            return {"kind": "heading", "level": level, "text": _line(text), "eyebrow": _line(eyebrow), "anchor": anchor}
        case Paragraph(text, voice):
            return {"kind": "paragraph", "voice": voice, "text": _line(text)}
        case Items(items, ordered, anchors, is_small):
            return {
                "kind": "items",
                "ordered": ordered,
                "small": is_small,
                "items": _lines(items),
                "anchors": list(anchors) or [""] * len(items),
            }
        case Table():
            return _table(block)
        case Figure():
            return {
                "kind": "figure",
                "svg": bare(block.svg_wide),
                "alt": clean(block.alt),
                "caption": _line(block.caption),
                "width": block.width_0_1,
            }
        case Facts(rows, anchors):
            return {
                "kind": "facts",
                "rows": [
                    [_line(name), _lines(said), anchor] for (name, said), anchor in zip(rows, anchors or ("",) * len(rows), strict=True)
                ],
            }
        case Notice(said, tone):
            return {"kind": "notice", "tone": tone, "text": _lines(said)}
        case SaidFinding(title, why, level, sure, step):
            return {"kind": "finding", "title": _line(title), "why": _lines(why), "level": level, "sure": _line(sure), "step": _line(step)}
        case Asked(question, reason, rules):
            return {"kind": "asked", "question": _line(question), "reason": _line(reason), "rules": _lines(rules)}
        case PageBreak():
            return {"kind": "break"}


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """Where links of this document may lead; the template refuses a link to nowhere."""
    for block in blocks:
        if isinstance(block, Heading) and block.anchor:
            yield block.anchor
        elif isinstance(block, Items | Facts):
            yield from (anchor for anchor in block.anchors if anchor)


def _table(table: Table) -> dict[str, Any]:
    first = table.rows[0] if table.rows else ()
    return {
        "kind": "table",
        "caption": _line(table.caption),
        "head": [[_line(head), _align(first[i]) if i < len(first) else "start"] for i, head in enumerate(table.head)],
        "rows": [[_cell(cell) for cell in _filled(row, len(table.head))] for row in table.rows],
        "codes": [clean(table.codes[i]) if i < len(table.codes) else "" for i in range(len(table.rows))] if table.codes else [],
        "note": _line(table.note),
        "shares": list(column_shares(table)),
        "narrow": is_narrow(table),
        "breakable": any(len(plain(cell.text)) > LONG_CELL for row in table.rows for cell in row),
    }


def _filled(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return row[:width] + (Cell(()),) * (width - len(row))


def _align(cell: Cell) -> str:
    if cell.heat is not None:
        return "center"
    return "end" if cell.number else "start"


def _cell(cell: Cell) -> list[Any]:
    look = "unknown" if cell.unknown else "plain" if cell.heat is None else f"h{cell.heat}"
    return [_line(cell.text), _align(cell), look]
