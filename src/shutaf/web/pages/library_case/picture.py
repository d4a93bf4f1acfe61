"""Who took part, as a picture: one for a wide page, one for a phone."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from shutaf.analysis.situation import Situation
from shutaf.charts.palette import LIGHT
from shutaf.charts.partners import Part, Player, partners
from shutaf.charts.svg import Direction
from shutaf.content import Case
from shutaf.content.cases.schema import PARTNER_PARTS
from shutaf.reports.document import Text
from shutaf.reports.wording.library_cases import ROLE_SAID
from shutaf.reports.wording.speech import Speech

WIDE_PX, NARROW_PX = 640.0, 300.0


@dataclass(frozen=True, slots=True)
class PicturePair:
    wide: SafeString
    narrow: SafeString


def picture(case: Case, language: str) -> PicturePair | None:
    """None where nobody is told of."""
    parts = [
        Part(_(ROLE_SAID[part]), [Player(one.sector, one.names[language]) for one in case.partners if one.part == part], part == "lead")
        for part in PARTNER_PARTS
    ]
    parts = [part for part in parts if part.players]
    if not parts:
        return None
    wide, narrow = (_drawn(parts, case, language, width, prefix) for width, prefix in ((WIDE_PX, "who-wide"), (NARROW_PX, "who-narrow")))
    return PicturePair(wide, narrow)


def _drawn(parts: list[Part], case: Case, language: str, width: float, prefix: str) -> SafeString:
    direction: Direction = "rtl" if language in ("he", "ar") else "ltr"
    drawn = partners(
        parts,
        title=_("Who took part"),
        description=sectors_said(case, language),
        direction=direction,
        palette=LIGHT,
        width=width,
        prefix=prefix,
    )
    return mark_safe(drawn.svg)  # noqa: S308 - drawn by us


def sectors_said(case: Case, language: str) -> str:
    """Which sectors were in it, in words."""
    speech = Speech(language, Situation())
    sectors = dict.fromkeys(one.sector for one in case.partners)
    return "".join(part.text for part in speech.several([Text(speech.group(sector)) for sector in sectors]))
