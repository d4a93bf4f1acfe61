"""How do the lists of a Word file count, each ordered one from 1?"""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml

from shutaf.reports.writers.docx.xml import ACT, NAMESPACES, NOW_INK, size

BULLET = 1
_ORDERED = 2


class Numbering:
    """Replaces the numbering of the file by ours."""

    def __init__(self, part: Any) -> None:
        self._root = part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._root.append(_abstract(1, "bullet", "•", f'<w:color w:val="{ACT}"/>', 300))
        self._root.append(_abstract(2, "decimal", "%1", f'<w:b/><w:bCs/><w:color w:val="{NOW_INK}"/>{size(14)}', 397))
        self._root.append(_num(BULLET, 1))
        self._root.append(_num(_ORDERED, 2))
        self._last = _ORDERED

    def new(self) -> int:
        """The id of an ordered list that starts at 1."""
        self._last += 1
        self._root.append(_num(self._last, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'))
        return self._last


def _abstract(number: int, kind: str, text: str, look: str, indent: int) -> Any:
    return parse_xml(
        f'<w:abstractNum {NAMESPACES} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent - 20}"/></w:pPr>'
        f"<w:rPr>{look}</w:rPr></w:lvl></w:abstractNum>"
    )


def _num(number: int, abstract: int, override: str = "") -> Any:
    return parse_xml(f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>')
