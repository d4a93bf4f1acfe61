"""How are the parts of a case said that a reader chooses by or finds words in?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale
from django.utils.translation import gettext_noop as N_

from shutaf.reports.wording.speech import LOCALES

PLACE_KIND_SAID: Mapping[str, str] = {
    "village": N_("village"),
    "town": N_("town"),
    "city": N_("city"),
    "region": N_("region"),
    "country": N_("whole country"),
}
SIZE_SAID: Mapping[str, str] = {
    "small": N_("under 20,000 people"),
    "middle": N_("20,000 to 100,000"),
    "large": N_("100,000 to 500,000"),
    "largest": N_("over 500,000"),
    "region": N_("region or country"),
    "unknown": N_("size not known"),
}
ROLE_SAID: Mapping[str, str] = {
    "lead": N_("leads"),
    "mediator": N_("mediates"),
    "funder": N_("pays"),
    "member": N_("takes part"),
}
FOUND_IN: Mapping[str, str] = {
    "name": N_("its name"),
    "place": N_("the place"),
    "partners": N_("who took part"),
    "typology": N_("its model"),
    "theme": N_("its themes"),
    "summary": N_("its summary"),
    "means": N_("its meaning"),
    "section": N_("its text"),
    "start": N_("when it began"),
    "end": N_("how it ended"),
    "done": N_("what was done"),
    "precondition": N_("what had to be there first"),
    "people": N_("the effort"),
    "money": N_("the effort"),
    "months": N_("the effort"),
    "result": N_("its results"),
    "lesson": N_("what was learnt"),
    "needs_here": N_("what it would need in Israel"),
    "trait": N_("what the place is like"),
}
"""Where words were found, as the end of "because they stand in ..."."""


@cache
def country_name(code: str, language: str) -> str:
    """The name of a country in a language, as CLDR has it; the code where it has none."""
    return str(Locale.parse(LOCALES[language]).territories.get(code, code))
