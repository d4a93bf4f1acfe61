"""Which columns has each sheet of the grid? Those of the workbook, and a few that stand for rows beside the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from shutaf.imports.headers import column as workbook_column
from shutaf.stewardship.queries import model_of

PERSON = "contact_"
"""What columns of the contact person begin with: contact_name is the name of the first person of the body."""
PERSON_FIELDS = ("name", "role", "phone", "email")
TIES = "departments"
"""The column of the departments that work with a body: each name in it is a tie."""
SIDES = {"needs": "need", "offers": "offer"}
"""The columns of what a body needs and offers; each of several values in one is a row."""
MOST_CHARACTERS = 5_000
"""Of a text without a limit of its own. Ours: two pages; a cell is no place for more."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column. list: the closed list whose words it takes or offers."""

    key: str
    kind: str = "text"
    list: str = ""
    is_many: bool = False
    most: int = MOST_CHARACTERS

    @property
    def is_ltr(self) -> bool:
        return self.kind in ("number", "date", "coordinate", "phone", "email")

    @property
    def is_person(self) -> bool:
        return self.key.startswith(PERSON)

    @property
    def language(self) -> str:
        """Of a name in one of four languages; "" for any other column."""
        return self.key.removeprefix("name_") if self.key.startswith("name_") else ""


@dataclass(frozen=True, slots=True)
class GridSheet:
    """A table of rows of one kind. open: the columns that stand open; deeper: those that are folded until somebody asks for them."""

    key: str
    table: str
    fixed: Mapping[str, Any]
    open: tuple[str, ...]
    deeper: tuple[str, ...]
    columns: Mapping[str, GridColumn] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.open, *self.deeper)


def _made(key: str, fixed: Mapping[str, Any], open_: tuple[str, ...], deeper: tuple[str, ...]) -> GridSheet:
    return GridSheet(key, "bodies.body", fixed, open_, deeper, {one: _column(key, one) for one in (*open_, *deeper)})


def _column(sheet: str, key: str) -> GridColumn:
    if key == TIES:
        return GridColumn(key, "ties", "", True)
    if key in SIDES:
        return GridColumn(key, "resources", "", True)
    if key.startswith(PERSON):
        plain = key.removeprefix(PERSON)
        return GridColumn(key, plain if plain in ("phone", "email") else "text", most=_most("bodies.person", plain))
    known = workbook_column(sheet, key)
    assert known is not None, key
    return GridColumn(key, known.kind, known.list, known.many, _most("bodies.body", key))


def _most(table: str, key: str) -> int:
    model = model_of(table)
    names = {one.name: one for one in model._meta.concrete_fields}
    found = getattr(names.get(key), "max_length", None)
    return min(found or MOST_CHARACTERS, MOST_CHARACTERS)


# In the order in which most is known of most bodies: who types row by row stops where she knows no more. The sector stands beside the name
# as its shape, is suggested from name and kind, and is taken for all rows at once.
_ORGANISATIONS = (
    ("name", "kind", "themes", TIES, "contact_name", "offers", "needs", "sector", "city", "contact_phone"),
    (
        "contact_role", "contact_email", "neighbourhood", "population_groups", "own_targets", "motives", "barriers", "opportunities",
        "influence_1_10", "interest_1_10", "rated_by", "change_agent", "invite", "as_of", "source", "registration_no", "name_he", "name_ar",
        "name_en", "name_de",
    ),
)  # fmt: skip
_DEPARTMENTS = (
    ("name", "targets", "needs", "offers", "contact", "goals_not_alone", "would_join"),
    ("limits", "decides", "contact_name", "contact_role", "contact_phone", "contact_email"),
)

SHEETS = ("departments", "organisations")
"""Which sheets there are."""


@cache
def sheet_of(key: str) -> GridSheet:
    """The sheet; KeyError for another word."""
    if key == "organisations":
        return _made(key, {"is_department": False}, *_ORGANISATIONS)
    if key == "departments":
        return _made(key, {"is_department": True}, *_DEPARTMENTS)
    raise KeyError(key)
