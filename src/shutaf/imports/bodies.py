"""Which departments, organisations and people does a sheet name?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from shutaf import content
from shutaf.analysis.situation import Answer, Body, Department, Invite, Person
from shutaf.analysis.text.fold import fold
from shutaf.imports.cast import Cast, generated_ref
from shutaf.imports.table import Row
from shutaf.imports.words import keys_by_word

_LONGEST_NAME = 300
"""Characters. Ours: twice the longest name in the registers we know; a longer text is a description in the wrong column."""

_REPEATED_TOLD_EACH, _MOST_LISTS = 5, 30
"""Ours: more repeated ids than this are no slips any more; a column of more values does not tell lists apart."""


def bodies_of(rows: Iterable[Row], members: Cast, known: dict[str, Body]) -> None:
    """Adds a Body per row to `known`, by ref in the order of the rows, and to the cast. A row left out is read too, for its other problems."""
    repeated: list[tuple[Row, int | None]] = []
    for row in (rows := tuple(rows)):
        name = _name(row)
        ref = _ref(row, name, known, repeated)
        body = _body(row, ref or "", name)
        if ref is None or not name:
            members.add_left_out(body, row.text("id"))
            continue
        _tell_same_name(row, name, members, known)
        known[ref] = body
        members.add_body(body)
    _tell_repeated(rows, repeated)


def _name(row: Row) -> str:
    name = row.needed("name")
    if len(name) > _LONGEST_NAME:
        row.gather("name.long", "name", "", characters=len(name))
    return name


def _ref(row: Row, name: str, known: dict[str, Body], repeated: list[tuple[Row, int | None]]) -> str | None:
    written = row.text("id")
    if written and written in known:
        first = known[written].origin
        repeated.append((row, first.row if first else None))
        return None
    return written or generated_ref("b", name, known)


def _tell_repeated(rows: Sequence[Row], repeated: Sequence[tuple[Row, int | None]]) -> None:
    """Each row whose id another has already; where there are many, once for all: then the file mostly holds several lists."""
    if len(repeated) <= _REPEATED_TOLD_EACH:
        for row, first_row in repeated:
            row.error("id.twice", "id", id=row.text("id"), first_row=first_row)
        return
    columns = _telling_apart(rows)
    for row, _ in repeated:
        row.reading.notes.gather(
            "id.many_twice", "error", row.sheet, row.number, row.header("id"), "", id=repeated[0][0].text("id"), columns=columns
        )


def _telling_apart(rows: Sequence[Row]) -> tuple[str, ...]:
    """Her own columns of few values under each of which no id stands twice: the lists that were joined."""
    values = [dict(row.own) for row in rows]
    found = []
    for header in dict.fromkeys(header for row in rows for header, _ in row.own):
        pairs = {(row.text("id"), own.get(header, "")) for row, own in zip(rows, values, strict=True)}
        if len(pairs) == len(rows) and len({value for _, value in pairs}) <= _MOST_LISTS:
            found.append(header)
    return tuple(found)


def _tell_same_name(row: Row, name: str, members: Cast, known: dict[str, Body]) -> None:
    earlier = known.get(members.bodies.find(name) or "")
    if earlier and earlier.origin and fold(earlier.name) == fold(name):
        row.warn("name.twice", "name", name=name, first_sheet=earlier.origin.sheet, first_row=earlier.origin.row)


def _body(row: Row, ref: str, name: str) -> Body:
    is_department = row.sheet_key == "departments"
    sector = row.word("sector")
    if not is_department and not sector and "sector" not in row.unread:
        row.gather("sector.missing", "sector", "")
    return Body(
        ref=ref,
        name=name,
        sector=sector,
        names=tuple((language, row.text(f"name_{language}")) for language in content.LANGUAGES if row.text(f"name_{language}")),
        kind=row.text("kind"),
        registration_no=row.text("registration_no"),
        city=row.text("city"),
        neighbourhood=row.text("neighbourhood"),
        themes=row.words("themes"),
        population_groups=row.words("population_groups"),
        own_targets=row.words("own_targets"),
        motives=row.words("motives"),
        barriers=row.words("barriers"),
        opportunities=row.text("opportunities"),
        influence_1_10=row.number_of("influence_1_10"),
        interest_1_10=row.number_of("interest_1_10"),
        change_agent=cast(Answer, row.answer("change_agent", "answer")),
        invite=cast(Invite, row.answer("invite", "invite")),
        rated_by=row.text("rated_by"),
        as_of=row.date("as_of"),
        source=row.text("source"),
        lat=row.coordinate("lat", 90),
        lon=row.coordinate("lon", 180),
        department=_department(row) if is_department else None,
        own=row.own,
        origin=row.origin,
    )


def _department(row: Row) -> Department:
    return Department(
        contact=row.text("contact"),
        targets=row.words("targets"),
        goals_not_alone=row.words("goals_not_alone"),
        limits=row.text("limits"),
        decides=row.text("decides"),
        would_join=cast(Answer, row.answer("would_join", "answer")),
    )


def people_of(rows: Iterable[Row], members: Cast, known: dict[str, Body]) -> tuple[Person, ...]:
    """The people; a body nobody knows is kept as written, with a warning."""
    people: dict[str, Person] = {}
    for row in rows:
        name, written = _name(row), row.text("id")
        ref = _person_ref(row, name, written, people, members, known)
        person = _person(row, ref or "", name, members)
        if ref is None or not name:
            continue
        people[ref] = person
        members.add_person(person, written)
    return tuple(people.values())


def _person_ref(row: Row, name: str, written: str, people: dict[str, Person], members: Cast, known: dict[str, Body]) -> str | None:
    """Her id, else one made of name and body. An id that also means a body would mean both wherever somebody is named, so it gets a prefix."""
    if not written:
        return generated_ref("p", f"{name}\n{row.text('body')}", {*people, *known})
    ref = written
    while members.bodies.find(ref) is not None:
        ref = f"p-{ref}"
    if ref != written:
        row.gather("id.shared_with_body", "id", "", id=written, ref=ref)
    if ref in people:
        first = people[ref].origin
        row.error("id.twice", "id", id=written, first_row=first.row if first else None)
        return None
    return ref


def _person(row: Row, ref: str, name: str, members: Cast) -> Person:
    language = row.text("language")
    return Person(
        ref=ref,
        name=name,
        body=members.body(row, "body", "person.unknown_body") or row.text("body"),
        role=row.text("role"),
        from_date=row.date("from"),
        until_date=row.date("until"),
        email=row.text("email"),
        phone=row.text("phone"),
        language=keys_by_word("language").get(fold(language), language),
        source=row.text("source"),
        own=row.own,
        origin=row.origin,
    )


def rated_by_resolved(bodies: Iterable[Body], members: Cast) -> tuple[Body, ...]:
    """The bodies again, with who rated them as a ref where one matches: people are known only after the bodies."""
    return tuple(replace(body, rated_by=members.anybody(body.rated_by)) if body.rated_by else body for body in bodies)
