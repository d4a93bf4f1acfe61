"""Which values does a deed take? Read off the action and the table it writes, so that neither is said twice."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields as fields_of_dataclass
from dataclasses import is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from django.db import models
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, create_model
from pydantic.fields import FieldInfo

from shutaf import content
from shutaf.accounts import fields as kinds
from shutaf.accounts.rows import Row
from shutaf.analysis.situation import SECTORS, TYPOLOGIES
from shutaf.content.cases import OUTCOMES
from shutaf.stewardship.doing.values import AmountOf, Date, Names, Pairs, Requirements, Text, Texts, text_of, word_of, words_of

LISTS: Mapping[str, str] = {
    "sector": "sector", "themes": "theme", "goals": "theme", "motives": "motive", "barriers": "barrier", "typology": "typology",
    "way": "contact_way", "relations.tie.kind": "tie_kind", "exchange.resource.kind": "resource", "bodies.integrityfact.kind": "integrity",
}  # fmt: skip
"""Field -> the closed list of its words, by table where the name alone does not say."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "relations.tie.status": ("exists", "none"),
    "relations.tie.direction": ("mutual", "one_way"),
    "relations.mapbasis.basis": ("reported", "surveyed"),
    "partnerships.partnership.typology": ("", *TYPOLOGIES),
    "partnerships.partnership.initiator_group": ("", "department", *SECTORS),
    "partnerships.partnership.step": ("", *(step.key for step in content.steps())),
    "cases.owncase.language": content.LANGUAGES,
    "cases.owncase.typology": ("", *TYPOLOGIES),
    "cases.owncase.sector_lead": ("", *SECTORS),
    "cases.owncase.outcome": OUTCOMES,
}
"""Columns of few keys that the table itself does not list."""

GIVEN = ("viewer", "op", "today")
"""What nobody sends: who asks, the retry's name (the face has its own), the day."""

NEVER = frozenset({"ref", "own", "is_person", "judged_until", "judged_why", "authority"})
"""Columns that nobody sets beside others: a name, what a file brought, and what a deed of its own decides by a rule of its own."""

DAYS = ("on", "told_on", "opens_on", "closes_on", "as_of", "on_date")
_LANGUAGE = Literal["he", "ar", "en", "de"]
_STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


def field_type(field: models.Field[Any, Any]) -> Any:
    """How one column is sent."""
    name, table = field.name, field.model._meta.label_lower
    if name == "names":
        return Names
    if few := CHOICES.get(f"{table}.{name}"):
        return Literal[few]
    if isinstance(field, kinds.WordField):
        return word_of(LISTS.get(f"{table}.{name}", LISTS.get(name, "")))
    if isinstance(field, kinds.WordsField):
        return words_of(LISTS.get(name, ""))
    by_kind: tuple[tuple[type, Any], ...] = (
        (kinds.TextsField, Texts), (kinds.PairsField, Pairs), (kinds.AmountField, AmountOf | None), (kinds.RequirementsField, Requirements),
        (models.BooleanField, bool), (models.JSONField, Annotated[dict[Text, Text], Field(max_length=200)]),
    )  # fmt: skip
    for kind, told in by_kind:
        if isinstance(field, kind):
            return told
    if isinstance(field, models.FloatField | models.IntegerField):
        return _number(field)
    if field.choices:
        return Literal[tuple(key for key, _said in field.flatchoices) + (("",) if field.blank else ())]
    is_date = name in DAYS or name.endswith("_date")
    return Date if is_date else text_of(min(field.max_length or 4000, 4000))


def _number(field: models.Field[Any, Any]) -> Any:
    low, high = _bounds(field.name)
    kind = float if isinstance(field, models.FloatField) else int
    bounded = Annotated[kind, Field(ge=low, le=high)]  # type: ignore[valid-type]
    return bounded | None if field.null else bounded


def _bounds(name: str) -> tuple[float, float]:
    """A name such as strength_1_5 says them; a coordinate is on the earth."""
    parts = name.split("_")
    if len(parts) > 2 and parts[-1].isdecimal() and parts[-2].isdecimal():
        return int(parts[-2]), int(parts[-1])
    return {"lat": (-90, 90), "lon": (-180, 180), "level": (-4, 4)}.get(name, (0, 2**31 - 1))


def row_shape(name: str, table: type[Row], only: Collection[str] = (), **more: Any) -> type[BaseModel]:
    """The columns of a table as values, all of which may be left out. only: some of them; more: what is sent beside them."""
    columns = [f for f in table.content_fields() if not f.is_relation and f.name not in NEVER and not f.name.startswith("origin_")]
    told = {f.name: (field_type(f), None) for f in columns if not only or f.name in only}
    return create_model(name, __config__=_STRICT, **told, **more)  # type: ignore[call-overload,no-any-return]


def named(told: Any) -> dict[str, Any]:
    """What was sent, and nothing that was left out."""
    return {name: getattr(told, name) for name in type(told).model_fields if name in told.model_fields_set}


def shape_of(name: str, act: Callable[..., Any], table: type[Row] | None, only: Collection[str], rows: type[Row] | None) -> type[BaseModel]:
    """What a deed of this name takes: the action's own parameters, and the columns of its table."""
    hints = get_type_hints(act)
    told: dict[str, Any] = {}
    for parameter in inspect.signature(act).parameters.values():
        if parameter.name in GIVEN or parameter.kind is inspect.Parameter.VAR_KEYWORD:
            continue
        kind = _rows(name, rows) if rows and parameter.name == "rows" else _sent(hints[parameter.name], parameter.name)
        told[parameter.name] = (kind, ... if parameter.default is inspect.Parameter.empty else None)
    columns = row_shape(f"{name}_row", table, only).model_fields if table else {}
    for column, info in columns.items():
        if column not in told:
            told[column] = (_annotated(info), None)
    return create_model(name, __config__=_STRICT, **told)


def _annotated(info: FieldInfo) -> Any:
    """The type of a field with all that is asked of it."""
    kind: Any = info.annotation
    return Annotated[kind, *info.metadata] if info.metadata else kind


def _rows(name: str, table: type[Row]) -> Any:
    """Several rows, each of a body."""
    row = (
        row_shape(f"{name}_row", table, body_ref=(text_of(300), ...))
        if any(f.name == "body" for f in table._meta.fields)
        else row_shape(f"{name}_row", table)
    )
    return Annotated[list[row], Field(min_length=1, max_length=500), AfterValidator(lambda sent: [named(one) for one in sent])]  # type: ignore[valid-type]


def _sent(hint: Any, name: str) -> Any:
    """How a parameter of an action is sent."""
    if hint is str:
        return _LANGUAGE if name == "language" else Date if name in DAYS else Text
    if hint in (int, bool):
        return hint
    if hint is float:
        return Annotated[float, Field(ge=-1e9, le=1e9)]
    if is_dataclass(hint) and isinstance(hint, type):
        return _of_dataclass(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        parts = [NoneType if one is NoneType else _sent(one, name) for one in args]
        return Union[tuple(parts)]  # noqa: UP007 - made at run time
    if origin is tuple and Ellipsis not in args:
        return tuple[tuple(_sent(one, name) for one in args)]  # type: ignore[misc]
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return Annotated[dict[_sent(args[0], name), _sent(args[1], name)], Field(max_length=500)]  # type: ignore[misc]
    if origin is not None and isinstance(origin, type) and issubclass(origin, Sequence | Collection):
        return Annotated[list[_sent(args[0], name)], Field(max_length=2000)]  # type: ignore[misc]
    return Text if hint is Any else hint


def _of_dataclass(kind: type) -> Any:
    """Sent by the names of its fields."""
    hints = get_type_hints(kind)
    told = {f.name: (_sent(hints[f.name], f.name), ... if f.default is f.default_factory else None) for f in fields_of_dataclass(kind)}
    shape = create_model(kind.__name__, __config__=_STRICT, **told)  # type: ignore[call-overload]
    return Annotated[shape, AfterValidator(lambda sent: kind(**_plain(named(sent))))]


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
