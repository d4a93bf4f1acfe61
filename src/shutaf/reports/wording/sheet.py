"""The words of one body's page: what we do not know, what must not be assumed, and the facts that a rule of propriety asks about."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.template import Template, plural

NOT_KNOWN: dict[str, Template] = {
    "needs_unknown": N_("What they need: nobody asked yet."),
    "offers_unknown": N_("What they could bring: nobody asked yet."),
    "motives_unknown": N_("What moves them: nobody asked yet."),
    "targets_unknown": N_("Which targets are their own: not known."),
    "themes_unknown": N_("Which themes they work on: not known."),
    "sector_unknown": N_("Which sector they belong to: not known."),
    "contact_unknown": N_("Whom to call: no contact is written down."),
    "date_unknown": N_("From when this is: no date is written down."),
    "ties_unknown": plural(
        "Whether they work with {n:n} department of the municipality: not known.",
        "Whether they work with {n:n} departments of the municipality: not known.",
        "n",
    ),
}

MUST_NOT_ASSUME: dict[str, Template] = {
    "motives_assumed": N_("Their motives were written by us, not said by them."),
    "motives_unknown": N_("Nobody wrote who said their motives."),
    "needs_assumed": N_("Some needs were written by others, not said by them."),
    "needs_unknown": N_("For some needs nobody wrote who said them."),
    "offers_assumed": N_("Some offers were written by others: they promised nothing."),
    "offers_unknown": N_("For some offers nobody wrote who said them: they promised nothing."),
}

FLAGS: dict[str, Template] = {
    "donation_question": N_(
        "They offer {offers:resources} and no condition is written. If the municipality receives it for nothing, the donations procedure applies: ask before saying yes."
    ),
    "purchase_tie": N_(
        "{departments:bodies} buys from them. Keep partnership and purchase apart; ask the legal adviser whether a tender is open."
    ),
    "licence_tie": N_("{departments:bodies} licenses or inspects them. Do not link the two; the one who licenses does not negotiate."),
    "grant_tie": N_("{departments:bodies} supports them with money. The published criteria for support go on applying."),
}
