"""What did the reader ask the list of matches for?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from shutaf.analysis.matching.board import Board
from shutaf.analysis.matching.words import word_key
from shutaf.analysis.situation import Resource
from shutaf.analysis.text.search import index_text, query_tokens
from shutaf.analysis.text.search import matches as has_words
from shutaf.web.parts.remembered import remembered

SHOWS = ("fits", "near", "open", "answered")
MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """text, kind, theme, sector of the body in need; show: one of SHOWS, "" for all."""

    text: str = ""
    kind: str = ""
    theme: str = ""
    sector: str = ""
    show: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> Asked:
        show, (kind, theme, sector) = query.get("show", ""), (query.get(key, "")[:100] for key in ("kind", "theme", "sector"))
        return cls(query.get("q", "").strip()[:MOST_LETTERS], kind, theme, sector, show if show in SHOWS else "")

    def rows(self, board: Board) -> tuple[int, ...]:
        """Rows of the needs that fit all of it but `show`, in the order of the board."""
        tokens = query_tokens(self.text) if self.text else None
        return tuple(row for row in board.order if self._is_wanted(board, row) and (tokens is None or self._has(board, row, tokens)))

    def _is_wanted(self, board: Board, row: int) -> bool:
        need = board.table.needs[row]
        if self.kind and word_key(need.kind) != self.kind:
            return False
        if self.theme and all(word_key(theme) != self.theme for theme in need.themes):
            return False
        return not self.sector or board.situation.body_by_ref[need.body].group_key == self.sector

    def _has(self, board: Board, row: int, tokens: tuple[tuple[str, ...], ...]) -> bool:
        """The words stand with the need, its body, or an offer kept for it and the body of that."""
        words = remembered(board.situation, ("words of matches", id(board.situation)), lambda: _index(board))
        refs = (board.table.needs[row].ref, *(offer.ref for offer in board.offers_of(board.fits, row)))
        return any(has_words(tokens, words[ref]) for ref in refs)

    def shown(self, board: Board, rows: tuple[int, ...], taken_up: Mapping[str, object]) -> dict[str, tuple[int, ...]]:
        """The rows by what may be shown of them."""
        found: dict[str, tuple[int, ...]] = {"": rows}
        for show in ("fits", "near", "open"):
            found[show] = tuple(row for row in rows if board.standing(row) == show)
        return found | {"answered": tuple(row for row in rows if board.table.needs[row].ref in taken_up)}


def _index(board: Board) -> Mapping[str, str]:
    """The words of every need and offer and of its body, to search in."""
    return {one.ref: index_text(*_words(one, board)) for one in (*board.table.needs, *board.table.offers)}


def _words(one: Resource, board: Board) -> tuple[str, ...]:
    body = board.situation.body_by_ref[one.body]
    return (one.title, body.name, *(name for _language, name in body.names), one.where)
