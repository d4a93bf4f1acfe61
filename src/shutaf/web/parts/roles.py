"""How is each role said, and what may it do? Once, for every page that names roles."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.accounts.viewer import ROLES

NAMES: Mapping[str, str] = {
    "owner": N_("Owner"),
    "editor": N_("Editor"),
    "facilitator": N_("Facilitator"),
    "viewer": N_("Viewer"),
    "partner": N_("Partner"),
}
MAY: Mapping[str, str] = {
    "owner": N_("Everything, and asks others in, changes roles and reads the outbox"),
    "editor": N_("Sees everything and changes the map, makes personal links, imports and undoes"),
    "facilitator": N_("Sees everything, leads rounds of rating and meetings, changes nothing else on the map"),
    "viewer": N_("Sees everything, changes nothing"),
    "partner": N_("Speaks for one body: sees what is shared, changes what its body says of itself"),
}


def role_names() -> dict[str, str]:
    return {role: _(NAMES[role]) for role in ROLES}


def roles_said() -> list[tuple[str, str, str]]:
    """(role, name, what it may do), from who may most to who may least."""
    return [(role, _(NAMES[role]), _(MAY[role])) for role in ROLES]
