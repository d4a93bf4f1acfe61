"""Who leads, and what follows? What the municipality must hear early when another began, and how it shares the lead when it began itself."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

Advice = tuple[str, str]
"""What to do, and why."""

EARLY: Sequence[Advice] = (
    (N_("Which of its goals this could serve"), N_("its goals are set before, and what serves none of them gets no budget")),
    (N_("When something will be asked of it"), N_("work plans and budgets close long before a project begins")),
    (N_("That the invitation will be open"), N_("it owes all bodies an equal chance and must be able to show it")),
    (N_("What it may change, and what is only to be known"), N_("a finished idea leaves it only yes or no, and no is safer")),
)

SHARED: Sequence[Advice] = (
    (N_("Let a partner chair every second meeting"), N_("whoever always hosts is taken for the owner")),
    (N_("Ask a civil-society body what is missing"), N_("it mediates, and names the common good")),
    (N_("Write into the plan what changes in the municipality itself"), N_("partners then see that the change is not theirs alone")),
    (N_("Let partners set part of the agenda, and their own dates"), N_("each organisation decides at a rhythm of its own")),
)


def lead_advice(is_led_by_municipality: bool | None) -> list[Advice]:
    """Nothing while nobody said who began."""
    if is_led_by_municipality is None:
        return []
    return [(_(what), _(why)) for what, why in (SHARED if is_led_by_municipality else EARLY)]
