"""What would carry the partnership on at the step where it is? One thing of the task, one of the relationship, each with its reason."""

from __future__ import annotations

from django.utils.translation import gettext as _

from shutaf import content
from shutaf.partnerships.paths import PathFacts
from shutaf.reports.document import fill, line
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.home.next_things import NextThing
from shutaf.web.pages.path.checks import ShownCheck, shown_checks


def path_things(path: PathFacts, speech: Speech) -> tuple[NextThing, ...]:
    """The first open check of each side, of those that are mended here or on a page of ours."""
    step, held = content.step(path.step), path.checks.get(path.step)
    if held is None:
        return ()
    shown = shown_checks(step, held, speech.situation, speech)
    open_ = [check for check in shown if not check.holds]
    task, relationship = ([check for check in open_ if check.is_relationship is side] for side in (False, True))
    return tuple(_thing(path, step, check, speech) for check in (*task[:1], *relationship[:1]))


def _thing(path: PathFacts, step: content.Step, check: ShownCheck, speech: Speech) -> NextThing:
    name = step.names[speech.language]
    if check.missing:
        because = fill(_("at the step “{step}” this is missing: {what}"), step=name, what=speech.several(check.missing))
    elif check.base == 1:
        because = line(_("at the step “{step}” it is not written down yet").format(step=name))
    elif check.base:
        because = line(_("at the step “{step}” {n} of {m} are there").format(step=name, n=check.known, m=check.base))
    else:
        because = line(_("at the step “{step}” nothing is on the map yet that could be counted").format(step=name))
    is_page = bool(check.page) and check.page != "partnership_edit"
    if is_page:
        return NextThing(
            line(_("To reach: {check}").format(check=check.text)),
            because,
            "",
            check.page,
            _("Mend it there"),
            fallback=(path.partnership.ref, step.key),
        )
    return NextThing(
        line(_("To reach: {check}").format(check=check.text)),
        because,
        "",
        "step",
        _("Open this step"),
        refs=(path.partnership.ref, step.key),
    )
