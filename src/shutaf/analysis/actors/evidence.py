"""On which rows does a number rest, and how sure does the known share leave us?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from shutaf.analysis.situation import Body, Number, Origin, Record, Situation, Sure, Tie

ALL_KNOWN, MOST_KNOWN, HALF_KNOWN = 1.0, 0.8, 0.65
"""Shares of known answers: published guidance takes 80 % for high confidence and 65 % for broad patterns only (guidance on response rates)."""


def rows_of(records: Iterable[Record]) -> tuple[Origin, ...]:
    """The rows of the records, each once, in their order; records without an origin (typed, computed) leave nothing."""
    return tuple(dict.fromkeys(record.origin for record in records if record.origin is not None))


def counted(key: str, records: Iterable[Record], *about: str, base: float | None = None) -> Number:
    """How many records there are, with the rows that were counted.

    >>> counted("bodies_in_sector", [], "academia").value
    0.0
    """
    listed = list(records)
    return Number(key, float(len(listed)), about, rows_of(listed), base)


def sure_by_share(cause: str, known: int, total: int, *, at_most: int = 4) -> Sure:
    """How sure a statement leaves us that rests on `known` answers of `total`.

    known, total: counts, 0 <= known <= total. Returns level 4 when all are known, 3 from 80 %, 2 from 65 %, else 1; never above `at_most`
    (a list typed by some informants is never complete). With nothing to know the level is 1. Source: the two shares, published guidance on response rates; Ours: the levels.

    >>> sure_by_share("sector_known", 9, 10).level
    3
    """
    share = known / total if total else 0.0
    level = 4 if share >= ALL_KNOWN else 3 if share >= MOST_KNOWN else 2 if share >= HALF_KNOWN else 1
    return Sure(min(level, at_most), cause, {"known": known, "total": total})


def is_asked(situation: Situation, body: Body) -> bool:
    """True where the body answered for its own ties: it is listed as asked, or its people typed the map."""
    return body.ref in situation.map.asked or body.ref in situation.informant_bodies


def ties_by_body(situation: Situation) -> Mapping[str, tuple[Tie, ...]]:
    """The known ties of each body that has one. O(ties)."""
    found: dict[str, list[Tie]] = defaultdict(list)
    for tie in situation.known_ties:
        found[tie.source_ref].append(tie)
        found[tie.target_ref].append(tie)
    return {ref: tuple(ties) for ref, ties in found.items()}


def other_end(tie: Tie, ref: str) -> str:
    """The body at the other end of a tie."""
    return tie.target_ref if tie.source_ref == ref else tie.source_ref


def neighbours_of(situation: Situation) -> Mapping[str, frozenset[str]]:
    """The bodies each body has a known tie with; a body without one is not in the mapping. O(ties)."""
    return {ref: frozenset(other_end(tie, ref) for tie in ties) for ref, ties in ties_by_body(situation).items()}
