"""What did she tell beside the files, and what has come to light so far?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from shutaf.analysis.situation import SECTORS, Direction
from shutaf.analysis.text.fold import fold, fold_header
from shutaf.imports.headers import column
from shutaf.imports.limits import Limits
from shutaf.imports.notes import Notes
from shutaf.imports.problem import Guess
from shutaf.imports.words import key_of


@dataclass(slots=True)
class Reading:
    """One call of load: the limits, what --map, --sector-map and --where say, and the problems and guesses met on the way.

    mapping: her header -> ours, folded on her side, per sheet ("" = any). sector_by_word: her word, folded -> key of a sector.
    where: her header, folded -> the value, folded. sectors_met: what stands in columns of sectors, folded.
    unsaid_direction: what a tie is whose row says neither mutual nor one-way.
    """

    limits: Limits
    notes: Notes
    mapping: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sector_by_word: Mapping[str, str] = field(default_factory=dict)
    where: Mapping[str, str] = field(default_factory=dict)
    guesses: list[Guess] = field(default_factory=list)
    where_met: set[str] = field(default_factory=set)
    headers_met: dict[str, str] = field(default_factory=dict)
    sectors_met: set[str] = field(default_factory=set)
    unsaid_direction: Direction = "mutual"

    def aside(self) -> Reading:
        """The same for a look beforehand, of whose problems and guesses nothing is kept."""
        return replace(self, notes=Notes(self.limits), guesses=[], headers_met={}, sectors_met=set())

    def told(self, sheet: str) -> Mapping[str, str]:
        """What she said about the headers of this sheet: folded header -> our key."""
        return {**{theirs: ours for theirs, ours in self.mapping.get("", {}).items() if column(sheet, ours)}, **self.mapping.get(sheet, {})}


def start(limits: Limits, mapping: Mapping[str, str], sector_map: Mapping[str, str], where: Mapping[str, str]) -> Reading:
    """A Reading whose three maps have been checked against our columns and sectors."""
    notes = Notes(limits)
    columns: dict[str, dict[str, str]] = {}
    for ours, theirs in mapping.items():
        sheet, _, key = ours.rpartition(".")
        if not is_ours(ours):
            notes.error("map.unknown_column", ours=ours, theirs=theirs)
        columns.setdefault(sheet, {})[fold_header(theirs)] = key
    sectors = {}
    for theirs, ours in sector_map.items():
        sectors[fold(theirs)] = key_of(ours, "sector")
        if not sectors[fold(theirs)]:
            notes.error("sector_map.unknown_sector", ours=ours, theirs=theirs, allowed=SECTORS)
    wanted = {fold_header(header): fold(value) for header, value in where.items()}
    return Reading(limits, notes, columns, sectors, wanted)


def is_ours(ours: str) -> bool:
    """Whether a text such as "name" or "ties.from" names a column that a header can be mapped to."""
    sheet, _, key = ours.rpartition(".")
    places = (
        [sheet] if sheet else ["organisations", "people", "ties", "departments", "needs", "offers", "initiatives", "stances", "influence"]
    )
    return any(column(place, key) for place in places) if not sheet or sheet in _ROW_SHEETS else False


_ROW_SHEETS = ("departments", "organisations", "people", "ties", "needs", "offers", "initiatives", "stances", "influence")


_TOLD_BESIDE = frozenset({"map.unknown_column", "map.no_such_header", "sector_map.unknown_sector", "where.no_such_header"})


def check_all_used(reading: Reading, mapping: Mapping[str, str], sector_map: Mapping[str, str], where: Mapping[str, str]) -> None:
    """A header named by --map or --where that no table has is a slip she wants to know of, with the headers there are.

    After a slip in --where all rows were read, not those she means, so nothing is told of them. A word of --sector-map that no row has is told too.
    """
    there = tuple(dict.fromkeys(reading.headers_met.values()))
    for ours, theirs in mapping.items():
        if fold_header(theirs) not in reading.headers_met:
            reading.notes.error("map.no_such_header", ours=ours, theirs=theirs, headers=there)
    for header in where:
        if fold_header(header) not in reading.headers_met:
            reading.notes.error("where.no_such_header", theirs=header, headers=there)
            reading.notes.keep_only(_TOLD_BESIDE)
    for theirs in sector_map:
        if fold(theirs) not in reading.sectors_met and (reading.sectors_met or not reading.notes.has_errors):
            reading.notes.warn("sector_map.no_such_word", theirs=theirs)
