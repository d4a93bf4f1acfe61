"""Where does each body of this Viewer's map stand? Laid out once, kept in memory and in the cache, so that a large map opens at once."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from django.core.cache import cache

from shutaf.accounts.remembered import Beside, Remembered
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.network.ground import MapGround, filled_in
from shutaf.analysis.network.layout import layout
from shutaf.analysis.situation import Floats, Situation
from shutaf.partnerships.preparing import SMALL
from shutaf.partnerships.queries import scope_of, situation

_REMEMBERED = 4
_grounds: Remembered[MapGround] = Remembered(_REMEMBERED)
_fresh: Remembered[tuple[Situation, Floats]] = Remembered(_REMEMBERED)  # laid out beside, not yet taken up
_beside = Beside()

Known = Mapping[str, tuple[float, float]]


def map_ground(viewer: Viewer) -> MapGround:
    """The map as it is now. A small one is laid out while the page waits.

    A large one that changed is shown in the places known before, new bodies among their neighbours, while it is laid out anew beside;
    one that nobody saw yet in a quick layout.
    """
    seen = situation(viewer)
    key = (viewer.workspace_ref, scope_of(viewer))
    ground, fresh = _grounds.get(key), _fresh.take(key)
    if fresh is not None and fresh[0] is seen:  # laid out beside since the last page
        return _kept(key, MapGround(*fresh), is_new=True)
    if ground is not None and ground.situation is seen:
        return ground
    if len(seen.bodies) <= SMALL:
        return _kept(key, MapGround(seen, layout(seen)))
    known: Known = _places_of(ground) if ground is not None else cache.get(_name(key)) or {}
    if not known:
        _lay_out_beside(key, seen)
        return _kept(key, MapGround(seen, layout(seen, is_quick=True)))
    if ground is not None or any(body.ref not in known for body in seen.bodies):
        _lay_out_beside(key, seen)
    return _kept(key, MapGround(seen, filled_in(seen, known)))


def _places_of(ground: MapGround) -> Known:
    return {body.ref: (float(x), float(y)) for body, (x, y) in zip(ground.situation.bodies, ground.positions, strict=True)}


def _name(key: tuple[str, str]) -> str:
    return f"layout:{key[0]}:{blake2b(key[1].encode(), digest_size=8).hexdigest()}"


def _kept(key: tuple[str, str], ground: MapGround, *, is_new: bool = False) -> MapGround:
    """In memory; what was laid out anew of a large map also in the cache, for the next process."""
    if is_new:
        cache.set(_name(key), _places_of(ground), None)
    return _grounds.keep(key, ground)


def _lay_out_beside(key: tuple[str, str], seen: Situation) -> None:
    _beside.start(key, lambda: _fresh.keep(key, (seen, layout(seen))), name=f"lay out {key[0]}")
