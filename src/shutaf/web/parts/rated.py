"""How is an answer of a rating said: on the button that is pressed, and in a sentence?"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.analysis.situation import Situation
from shutaf.partnerships.asked import AskedCriterion
from shutaf.reports.wording.speech import Speech


def step_label(scale: str, value: float, language: str) -> str:
    """What stands on the button."""
    speech = Speech(language, Situation())
    return speech.percent(value) if scale == "share" else speech.digits(value)


def value_said(scale: str, value: float | None, language: str) -> str:
    """With its unit; "" for nothing."""
    if value is None:
        return ""
    speech = Speech(language, Situation())
    if scale == "share":
        return speech.percent(value)
    if scale == "months":
        whole = int(value) if value == int(value) else 2
        return ngettext("{n} month", "{n} months", whole).replace("{n}", speech.digits(value))
    return _("{n} of 10").replace("{n}", speech.digits(value))


def name_said(criterion: AskedCriterion, language: str) -> str:
    return in_language(criterion.name, language)


def in_language(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get("he") or ""


def ends_said(criterion: AskedCriterion, language: str) -> tuple[str, str]:
    """What the first and the last button mean; a criterion of their own says more and less."""
    if criterion.low:
        return in_language(criterion.low, language), in_language(criterion.high, language)
    return _("not at all"), _("fully")
