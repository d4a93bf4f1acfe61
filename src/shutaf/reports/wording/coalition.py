"""The words of: what a coalition covers, how sure that is, what each member is there for, and what another choice would cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_noop as N_

from shutaf.reports.document import Line
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import WAYS, Template, Ways, plural, speak

COALITION_WAYS: Ways = {**WAYS, "line": lambda value, _speech: value}
"""line: words that were put together before."""

COVERS_ALL = plural("{n:count} body covers all that is needed", "{n:count} bodies together cover all that is needed", "n")
COVERS_PART = plural(
    "{n:count} body covers {covered:count} of {of:count} things needed",
    "{n:count} bodies together cover {covered:count} of {of:count} things needed",
    "n",
)
PROVEN = N_("No smaller set of known bodies covers it. That is proven, not guessed.")
NOT_PROVEN = N_("The best found in the time given; that no smaller set covers it is not proven.")
BEST_SO_FAR = plural(
    "The best found in the time given. That no set has fewer than {bound:count} member is certain; between, it is open.",
    "The best found in the time given. That no set has fewer than {bound:count} members is certain; between, it is open.",
    "bound",
)
NOT_FOUND = N_("No set that keeps all of this was found. Take one of your wishes back.")
WHEN_SURE = plural(
    "If only amounts that were said count, it takes {n:count} body.",
    "If only amounts that were said count, it takes {n:count} bodies.",
    "n",
)
SURE_OPEN = N_("Whether amounts that were said are enough was not worked out in the time given.")
NEVER_SURE = N_("If only amounts that were said count, nobody known can cover it: ask how much.")
TOO_MANY = plural(
    "{n:count} body is more than one table holds: make the initiative smaller, or look for larger offers.",
    "{n:count} bodies are more than one table holds: make the initiative smaller, or look for larger offers.",
    "n",
)
UNSURE = N_("How much is offered was not said: {what:line}.")

TIED = N_("Of {pairs:count} pairs of members, {tied:count} have a known tie.")
TIE_UNKNOWN = plural(
    "About {n:count} pair nobody said anything: ask before the first meeting.",
    "About {n:count} pairs nobody said anything: ask before the first meeting.",
    "n",
)
UNTIED = plural(
    "Of {n:count} pair it is said that they do not work together.", "Of {n:count} pairs it is said that they do not work together.", "n"
)
CONFLICT = N_("{one:body} and {other:body} want opposite things on {objective:text}: talk first.")

ONLY_GIVER = N_("Nobody else known offers {what:line}.")
ONLY_SIDE: Mapping[str, Template] = {
    "municipality": N_("Without it the municipality is not at the table."),
    "other_sector": N_("Without it nobody from outside the public sector is at the table."),
}
ONLY_SECTOR = N_("Without it this sector is not at the table: {sector:group}.")
NO_PRICE = N_("Could be done without: {joins:bodies} would come in, no further member.")
PRICE = plural(
    "Could be done without, at the price of {n:count} further member: {joins:bodies}.",
    "Could be done without, at the price of {n:count} further members: {joins:bodies}.",
    "n",
)
NOT_NEEDED = N_("Could be done without: the others cover all of it.")
LOSS_OPEN = N_("Whether it could be done without was not worked out in the time given.")

JOINS = N_("With this, {refs:bodies} would come in.")
LEAVES = N_("With this, {refs:bodies} would stay out.")
SAME = N_("The members stay the same.")
LARGER = plural("{n:count} member more than without your wishes.", "{n:count} members more than without your wishes.", "n")
SMALLER = plural("{n:count} member fewer than without your wishes.", "{n:count} members fewer than without your wishes.", "n")
OPENS = N_("Then this stays open: {what:line}.")

INSTEAD = N_("{joined:bodies} instead of {left:bodies}")
ADDED = N_("Also with {joined:bodies}")
FEWER = N_("Without {left:bodies}")

WISH_FREE = N_("Costs no further member: another set of the same size has it, with {body:body}.")
WISH_PRICE = plural("Costs {n:count} further member: {body:body}.", "Costs {n:count} further members, among them {body:body}.", "n")
WISH_NOBODY = N_("No such body is on the map.")

PART_OFFERED = N_("Known offers cover {share:plain} of it.")
NONE_OFFERED = N_("Nobody known offers it.")
OUT_OFFERS = N_("Would be offered by {refs:bodies}, not counted on here.")
NOBODY_ASKED = plural(
    "{n:count} body that works with the members was never asked what it could bring: {refs:bodies}.",
    "{n:count} bodies that work with the members were never asked what they could bring: {refs:bodies}.",
    "n",
)


def told(template: Template, speech: Speech, **facts: Any) -> Line:
    """One of these sentences with its facts."""
    return speak(template, facts, speech, COALITION_WAYS)
