"""How does each block of a report stand in a page?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from shutaf.reports.document import (
    Asked,
    Block,
    Facts,
    Figure,
    Heading,
    Items,
    Labels,
    Line,
    Link,
    Notice,
    Num,
    PageBreak,
    Paragraph,
    SaidFinding,
    Table,
    Text,
)
from shutaf.reports.writers.cleaning import clean
from shutaf.reports.writers.html.inlines import escape, inlines
from shutaf.reports.writers.html.tables import table_html
from shutaf.reports.writers.pictures import bare, named, with_own_ids

_CIRCLED = '<circle cx="12" cy="12" r="8.5"/>'
_ICONS = {
    "note": f'{_CIRCLED}<path d="M9.5 9.7c.3-1.5 1.3-2.2 2.6-2.2 1.5 0 2.6.9 2.6 2.3 0 2-2.7 2.1-2.7 4M12 16.7v.01"/>',
    "warn": '<path d="M12 4.5 20.5 19.500h-17zM12 10v4.500M12 17v.01"/>',
    "now": '<path d="M4.5 12h15m-6-6 6 6-6 6"/>',
    "good": f'{_CIRCLED}<path d="m8.5 12.2 2.5 2.5 4.5-5"/>',
}


class Body:
    """Writes the blocks in order. sections: (anchor, heading) of each second-level heading, for the contents."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.sections: list[tuple[str, str]] = []
        self._anchors: set[str] = {"main", "contents"}
        self._level = 1
        self._is_open = False
        self._breaks = False

    def written(self, blocks: Sequence[Block]) -> str:
        return "\n".join([*(self._block(block) for block in blocks), self._close()])

    def _block(self, block: Block) -> str:
        if isinstance(block, PageBreak):
            self._breaks = True
            return ""
        if isinstance(block, Heading) and block.level == 2:
            return self._section(block)
        opened = "" if self._is_open else self._open(f"<section{self._break_class('')}>")
        if self._breaks:
            opened += '<div class="new-page"></div>'
            self._breaks = False
        return opened + self._inner(block)

    def _inner(self, block: Block) -> str:
        match block:
            case Heading(level, text, anchor, eyebrow):
                self._level = level
                return f'{_eyebrow(eyebrow)}<h{level} id="{self._anchor(anchor)}">{inlines(text)}</h{level}>'
            case Paragraph(text, voice):
                return f"<p{'' if voice == 'body' else f' class={chr(34)}{voice}{chr(34)}'}>{inlines(text)}</p>"
            case Items():
                return self._items(block)
            case Table():
                return table_html(block, self.labels, self._anchor("table"))
            case Figure():
                return self._figure(block)
            case Facts(rows, anchors):
                ids = self._ids(anchors, len(rows))
                return f'<dl class="facts">{"".join(f"<dt{id_}>{inlines(name)}</dt><dd>{_paragraphs(said)}</dd>" for id_, (name, said) in zip(ids, rows, strict=True))}</dl>'
            case Notice(text, tone):
                return f'<div class="notice {tone}"><svg class="icon{" turn" if tone == "now" else ""}" viewBox="0 0 24 24" aria-hidden="true">{_ICONS[tone]}</svg><div>{_paragraphs(text)}</div></div>'
            case SaidFinding():
                return self._finding(block)
            case Asked():
                return _asked(block)
        return ""

    # -- sections and anchors

    def _section(self, heading: Heading) -> str:
        anchor = self._anchor(heading.anchor)
        self.sections.append((anchor, inlines(_without_codes(heading.text))))
        opening = self._open(f'<section aria-labelledby="{anchor}"{self._break_class("")}>')
        self._level = 2
        return f'{opening}{_eyebrow(heading.eyebrow)}<h2 id="{anchor}">{inlines(heading.text)}</h2>'

    def _open(self, tag: str) -> str:
        closing = self._close()
        self._is_open = True
        return f"{closing}\n{tag}" if closing else tag

    def _close(self) -> str:
        was_open, self._is_open = self._is_open, False
        return "</section>" if was_open else ""

    def _break_class(self, names: str) -> str:
        breaks, self._breaks = self._breaks, False
        return ' class="new-page"' if breaks else names

    def _anchor(self, wanted: str) -> str:
        """An id that may stand in HTML and that no other block of the page has."""
        base = re.sub(r"[^A-Za-z0-9_-]+", "-", wanted).strip("-") or "part"
        anchor, n = base, 2
        while anchor in self._anchors:
            anchor, n = f"{base}-{n}", n + 1
        self._anchors.add(anchor)
        return anchor

    def _items(self, block: Items) -> str:
        ids = self._ids(block.anchors, len(block.items))
        if block.ordered:
            return f'<ol class="three">{"".join(f"<li{id_}><div>{inlines(item)}</div></li>" for id_, item in zip(ids, block.items, strict=True))}</ol>'
        kind = ' class="small notes"' if block.is_small else ""
        return f"<ul{kind}>{''.join(f'<li{id_}>{inlines(item)}</li>' for id_, item in zip(ids, block.items, strict=True))}</ul>"

    def _ids(self, anchors: Sequence[str], count: int) -> list[str]:
        return [f' id="{self._anchor(anchor)}"' if anchor else "" for anchor in anchors] or [""] * count

    # -- pictures and findings

    def _figure(self, figure: Figure) -> str:
        name = f'role="img" aria-label="{escape(clean(figure.alt))}" class="pic"'
        wide = self._picture(figure.svg_wide, name)
        pictures = wide
        if figure.svg_narrow:
            pictures = f'<div class="only-wide">{wide}</div><div class="only-phone">{self._picture(figure.svg_narrow, name)}</div>'
        twin = ""
        if figure.twin is not None:
            twin = f"<details><summary>{escape(self.labels.as_table)}</summary>{table_html(figure.twin, self.labels, self._anchor('table'))}</details>"
        return f"<figure>{pictures}<figcaption>{inlines(figure.caption)}</figcaption>{twin}</figure>"

    def _picture(self, svg: str, naming: str) -> str:
        return named(with_own_ids(bare(svg), self._anchor("pic") + "-"), naming)

    def _finding(self, finding: SaidFinding) -> str:
        level = min(self._level + 1, 4)
        labels = self.labels
        rows = (
            (labels.why, _paragraphs(finding.why)),
            (labels.how_sure, f'<span class="sure">{_bars(finding.sure_level)}<span>{inlines(finding.sure)}</span></span>'),
            (labels.next_step, f"<p>{inlines(finding.step)}</p>" if finding.step else ""),
        )
        said = "".join(f"<dt>{escape(name)}</dt><dd>{text}</dd>" for name, text in rows if text)
        return f'<article class="finding"><h{level}>{inlines(finding.title)}</h{level}><dl>{said}</dl></article>'


def _asked(asked: Asked) -> str:
    reason = f'<p class="small">{inlines(asked.reason)}</p>' if asked.reason else ""
    rules = "".join(f'<p class="rule">{inlines(label)}</p>' for label in asked.rules)
    return f'<div class="asked"><p><b>{inlines(asked.question)}</b></p>{reason}{rules}</div>'


def _without_codes(text: Line) -> Line:
    """For the contents, where a line is one link and holds no other."""
    return tuple(
        replace(part, code="") if isinstance(part, Num) else Text(part.text, part.strong) if isinstance(part, Link) else part
        for part in text
    )


def _eyebrow(text: Line) -> str:
    return f'<p class="eyebrow"><span>{inlines(text)}</span></p>' if text else ""


def _paragraphs(lines: Sequence[Line]) -> str:
    return "".join(f"<p>{inlines(text)}</p>" for text in lines)


def _bars(level: int) -> str:
    """Four bars that rise; as many full as the level says. The words beside them say the same."""
    bars = (
        f'<rect{" class=" + chr(34) + "on" + chr(34) if i < level else ""} x="{1 + 9 * i}" y="{8.25 - 3 * i}" width="6" height="{9 + 3 * i}" rx="1.5"/>'
        for i in range(4)
    )
    return f'<svg class="bars" viewBox="0 -1.5 36 19.5" aria-hidden="true">{"".join(bars)}</svg>'
