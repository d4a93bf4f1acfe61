"""Which people, in which organisations, stand in an address book of vCards?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from shutaf.analysis.text.fold import fold
from shutaf.imports.contentlines import ContentLine, content_lines, parts
from shutaf.imports.grid import Cell, Grid
from shutaf.imports.limits import Limits
from shutaf.imports.network import BODIES, refuse_many, sheet_of
from shutaf.imports.notes import Notes, RefusedError

PEOPLE = "people"
_CITY = 3
"""Place of the town in an address."""

_FAMILY, _GIVEN, _FURTHER = 0, 1, 2

Card = Mapping[str, Sequence[ContentLine]]


def read_vcard(data: bytes, name: str, notes: Notes, limits: Limits) -> list[Grid]:
    """One row a card for the people, one a name for their organisations. Of a card only what the map needs is taken:
    name, organisation, role, mail, telephone, language; photos, birthdays, home addresses and notes stay where they are. Raises RefusedError.
    """
    people: list[tuple[int, dict[str, Cell]]] = []
    bodies: dict[str, dict[str, Cell]] = {}
    for line, card in _cards(content_lines(data, name, notes, limits)):
        body, person = _organisation(card), _person_name(card)
        if not body:
            notes.gather("contact.no_organisation", "warning", name, line, "", "", name=person or "?")
            continue
        refuse_many(max(len(bodies), len(people)), name, limits)
        bodies.setdefault(fold(body), {"name": body}).update(_of_body(card))
        if person and not _is_organisation(card):
            people.append((line, {"name": person, "body": body, **_of_person(card)}))
    if not bodies and not notes.has_errors:
        raise RefusedError("contact.none", name)
    grids = [sheet_of(BODIES, [(0, cells) for cells in bodies.values()], ("name",), limits)]
    return [*grids, sheet_of(PEOPLE, people, ("name", "body"), limits)] if people else grids


def _cards(lines: Iterable[ContentLine]) -> Iterator[tuple[int, Card]]:
    """(line on which it begins, its lines by name) of each card; what stands outside any is passed over."""
    begun, card = 0, dict[str, list[ContentLine]]()
    for line in lines:
        is_card = line.value.strip().upper() == "VCARD"
        if line.name == "BEGIN" and is_card:
            begun, card = line.line, {}
        elif line.name == "END" and is_card and begun:
            yield begun, card
            begun = 0
        elif begun:
            card.setdefault(line.name, []).append(line)


def _first(card: Card, name: str) -> str:
    return next((line.text.strip() for line in card.get(name, ()) if line.text.strip()), "")


def _organisation(card: Card) -> str:
    named = next((part for line in card.get("ORG", ()) for part in parts(line.value)[:1]), "")
    return named or (_first(card, "FN") if _is_organisation(card) else "")


def _is_organisation(card: Card) -> bool:
    """A card of the organisation itself, as vCard 4 and the address book of a Mac say it."""
    return _first(card, "KIND").casefold() in ("org", "organization") or _first(card, "X-ABSHOWAS").casefold() == "company"


def _person_name(card: Card) -> str:
    if full := _first(card, "FN"):
        return "" if full == _organisation(card) and not any(_name_parts(card)) else full
    named = _name_parts(card)
    return " ".join(named[at] for at in (_GIVEN, _FURTHER, _FAMILY) if named[at])


def _name_parts(card: Card) -> Sequence[str]:
    return [*(parts(card["N"][0].value) if card.get("N") else ()), "", "", ""]


def _of_body(card: Card) -> dict[str, Cell]:
    addresses = [parts(line.value) for line in card.get("ADR", ()) if "HOME" not in line.parameters.get("TYPE", "").upper()]
    cells = {
        "city": next((address[_CITY] for address in addresses if len(address) > _CITY and address[_CITY]), ""),
        "categories": " | ".join(part for line in card.get("CATEGORIES", ()) for part in parts(line.value, ",") if part),
        "url": _first(card, "URL") if _is_organisation(card) else "",
    }
    return {key: cell for key, cell in cells.items() if cell}


def _of_person(card: Card) -> dict[str, Cell]:
    language = _first(card, "LANG").partition("-")[0]
    unit = next((" / ".join(filter(None, parts(line.value)[1:])) for line in card.get("ORG", ())), "")
    cells = {
        "role": _first(card, "TITLE") or _first(card, "ROLE"),
        "email": "; ".join(_all(card, "EMAIL", "mailto:")),
        "phone": " / ".join(_all(card, "TEL", "tel:")),
        "language": language,
        "unit": unit,
    }
    return {key: cell for key, cell in cells.items() if cell}


def _all(card: Card, name: str, scheme: str) -> list[str]:
    """Every value, the preferred ones first."""
    lines = sorted(
        card.get(name, ()), key=lambda line: "PREF" not in line.parameters and "PREF" not in line.parameters.get("TYPE", "").upper()
    )
    values = (line.text.strip() for line in lines)
    return list(dict.fromkeys(value[len(scheme) :] if value.casefold().startswith(scheme) else value for value in values if value))
