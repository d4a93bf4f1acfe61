"""Which ties hang on one person, which outside bodies does the municipality reach by one department or one person only, and who leaves?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shutaf.analysis.network.connectors import Connector
from shutaf.analysis.network.dates import ends_soon
from shutaf.analysis.network.municipality import municipality_refs
from shutaf.analysis.network.pairs import Pair, Pairs, pairs_of
from shutaf.analysis.network.questions import name_order
from shutaf.analysis.situation import Person, Situation


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who holds ties. who: ref of a Person, or the text as written. body, role, until_date: "" where unknown.

    ties: pairs of which every row that names a holder names this one. only_route_to: refs of outside bodies all of whose ties with the
    municipality this person holds, by name. is_leaving: the role ends on or after the map's date and within half a year of today.
    """

    who: str
    body: str
    role: str
    until_date: str
    is_leaving: bool
    ties: tuple[Pair, ...]
    only_route_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneDepartment:
    """A department (or the municipality itself) that alone has known ties with these outside bodies, by name."""

    department: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LastContact:
    """A connector whose only known contact person is about to leave."""

    ref: str
    person: str
    role: str
    until_date: str


def holders(situation: Situation, *, today: str) -> tuple[Holder, ...]:
    """Everyone who holds a known tie alone, those who leave first, then most ties first, then by the holder's text.

    today: ISO day. A tie whose rows name two holders, or none, or a body as the holder, hangs on no person. Two rows without and with a holder count as held.
    Raises ValueError when `today` is no ISO day. O(ties).
    """
    pairs = pairs_of(situation)
    held: dict[str, list[Pair]] = {}
    for pair in sorted(pairs.exists):
        if (who := _only_holder(pairs, pair)) and who not in situation.body_by_ref:
            held.setdefault(who, []).append(pair)
    routes = one_person_routes(situation)
    found = [_holder(situation, who, ties, routes.get(who, ()), today) for who, ties in held.items()]
    return tuple(sorted(found, key=lambda one: (not one.is_leaving, -len(one.ties), one.who)))


def one_department_routes(situation: Situation) -> tuple[OneDepartment, ...]:
    """Outside bodies that the municipality reaches through exactly one department, by department (by name).

    A body without a known tie to the municipality is not reached at all and not listed. Empty where fewer than two departments are on the
    map: then "only one" would say nothing. O(ties).
    """
    if len(situation.departments) < 2:
        return ()
    alone: dict[str, list[str]] = {}
    for body, reached_by in _reached(situation, pairs_of(situation)).items():
        if len(reached_by) == 1:
            alone.setdefault(next(iter(reached_by)), []).append(body)
    return tuple(OneDepartment(ref, name_order(situation, alone[ref])) for ref in name_order(situation, alone))


def one_person_routes(situation: Situation) -> dict[str, tuple[str, ...]]:
    """For each holder, the outside bodies (by name) all of whose known ties with the municipality this one person holds. O(ties)."""
    pairs = pairs_of(situation)
    alone: dict[str, list[str]] = {}
    for body, reached_by in _reached(situation, pairs).items():
        who = {_only_holder(pairs, (min(body, ref), max(body, ref))) for ref in reached_by}
        if len(who) == 1 and (one := who.pop()):
            alone.setdefault(one, []).append(body)
    return {who: name_order(situation, bodies) for who, bodies in alone.items()}


def reached_bodies(situation: Situation) -> frozenset[str]:
    """Outside bodies with which the municipality has any known tie."""
    return frozenset(_reached(situation, pairs_of(situation)))


def leaving_contacts(situation: Situation, connectors: Iterable[Connector], *, today: str) -> tuple[LastContact, ...]:
    """Connectors whose only known contact person's role ends on or after the map's date and within half a year of today, in their order.

    A person whose role ended before the map's date is no contact any more. Raises ValueError when `today` is no ISO day. O(people).
    """
    people: dict[str, list[Person]] = {}
    for person in situation.people:
        people.setdefault(person.body, []).append(person)
    found = []
    for ref in (connector.ref for connector in connectors):
        contacts = [person for person in people.get(ref, ()) if not _is_gone(situation, person)]
        if len(contacts) == 1 and ends_soon(contacts[0].until_date, since=situation.map.as_of, today=today):
            found.append(LastContact(ref, contacts[0].ref, contacts[0].role, contacts[0].until_date))
    return tuple(found)


def _is_gone(situation: Situation, person: Person) -> bool:
    """Ended before the map was drawn: ends before any day, but not on or after the map's date."""
    horizon = "9000-01-01"
    until, since = person.until_date, situation.map.as_of
    return ends_soon(until, since="", today=horizon) and not ends_soon(until, since=since, today=horizon)


def _only_holder(pairs: Pairs, pair: Pair) -> str:
    named = {tie.holder for tie in pairs.exists[pair] if tie.holder}
    return named.pop() if len(named) == 1 else ""


def _reached(situation: Situation, pairs: Pairs) -> dict[str, set[str]]:
    municipality = municipality_refs(situation)
    found: dict[str, set[str]] = {}
    for pair in pairs.exists:
        inside = municipality.intersection(pair)
        if len(inside) == 1:
            (own,) = inside
            found.setdefault(pair[0] if pair[1] == own else pair[1], set()).add(own)
    return found


def _holder(situation: Situation, who: str, ties: list[Pair], only_route_to: tuple[str, ...], today: str) -> Holder:
    person = situation.person_by_ref.get(who) or Person(who, who, "")
    is_leaving = ends_soon(person.until_date, since=situation.map.as_of, today=today)
    return Holder(who, person.body, person.role, person.until_date, is_leaving, tuple(ties), only_route_to)
