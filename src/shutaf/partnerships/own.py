"""What is written about one body, for those who speak for it? The shared part of its own row, people, needs and offers; nothing of others."""

from __future__ import annotations

from dataclasses import dataclass, replace

from shutaf.accounts.rules import speaks_for
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Body, Need, Offer, Person, Place
from shutaf.analysis.visible import shared
from shutaf.partnerships.queries import situation


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """A body as it may read itself."""

    body: Body
    people: tuple[Person, ...]
    needs: tuple[Need, ...]
    offers: tuple[Offer, ...]
    place: Place


def own_sheet(viewer: Viewer, body_ref: str) -> OwnSheet | None:
    """For a partner or a personal link of this body; None when the body is not there any more."""
    if not speaks_for(viewer, body_ref):
        raise NotAllowedError("speaks_for")
    whole = situation(replace(viewer, kind="job", role="viewer"))
    found = whole.body_by_ref.get(body_ref)
    if found is None:
        return None
    part = shared(
        replace(
            whole,
            bodies=(found,),
            people=tuple(person for person in whole.people if person.body == body_ref),
            needs=tuple(need for need in whole.needs if need.body == body_ref),
            offers=tuple(offer for offer in whole.offers if offer.body == body_ref),
            ties=(),
        ),
        (body_ref,),
    )
    return OwnSheet(part.bodies[0], part.people, part.needs, part.offers, Place(name=whole.place.name))
