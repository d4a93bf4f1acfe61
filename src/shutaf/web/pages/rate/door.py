"""The door of a round: the token is traded for a seat in this browser, which keeps one random word and the group that was said once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from shutaf.partnerships.rating import GROUPS, Door, door_again, door_of, new_rater
from shutaf.web.shell.access import open_to_all
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often
from shutaf.web.shell.middleware import speak_as_sent

KEY, SEATS = "rating", "rating_seats"


@dataclass(frozen=True, slots=True)
class Seat:
    """One browser in one round."""

    door: Door
    rater: str
    group: str


@open_to_all
def rate_open(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing. The button takes a seat, or leads back to the one that this browser has.

    Only wrong tokens are counted: a hall of phones behind one address comes in within a minute, and what counts tries lets one in at a time.
    """
    door = door_of(token)
    if door is None:
        return too_many(request) if is_too_often(request, "token") else render(request, "rate/gone.html", status=410)
    speak_as_sent(request, door.workspace.language)
    if not door.is_open:
        return render(request, "rate/closed.html", {"door": door})
    if request.method != "POST":
        return render(
            request, "rate/open.html", {"door": door, "groups": GROUPS, "has_seat": str(door.round_id) in request.session.get(SEATS, {})}
        )
    take_seat(request, door, request.POST.get("group", ""))
    return redirect("rate")


def take_seat(request: HttpRequest, door: Door, group: str, *, is_new: bool = False) -> None:
    """The seat that this browser has in the round, or a new one."""
    seats = dict(request.session.get(SEATS, {}))
    rater, known = seats.get(str(door.round_id), ("", ""))
    if is_new or not rater:
        rater, known = new_rater(), group if group in GROUPS else ""
    seats.pop(str(door.round_id), None)
    seats[str(door.round_id)] = (rater, known)
    request.session[SEATS] = dict(list(seats.items())[-20:])
    request.session[KEY] = (door.round_id, door.turn)
    if not request.user.is_authenticated:
        request.session.cycle_key()  # whoever gave this browser its session does not get the seat with it


def by_round(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets (request, seat) while the round's link is what it was."""

    @wraps(view)
    def asked(request: HttpRequest) -> HttpResponse:
        round_id, turn = request.session.get(KEY, (0, 0))
        rater, group = request.session.get(SEATS, {}).get(str(round_id), ("", ""))
        door = door_again(round_id, turn) if rater else None
        if door is None:
            return render(request, "rate/gone.html", status=410)
        speak_as_sent(request, door.workspace.language)
        if not door.is_open:
            return render(request, "rate/closed.html", {"door": door, "is_rater": True})
        return view(request, Seat(door, rater, group))

    asked.rule = "round"  # type: ignore[attr-defined]
    return asked
