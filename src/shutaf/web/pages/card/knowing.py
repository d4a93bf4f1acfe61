"""What is known of one body, part by part, and what comes next?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.evidence import other_end
from shutaf.analysis.situation import Body, Situation
from shutaf.bodies.actions import PARTNER_FIELDS
from shutaf.bodies.plans import OpportunityFacts, opportunities
from shutaf.bodies.told import BodyTold, IntegrityFacts, InterestFacts, body_told, integrity_of, interests_of, is_empty
from shutaf.bodies.told_actions import TOLD
from shutaf.relations.lines import TieLine, tie_lines
from shutaf.web.pages.card.parts import PARTS, ROWS, Part, parts_for
from shutaf.web.pages.card.teller import Teller


@dataclass(frozen=True, slots=True)
class Step:
    """A part as a reader sees it in the list: how many of its questions have an answer. number: its place, 0 for the deeper ones."""

    part: Part
    known: int
    of: int
    number: int = 0
    is_here: bool = False

    @property
    def left(self) -> int:
        return self.of - self.known


def interest_sides(interests: Sequence[InterestFacts]) -> list[tuple[str, list[InterestFacts]]]:
    """What was stated and what we assume, never mixed."""
    return [
        (_("Stated"), [one for one in interests if one.basis == "stated"]),
        (_("Assumed by us"), [one for one in interests if one.basis != "stated"]),
    ]


@dataclass(frozen=True)
class Card:
    """One body for one reader. A partner is asked what a body says of itself."""

    viewer: Viewer
    situation: Situation
    body: Body
    told: BodyTold
    interests: tuple[InterestFacts, ...]
    facts: tuple[IntegrityFacts, ...]
    ties: tuple[TieLine, ...]
    opportunities: tuple[OpportunityFacts, ...]

    @classmethod
    def of(cls, viewer: Viewer, situation: Situation, body: Body) -> Card:
        ref = body.ref
        told = body_told(viewer, ref), interests_of(viewer, ref), integrity_of(viewer, ref)
        return cls(viewer, situation, body, *told, tie_lines(viewer, of_body=ref), opportunities(viewer, ref))

    @property
    def parts(self) -> tuple[Part, ...]:
        return parts_for(may_edit(self.viewer))

    @cached_property
    def values(self) -> dict[str, Any]:
        """Fields of the body by name: what the map goes by."""
        names = {key for part in PARTS for key in part.form.asked}
        return {name: getattr(self.body, name) for name in names if hasattr(self.body, name)} | self.told.extra

    def said_by(self, teller: Teller) -> dict[str, Any]:
        """Fields by name: what this one said so far."""
        return {
            name: answer.value
            for name, told in self.told.fields.items()
            for answer in told.answers
            if (answer.said_by, answer.said_role) == (teller.said_by, teller.said_role)
        }

    def asked(self, part: Part, *, of_informant: bool) -> frozenset[str]:
        """The fields asked in this part: of an informant not what is ours to decide; of a partner what a body says of itself.

        An editor writes what opens up as rows with dates; the free text is asked only where some was read from a file.
        """
        if not may_edit(self.viewer):
            return PARTNER_FIELDS & frozenset(part.form.asked)
        asked = frozenset(part.form.asked) - (frozenset() if self.values.get("opportunities") else {"opportunities"})
        return asked & TOLD if of_informant else asked

    def rows_of(self, part: Part | None) -> dict[str, Any]:
        """The rows there are, for the part that asks for more of them."""
        ref = self.body.ref
        match part.key if part else "":
            case "ties":
                by_ref = self.situation.body_by_ref
                known = [line for line in self.ties if line.tie.status != "unknown"]
                return {"ties": [(line, by_ref[other_end(line.tie, ref)]) for line in known]}
            case "wants":
                needs = [need for need in self.situation.needs if need.body == ref]
                return {"sides": [(_("Needs"), needs), (_("Offers"), [offer for offer in self.situation.offers if offer.body == ref])]}
            case "chances":
                return {"opportunities": self.opportunities}
            case "facts":
                return {"facts": self.facts}
            case "interests":
                return {"sides": interest_sides(self.interests)}
        return {}

    def steps(self, here: Part | None) -> list[Step]:
        number, found = 0, []
        for part in self.parts:
            number += not part.is_deeper
            found.append(self._step(part, 0 if part.is_deeper else number, part is here))
        return found

    def next_step(self, here: Part | None) -> Step | None:
        """The part that comes next, None before the end."""
        key = self.after(here) if here else "done"
        return next((self._step(part) for part in self.parts if part.key == key), None)

    def after(self, part: Part) -> str:
        """The key of the part that follows; `done` after the last, and after the deeper ones from where one came."""
        keys = [one.key for one in self.parts if one.is_deeper == part.is_deeper]
        place = keys.index(part.key) + 1
        return keys[place] if place < len(keys) else "done"

    def _step(self, part: Part, number: int = 0, is_here: bool = False) -> Step:
        only = None if may_edit(self.viewer) else PARTNER_FIELDS
        asked = [key for key in part.form.asked if key != "rated_by" and (only is None or key in only)]
        known = sum(not is_empty(self.values.get(key)) or (key == "opportunities" and bool(self.opportunities)) for key in asked)
        rows = [self._has(name) for name in ROWS.get(part.key, ())]
        return Step(part, known + sum(rows), len(asked) + len(rows), number, is_here)

    def _has(self, name: str) -> bool:
        ref = self.body.ref
        match name:
            case "ties":
                return any(line.tie.status != "unknown" for line in self.ties)
            case "quality":
                return any(line.quality_1_5 or line.experience for line in self.ties)
            case "needs":
                return any(need.body == ref for need in self.situation.needs)
            case "offers":
                return any(offer.body == ref for offer in self.situation.offers)
        return bool(self.facts if name == "facts" else self.interests)
