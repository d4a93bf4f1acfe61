"""By what may shapes be coloured and sized, and what does each colour mean? Only what this situation may show: see docs/explain/honest-numbers.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from shutaf.analysis.network.betweenness import betweenness
from shutaf.analysis.network.graph import network_of
from shutaf.analysis.network.ground import MapGround
from shutaf.analysis.network.honesty import scope_of
from shutaf.analysis.network.with_and_without import may_rank
from shutaf.analysis.situation import Body
from shutaf.charts.palette import GROUPS
from shutaf.charts.scenes import Key
from shutaf.reports.map.asked import COLOURS, SIZES
from shutaf.reports.wording.speech import Speech

SIX: Final = ("c-public", "c-business", "c-civil-society", "c-academia", "c-community", "c-department")
"""Colours that stay apart for every eye; when they mean something else than sectors the legend says so."""
STEPS: Final = ("heat-1", "heat-2", "heat-4", "heat-5", "heat-6")
UNKNOWN: Final = "c-unknown"
OTHER: Final = "c-other"
RATINGS: Final = frozenset({"influence", "interest", "invite"})


@dataclass(frozen=True, slots=True)
class Colouring:
    """paint_of: ref -> class ("" the sector's own). words_of: what the colour tells of a body. keys: the legend."""

    paint_of: Mapping[str, str]
    words_of: Mapping[str, str]
    keys: tuple[Key, ...]


def colours_offered(ground: MapGround, sees_all: bool) -> list[tuple[str, str]]:
    """(key, name) of what may be chosen: ratings only for those who see them, and nothing that nobody filled in."""
    names = colour_names()
    bodies = ground.situation.bodies
    filled: dict[str, Callable[[Body], object]] = {
        "theme": lambda b: b.themes, "neighbourhood": lambda b: b.neighbourhood, "city": lambda b: b.city,
        "influence": lambda b: b.influence_1_10, "interest": lambda b: b.interest_1_10, "invite": lambda b: b.invite != "unknown",
    }  # fmt: skip
    return [
        (key, names[key]) for key in COLOURS
        if (sees_all or key not in RATINGS) and (key not in filled or any(filled[key](body) for body in bodies))
    ]  # fmt: skip


def sizes_offered(ground: MapGround, sees_all: bool) -> list[tuple[str, str]]:
    """As `colours_offered`. Position in the whole network only where the bodies themselves answered."""
    names = size_names()
    situation = ground.situation
    out = []
    for key in SIZES:
        if key in ("influence", "interest") and not (sees_all and any(getattr(b, f"{key}_1_10") is not None for b in situation.bodies)):
            continue
        if key == "between" and not may_rank("betweenness", scope_of(situation)):
            continue
        out.append((key, names[key]))
    return out


def colour_names() -> dict[str, str]:
    return {
        "sector": _("sector"), "ties": _("known ties"), "theme": _("first theme"), "neighbourhood": _("neighbourhood"), "city": _("town"),
        "asked": _("asked about its ties"), "invite": _("to be invited"), "influence": _("influence"), "interest": _("interest"),
    }  # fmt: skip


def size_names() -> dict[str, str]:
    return {
        "ties": _("known ties"), "equal": _("all alike"), "across": _("known ties to other sectors"), "needs": _("needs"), "offers": _("offers"),
        "influence": _("influence"), "interest": _("interest"), "between": _("paths that lead through it"),
    }  # fmt: skip


def size_values(ground: MapGround, key: str) -> list[float | None]:
    """One value a body, in the order of the situation; None where it is not known."""
    situation = ground.situation
    if key in ("influence", "interest"):
        return [getattr(body, f"{key}_1_10") for body in situation.bodies]
    if key in ("needs", "offers"):
        counted = Counter(resource.body for resource in getattr(situation, key))
        return [float(counted[body.ref]) for body in situation.bodies]
    if key == "between":
        return [float(value) for value in betweenness(network_of(situation))]
    by_ref = situation.body_by_ref
    out: list[float | None] = []
    for body in situation.bodies:
        others = ground.neighbours.get(body.ref, ())
        across = sum(by_ref[other].group_key != body.group_key for other in others)
        out.append({"equal": 0.0, "across": float(across)}.get(key, float(len(others))))
    return out


def colouring(ground: MapGround, speech: Speech, key: str) -> Colouring:
    """The colours of all bodies by one field."""
    bodies = ground.situation.bodies
    if key == "sector":
        groups = {body.group_key for body in bodies}
        return Colouring({}, {}, tuple(Key(speech.group(group), group) for group in GROUPS if group in groups))
    if key == "ties":
        return _in_steps({body.ref: float(len(ground.neighbours.get(body.ref, ()))) for body in bodies}, speech)
    if key in ("influence", "interest"):
        return _in_steps({body.ref: getattr(body, f"{key}_1_10") for body in bodies}, speech)
    if key == "asked":
        asked = set(ground.situation.map.asked)
        told = {body.ref: _("asked") if body.ref in asked else _("not asked") for body in bodies}
        return _in_kinds(told, {_("not asked"): UNKNOWN})
    if key == "invite":
        words = {"yes": _("to be invited"), "no": _("not to be invited"), "later": _("later"), "unknown": ""}
        return _in_kinds({body.ref: words[body.invite] for body in bodies})
    if key == "theme":
        first = {body.ref: speech.word("theme", body.themes[0]) if body.themes else None for body in bodies}
        return _in_kinds({ref: getattr(word, "text", "") for ref, word in first.items()})
    return _in_kinds({body.ref: str(getattr(body, key)).strip() for body in bodies})


def _in_kinds(told: Mapping[str, str], fixed: Mapping[str, str] | None = None) -> Colouring:
    """The six most frequent values each in a colour, the rest in one, the unknown in its own."""
    fixed = fixed or {}
    often = [
        value for value, _n in sorted(Counter(told.values()).items(), key=lambda item: (-item[1], item[0])) if value and value not in fixed
    ]
    paints = dict(zip(often, SIX, strict=False)) | dict(fixed)
    unknown = _("not known")
    paint_of = {ref: paints.get(value, OTHER if value else UNKNOWN) for ref, value in told.items()}
    keys = [Key(value, None, paints[value]) for value in (*often[: len(SIX)], *fixed)]
    keys += [Key(_("others"), None, OTHER)] if len(often) > len(SIX) else []
    keys += [Key(unknown, None, UNKNOWN)] if "" in told.values() else []
    return Colouring(paint_of, {ref: value or unknown for ref, value in told.items()}, tuple(keys))


def _in_steps(values: Mapping[str, float | None], speech: Speech) -> Colouring:
    """Five steps of equal width from the least to the most, each named by its ends."""
    known = [value for value in values.values() if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    width = max((high - low) / len(STEPS), 1e-9)

    def step(value: float) -> int:
        return min(int((value - low) / width), len(STEPS) - 1)

    paint_of = {ref: UNKNOWN if value is None else STEPS[step(value)] for ref, value in values.items()}
    words = {ref: _("not known") if value is None else speech.digits(value) for ref, value in values.items()}
    keys = []
    for k, paint in enumerate(STEPS):
        inside = [value for value in known if step(value) == k]
        if inside:
            least, most = speech.digits(min(inside)), speech.digits(max(inside))
            keys.append(Key(least if least == most else _("{least} to {most}").format(least=least, most=most), None, paint))
    keys += [Key(_("not known"), None, UNKNOWN)] if len(known) < len(values) else []
    return Colouring(paint_of, words, tuple(keys))
