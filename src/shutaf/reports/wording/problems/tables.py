"""The words of: what is wrong with a table of candidates and criteria, or with judgements made in pairs."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import Choice

ALLOWED = N_("Possible here: {allowed:texts}.")

TABLE: Mapping[str, tuple[Choice, ...]] = {
    "table.nothing_to_compare": (
        N_("There is nothing to compare: names are expected in the first column, and a header over each further one."),
        N_("Write one row for each candidate and one column for each criterion."),
    ),
    "table.only_floors": (
        N_("Every criterion has a floor, and a floor does not also score."),
        N_("Leave the floor of at least one criterion empty."),
    ),
    "table.name_twice": (
        N_("“{text:text}” is a name that stands here for the second time."),
        N_("Give one of the two another name, or delete it."),
    ),
    "table.too_many": (
        N_("{count:count} candidates are too many to compare each with each; with so many criteria {limit:count} are possible."),
        N_("Sort out first, for example with a floor in another table."),
    ),
    "table.row_unknown": (N_("“{text:text}” says nothing that we know about the criteria."), ALLOWED),
    "weights.none": (N_("All weights are 0."), N_("Give at least one criterion a weight above 0.")),
    "choice.none_of": (N_("“{text:text}” is not possible here."), ALLOWED),
    "thresholds.crossed": (
        N_("The difference that decides (p) is smaller than the one that counts for nothing (q)."),
        N_("Write a p that is at least q."),
    ),
    "judgement.names_differ": (
        N_("“{text:text}” stands only in the header or only in the first column."),
        N_("Write the same names in both."),
    ),
    "judgement.too_many": (
        N_("{count:count} things are too many to compare in pairs; up to {limit:count} can be checked for contradictions."),
        N_("Put them into groups and compare the groups."),
    ),
    "judgement.not_positive": (
        N_("“{text:text}” is no judgement: it must be above 0."),
        N_("Write how many times the row outweighs the column, for example 3, or 1/3 for the other way."),
    ),
    "judgement.diagonal": (N_("“{text:text}” stands where a thing meets itself."), N_("Write 1, or leave the cell empty.")),
    "judgement.missing": (N_("Nobody judged the pair {names:texts}."), N_("Fill in one of its two cells.")),
    "judgement.mirror": (
        N_("{text:text} here and {other:text} in the mirror cell do not fit."),
        N_("One must be 1 divided by the other; leave one of the two empty."),
    ),
}
