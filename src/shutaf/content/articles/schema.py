"""What is an article made of? Sections of short blocks, each saying on what it rests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from shutaf.content.cases.schema import Texts

Shelf: TypeAlias = Literal[
    "municipality", "business", "civil_society", "models", "steps", "insights", "sectors", "methods", "propriety", "about"
]
SHELVES: tuple[Shelf, ...] = (
    "municipality", "business", "civil_society", "models", "steps", "insights", "sectors", "methods", "propriety", "about",
)  # fmt: skip
"""In the order of the library: the three guides, then what they lean on."""

Rests: TypeAlias = Literal["toolkit", "sources", "ours"]
"""On the toolkit's pages, on other sources named, or on our own conclusion."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page that was read. title: as written there, or by us where it has none. on: the day it was read, ISO text (a year where no more is known).
    phrase: at most fifteen words that bear the fact, "" where the whole page does. licence: of the work itself, "" = not stated."""

    key: str
    address: str
    title: str
    on: str
    phrase: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, one point of a list, one numbered step of doing, or a note set apart. sources: keys of the article's sources."""

    kind: Literal["paragraph", "point", "step", "note"]
    text: Texts
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: Texts
    rests: Rests
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One page of the library. number: its place on its shelf. tools: names of pages of the workbench where it is done.
    cases: ids. related: other articles as "shelf/key". lead: one or two sentences, read first and found by search."""

    shelf: Shelf
    key: str
    number: int
    title: Texts
    lead: Texts
    sections: tuple[Section, ...]
    sources: tuple[Source, ...] = ()
    tools: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Its name in links between articles: shelf/key."""
        return f"{self.shelf}/{self.key}"
