"""The words of: what is wrong with the tables of needs and offers from which a coalition is computed."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.said import Choice

COALITION: Mapping[str, tuple[Choice, ...]] = {
    "table.no_column": (
        N_("There is no column “{wanted:text}”. The columns here: {headers:texts}."),
        N_("Write “{wanted:text}” over the column that holds it."),
    ),
    "need.none": (N_("The table names no need."), N_("Write one row for each need.")),
    "need.two_units": (
        N_("This row counts in “{text:text}”, another row of the same need in “{other:text}”."),
        N_("Write both in one unit."),
    ),
    "body.differs": (
        N_("Here {name:text} has “{text:text}”, in an earlier row “{other:text}”."),
        N_("Write the same in each row, or only in one."),
    ),
    "offer.other_unit": (
        N_("The offer is in “{text:text}”, the need in “{other:text}”: how much of it is covered is not known, so it may cover all."),
        N_("Write the offer in the unit of the need."),
    ),
    "body.not_offering": (N_("{name:text} is not in the table of offers."), N_("Write the name as it stands there.")),
}
