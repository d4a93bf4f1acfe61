"""What is said of each side one can look from?"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext, ngettext_lazy

from shutaf.analysis.actors.suggestions import Look

TITLES: Mapping[str, str] = {
    "sector": N_("Sectors"),
    "theme": N_("Goals and challenges"),
    "group": N_("Population groups"),
    "neighbourhood": N_("Neighbourhoods"),
    "anchor": N_("Anchor institutions"),
    "role": N_("What the model asks for"),
}

NOTHING_NAMED: Mapping[str, str] = {
    "theme": N_("The profile names no goal and no challenge yet, so nothing can be missing for them."),
    "group": N_("The profile names no population group yet."),
    "neighbourhood": N_("The profile names no neighbourhood yet."),
    "anchor": N_("The profile names no anchor institution yet."),
    "role": N_("No model is chosen. With one, this page also shows whom it asks for."),
}

ALL_THERE: Mapping[str, str] = {
    "sector": N_("Every sector has bodies on the map."),
    "theme": N_("Each goal and challenge has bodies of more than one sector, or was answered."),
    "group": N_("Each population group of the profile has a body on the map, or was answered."),
    "neighbourhood": N_("Each neighbourhood of the profile has a body on the map, or was answered."),
    "anchor": N_("Every anchor institution of the profile is on the map, or was answered."),
    "role": N_("Somebody is there for everything this model asks for, or it was answered."),
}

UNTOLD: Mapping[str, object] = {
    "sector": ngettext_lazy(
        "Of %(n)s body no sector is written down, so it may fit.", "Of %(n)s bodies no sector is written down, so some may fit.", "n"
    ),
    "theme": ngettext_lazy(
        "Of %(n)s body no theme is written down, so it may fit.", "Of %(n)s bodies no theme is written down, so some may fit.", "n"
    ),
    "group": ngettext_lazy(
        "Of %(n)s body no population group is written down, so it may fit.",
        "Of %(n)s bodies no population group is written down, so some may fit.",
        "n",
    ),
    "neighbourhood": ngettext_lazy(
        "Of %(n)s body no neighbourhood is written down, so it may fit.",
        "Of %(n)s bodies no neighbourhood is written down, so some may fit.",
        "n",
    ),
    "role": ngettext_lazy(
        "Of %(n)s body no kind is written down, so it may fit.", "Of %(n)s bodies no kind is written down, so some may fit.", "n"
    ),
}


def untold(look: Look) -> str:
    """How many bodies nobody asked about this: they may be the missing ones."""
    return str(UNTOLD[look.side] % {"n": look.untold}) if look.untold and look.side in UNTOLD and look.named else ""  # type: ignore[operator]


def nothing_found(look: Look) -> str:
    return _(ALL_THERE[look.side] if look.named else NOTHING_NAMED.get(look.side, ALL_THERE[look.side]))


def counted(found: int) -> str:
    return ngettext("{n} suggestion", "{n} suggestions", found).format(n=found)
