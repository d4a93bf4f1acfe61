"""One line for each body that would be invited: why it stands there, what a letter to it begins with, how far the letter is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.for_them import ForThem
from shutaf.analysis.situation import Body, Offer
from shutaf.partnerships.dossiers import About, letter_made
from shutaf.partnerships.letters import LetterFacts, letters_of


@dataclass(frozen=True, slots=True)
class LetterState:
    """A letter in one language. state: ready, draft, or changed (something it rests on is not as it was)."""

    language: str
    state: str


@dataclass(frozen=True, slots=True)
class InvitedRow:
    """why: member, invited, or letter (somebody began to write). brings: what it is counted on for."""

    body: Body
    why: str
    them: ForThem
    brings: tuple[Offer, ...]
    letters: tuple[LetterState, ...]


def rows_of(viewer: Viewer, about: About) -> list[InvitedRow]:
    """Members of the coalition, then those marked to be invited, then whoever a letter was begun to. One query."""
    letters = letters_of(viewer, about.initiative.ref)
    further = tuple(ref for ref in letters if ref not in about.members and ref not in about.invited)
    listed = [
        *((ref, "member") for ref in about.members),
        *((ref, "invited") for ref in about.invited),
        *((ref, "letter") for ref in further),
    ]
    return [_row(about, ref, why, letters.get(ref, ())) for ref, why in listed if ref in about.situation.body_by_ref]


def _row(about: About, ref: str, why: str, letters: tuple[LetterFacts, ...]) -> InvitedRow:
    brought = {one.offer.ref: one.offer for member in about.coalition.members if member.ref == ref for one in member.brings}
    return InvitedRow(about.situation.body_by_ref[ref], why, about.for_them(ref), tuple(brought.values()), tuple(_states(about, letters)))


def _states(about: About, letters: tuple[LetterFacts, ...]) -> Iterator[LetterState]:
    for facts in letters:
        letter = letter_made(about, facts)
        yield LetterState(facts.language, "ready" if letter.is_ready else "changed" if letter.changed else "draft")
