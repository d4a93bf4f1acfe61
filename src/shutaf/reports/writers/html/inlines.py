"""How does one line stand in a page: names isolated, numbers with their quiet code, nothing from data read as markup?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shutaf.reports.document import Inline, Line, Link, Name, Num, Tag, Text, plain
from shutaf.reports.writers.cleaning import clean, clean_name
from shutaf.reports.writers.shapes import shape_of

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
NBSP = "\u00a0"
LONGEST_WORD = 20  # letters; ours: the longest that fits the name column of a table on a narrow page
_AFTER_SIGNS = re.compile(r"(?<=[\w.][._/@:,;+|-])(?=[^\W_])")


def escape(text: str) -> str:
    """Text made safe inside an element and inside a quoted attribute.

    >>> escape('<b a="1">')
    '&lt;b a=&quot;1&quot;&gt;'
    """
    return text.translate(_ESCAPES)


def inlines(parts: Iterable[Inline]) -> str:
    return "".join(_inline(part) for part in parts)


def label(text: Line) -> str:
    """A line as the value of an attribute: plain, names isolated by characters."""
    return escape(clean(plain(text)))


def _inline(part: Inline) -> str:
    match part:
        case Text(text, strong):
            return _weight(escape(clean(text)), strong)
        case Name(text, shape, strong):
            return _with_shape(shape, _weight(f"<bdi>{_breakable(clean_name(text))}</bdi>", strong))
        case Num(text, code, strong):
            return f'<span class="num">{_weight(_signed(escape(clean(text))), strong)}{_code(code)}</span>'
        case Tag(text, tone):
            return f'<span class="tag {tone}">{escape(clean(text))}</span>'
        case Link():
            return _link(part)


def _link(link: Link) -> str:
    """A term carries its meaning as its description; the style shows it to whoever rests on the word."""
    words = f"<bdi>{_breakable(clean_name(link.text))}</bdi>" if link.is_name else escape(clean(link.text))
    means = f' class="term" aria-description="{escape(clean(link.means))}"' if link.means else ""
    led = f'<a{means} href="{escape(link.to)}">{_weight(words, link.strong)}</a>' if link.to else _weight(words, link.strong)
    return f'<sup class="note-mark">{led}</sup>' if link.small else led


def _breakable(name: str) -> str:
    """The name, escaped; an overlong word may be broken at a line's end, first after its own signs, and is whole when copied."""
    words = re.split(r"(\s+)", name)
    return "".join("<wbr>".join(map(escape, _pieces(word))) for word in words)


def _pieces(word: str) -> list[str]:
    parts = _AFTER_SIGNS.split(word) if len(word) > LONGEST_WORD else [word]
    return [part[i : i + LONGEST_WORD] for part in parts for i in range(0, len(part), LONGEST_WORD)]


def _signed(number: str) -> str:
    """A sign stays before its number in a line from right to left: isolated, and without a letter inside, it reads from left to right."""
    return f"<bdi>{number}</bdi>" if number.lstrip("\u200e\u200f")[:1] in ("+", "-", "−") else number


def _weight(html: str, strong: bool) -> str:
    return f"<b>{html}</b>" if strong else html


def _with_shape(group_key: str, name: str) -> str:
    """The name behind its shape; only inside the name may a line end."""
    if not group_key:
        return name
    shape = shape_of(group_key)
    drawn = f'<svg class="shape {shape.css}" viewBox="0 0 20 20" aria-hidden="true">{shape.svg}</svg>'
    return f'<span class="named">{drawn}{name}</span>'


def _code(code: str) -> str:
    """The space keeps number and code apart when the line is copied."""
    return f'<sup class="code">{NBSP}{escape(clean(code))}</sup>' if code else ""
