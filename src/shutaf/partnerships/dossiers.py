"""Who would be invited to an initiative, what is in it for each, and how does the letter to each stand now?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import translation

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.actors.for_them import ForThem, for_them
from shutaf.analysis.coalition.cover import Coalition, smallest_coalition
from shutaf.analysis.preparation import Preparation
from shutaf.analysis.situation import Initiative, Situation
from shutaf.partnerships.letters import LetterFacts, coalition_kept, letter_found
from shutaf.partnerships.preparing import preparation
from shutaf.reports.dossier.claims import Fact
from shutaf.reports.dossier.letter import Edit, Edits, Letter, letter_of
from shutaf.reports.dossier.parts import draft
from shutaf.reports.wording.speech import Speech


@dataclass(frozen=True)
class About:
    """An initiative with those who would carry it. kept: members of the coalition somebody kept, () where the smallest one is taken."""

    prepared: Preparation
    initiative: Initiative
    kept: tuple[str, ...]

    @property
    def situation(self) -> Situation:
        return self.prepared.situation

    @cached_property
    def coalition(self) -> Coalition:
        known = self.prepared.coalition
        return known if known and known.initiative.ref == self.initiative.ref else smallest_coalition(self.situation, self.initiative.ref)

    @cached_property
    def members(self) -> tuple[str, ...]:
        """Refs of bodies that are there."""
        kept = tuple(ref for ref in self.kept if ref in self.situation.body_by_ref)
        return kept or self.coalition.refs

    @cached_property
    def invited(self) -> tuple[str, ...]:
        """Further bodies that somebody marked to be invited."""
        return tuple(body.ref for body in self.situation.bodies if body.invite == "yes" and body.ref not in self.members)

    def for_them(self, ref: str) -> ForThem:
        return for_them(self.situation, ref, self.initiative, self.prepared.matches.fits, self.members)


def about(viewer: Viewer, initiative_ref: str, *, today: str) -> About | None:
    """For those who see everything. initiative_ref "": the first initiative. None where there is no such initiative. today: ISO day."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    prepared = preparation(viewer, today=today)
    wanted = initiative_ref or prepared.ranking.first
    found = next((one for one in prepared.situation.initiatives if one.ref == wanted), None)
    return About(prepared, found, coalition_kept(viewer, found.ref)) if found else None


def letter_now(viewer: Viewer, subject: About, ref: str, language: str) -> Letter:
    """The letter to a body as it stands: drafted from the map, with what people changed. One query. KeyError for a body that is not there."""
    return letter_made(subject, letter_found(viewer, subject.initiative.ref, ref, language))


def letter_made(subject: About, facts: LetterFacts) -> Letter:
    with translation.override(facts.language):
        made = draft(subject.for_them(facts.body), Speech(facts.language, subject.situation))
        return letter_of(made, edits_of(facts), home=subject.situation.language)


def edits_of(facts: LetterFacts) -> Edits:
    parts = {key: Edit(one["words"], tuple(Fact(*fact) for fact in one["facts"])) for key, one in facts.parts.items()}
    return Edits(parts, facts.said, facts.is_settled)


def parts_next(letter: Letter, words: Mapping[str, str | None], read_again: Collection[str]) -> dict[str, Any]:
    """What is kept of the paragraphs after somebody typed. words: by key, None for as drafted; read_again: keys that were read since a fact changed."""
    found: dict[str, Any] = {}
    for one in letter.paragraphs:
        key = one.paragraph.key
        new, was = words.get(key), one.words if one.is_edited else None
        if one.is_changed and key not in read_again and new == was:
            found[key] = {"words": was, "facts": kept_facts(one.before)}
        elif new is not None:
            found[key] = {"words": new, "facts": kept_facts(one.paragraph.facts)}
    return found


def parts_settled(letter: Letter) -> dict[str, Any]:
    """Every paragraph with the facts it rests on, so that a later change of them is noticed."""
    return {
        one.paragraph.key: {"words": one.words if one.is_edited else None, "facts": kept_facts(one.paragraph.facts)}
        for one in letter.paragraphs
    }


def kept_facts(facts: Iterable[Fact]) -> list[list[str]]:
    return [[fact.row, fact.text] for fact in facts]
