"""Which rows, by our columns, say everything a Situation knows?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from shutaf import content
from shutaf.analysis.situation import Body, Department, Influence, Initiative, MapBasis, Person, Resource, Situation, Stance, Tie, Word
from shutaf.reports.workbook.cells import Value, decimal, joined, number, requirement, said, unit, word, words
from shutaf.reports.workbook.named import Named

CRITERION = "criterion:"
LANGUAGE, IS_FICTIONAL = "language", "is_fictional"
"""Rows of the place sheet for what no column carries: the language of the file, and that the place is invented."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: values by our keys, and the user's own fields by her headers."""

    cells: Mapping[str, Value]
    own: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """How values are said in one file: in which language ("" writes keys), and whom a ref names."""

    language: str
    named: Named

    def word(self, sheet: str, key: str, value: Word) -> str:
        list_key = list_of(sheet, key)
        return word(value, list_key, self.language) if list_key else value.text

    def words(self, sheet: str, key: str, values: Sequence[Word]) -> str:
        list_key = list_of(sheet, key)
        return words(values, list_key, self.language) if list_key else joined(value.text for value in values)

    def key(self, list_key: str, key: str) -> str:
        return said(list_key, key, self.language)


@cache
def list_of(sheet: str, key: str) -> str:
    """The closed list a column's words belong to; "" for free words."""
    column = next((column for column in content.columns(sheet) if column.key == key), None)
    return column.list if column and column.kind == "word" else ""


def lines_of(sheet: str, situation: Situation, language: str) -> list[Line]:
    """The rows of a sheet, in the Situation's order; of the place and the map one Line whose cells are fields."""
    how = Said(language, Named(situation))
    if sheet == "place":
        return [_place(situation, how)]
    if sheet == "map":
        return [_map(situation.map, how)]
    return _ROWS[sheet](situation, how)


def _place(situation: Situation, how: Said) -> Line:
    place = situation.place
    cells: dict[str, Value] = {
        "name": place.name,
        **{f"name_{language}": name for language, name in place.names},
        "country": place.country,
        "population": number(place.population),
        "languages": joined(how.key("language", key) for key in place.languages),
        "cluster_1_10": number(place.cluster_1_10),
        "currency": place.currency,
        "time_zone": place.time_zone,
        "goals": how.words("place", "goals", place.goals),
        "challenges": how.words("place", "challenges", place.challenges),
        "assets": how.words("place", "assets", place.assets),
        "population_groups": how.words("place", "population_groups", place.population_groups),
        "economy": how.words("place", "economy", place.economy),
        "anchor_institutions": how.words("place", "anchor_institutions", place.anchor_institutions),
        "neighbourhoods": how.words("place", "neighbourhoods", place.neighbourhoods),
        LANGUAGE: how.key("language", situation.language),
        IS_FICTIONAL: how.key("answer", "yes" if situation.is_fictional else "no"),
    }
    return Line(cells, place.own)


def _map(basis: MapBasis, how: Said) -> Line:
    cells: dict[str, Value] = {
        "basis": how.key("basis", basis.basis),
        "informants": joined(map(how.named.anybody, basis.informants)),
        "asked": joined(map(how.named.body, basis.asked)),
        "as_of": basis.as_of,
    }
    return Line(cells, basis.own)


def _department(body: Body, how: Said) -> Line:
    """Its own columns, and those of an organisation which it happens to have: a department is a body too."""
    record = body.department or Department()
    cells: dict[str, Value] = {
        "contact": record.contact,
        "targets": how.words("departments", "targets", record.targets),
        "goals_not_alone": how.words("departments", "goals_not_alone", record.goals_not_alone),
        "limits": record.limits,
        "decides": record.decides,
        "would_join": how.key("answer", record.would_join),
    }
    further = {key: value for key, value in _body(body, how).cells.items() if value != "" and not _says_nothing(key, body)}
    return Line({**further, **cells}, body.own)


def _says_nothing(key: str, body: Body) -> bool:
    """An unknown answer is written for an organisation, whose sheet has the column anyway, but opens no column for departments."""
    return (key == "change_agent" and body.change_agent == "unknown") or (key == "invite" and body.invite == "unknown")


def _body(body: Body, how: Said) -> Line:
    cells: dict[str, Value] = {
        "id": body.ref,
        "name": body.name,
        **{f"name_{language}": name for language, name in body.names},
        "sector": how.word("organisations", "sector", body.sector),
        "kind": body.kind,
        "registration_no": body.registration_no,
        "city": body.city,
        "neighbourhood": body.neighbourhood,
        **{
            key: how.words("organisations", key, getattr(body, key))
            for key in ("themes", "population_groups", "own_targets", "motives", "barriers")
        },
        "opportunities": body.opportunities,
        "influence_1_10": number(body.influence_1_10),
        "interest_1_10": number(body.interest_1_10),
        "change_agent": how.key("answer", body.change_agent),
        "invite": how.key("invite", body.invite),
        "rated_by": how.named.anybody(body.rated_by),
        "as_of": body.as_of,
        "source": body.source,
        "lat": number(body.lat),
        "lon": number(body.lon),
    }
    return Line(cells, body.own)


def _person(person: Person, how: Said) -> Line:
    cells: dict[str, Value] = {
        "id": person.ref,
        "name": person.name,
        "body": how.named.body(person.body),
        "role": person.role,
        "from": person.from_date,
        "until": person.until_date,
        "email": person.email,
        "phone": person.phone,
        "language": how.key("language", person.language),
        "source": person.source,
    }
    return Line(cells, person.own)


def _tie(tie: Tie, how: Said) -> Line:
    cells: dict[str, Value] = {
        "from": how.named.body(tie.source_ref),
        "to": how.named.body(tie.target_ref),
        "status": how.key("tie_status", tie.status),
        "kind": how.word("ties", "kind", tie.kind),
        "direction": how.key("direction", tie.direction),
        "strength_1_5": number(tie.strength_1_5),
        "since": tie.since_date,
        "until": tie.until_date,
        "holder": how.named.person(tie.holder),
        "reported_by": how.named.anybody(tie.reported_by),
        "source": tie.source,
    }
    return Line(cells, tie.own)


def _resource(resource: Resource, how: Said) -> Line:
    cells: dict[str, Value] = {
        "body": how.named.body(resource.body),
        "title": resource.title,
        "kind": how.word("needs", "kind", resource.kind),
        "themes": how.words("needs", "themes", resource.themes),
        "amount": decimal(resource.amount.value) if resource.amount else "",
        "unit": unit(resource.amount, how.language) if resource.amount else "",
        "from": resource.from_date,
        "until": resource.until_date,
        "where": resource.where,
        "conditions": resource.conditions,
        "said_by": how.named.anybody(resource.said_by),
        "as_of": resource.as_of,
        "visible_to": how.key("visibility", resource.visible_to),
    }
    return Line(cells, resource.own)


def _initiative(initiative: Initiative, how: Said) -> Line:
    cells: dict[str, Value] = {
        "name": initiative.name,
        "problem": initiative.problem,
        "typology": how.word("initiatives", "typology", initiative.typology),
        "requires": joined(requirement(each, how.language) for each in initiative.requires),
        "gains": joined(map(how.named.body, initiative.gains)),
        "chance_0_1": number(initiative.chance_0_1),
        "months_to_result": number(initiative.months_to_result),
        **{CRITERION + how.key("criterion", name): number(value) for name, value in initiative.criteria},
    }
    return Line(cells, initiative.own)


def _stance(stance: Stance, how: Said) -> Line:
    level = number(stance.level)
    return Line(
        {
            "body": how.named.body(stance.body),
            "objective": stance.objective,
            "stance_-4_4": level,
            "said_by": how.named.anybody(stance.said_by),
        },
        stance.own,
    )


def _influence(influence: Influence, how: Said) -> Line:
    source, target = how.named.body(influence.source_ref), how.named.body(influence.target_ref)
    return Line(
        {"from": source, "to": target, "level_0_4": number(influence.level_0_4), "said_by": how.named.anybody(influence.said_by)},
        influence.own,
    )


_ROWS: Mapping[str, Callable[[Situation, Said], list[Line]]] = {
    "departments": lambda situation, how: [_department(each, how) for each in situation.departments],
    "organisations": lambda situation, how: [_body(each, how) for each in situation.organisations],
    "people": lambda situation, how: [_person(each, how) for each in situation.people],
    "ties": lambda situation, how: [_tie(each, how) for each in situation.ties],
    "needs": lambda situation, how: [_resource(each, how) for each in situation.needs],
    "offers": lambda situation, how: [_resource(each, how) for each in situation.offers],
    "initiatives": lambda situation, how: [_initiative(each, how) for each in situation.initiatives],
    "stances": lambda situation, how: [_stance(each, how) for each in situation.stances],
    "influence": lambda situation, how: [_influence(each, how) for each in situation.influences],
}
