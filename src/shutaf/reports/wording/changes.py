"""The words of: what changed between two states of one map."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import Choice, Words, when
from shutaf.reports.wording.template import Template, plural

FINDINGS: dict[str, Words] = {
    "sector_filled": Words(
        N_("**{sector:group} is on the map now.**"), (N_("Before, nobody from this sector was. Now: {subjects:bodies}."),)
    ),
    "sector_emptied": Words(
        N_("**Nobody from {sector:group} is left on the map.**"),
        (plural("Before there was {bodies:n} body.", "Before there were {bodies:n} bodies.", "bodies"),),
    ),
    "ties_gained": Words(
        plural("**{ties:n} tie is new.**", "**{ties:n} ties are new.**", "ties"),
        (N_("Across sectors: {across:n}. Known since: {subjects:bodies}."),),
    ),
    "ties_lost": Words(
        plural("**{ties:n} tie is no longer written down.**", "**{ties:n} ties are no longer written down.**", "ties"),
        (N_("It concerns {subjects:bodies}."),),
    ),
    "ties_now_none": Words(
        plural("**{ties:n} pair is now written as having no tie.**", "**{ties:n} pairs are now written as having no tie.**", "ties"),
        (N_("It concerns {subjects:bodies}."),),
    ),
    "holder_left": Words(
        N_("**{person:text} left, and held ties.**"),
        (plural("{ties:n} tie was written down with this person.", "{ties:n} ties were written down with this person.", "ties"),),
    ),
    "body_gone": Words(
        N_("**{name:text} is no longer on the map.**"),
        (
            plural("It had {ties:n} known tie.", "It had {ties:n} known ties.", "ties"),
            plural("It offered {offers:n} thing.", "It offered {offers:n} things.", "offers"),
        ),
    ),
    "bodies_new": Words(plural("**{bodies:n} body is new.**", "**{bodies:n} bodies are new.**", "bodies"), (N_("{subjects:bodies}."),)),
    "invitation_changed": Words(N_("**The invitation of {subject:body} changed.**")),
    "need_gone": Words(
        N_("**A need is no longer on the list: {title:text}.**"),
        (
            when(
                "maybe_met_by",
                N_("It may have been met by {maybe_met_by:bodies}: they offered the same and work together only since then."),
            ),
        ),
    ),
    "initiative_changed": Words(N_("**{initiative:initiative} was changed.**")),
}

STEPS: dict[str, Choice] = {
    "meet_new_sector": N_("Ask {subject:shaped} what they need and what they could bring."),
    "note_how_tie_came": N_("Write down how the new ties came about: it tells what works here."),
    "ask_whether_tie_holds": N_("Ask {subject:shaped} whether the tie still holds, or was only left out."),
    "ask_why_no_tie": N_("Ask {subject:shaped} what happened."),
    "hand_over_ties": N_("Decide who calls {subjects:bodies} this month."),
    "ask_why_gone": N_("Ask whoever knew them: closed, moved, or only left out of the list?"),
    "ask_needs_and_offers": N_("Ask {subject:shaped} first: what do you need, and what could you bring?"),
    "tell_invitation": N_("Tell {subject:shaped}, before they hear it from others."),
    "ask_whether_met": lambda facts: (
        N_("Ask {subject:shaped} whether it was met, and write down by whom.")
        if facts["subject"]
        else N_("Find out whether it was met, and write down by whom.")
    ),
    "say_why_changed": N_("Write down why, so that the next reader understands."),
}

SURE: dict[str, Template] = {"compared": N_("both states are written down")}
