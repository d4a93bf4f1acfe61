"""The words of: where giving and getting go one way, as far as we were told."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import Choice, Facts, Words
from shutaf.reports.wording.template import Template, plural

WHOM = N_("It concerns {bodies:bodies}.")


def _ours(ours: Template, others: Template) -> Choice:
    """One sentence for the municipality, one for every other group."""

    def choose(facts: Facts) -> Template:
        return ours if facts.get("group") == "department" else others

    return choose


FINDINGS: dict[str, Words] = {
    "municipality_silent": Words(
        N_("**The municipality asks and offers nothing yet.**"),
        (
            plural(
                "Others said {count:n} need or offer; of the departments none is written down.",
                "Others said {count:n} needs and offers; of the departments none is written down.",
                "count",
            ),
            N_("Others say more when the municipality, too, says what it needs and could give."),
        ),
    ),
    "group_only_offers": Words(
        _ours(N_("**The municipality offers and says no need.**"), N_("**Of {group:group} offers are known, needs are not.**")),
        (
            plural("{count:n} offer is written down, and no need.", "{count:n} offers are written down, and no need.", "count"),
            WHOM,
            N_("A side that only gives has no reason of its own to stay."),
        ),
    ),
    "group_only_needs": Words(
        _ours(N_("**The municipality asks and offers nothing.**"), N_("**Of {group:group} needs are known, offers are not.**")),
        (
            plural("{count:n} need is written down, and no offer.", "{count:n} needs are written down, and no offer.", "count"),
            WHOM,
            N_("Perhaps nobody asked what it could give: access, knowledge and trust count too."),
        ),
    ),
    "group_only_gives": Words(
        _ours(N_("**In what was agreed the municipality only gives.**"), N_("**In what was agreed {group:group} only gives.**")),
        (
            plural(
                "{count:n} accepted match is given from this side, none comes back.",
                "{count:n} accepted matches are given from this side, none comes back.",
                "count",
            ),
            WHOM,
        ),
    ),
    "group_only_gets": Words(
        _ours(N_("**In what was agreed the municipality only gets.**"), N_("**In what was agreed {group:group} only gets.**")),
        (
            plural(
                "{count:n} accepted match goes to this side, none comes from it.",
                "{count:n} accepted matches go to this side, none comes from it.",
                "count",
            ),
            WHOM,
        ),
    ),
    "one_body_gives_most": Words(
        N_("**{body:body} gives most of what was agreed.**"),
        (
            plural(
                "{count:n} of {of:count} accepted match is given by it alone.",
                "{count:n} of {of:count} accepted matches are given by it alone.",
                "count",
            ),
        ),
    ),
}

STEPS: dict[str, Choice] = {
    "ask_departments_both": N_("Ask each department two things: what do you need from outside, and what could you open, lend or share?"),
    "ask_group_needs": N_("Ask {subject:shaped}: what would make this worth it for you?"),
    "ask_group_offers": N_("Ask {subject:shaped}: what could you give without it hurting?"),
    "look_what_it_gets": N_("Look for a need of this side that somebody could meet, before asking it for more."),
    "look_what_it_gives": N_("Ask what this side could bring, so that the others see it too."),
    "ask_a_second_giver": N_("Ask a second body for a part of it, so that not all hangs on one."),
}

SURE: dict[str, Template] = {
    "bodies_said_either": N_("{known:count} of {of:count} bodies of this side said a need or an offer"),
    "agreed_so_far": plural("{of:count} match was accepted so far", "{of:count} matches were accepted so far", "of"),
}
