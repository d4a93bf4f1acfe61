"""The words of: what the map already tells of the questions on the fitting model."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.template import Template, plural

ANSWERED = N_("Rests on {answered:n} of {asked:count} questions that are answered.")

FROM_MAP: Mapping[str, Template] = {
    "motives_written": plural(
        "this is written down for {firms:count} of the {told:count} business with a motive",
        "this is written down for {firms:count} of the {told:count} businesses with a motive",
        "told",
    ),
    "months_estimated": plural(
        "the initiative estimates {months:count} month to a first result",
        "the initiative estimates {months:count} months to a first result",
        "months",
    ),
    "department_would_join": N_("among the departments in question only {department:body} said that it would join"),
    "firms_of_a_kind": N_("{firms:count} businesses of one kind are on the map: {kind:text}"),
    "needs_stated": plural(
        "{needs:count} need of civil society or the community is written down",
        "{needs:count} needs of civil society or the community are written down",
        "needs",
    ),
    "anchors_in_profile": plural(
        "the profile of the place names {anchors:count} anchor institution",
        "the profile of the place names {anchors:count} anchor institutions",
        "anchors",
    ),
    "joint_projects_known": plural(
        "{projects:count} joint project of a department with a body outside is known",
        "{projects:count} joint projects of departments with bodies outside are known",
        "projects",
    ),
}
"""Why the map suggests an answer, as a clause that may follow "because"."""
