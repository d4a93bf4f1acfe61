"""How does one line stand in a Word paragraph, when Hebrew, Arabic and Latin meet in it?

The one helper for right-to-left text. Word decides by run: `w:rtl` on the runs whose letters run right to left, never on a Latin name in a
Hebrew line. A name that runs against its paragraph, or both ways, is isolated twice: by a `w:dir` of its own first strong letter between two
marks of the paragraph's direction, which Word follows, and by isolate characters, which LibreOffice follows. So commas and brackets stay.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from shutaf.reports.document import Inline, Link, Name, Num, Tag, Text
from shutaf.reports.writers.cleaning import FIRST_STRONG_ISOLATE, POP_ISOLATE, clean, clean_name
from shutaf.reports.writers.docx.pictures import Pictures
from shutaf.reports.writers.docx.targets import Targets
from shutaf.reports.writers.docx.xml import ACT, INKS, SOFT, UNKNOWN_WASH, WASHES, escape, size

BOLD = "<w:b/><w:bCs/>"
NBSP = "\u00a0"
RIGHT_TO_LEFT_MARK, LEFT_TO_RIGHT_MARK = "\u200f", "\u200e"
SHAPE_MM = 3.1
CODE_POINTS = 10.0  # Word draws a superscript at about 0.6 of this


class Runs:
    """is_rtl: the direction of the document's paragraphs."""

    def __init__(self, *, is_rtl: bool, pictures: Pictures, targets: Targets) -> None:
        self.is_rtl = is_rtl
        self._pictures = pictures
        self._targets = targets

    def line(self, parts: Iterable[Inline], look: str = "", *, is_strong: bool = False, code_colour: str = SOFT) -> str:
        """The runs of a line. look: further run properties (colour, size) in the schema's order."""
        return "".join(self._inline(part, look, is_strong, code_colour) for part in parts)

    def ours(self, text: str, look: str = "", *, is_strong: bool = False) -> str:
        """Words in the document's language."""
        return run(clean(text), look, is_rtl=self.is_rtl, is_strong=is_strong)

    def _inline(self, part: Inline, look: str, is_strong: bool, code_colour: str) -> str:
        match part:
            case Text(text, strong):
                return self.ours(text, look, is_strong=strong or is_strong)
            case Name(text, shape, strong):
                drawn = f"{self._pictures.shape(shape, SHAPE_MM)}{self.ours(NBSP)}" if shape else ""
                return drawn + self._name(clean_name(text), look, strong or is_strong)
            case Num(text, code, strong):
                return self.ours(text, look, is_strong=strong or is_strong) + (self._code(clean(code), code_colour) if code else "")
            case Tag(text, tone):
                shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{WASHES[tone]}"/>'
                if tone == "unknown":
                    shade = f'<w:shd w:val="thinDiagStripe" w:color="C9CFCB" w:fill="{UNKNOWN_WASH}"/>'
                tag_look = f'<w:color w:val="{INKS[tone]}"/>{size(8)}{shade}'
                return self.ours(f"{NBSP}{text}{NBSP}", tag_look, is_strong=True)
            case Link():
                return self._link(part, look, is_strong)

    def _link(self, link: Link, look: str, is_strong: bool) -> str:
        """Words in the colour of links, leading to a bookmark or to the web; a file beside this one cannot be followed from Word."""
        raised = '<w:vertAlign w:val="superscript"/>' if link.small else ""
        target = self._targets.attributes(link.to)
        own = look + raised if not target else f'<w:color w:val="{ACT}"/>{raised}' if not look else look + raised
        strong = is_strong or link.strong
        words = self._name(clean_name(link.text), own, strong) if link.is_name else self.ours(link.text, own, is_strong=strong)
        return f"<w:hyperlink {target}>{words}</w:hyperlink>" if target else words

    def _code(self, code: str, colour: str) -> str:
        """A small quiet label; the space before it belongs to the paragraph's direction, so that the code follows its number."""
        look = f'<w:color w:val="{colour}"/>{size(CODE_POINTS)}<w:vertAlign w:val="superscript"/>'
        return run(NBSP, look, is_rtl=self.is_rtl) + run(code, look)

    def _name(self, name: str, look: str, is_strong: bool) -> str:
        runs = "".join(run(piece, look, is_rtl=rtl, is_strong=is_strong) for piece, rtl in pieces(name))
        directions = {letter_is_rtl(letter) for letter in name} - {None}
        if directions == {self.is_rtl}:
            return runs
        before = run((RIGHT_TO_LEFT_MARK if self.is_rtl else LEFT_TO_RIGHT_MARK) + FIRST_STRONG_ISOLATE, is_rtl=self.is_rtl)
        after = run(POP_ISOLATE + (RIGHT_TO_LEFT_MARK if self.is_rtl else LEFT_TO_RIGHT_MARK), is_rtl=self.is_rtl)
        return f'{before}<w:dir w:val="{"rtl" if runs_rtl(name) else "ltr"}">{runs}</w:dir>{after}'


def run(text: str, look: str = "", *, is_rtl: bool = False, is_strong: bool = False) -> str:
    rtl = "<w:rtl/>" if is_rtl else ""
    return f'<w:r><w:rPr>{BOLD if is_strong else ""}{look}{rtl}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def letter_is_rtl(letter: str) -> bool | None:
    """True or False for a letter with a direction, None for digits, spaces and signs."""
    kind = unicodedata.bidirectional(letter)
    return {"R": True, "AL": True, "L": False}.get(kind)


def runs_rtl(name: str) -> bool:
    """The direction of the first letter that has one; a name without such a letter runs left to right.

    >>> runs_rtl("12 א a"), runs_rtl("a א"), runs_rtl("12")
    (True, False, False)
    """
    return next((rtl for rtl in map(letter_is_rtl, name) if rtl is not None), False)


def pieces(name: str) -> Iterator[tuple[str, bool]]:
    """The name cut where its direction changes; digits and signs go with the letters before them.

    >>> list(pieces("(Omar, חבר)"))
    [('(Omar, ', False), ('חבר)', True)]
    """
    now = runs_rtl(name)
    directions = []
    for letter in name:
        found = letter_is_rtl(letter)
        now = now if found is None else found
        directions.append(now)
    for rtl, group in groupby(zip(name, directions, strict=True), key=lambda pair: pair[1]):
        yield "".join(letter for letter, _ in group), rtl
