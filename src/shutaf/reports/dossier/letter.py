"""Which letter goes out: the draft from the map with what people changed in it, what still has to be said in its language, and what changed since?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from shutaf.reports.brief import labels
from shutaf.reports.document import Block, Document, Inline, Line, Name, Notice, Tag, Text, line, plain
from shutaf.reports.document import Paragraph as Said
from shutaf.reports.dossier.claims import Fact
from shutaf.reports.dossier.parts import Draft, Paragraph
from shutaf.reports.dossier.tongue import is_readable_in, is_said_in
from shutaf.reports.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody made of a paragraph. words: None where it was left as drafted, "" where it was left out; facts: what it rested on then."""

    words: str | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Edits:
    """parts: by paragraph; said: text of the map -> how it is said in the letter's language; is_settled: somebody said it is ready."""

    parts: Mapping[str, Edit] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as it stands. open_texts: not said in the letter's language yet; before: the facts it rested on when somebody last read it."""

    paragraph: Paragraph
    text: Line
    is_edited: bool
    open_texts: tuple[str, ...]
    before: tuple[Fact, ...]

    @property
    def gone(self) -> tuple[Fact, ...]:
        return _without(self.before, self.paragraph.facts)

    @property
    def come(self) -> tuple[Fact, ...]:
        return _without(self.paragraph.facts, self.before)

    @property
    def is_changed(self) -> bool:
        return bool(self.gone or self.come)

    @property
    def words(self) -> str:
        return plain(self.text, isolate=False)

    @property
    def is_left_out(self) -> bool:
        return not self.text


@dataclass(frozen=True, slots=True)
class Letter:
    """title and to: as the paragraphs, with what is said for their texts. was_settled: somebody said it is ready, then something changed."""

    draft: Draft
    title: Line
    to: Line
    paragraphs: tuple[Shown, ...]
    said: Mapping[str, str]
    open_texts: tuple[str, ...]
    is_settled: bool

    @property
    def changed(self) -> tuple[Shown, ...]:
        return tuple(one for one in self.paragraphs if one.is_changed)

    @property
    def may_be_ready(self) -> bool:
        return not self.open_texts and not self.changed

    @property
    def is_ready(self) -> bool:
        return self.is_settled and self.may_be_ready

    @property
    def begins_with_need(self) -> bool:
        return any(one.paragraph.key == "opening" and one.paragraph.claims for one in self.paragraphs)


NO_EDITS = Edits()


def _without(facts: tuple[Fact, ...], others: tuple[Fact, ...]) -> tuple[Fact, ...]:
    rows = {other.row for other in others}
    return tuple(fact for fact in facts if fact.row not in rows)


def letter_of(draft: Draft, edits: Edits = NO_EDITS, *, home: str = "") -> Letter:
    """home: the language of the workspace."""
    title, to = _spoken(draft.title, edits.said), _spoken(draft.to, edits.said)
    shown = tuple(_shown(draft, paragraph, edits, home) for paragraph in draft.paragraphs)
    read = frozenset(edits.said.values())
    texts = [*open_texts(draft, title, home, read), *open_texts(draft, to, home, read), *(text for one in shown for text in one.open_texts)]
    return Letter(draft, title, to, shown, edits.said, tuple(dict.fromkeys(texts)), edits.is_settled)


def _shown(draft: Draft, paragraph: Paragraph, edits: Edits, home: str) -> Shown:
    edit = edits.parts.get(paragraph.key)
    spoken = _spoken(paragraph.text, edits.said)
    is_edited = edit is not None and edit.words is not None
    text = _isolated(edit.words or "", spoken) if edit is not None and edit.words is not None else spoken
    still_open = open_texts(draft, text, home, frozenset(edits.said.values()))
    return Shown(paragraph, text, is_edited, still_open, edit.facts if edit is not None else paragraph.facts)


def _spoken(text: Line, said: Mapping[str, str]) -> Line:
    return tuple(replace(part, text=said[part.text]) if isinstance(part, Name) and part.text in said else part for part in text)


def open_texts(draft: Draft, text: Line, home: str, read: frozenset[str]) -> tuple[str, ...]:
    """Texts of the map in this line that a reader of the letter's language may not be able to read. read: what somebody settled."""
    names = (part.text for part in text if isinstance(part, Name) and part.text not in read)
    return tuple(dict.fromkeys(one for one in names if not _is_read(one, draft, home)))


def _is_read(text: str, draft: Draft, home: str) -> bool:
    if text in draft.names:
        return is_readable_in(text, draft.language)
    return is_said_in(text, draft.language, home)


def _isolated(words: str, spoken: Line) -> Line:
    """Words as somebody wrote them, with the names and texts of the draft isolated where they kept them."""
    known = sorted({part.text for part in spoken if isinstance(part, Name) and part.text}, key=len, reverse=True)
    if not known or not words:
        return line(words)
    pieces = re.split("(" + "|".join(re.escape(name) for name in known) + ")", words)
    return line(*(Name(piece) if piece in known else piece for piece in pieces))


def document(letter: Letter, speech: Speech, *, today: str, is_fictional: bool = False) -> Document:
    """The letter as a document. While it is not ready it says so on every page and marks what is still to be said in its language."""
    marks = [
        *([] if letter.is_ready else [_("Draft, not ready to be sent")]),
        *([_("Fictional town for demonstration")] if is_fictional else []),
    ]
    return Document(
        language=letter.draft.language,
        title=letter.title,
        lead=letter.to,
        labels=labels(),
        blocks=tuple(_blocks(letter)),
        dates=line(speech.date(today)),
        mark=" · ".join(marks),
        created=today,
        is_letter=True,
    )


def _blocks(letter: Letter) -> Iterator[Block]:
    if letter.open_texts:
        yield Notice((line(_("Still to be said in this language:")), *((Name(text),) for text in letter.open_texts)), "warn")
    for one in letter.paragraphs:
        if not one.is_left_out:
            for lines in _lines(one.text):
                yield Said(tuple(_marked(lines, one.open_texts)))


def _lines(text: Line) -> Iterable[Line]:
    """A text with line breaks as several paragraphs."""
    found: list[list[Inline]] = [[]]
    for part in text:
        pieces = part.text.split("\n") if isinstance(part, Text) else [part.text]
        for i, piece in enumerate(pieces):
            if i:
                found.append([])
            if piece.strip() or (piece and len(pieces) == 1):
                found[-1].append(replace(part, text=piece))
    return [tuple(one) for one in found if one]


def _marked(text: Line, open_texts: tuple[str, ...]) -> Iterator[Inline]:
    for part in text:
        yield part
        if isinstance(part, Name) and part.text in open_texts:
            yield Text(" ")
            yield Tag(_("in another language"), "warn")


def letter_text(document: Document, *, with_mark: bool) -> str:
    """The same as plain text, to be copied; names are isolated. with_mark: says first that it is a draft."""
    parts = [document.mark if with_mark else "", plain(document.dates), plain(document.lead), plain(document.title)]
    parts += [plain(_bracketed(block.text)) for block in document.blocks if isinstance(block, Said)]
    return "\n\n".join(part for part in parts if part)


def _bracketed(text: Line) -> Line:
    return line(*(Text(f"[{part.text}]") if isinstance(part, Tag) else part for part in text))
