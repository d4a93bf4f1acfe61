"""Whom did an open call reach, and who answered, beside who is on the map? Counts by sector, language, neighbourhood and size."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from shutaf.analysis.situation import SECTORS, OpenCall, Situation
from shutaf.analysis.text.fold import fold

Dimension: TypeAlias = Literal["sector", "language", "neighbourhood", "size"]
KeyOf: TypeAlias = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class ReachRow:
    """One group. key: of a closed list, "" where it is not known; text: a neighbourhood as written. None: nobody wrote down what would have to be counted.

    on_map: bodies outside the municipality; told: those of them told directly; channels: lines of the log for everybody there; answered: answers.
    """

    key: str
    text: str
    on_map: int | None
    told: int | None
    channels: int | None
    answered: int

    @property
    def is_unknown(self) -> bool:
        return not self.key and not self.text

    @property
    def is_unreached(self) -> bool:
        """Nobody of it was told and nobody answered, as far as the log says."""
        return not self.is_unknown and self.told == 0 and not self.channels and not self.answered


@dataclass(frozen=True, slots=True)
class Reach:
    """One way of dividing everybody. Rows in the order of reading, the unknown last."""

    dimension: Dimension
    rows: tuple[ReachRow, ...]

    @property
    def unreached(self) -> tuple[ReachRow, ...]:
        return tuple(row for row in self.rows if row.is_unreached and row.key != "other")


def reach(situation: Situation, call: OpenCall, key_of: KeyOf) -> tuple[Reach, ...]:
    """The four tables. key_of: (text, list) -> key of a closed list, "" for none.

    Ours: groups that count as expected are the sectors of an external map, the languages and neighbourhoods of the place, and whatever is on the map.
    O(bodies + lines + answers).
    """
    return (_sectors(situation, call), _languages(situation, call, key_of), _neighbourhoods(situation, call), _sizes(call))


def _told_bodies(call: OpenCall) -> set[str]:
    return {one.body for one in call.told if one.body}


def _sectors(situation: Situation, call: OpenCall) -> Reach:
    told = _told_bodies(call)
    on_map = Counter(body.sector_key for body in situation.organisations)
    reached = Counter(body.sector_key for body in situation.organisations if body.ref in told)
    answered = Counter(one.sector for one in call.replies)
    keys = [key for key in (*SECTORS, "") if key not in ("other", "") or on_map[key] or answered[key]]
    return Reach("sector", tuple(ReachRow(key, "", on_map[key], reached[key], None, answered[key]) for key in keys))


def _languages(situation: Situation, call: OpenCall, key_of: KeyOf) -> Reach:
    """A body's languages are those of its people; in which it was told, the log says."""
    spoken: dict[str, set[str]] = defaultdict(set)
    for person in situation.people:
        if person.body and (key := key_of(person.language, "language")):
            spoken[person.body].add(key)
    outside = [body.ref for body in situation.organisations]
    on_map = Counter(key for ref in outside for key in spoken[ref])
    on_map[""] = sum(not spoken[ref] for ref in outside)
    told = Counter(key for key, _body in {(one.language, one.body) for one in call.told if one.body})
    channels = Counter(one.language for one in call.told if not one.body)
    answered = Counter(one.language for one in call.replies)
    place = [key for text in situation.place.languages if (key := key_of(text, "language"))]
    keys = dict.fromkeys([*place, *on_map, *told, *channels, *answered])
    rows = [ReachRow(key, "", on_map[key], told[key], channels[key], answered[key]) for key in _known_first(keys)]
    return Reach("language", tuple(row for row in rows if not row.is_unknown or any((row.on_map, row.told, row.channels, row.answered))))


def _neighbourhoods(situation: Situation, call: OpenCall) -> Reach:
    told, names = _told_bodies(call), {fold(word.text): word.text for word in situation.place.neighbourhoods if word.text}

    def key(text: str) -> str:
        names.setdefault(fold(text), text)
        return fold(text)

    on_map = Counter(key(body.neighbourhood) for body in situation.organisations)
    reached = Counter(key(body.neighbourhood) for body in situation.organisations if body.ref in told)
    channels = Counter(key(one.neighbourhood) for one in call.told if not one.body)
    answered = Counter(key(one.neighbourhood) for one in call.replies)
    rows = [ReachRow("", names[one], on_map[one], reached[one], channels[one], answered[one]) for one in _known_first(names)]
    return Reach(
        "neighbourhood", tuple(row for row in rows if not row.is_unknown or any((row.on_map, row.told, row.channels, row.answered)))
    )


def _sizes(call: OpenCall) -> Reach:
    """How large the bodies of the map are is on no list, so only answers are counted."""
    answered = Counter(one.size for one in call.replies)
    return Reach("size", tuple(ReachRow(key, "", None, None, None, answered[key]) for key in _known_first(answered)))


def _known_first(keys: Iterable[str]) -> list[str]:
    every = list(keys)
    return [key for key in every if key] + [key for key in every if not key]
