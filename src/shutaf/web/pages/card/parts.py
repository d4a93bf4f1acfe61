"""Which parts has the card, and in which order are they asked?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop as N_

from shutaf.web.pages.card.form import DoesForm, MovesForm, PartForm, WeightForm, WhoForm
from shutaf.web.pages.card.row_forms import ChancesForm, FactsForm, InterestsForm, TiesForm, WantsForm


@dataclass(frozen=True, slots=True)
class Part:
    """One screen. why: what the answers are for. is_deeper: folded until somebody looks for it. for_partners: a body may answer it for itself."""

    key: str
    title: str
    why: str
    form: type[PartForm]
    is_deeper: bool = False
    for_partners: bool = False
    rows_first: bool = False


PARTS = (
    Part("who", N_("Who they are"), N_("So that nobody is missed or met twice."), WhoForm, for_partners=True),
    Part("does", N_("What they do"), N_("What they do decides which goals of the town they can move."), DoesForm, for_partners=True),
    Part("ties", N_("Ties and their quality"), N_("Who already has an open door, and what was learned there."), TiesForm),
    Part("wants", N_("Needs, aims, what they could give"), N_("A partnership holds when each side gets something it needs."), WantsForm, for_partners=True, rows_first=True),
    Part("chances", N_("What opens up, what holds back"), N_("A move or a new duty makes a joint step easy; what holds them back can be answered beforehand."), ChancesForm, for_partners=True, rows_first=True),
    Part("moves", N_("Who moves others"), N_("A body others follow, or one nobody expects at our side."), MovesForm),
    Part("facts", N_("Facts for a proper procedure"), N_("Facts with source and date, no judgements: what a committee must know before a joint step."), FactsForm),
    Part("interests", N_("Leading interests"), N_("The ten most important have a place. What was stated and what we assume stand apart on every screen."), InterestsForm, is_deeper=True),
    Part("weight", N_("Influence and interest"), N_("From 1 to 10, said by somebody; they decide whom to meet often, not who is good."), WeightForm, is_deeper=True),
)  # fmt: skip


def parts_for(is_editor: bool) -> tuple[Part, ...]:
    return tuple(part for part in PARTS if is_editor or part.for_partners)


ROWS: Mapping[str, tuple[str, ...]] = {
    "ties": ("ties", "quality"),
    "wants": ("needs", "offers"),
    "facts": ("facts",),
    "interests": ("interests",),
}
"""Parts that also ask for rows of other tables, each counted as one question."""
