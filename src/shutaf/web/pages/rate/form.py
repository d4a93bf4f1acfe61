"""What one rater says of one initiative: for each criterion one of its steps, "do not know", or nothing yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from shutaf.partnerships.asked import AskedCriterion
from shutaf.partnerships.rating import RatedInitiative
from shutaf.web.parts.rated import ends_said, in_language, step_label

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Choice:
    """One button. value: as it is sent."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion on the phone. unit: what the buttons count, "" where the ends say it."""

    key: str
    name: str
    question: str
    low: str
    high: str
    unit: str
    choices: tuple[Choice, ...]
    is_unknown: bool


def asked_of(
    initiative: RatedInitiative, criteria: tuple[AskedCriterion, ...], typed: Mapping[str, str] | None, language: str
) -> list[Asked]:
    """What was typed before goes before what was saved."""
    found = []
    for one in criteria:
        saved = _sent(one, initiative.given) if one.key in initiative.given else ""
        chosen = typed.get(one.key, saved) if typed is not None else saved
        choices = tuple(Choice(str(n), step_label(one.scale, step, language), chosen == str(n)) for n, step in enumerate(one.steps))
        low, high = ends_said(one, language)
        unit = _("months") if one.scale == "months" else ""
        found.append(
            Asked(
                one.key, in_language(one.name, language), in_language(one.question, language), low, high, unit, choices, chosen == UNKNOWN
            )
        )
    return found


def _sent(one: AskedCriterion, given: Mapping[str, float | None]) -> str:
    value = given[one.key]
    return UNKNOWN if value is None else str(one.steps.index(value)) if value in one.steps else ""


def answers_of(typed: Mapping[str, str], criteria: tuple[AskedCriterion, ...]) -> dict[str, float | None]:
    """What was pressed. ValueError for what no button sends."""
    found: dict[str, float | None] = {}
    for one in criteria:
        sent = typed.get(one.key, "")
        if sent == UNKNOWN:
            found[one.key] = None
        elif sent:
            if not (sent.isascii() and sent.isdigit() and len(sent) < 3 and int(sent) < len(one.steps)):
                raise ValueError("no such button")
            found[one.key] = one.steps[int(sent)]
    return found
