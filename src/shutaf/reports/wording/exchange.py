"""The words of: why an offer meets a need, what almost fits, and what nobody said yet."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import Choice, Facts
from shutaf.reports.wording.template import Template, plural


def missing(both: Template, need: Template, offer: Template) -> Choice:
    """The sentence for the side, or both, that gave no answer."""
    return lambda facts: {("need", "offer"): both, ("need",): need, ("offer",): offer}[tuple(facts["missing"])]


def _overlap(facts: Facts) -> Template:
    if facts["from"] and facts["until"]:
        return N_("the times overlap: {from:date} to {until:date}")
    return N_("the times overlap, from {from:date}") if facts["from"] else N_("the times overlap, until {until:date}")


REASONS: dict[str, Choice] = {
    "same_kind": N_("both are about {kind:kind}"),
    "shared_theme": N_("both belong to {themes:themes}"),
    "amount_covers": N_("{offer_amount:amount} are offered and {need_amount:amount} are needed"),
    "amount_partly": N_("{offer_amount:amount} of the {need_amount:amount} needed: {share:share}"),
    "time_overlaps": _overlap,
    "same_place": N_("the same place: {where:text}"),
    "ties_known": N_("{bodies:bodies} already work together"),
}

UNKNOWNS: dict[str, Choice] = {
    "theme_unknown": missing(N_("neither side named a theme"), N_("the need names no theme"), N_("the offer names no theme")),
    "amount_unknown": missing(
        N_("neither side said how much"), N_("how much is needed was not said"), N_("how much is offered was not said")
    ),
    "amount_not_comparable": N_("{need_amount:amount} and {offer_amount:amount} cannot be compared"),
    "time_unknown": N_("from when until when, which both did not say in full"),
    "place_differs": N_("two places are named: {need_where:text} and {offer_where:text}"),
    "place_unknown": missing(N_("where was not said"), N_("where it is needed was not said"), N_("where it is offered was not said")),
}

MISSES: dict[str, Choice] = {
    "different_theme": N_("The themes differ: {need_themes:themes} and {offer_themes:themes}. Ask whether the offer could serve both."),
    "too_small": N_("Still lacking: {short_by:amount}. Ask for more, or add a second giver."),
    "no_time_overlap": plural(
        "The times are {gap_days:n0} day apart. Ask whether either could move.",
        "The times are {gap_days:n0} days apart. Ask whether either could move.",
        "gap_days",
    ),
}
