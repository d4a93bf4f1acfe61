"""How does one line stand in a page: names isolated, numbers with their quiet code, nothing from data read as markup?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shutaf.reports.document import Inline, Line, Name, Num, Tag, Text, plain
from shutaf.reports.writers.cleaning import clean, clean_name
from shutaf.reports.writers.shapes import shape_of

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
NBSP = "\u00a0"
LONGEST_WORD = 20  # letters; ours: the longest that fits the name column of a table on a narrow page
WORD_JOINER = "\u2060"  # keeps a shape on the line of the name it belongs to


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
            return _shape(shape) + _weight(f"<bdi>{_breakable(clean_name(text))}</bdi>", strong)
        case Num(text, code, strong):
            return f'<span class="num">{_weight(escape(clean(text)), strong)}{_code(code)}</span>'
        case Tag(text, tone):
            return f'<span class="tag {tone}">{escape(clean(text))}</span>'


def _breakable(name: str) -> str:
    """The name, escaped; an overlong word may be broken at a line's end, and is whole when copied."""
    words = re.split(r"(\s+)", name)
    return "".join("<wbr>".join(escape(word[i : i + LONGEST_WORD]) for i in range(0, len(word), LONGEST_WORD)) for word in words)


def _weight(html: str, strong: bool) -> str:
    return f"<b>{html}</b>" if strong else html


def _shape(group_key: str) -> str:
    if not group_key:
        return ""
    shape = shape_of(group_key)
    return f'<svg class="shape {shape.css}" viewBox="0 0 20 20" aria-hidden="true">{shape.svg}</svg>{WORD_JOINER}'


def _code(code: str) -> str:
    """The space keeps number and code apart when the line is copied."""
    return f'<sup class="code">{NBSP}{escape(clean(code))}</sup>' if code else ""
