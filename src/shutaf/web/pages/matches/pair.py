"""One pair, opened into its parts: what each side says to every question, what that comes to, the rows it rests on, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.matching.explained import explained
from shutaf.analysis.matching.rules import DEFAULT_RULES
from shutaf.analysis.matching.words import word_key
from shutaf.analysis.situation import Need, Offer
from shutaf.reports.document import Line, Name, line
from shutaf.reports.wording.matches import DECLINED_FOR, QUESTIONS, SAID, when_said
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.findings.evidence import evidence_of
from shutaf.web.pages.matches.cards import Desk
from shutaf.web.pages.matches.form import DeclineForm
from shutaf.web.pages.matches.view import desk_of
from shutaf.web.shell.access import in_workspace


@dataclass(frozen=True, slots=True)
class Part:
    """One question. need, offer: what each side says, empty where nothing. said: yes, part, no or unknown. points, most: what it moves the order by."""

    name: str
    need: Line
    offer: Line
    said: str
    word: str
    points: float | None
    most: float | None


@in_workspace(sees_shared)
def match(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    desk = desk_of(request, viewer)
    pair = desk.board.pair(request.GET.get("need", ""), request.GET.get("offer", ""))
    if pair is None:
        messages.info(request, _("This need or offer is not there any more."))
        return redirect("matches", viewer.workspace_ref)
    return pair_page(request, desk, pair, DeclineForm())


def pair_page(request: HttpRequest, desk: Desk, pair: tuple[Need, Offer], form: DeclineForm) -> HttpResponse:
    card, board = desk.pair(*pair), desk.board
    ties = board.ties.get(frozenset((pair[0].body, pair[1].body)), ())
    rows = [one.origin for one in (*pair, *ties) if one.origin]
    found = parts(desk, *pair)
    context = {
        "room": "exchange", "card": card, "form": form, "parts": found, "total": sum(part.points or 0 for part in found),
        "evidence": evidence_of(rows, desk.viewer, desk.speech), "speech": desk.speech, "is_declined": (pair[0].ref, pair[1].ref) in desk.declined,
        "answers": [(one, _(DECLINED_FOR[one.reason]) if one.reason else "") for one in card.answers],
        "pair_query": urlencode({"need": pair[0].ref, "offer": pair[1].ref}), "is_same_kind": word_key(pair[0].kind) == word_key(pair[1].kind) != "",
    }  # fmt: skip
    return render(request, "matches/pair.html", context, status=400 if request.method == "POST" else 200)


def parts(desk: Desk, need: Need, offer: Offer) -> list[Part]:
    """The kind, then the five questions in their order."""
    board, speech = desk.board, desk.speech
    told = explained(board.table.wants, board.need_rows[need.ref], board.table.gives, board.offer_rows[offer.ref], ties=board.table.ties)
    words = {key: _(word) for key, word in (*QUESTIONS.items(), *SAID.items())}
    found = [Part(words["kind"], _kind(need, speech), _kind(offer, speech), "yes", words["yes"], None, None)] if told.shared_kinds else []
    for answer in told.answers:
        weight = 100 * DEFAULT_RULES.weight(answer.question)
        said = "unknown" if answer.said == "no" and not answer.is_hard else answer.said  # two places as written may be one
        sides = [_told(answer.question, one, speech) for one in (need, offer)]
        found.append(Part(words[answer.question], sides[0], sides[1], said, words[said], weight * answer.score_0_1, weight))
    return found


def _kind(one: Need | Offer, speech: Speech) -> Line:
    return (speech.word("resource", one.kind),)


def _told(question: str, one: Need | Offer, speech: Speech) -> Line:
    match question:
        case "theme":
            return speech.several([speech.word("theme", theme) for theme in one.themes])
        case "amount":
            return speech.amount(one.amount) if one.amount else ()
        case "time":
            return when_said(one, speech)
        case "place":
            return (Name(one.where),) if one.where.strip() else ()
    return line(speech.body(one.body, shape=True))
