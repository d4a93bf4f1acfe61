"""Against which partnership and which model is it measured who is missing?"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.suggestions import Look
from shutaf.analysis.situation import TYPOLOGIES, Finding
from shutaf.partnerships.looking import looked
from shutaf.partnerships.paths import PartnershipFacts, partnerships_visible
from shutaf.partnerships.preparing import signature_of
from shutaf.web.parts.reading import Reading


@dataclass(frozen=True)
class Measure:
    """partnerships: those one can choose from; chosen: the one whose goals count too; model: a key, "" for none."""

    partnerships: tuple[PartnershipFacts, ...]
    chosen: PartnershipFacts | None
    model: str

    @property
    def query(self) -> str:
        """What follows the question mark of this page."""
        return urlencode({"for": self.chosen.ref if self.chosen else "", "model": self.model})

    def looks(self, reading: Reading) -> tuple[Look, ...]:
        return looked(reading.situation, self.model, self.chosen.goals if self.chosen else ())

    def suggestion(self, reading: Reading, signature: str) -> Finding | None:
        return next((finding for look in self.looks(reading) for finding in look.found if signature_of(finding) == signature), None)


def measure(request: HttpRequest, viewer: Viewer, reading: Reading) -> Measure:
    """The partnership asked for, else the open one touched last; the model asked for, else that of the partnership, else that of the first initiative.

    A model sent along with another partnership than the page showed before was not chosen for it.
    """
    asked = request.POST or request.GET
    partnerships = partnerships_visible(viewer)
    if "for" in asked:
        chosen = next((one for one in partnerships if one.ref == asked["for"]), None)
    else:
        chosen = next((one for one in partnerships if one.state == "open"), None)
    if "model" in asked and asked.get("was", asked.get("for", "")) == asked.get("for", ""):
        return Measure(partnerships, chosen, asked["model"] if asked["model"] in TYPOLOGIES else "")
    if chosen and chosen.typology in TYPOLOGIES:
        return Measure(partnerships, chosen, chosen.typology)
    first = reading.prepared.ranking.first
    return Measure(partnerships, chosen, next((one.typology.key for one in reading.situation.initiatives if one.ref == first), ""))
