"""What did people settle on the way from the map to an invitation, and whom did the invitation reach?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToldOfCall:
    """Somebody was told of an open call. body: its ref, "" for everybody whom the channel reaches; then whom says who they are."""

    on: str
    channel: str
    body: str = ""
    whom: str = ""
    language: str = ""
    neighbourhood: str = ""


@dataclass(frozen=True, slots=True)
class CallReply:
    """Who answered an open call, as they wrote it. body: ref of the body on the map, "" while nobody said which. state: waits, accepted, declined."""

    on: str
    name: str
    body: str = ""
    sector: str = ""
    size: str = ""
    language: str = ""
    neighbourhood: str = ""
    state: str = "waits"


@dataclass(frozen=True, slots=True)
class OpenCall:
    """An open invitation with its trail. title: by language. state: draft, published, closed; dates are ISO days."""

    ref: str
    title: tuple[tuple[str, str], ...] = ()
    initiative: str = ""
    partnership: str = ""
    state: str = "draft"
    published_on: str = ""
    opens_on: str = ""
    closes_on: str = ""
    told: tuple[ToldOfCall, ...] = ()
    replies: tuple[CallReply, ...] = ()

    def title_in(self, language: str) -> str:
        """In the reader's language, else in the first there is."""
        titles = dict(self.title)
        return titles.get(language) or next(iter(titles.values()), "")


@dataclass(frozen=True, slots=True)
class Choosing:
    """What people settled about how to choose. Not in the workbook: a file alone is chosen from by the toolkit's defaults.

    weights, floors: (key or label of a criterion, weight; 0 = switched off) and (key or label, what the first must reach). less: those of their own
    where less is better. declined: pairs (ref of a need, ref of an offer) that somebody declined for a reason that still holds.
    accepted: pairs that somebody accepted and nobody declines.
    model_answers: (key of a question, place of its answer), answered last, of what stands in model_about.
    answered: refs of bodies that answered the open call.
    kept: coalitions somebody keeps, as (ref of the initiative, refs of the members).
    calls: open invitations with their trail.
    """

    weights: tuple[tuple[str, float], ...] = ()
    floors: tuple[tuple[str, float], ...] = ()
    less: tuple[str, ...] = ()
    declined: tuple[tuple[str, str], ...] = ()
    accepted: tuple[tuple[str, str], ...] = ()
    model_answers: tuple[tuple[str, float], ...] = ()
    model_about: str = ""
    answered: tuple[str, ...] = ()
    kept: tuple[tuple[str, tuple[str, ...]], ...] = ()
    calls: tuple[OpenCall, ...] = ()


NO_CHOOSING = Choosing()
"""What a situation has while nothing is settled."""
