"""The twin of a map: the same structure, nobody named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from shutaf.analysis.anonymise.order import colours
from shutaf.analysis.anonymise.pseudonyms import pseudonyms_of
from shutaf.analysis.anonymise.scrub import Scrubber
from shutaf.analysis.situation import Body, Initiative, Need, Offer, Situation
from shutaf.analysis.text.fold import fold

_R = TypeVar("_R", Need, Offer)
Group = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Alias:
    """What a body is called in the twin: its ref, the group its label is made of (department or sector, kind, first theme; keys), its number, its label."""

    ref: str
    group: Group
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Anonymised:
    """The twin, and who is who (old ref -> alias). The keys stay with the driver: whoever has both has the map."""

    situation: Situation
    keys: Mapping[str, Alias]


def _on_no_list(_kind: str) -> str:
    return ""


def anonymise(situation: Situation, label: Callable[[Body, int], str], *, kind_key: Callable[[str], str] = _on_no_list) -> Anonymised:
    """A twin of the situation that keeps who is tied to whom and drops everything by which somebody could be named.

    label: makes a body's name from its scrubbed record (sector, kind and themes as keys, no name) and its number among the bodies it
    describes alike; two numbers must give two names. kind_key: a kind of body as written -> its key on the closed list, "" for free text, which is dropped;
    without it every kind is.
    Kept: groups, themes, kinds, amounts, strengths, ratings, answers, stances, influences, typologies, values of own criteria, dates cut to the year.
    Replaced by a prefix and a number: refs, titles, own words, own units, objectives, names of own criteria. Dropped: people, holders, sources, contacts,
    city, coordinates, registration numbers, conditions, problems, own columns, row numbers, and rows about bodies that are not on the map; of the place its name,
    population, cluster and time zone.
    Refs and rows follow an order made from the twin itself (`order.colours`), so the order of the file leaves no trace.
    Raises ValueError when two labels are the same. O(rows log rows).
    Ours: all of it. What it cannot hide: a body known by its structure alone (the only college; the one with forty ties).
    """
    pseudonyms = pseudonyms_of(situation)
    before = Scrubber(situation, pseudonyms, kind_key, {})
    keys = _aliases(before, label)
    twin = Scrubber(situation, pseudonyms, kind_key, {ref: alias.ref for ref, alias in keys.items()})
    initiatives, initiative_now = _initiatives(twin)
    on_map = situation.body_by_ref.keys()
    ties = (twin.tie(tie) for tie in situation.ties if tie.pair <= on_map)
    stances = (twin.stance(stance, initiative_now) for stance in situation.stances if stance.body in on_map)
    influences = (twin.influence(row) for row in situation.influences if {row.source_ref, row.target_ref} <= on_map)
    scrubbed = Situation(
        place=twin.place(),
        bodies=tuple(replace(twin.body(situation.body_by_ref[ref]), name=alias.label) for ref, alias in keys.items()),
        ties=tuple(sorted(ties, key=repr)),
        needs=_resources(twin, "need", situation.needs),
        offers=_resources(twin, "offer", situation.offers),
        initiatives=initiatives,
        stances=tuple(sorted(stances, key=repr)),
        influences=tuple(sorted(influences, key=repr)),
        map=twin.map(),
        language=situation.language if len(situation.language) == 2 else "",
        is_fictional=situation.is_fictional,
    )
    return Anonymised(scrubbed, keys)


def group_of(body: Body) -> Group:
    """What a label can be made of: department or sector, kind, first theme (keys; own words count as none)."""
    theme = next((word.key for word in body.themes if word.key), "")
    return body.group_key, body.kind, theme


def _aliases(scrubber: Scrubber, label: Callable[[Body, int], str]) -> Mapping[str, Alias]:
    """Aliases in the order of what the labels say, and among bodies alike of their colours. Alike is who would get the same label with the same number."""
    bodies = {body.ref: scrubber.body(body) for body in scrubber.situation.bodies}
    nameless = {ref: replace(body, ref="", rated_by="") for ref, body in bodies.items()}
    alike = {ref: label(body, 1) for ref, body in nameless.items()}
    colour = colours(scrubber, bodies)
    numbers: dict[str, int] = defaultdict(int)
    keys: dict[str, Alias] = {}
    width = len(str(len(bodies)))
    for place, ref in enumerate(sorted(bodies, key=lambda ref: (alike[ref], colour[ref])), 1):
        numbers[alike[ref]] += 1
        number = numbers[alike[ref]]
        keys[ref] = Alias(f"b{place:0{width}}", group_of(bodies[ref]), number, label(nameless[ref], number))
    if len({alias.label for alias in keys.values()}) < len(keys):
        raise ValueError("label gives two bodies the same name")
    return keys


def _resources(twin: Scrubber, kind: str, rows: Sequence[_R]) -> tuple[_R, ...]:
    on_map = (row for row in rows if row.body in twin.names)
    in_order = sorted(on_map, key=lambda row: repr(twin.resource(row, kind)))
    return tuple(twin.resource(row, f"{kind} {number}") for number, row in enumerate(in_order, 1))


def _initiatives(twin: Scrubber) -> tuple[tuple[Initiative, ...], Mapping[str, str]]:
    """The initiatives, and the new ref of each by its folded old ref and name."""
    in_order = sorted(twin.situation.initiatives, key=lambda row: repr(twin.initiative(row, "")))
    refs = {row.ref: f"initiative {number}" for number, row in enumerate(in_order, 1)}
    now = {fold(text): refs[row.ref] for row in in_order for text in (row.ref, row.name)}
    return tuple(twin.initiative(row, refs[row.ref]) for row in in_order), now
