"""How is an article read? One TOML file an article, in the folder of its shelf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from shutaf.content import tables
from shutaf.content.articles.composed import composed, shared_sources
from shutaf.content.articles.schema import SHELVES, Article, Block, Section, Shelf, Source


@cache
def articles(shelf: Shelf) -> tuple[Article, ...]:
    """The articles of one shelf in their order; none where nothing is written yet. KeyError for an unknown shelf."""
    if shelf not in SHELVES:
        raise KeyError(shelf)
    folder = files("shutaf.content") / "articles" / shelf
    found = [_article(shelf, one) for one in _written(folder)]
    return tuple(sorted(found, key=lambda one: (one.number, one.key)))


def article(shelf: Shelf, key: str) -> Article:
    """One article. KeyError when there is none."""
    try:
        return next(one for one in articles(shelf) if one.key == key)
    except StopIteration:
        raise KeyError(f"{shelf}/{key}") from None


def _written(folder: Traversable) -> list[str]:
    return [one.name for one in folder.iterdir() if one.name.endswith(".toml")] if folder.is_dir() else []


def _article(shelf: Shelf, name: str) -> Article:
    key = name.removesuffix(".toml")
    found = composed(shelf, key, tables.document(f"articles/{shelf}/{name}"))
    sections = tuple(_section(one) for one in found["section"])
    return Article(
        shelf=shelf,
        key=key,
        number=found["number"],
        title=tables.languages(found["title"]),
        lead=tables.languages(found["lead"]),
        sections=sections,
        sources=_sources(found.get("source", ()), sections),
        tools=tuple(found.get("tools", ())),
        cases=tuple(found.get("cases", ())),
        related=tuple(found.get("related", ())),
    )


def _section(found: Mapping[str, Any]) -> Section:
    blocks = tuple(Block(one["kind"], tables.languages(one), tuple(one.get("sources", ()))) for one in found["block"])
    return Section(found["key"], tables.languages(found["title"]), found["rests"], blocks)


def _sources(written: Sequence[Mapping[str, Any]], sections: Sequence[Section]) -> tuple[Source, ...]:
    """Those of the article itself, then those it shares with others and names by their key."""
    own = tuple(Source(**one) for one in written)
    named = {key for section in sections for block in section.blocks for key in block.sources} - {one.key for one in own}
    return own + tuple(one for one in shared_sources() if one.key in named)
