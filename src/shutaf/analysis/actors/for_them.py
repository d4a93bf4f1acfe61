"""What is in an initiative for one body, by rows that may be shown to it: a need it stated, a gain, an offer that answers it, a target of its own?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from shutaf.analysis.actors.body_sheet import ROOM_VISIBILITY, gains_of
from shutaf.analysis.actors.sheet_model import Gain
from shutaf.analysis.actors.voice import voice_of
from shutaf.analysis.matching.fit import Fit
from shutaf.analysis.situation import Body, Initiative, Need, Offer, Resource, Situation, Word

MUNICIPALITY: Final = "municipality"
"""How the municipality as a whole is named in `Initiative.gains_what`."""

SHARE_OF_THEME: Final = 0.5
"""Ours: an initiative is about a theme when half of the offers it rests on are."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A need of the body and another body's offer that fits it. is_within: the offer comes from those who would carry the initiative."""

    need: Need
    offer: Offer
    is_within: bool


@dataclass(frozen=True, slots=True)
class ForThem:
    """One body and one initiative. Everything here was said by its own body and is not for editors only, but targets, which are known of the body.

    stated: needs, those about the initiative's themes first; held_back: stated needs that are kept for editors.
    touched: refs of the needs that share a theme with the initiative or are answered from within it.
    """

    body: Body
    initiative: Initiative
    themes: tuple[str, ...]
    stated: tuple[Need, ...]
    held_back: tuple[Need, ...]
    touched: frozenset[str]
    gain: Gain | None
    answered: tuple[Answered, ...]
    targets: tuple[Word, ...]
    brings: tuple[Offer, ...]

    @property
    def gain_written(self) -> str:
        """What it would gain, as somebody wrote at the initiative: for the body itself, its group, or the municipality."""
        groups = [self.gain.group] if self.gain and self.gain.group else []
        asked = [self.body.ref, *groups, *([MUNICIPALITY] if self.body.is_department else [])]
        written = dict(self.initiative.gains_what)
        return next((written[one] for one in asked if written.get(one)), "")

    @property
    def opening(self) -> Need | None:
        """The need a letter begins with; None: it asks to listen."""
        return self.stated[0] if self.stated else None


def for_them(situation: Situation, ref: str, initiative: Initiative, fits: Sequence[Fit], members: Collection[str]) -> ForThem:
    """fits: needs with offers, as `matches` found them; members: refs of those who would carry the initiative. KeyError for an unknown body. Ours.

    A need, an offer is "stated" when somebody of its body said it (`voice_of`); what was written by others promises nothing and is left out.
    """
    body = situation.body_by_ref[ref]
    themes = themes_of(situation, initiative, members)
    own = [need for need in situation.needs if need.body == ref and _is_stated(situation, need)]
    shown = [need for need in own if need.visible_to in ROOM_VISIBILITY]
    answered = _answered(situation, initiative, shown, fits, members)
    within = {one.need.ref for one in answered if one.is_within}
    touched = frozenset(need.ref for need in shown if need.ref in within or _about(need, themes))
    kinds = {one.kind.key for one in initiative.requires if one.kind.key}
    offers = [offer for offer in situation.offers if offer.body == ref and _may_be_told(situation, offer)]
    return ForThem(
        body=body,
        initiative=initiative,
        themes=themes,
        stated=tuple(sorted(shown, key=lambda need: need.ref not in touched)),
        held_back=tuple(need for need in own if need.visible_to not in ROOM_VISIBILITY),
        touched=touched,
        gain=next((gain for gain in gains_of(situation, body) if gain.initiative == initiative.ref), None),
        answered=answered,
        targets=tuple(target for target in body.own_targets if target.key in themes),
        brings=tuple(offer for offer in offers if offer.ref in initiative.offers or offer.kind.key in kinds),
    )


def themes_of(situation: Situation, initiative: Initiative, members: Collection[str]) -> tuple[str, ...]:
    """Keys of the themes it is about: of the offers tied to it, else of what its members offer of the kinds it requires."""
    kinds = {one.kind.key for one in initiative.requires if one.kind.key}
    tied = [offer for offer in situation.offers if offer.ref in initiative.offers]
    rests_on = tied or [offer for offer in situation.offers if offer.body in members and offer.kind.key in kinds]
    counts = Counter(theme.key for offer in rests_on for theme in offer.themes if theme.key)
    return tuple(sorted(theme for theme, n in counts.items() if n >= SHARE_OF_THEME * len(rests_on)))


def _answered(
    situation: Situation, initiative: Initiative, needs: Sequence[Need], fits: Sequence[Fit], members: Collection[str]
) -> tuple[Answered, ...]:
    refs = {need.ref for need in needs}
    found = [
        Answered(fit.need, fit.offer, fit.offer.ref in initiative.offers or fit.offer.body in members)
        for fit in fits
        if fit.need.ref in refs and _may_be_told(situation, fit.offer)
    ]
    return tuple(sorted(found, key=lambda one: not one.is_within))


def _is_stated(situation: Situation, resource: Resource) -> bool:
    return resource.body in situation.body_by_ref and voice_of(situation, resource.body, resource.said_by) == "stated"


def _may_be_told(situation: Situation, offer: Offer) -> bool:
    return offer.visible_to in ROOM_VISIBILITY and _is_stated(situation, offer)


def _about(need: Need, themes: Collection[str]) -> bool:
    return any(theme.key in themes for theme in need.themes)
