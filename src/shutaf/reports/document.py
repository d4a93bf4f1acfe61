"""What is a report made of? One typed document, which the writers turn into HTML, PDF, DOCX and XLSX.

A document holds finished sentences in one language. Names from data are kept apart from the text around them (Name), so each writer
can isolate them; numbers carry the short code that `shutaf why` explains (Num).
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Literal, TypeAlias, TypeVar

RTL = frozenset({"he", "ar"})

# -- within a line ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words of ours, in the document's language."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name or free text from data, as written: isolated from the direction of the words around it. shape: a group key draws its sector's shape before it."""

    text: str
    shape: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Num:
    """A number as the reader's language writes it, with its code ("" where a number explains itself, such as a page count)."""

    text: str
    code: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A small label in a line: `tone` is plain, now, good, warn, bad or unknown."""

    text: str
    tone: Literal["plain", "now", "good", "warn", "bad", "unknown"] = "plain"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead on. to: an address on the web, "#anchor" of this document, or a file beside it; a form that cannot follow it prints the words.

    means: what is shown beside the word while one rests on it (a term's meaning). is_name: isolated, as every text from data. small: set as a raised mark.
    """

    text: str
    to: str
    means: str = ""
    is_name: bool = False
    small: bool = False
    strong: bool = False


Inline: TypeAlias = Text | Name | Num | Tag | Link
Line: TypeAlias = tuple[Inline, ...]
Part: TypeAlias = str | Inline | Sequence[Inline]


def line(*parts: Part) -> Line:
    """One line from strings (ours) and inlines."""
    out: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            if part:
                out.append(Text(part))
        elif isinstance(part, Text | Name | Num | Tag | Link):
            out.append(part)
        else:
            out.extend(part)
    return tuple(out)


def fill(template: str, /, **values: Part) -> Line:
    """A translated template with its {placeholders} replaced by inlines; `**words**` in the template is strong.

    >>> fill("**{n} bodies** know {who}", n=Num("3"), who=Name("Omar"))
    (Num(text='3', code='', strong=True), Text(text=' bodies', strong=True), Text(text=' know ', strong=False), Name(text='Omar', shape='', strong=False))
    """
    out: list[Inline] = []
    strong = False
    for literal, key, _, _ in string.Formatter().parse(template):
        for i, piece in enumerate(literal.split("**")):
            strong = strong ^ (i > 0)
            if piece:
                out.append(Text(piece, strong))
        if key is not None:
            for inline in line(values[key]):
                out.append(_emphasised(inline) if strong else inline)
    return tuple(out)


def _emphasised(inline: Inline) -> Inline:
    match inline:
        case Text(text):
            return Text(text, strong=True)
        case Name(text, shape):
            return Name(text, shape, strong=True)
        case Num(text, code):
            return Num(text, code, strong=True)
        case Link():
            return replace(inline, strong=True)
    return inline


def plain(inlines: Iterable[Inline], isolate: bool = True) -> str:
    """A line as a string. isolate: wrap names in U+2068 ... U+2069, as every mixed plain string must."""
    return "".join(f"\u2068{part.text}\u2069" if isolate and is_isolated(part) else part.text for part in inlines)


def is_isolated(part: Inline) -> bool:
    """Whether its words run in a direction of their own."""
    return isinstance(part, Name) or (isinstance(part, Link) and part.is_name)


T = TypeVar("T")


def without_codes(part: T) -> T:
    """A line, a block or a whole document whose numbers carry no code: `shutaf why` explains those of a brief only.

    >>> without_codes((Text("of "), Num("3", "T3K9")))
    (Text(text='of ', strong=False), Num(text='3', code='', strong=False))
    """
    if isinstance(part, Num):
        return replace(part, code="")
    if isinstance(part, tuple):
        return tuple(without_codes(one) for one in part)  # type: ignore[return-value]
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{one.name: without_codes(getattr(part, one.name)) for one in fields(part)})
    return part


# -- blocks -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """level 2 opens a section, 3 a part of it, 4 a part of that (1 is the document's title). anchor: where links lead; without one it stands in no contents. eyebrow: a quiet line above. mark: a tag beside the eyebrow."""

    level: Literal[2, 3, 4]
    text: Line
    anchor: str = ""
    eyebrow: Line = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """voice: body; lead (first paragraph); since ("because ..." after a result); small (sources, notes)."""

    text: Line
    voice: Literal["body", "lead", "since", "small"] = "body"


@dataclass(frozen=True, slots=True)
class Items:
    """A list. ordered: numbered with large numerals (the three sentences of page one). anchors: one an item ("" = none of it), or none at all; links
    of the document lead there.

    is_small: sources and notes, without a sign before them.
    """

    items: tuple[Line, ...]
    ordered: bool = False
    anchors: tuple[str, ...] = ()
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """tone: heat level 0..6 for heat tables, None for a plain cell; unknown: hatched, never blank or 0; number: set at the inline end."""

    text: Line
    number: bool = False
    heat: int | None = None
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """head: column names; the first cell of each row is the row's header. codes: one short code a row (shown in a last quiet column), or ()."""

    caption: Line
    head: tuple[Line, ...]
    rows: tuple[tuple[Cell, ...], ...]
    codes: tuple[str, ...] = ()
    note: Line = ()
    sheet: str = ""  # name of the worksheet in the XLSX form; "" leaves the table out of it
    paper_rows: int = 0  # at most so many rows on paper, where nothing folds away; 0 = all
    paper_note: Line = ()  # what is said on paper where rows were left out


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: svg_wide for 640 or more, svg_narrow for phones ("" uses the wide one). alt is never empty. twin: the same as a table."""

    svg_wide: str
    alt: str
    caption: Line
    svg_narrow: str = ""
    twin: Table | None = None
    width_0_1: float = 1.0  # share of the text width on paper


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and text, in two columns: the sheet of one body. anchors: one a row, or none."""

    rows: tuple[tuple[Line, tuple[Line, ...]], ...]  # label, one line per paragraph
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A box. tone: note (unknown, question), warn, now (what to do next), good."""

    text: tuple[Line, ...]
    tone: Literal["note", "warn", "now", "good"] = "note"


@dataclass(frozen=True, slots=True)
class SaidFinding:
    """A finding in words: the sentence, why, how sure (1..4 bars and words), what to do next."""

    title: Line
    why: tuple[Line, ...]
    sure_level: int
    sure: Line
    step: Line


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to put to somebody, why it is asked, and ruled lines to write on by hand, each with its label."""

    question: Line
    reason: Line = ()
    rules: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = Heading | Paragraph | Items | Table | Figure | Facts | Notice | SaidFinding | Asked | PageBreak


@dataclass(frozen=True, slots=True)
class Labels:
    """The few words the writers themselves print, in the document's language."""

    why: str
    how_sure: str
    next_step: str
    page: str  # "page {page} of {pages}"
    code: str  # head of the quiet column of codes
    contents: str
    as_table: str  # summary of the folded twin of a picture
    skip: str = ""  # the link over the page's head, "skip to the text"; "" says the title instead


@dataclass(frozen=True, slots=True)
class Document:
    """language: he, ar, en or de. mark: printed on every page ("internal, not for handing out"; "fictional town"), "" for none.

    is_letter: set as a letter of whoever sends it, without our sign: date, to whom (lead), subject (title), text.
    is_dense: set smaller on paper, so that what belongs on one page stays on it. has_contents: a list of its sections with their pages, on paper.
    """

    language: str
    title: Line
    lead: Line
    labels: Labels
    blocks: tuple[Block, ...]
    tags: tuple[Tag, ...] = ()
    dates: Line = ()
    mark: str = ""
    foot: Line = ()
    created: str = ""  # ISO day, for the files' properties
    keywords: tuple[str, ...] = field(default=())
    is_letter: bool = False
    is_dense: bool = False
    has_contents: bool = False

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        return "rtl" if self.language in RTL else "ltr"
