"""What does this profile change, and what would each unwritten part of it change?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.analysis.actors.profile import ModelFit, Reason, models_suggested
from shutaf.analysis.actors.reach import Anchor, anchors_known
from shutaf.analysis.actors.suggestions import Look
from shutaf.analysis.situation import Body, Situation
from shutaf.partnerships.looking import looked
from shutaf.partnerships.preparing import signature_of
from shutaf.reports.document import Line
from shutaf.reports.nearest import NearCase, suggested_cases
from shutaf.reports.wording.missing import FITS
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import speak

WOULD: Mapping[str, str] = {
    "goals": N_("Goals: models are ordered by them, and a goal without a body is found."),
    "challenges": N_("Challenges: they count like goals, in own words or by theme."),
    "population_groups": N_("Population groups: a group that has nobody on the map is found."),
    "neighbourhoods": N_("Neighbourhoods: one from which nobody is on the map is found."),
    "anchor_institutions": N_("Anchor institutions: they speak for the model of the local economy, and those not on the map are found."),
    "economy": N_("Local economy: it speaks for the model of the local economy."),
    "cluster_1_10": N_("Socio-economic cluster: a low one speaks for money and jobs that stay."),
}
"""What an unwritten part of the profile would change."""

SIDES_SAID: Mapping[str, str] = {
    "theme": N_("Goals and challenges"),
    "group": N_("Population groups"),
    "neighbourhood": N_("Neighbourhoods"),
    "anchor": N_("Anchor institutions"),
}


@dataclass(frozen=True)
class SaidModel:
    """One model with its reasons in words."""

    key: str
    name: str
    summary: str
    reasons: tuple[Line, ...]
    against: tuple[Line, ...]


@dataclass(frozen=True)
class SaidAnchor:
    """One anchor institution: the body it is, one that may be it, and the mark of its suggestion when it is not on the map."""

    text: str
    body: Body | None
    near: Body | None
    signature: str


@dataclass(frozen=True)
class Changing:
    """The part "what this changes" of the place's page."""

    models: tuple[SaidModel, ...]
    other_models: tuple[SaidModel, ...]
    missing: tuple[tuple[str, str, int, int], ...]  # side, its title, without a body, named
    anchors: tuple[SaidAnchor, ...]
    near: tuple[NearCase, ...]
    would: tuple[str, ...]


def changing(situation: Situation, speech: Speech) -> Changing:
    fits = models_suggested(situation)
    first = [fit for fit in fits if fit.reasons][:2]
    found = looked(situation)
    return Changing(
        tuple(_model(fit, speech) for fit in first),
        tuple(_model(fit, speech) for fit in fits if fit not in first),
        tuple(
            (look.side, _(SIDES_SAID[look.side]), len(look.found), look.named) for look in found if look.side in SIDES_SAID and look.named
        ),
        _anchors(situation, found),
        suggested_cases(speech),
        tuple(_(said) for key, said in WOULD.items() if getattr(situation.place, key) in ((), None)),
    )


def _model(fit: ModelFit, speech: Speech) -> SaidModel:
    known = content.model(fit.typology)
    said = known.names[speech.language], known.summary[speech.language]
    return SaidModel(fit.typology, *said, _reasons(fit.reasons, speech), _reasons(fit.against, speech))


def _reasons(reasons: tuple[Reason, ...], speech: Speech) -> tuple[Line, ...]:
    return tuple(speak(FITS[reason.key], reason.facts, speech) for reason in reasons)


def _anchors(situation: Situation, found: tuple[Look, ...]) -> tuple[SaidAnchor, ...]:
    marks: dict[Any, str] = {
        finding.facts.get("name"): signature_of(finding) for look in found if look.side == "anchor" for finding in look.found
    }
    by_ref = situation.body_by_ref

    def said(anchor: Anchor) -> SaidAnchor:
        return SaidAnchor(anchor.text, by_ref.get(anchor.ref), by_ref.get(anchor.near), marks.get(anchor.text, ""))

    return tuple(said(anchor) for anchor in anchors_known(situation))
