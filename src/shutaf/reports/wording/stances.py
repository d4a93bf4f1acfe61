"""The words of: who wants what, where bodies agree or differ, and whom to bring together or ask. Answers only, never a class of bodies."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.reports.wording.said import Choice, Facts, Words, when
from shutaf.reports.wording.template import Template, plural


def said_objective(objective: str, language: str) -> str:
    """A theme of the list (a goal of the place written by its key) in the reader's language; anything else as written."""
    is_theme = any(entry.key == objective for entry in content.entries("theme"))
    return content.say("theme", objective, language) if is_theme else objective


def objectives_said(facts: Facts, language: str) -> dict[str, object]:
    """Those facts of a finding that name objectives, as they are said."""
    found: dict[str, object] = {}
    for name in ("objective", "common", "same_objectives", "apart_objectives"):
        match facts.get(name):
            case str(text):
                found[name] = said_objective(text, language)
            case tuple(texts):
                found[name] = tuple(said_objective(text, language) for text in texts)
    return found


def _own(facts: Facts) -> Template | None:
    """Nothing where the file has no place for a speaker (None)."""
    if facts["spoken"] is None:
        return None
    return N_("Said by the bodies themselves: {own:n} of {told:count}.") if facts["spoken"] else N_("Nobody is written as having said it.")


def _tied(facts: Facts) -> Template | None:
    """Nothing where no tie of anybody is on the map."""
    if facts["pair_tie_known"] is None:
        return None
    return N_("{pair:bodies} already work together.") if facts["pair_tie_known"] else N_("No tie between {pair:bodies} is known to us.")


OWN: Choice = _own
TIED: Choice = _tied
REACH = when("reach", N_("As written, {source:body} can act on {target:body} by {reach:n} of 4."))

FINDINGS: dict[str, Words] = {
    "objective_wanted": Words(
        plural(
            "**“{objective:text}”: {wanting:n} body wants it, and none is known to refuse it.**",
            "**“{objective:text}”: {wanting:n} bodies want it, and none is known to refuse it.**",
            "wanting",
        ),
        (N_("Want it: {for_it:bodies}."), when("indifferent", N_("It is all one to {indifferent:bodies}.")), OWN, TIED),
    ),
    "objective_disputed": Words(
        N_("**On “{objective:text}” the bodies differ.**"),
        (N_("Want it: {for_it:bodies}. Do not want it: {against_it:bodies}."), OWN, TIED, REACH),
    ),
    "stance_told_both_ways": Words(
        N_("**It was said both ways whether {ask:body} wants “{objective:text}”.**"),
        (N_("The rows contradict each other, so it counts neither for nor against."), OWN),
    ),
    "stances_unknown": Words(
        plural(
            "**{unknown:n} of {cells:count} stances is not known.**", "**{unknown:n} of {cells:count} stances are not known.**", "unknown"
        ),
        (
            N_("A blank is not indifference. The first to ask about is “{objective:text}”."),
            when("reach", N_("As written, {ask:body} can act on others who have a stance: {reach:n}.")),
        ),
    ),
    "pair_wants_same": Words(
        plural("**{pair:bodies} want the same of {same:n} objective.**", "**{pair:bodies} want the same of {same:n} objectives.**", "same"),
        (N_("They agree on: {same_objectives:objectives}. They are not known to differ on any."), OWN, TIED),
    ),
    "pair_differs": Words(
        plural("**{pair:bodies} differ on {apart:n} objective.**", "**{pair:bodies} differ on {apart:n} objectives.**", "apart"),
        (
            N_("They differ on: {apart_objectives:objectives}."),
            when("same_objectives", N_("They agree on: {same_objectives:objectives}."), N_("No objective is known on which they agree.")),
            OWN,
            TIED,
            REACH,
        ),
    ),
}

STEPS: dict[str, Choice] = {
    "bring_together_wanted": N_("Bring {pair:bodies} together on “{objective:text}”: who would do what first?"),
    "bring_together_common": N_("Bring {pair:bodies} together on “{objective:text}”. Begin with “{common:text}”, which both want."),
    "bring_together_apart": N_("Bring {pair:bodies} together on “{objective:text}”: what would have to change for both to want it?"),
    "ask_body_stance": N_("Ask {ask:body} about “{objective:text}”: under what conditions would you want it?"),
    "ask_stance": N_("Ask {ask:body} about “{objective:text}”: does it help you, does it hinder you, and how much?"),
    "ask_pair_first": N_("Ask {pair:bodies}: with which of these would you begin together?"),
}

SURE: dict[str, Template] = {
    "stances_known": N_("of {total:count} bodies with a stance on anything, {known:count} have one on this"),
    "objectives_known": N_("of {total:count} objectives, both stances are known on {known:count}"),
    "rows_contradict": N_("the rows are there to read: {rows:count}"),
    "cells_counted": N_("counted over {bodies:count} bodies and {objectives:count} objectives"),
}
