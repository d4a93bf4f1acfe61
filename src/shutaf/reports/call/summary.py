"""When was a call public, how many were told of it, and how many answered?"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.analysis.situation import OpenCall
from shutaf.reports.document import Block, Line, Paragraph, line
from shutaf.reports.wording.speech import Speech


def trail_summary(call: OpenCall, speech: Speech) -> Iterator[Block]:
    """When it was public, how many were told and answered: in three sentences."""
    yield Paragraph(_when(call, speech), "lead")
    bodies, channels = len({one.body for one in call.told if one.body}), sum(not one.body for one in call.told)
    told = ngettext("{n} body was told directly", "{n} bodies were told directly", bodies).format(n=speech.digits(bodies))
    by = ngettext("{n} time a channel told everybody it reaches", "{n} times a channel told everybody it reaches", channels)
    yield Paragraph(line(_("{told}; {channels}.").format(told=told, channels=by.format(n=speech.digits(channels)))))
    n, taken = len(call.replies), sum(one.state == "accepted" for one in call.replies)
    answered = ngettext("{n} answer came", "{n} answers came", n).format(n=speech.digits(n))
    yield Paragraph(line(_("{answered}; {taken} of them stand on the map.").format(answered=answered, taken=speech.digits(taken))))


def _when(call: OpenCall, speech: Speech) -> Line:
    if call.state == "draft":
        return line(_("The invitation is a draft and not public yet."))
    said = (
        _("Published on {published}, open until {closes}.")
        if call.state == "published"
        else _("Published on {published}, last day {closes}; closed.")
    )
    return line(said.format(published=speech.date(call.published_on), closes=speech.date(call.closes_on)))
