"""The list of needs with the offers that meet them; circles; what was declined; one need with all its offers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from shutaf import content
from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.matching.board import Board, all_of_need
from shutaf.exchange.answers import match_answers
from shutaf.partnerships.matched import matched
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.matches.asked import Asked
from shutaf.web.pages.matches.cards import Desk
from shutaf.web.pages.matches.circles import circle_cards
from shutaf.web.pages.matches.declined import declined_rows
from shutaf.web.pages.matches.form import reasons
from shutaf.web.parts.tags import SHAPES, group_name
from shutaf.web.shell.access import in_workspace

NEEDS_A_PAGE, OFFERS_A_PAGE, CIRCLES_A_PAGE, DECLINED_A_PAGE = 8, 20, 10, 40


def desk_of(request: HttpRequest, viewer: Viewer) -> Desk:
    """The board as it is known, with the answers of now. The frame says so when it is of before."""
    found = matched(viewer)
    board = found.board
    request.is_updating = not found.is_of_now  # type: ignore[attr-defined]
    speech = Speech((get_language() or "he")[:2], board.situation)
    return Desk(board, viewer, speech, match_answers(viewer, board.situation.needs, board.situation.offers))


@in_workspace(sees_shared)
def matches(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    desk = desk_of(request, viewer)
    board, ref, view = desk.board, request.GET.get("need", ""), request.GET.get("view", "")
    if ref:
        row = board.need_rows.get(ref)
        return redirect("matches", viewer.workspace_ref) if row is None else _page(request, desk, "need", _one_need(request, desk, row))
    if view == "circles":
        return _page(request, desk, view, _paged(request, board.chains, CIRCLES_A_PAGE, lambda some: circle_cards(desk, some)))
    if view == "declined":
        return _page(request, desk, view, _paged(request, _declined(desk), DECLINED_A_PAGE, lambda some: declined_rows(desk, some)))
    return _page(request, desk, "", _needs(request, desk))


def _page(request: HttpRequest, desk: Desk, view: str, more: dict[str, Any]) -> HttpResponse:
    plain = request.GET.copy()
    plain.pop("page", None)
    context = {
        "room": "exchange", "view": view, "speech": desk.speech, "circle_count": len(desk.board.chains), "declined_count": len(_declined(desk)),
        "declined_out": len(desk.declined), "query": plain.urlencode(), "back": request.GET.urlencode(), "reasons": reasons(), "board": desk.board,
    }  # fmt: skip
    return render(request, "matches/page.html", context | more)


def _declined(desk: Desk) -> tuple[Any, ...]:
    return tuple(one for one in desk.answers if one.state == "declined")


def _needs(request: HttpRequest, desk: Desk) -> dict[str, Any]:
    asked, board = Asked.of(request.GET), desk.board
    shown = asked.shown(board, _own_first(desk, asked.rows(board)), desk.taken_up)
    paged = _paged(request, shown[asked.show], NEEDS_A_PAGE, lambda rows: [desk.need(row) for row in rows])
    language = desk.speech.language
    return paged | {
        "asked": asked, "counts": {key: len(rows) for key, rows in shown.items()}, "kinds": _names("resource", language), "themes": _names("theme", language),
        "sectors": [(key, group_name(key)) for key in SHAPES if key and any(board.situation.body_by_ref[need.body].group_key == key for need in board.table.needs)],
        "numbers_all": {show: sum(board.standing(row) == show for row in range(len(board.table.needs))) for show in ("fits", "near", "open")},
    }  # fmt: skip


def _own_first(desk: Desk, rows: tuple[int, ...]) -> tuple[int, ...]:
    """For a partner the needs of the own body and those it could meet, then the others; for everybody else as they are."""
    own, board = {*desk.viewer.body_refs}, desk.board
    told = {row: {board.table.needs[row].body, *(offer.body for offer in board.offers_of(board.fits, row))} for row in rows} if own else {}
    return tuple(sorted(rows, key=lambda row: not told[row] & own)) if own else rows


def _one_need(request: HttpRequest, desk: Desk, row: int) -> dict[str, Any]:
    board: Board = desk.board
    need = board.table.needs[row]
    fits = [offer for offer in all_of_need(board, row) if (need.ref, offer.ref) not in desk.declined]
    near = [offer for offer in all_of_need(board, row, misses=1) if (need.ref, offer.ref) not in desk.declined]
    every = [*fits, *near]
    paged = _paged(request, every, OFFERS_A_PAGE, lambda offers: [desk.pair(need, offer) for offer in offers])
    return paged | {"card": desk.need(row), "fit_count": len(fits), "near_count": len(near)}


def _names(list_key: str, language: str) -> list[tuple[str, str]]:
    return sorted(((entry.key, entry.names[language]) for entry in content.entries(list_key)), key=lambda item: item[1])


def _paged(request: HttpRequest, rows: Any, size: int, make: Any) -> dict[str, Any]:
    """One page of rows, made into what is shown."""
    asked = request.GET.get("page", "")
    pages = max(1, -(-len(rows) // size))
    page = min(max(1, int(asked)), pages) if asked.isdecimal() and len(asked) < 7 else 1
    return {"shown": make(rows[(page - 1) * size : page * size]), "found": len(rows), "page": page, "pages": pages}
