"""Which steps has the path of a partnership, what is each for, what is recorded there, and when is it done?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, cast

from shutaf.content import tables
from shutaf.content.cases.schema import Basis, Texts
from shutaf.content.words import entries

FieldKind: TypeAlias = Literal["text", "long", "date", "initiative", "sectors"]
Side: TypeAlias = Literal["task", "relationship"]

MODEL_STEPS = 8
"""So many steps are the model's own, 0 to 7; those after them are our extension and marked so."""


@dataclass(frozen=True, slots=True)
class StepField:
    """Something to write down at a step. hint: one sentence with an example."""

    key: str
    kind: FieldKind
    label: Texts
    hint: Texts


@dataclass(frozen=True, slots=True)
class StepCheck:
    """When is it done? needs: fields of this step that must be written; rule: a rule of analysis.path on the map. Where both stand, either is enough.

    page: where it is mended, "" for the step.
    """

    key: str
    side: Side
    needs: tuple[str, ...]
    rule: str
    page: str
    text: Texts


@dataclass(frozen=True, slots=True)
class Mistake:
    """What usually goes wrong. basis: said in the toolkit (source), or concluded by us from the cases (inferred). address: where the toolkit says it."""

    text: Texts
    basis: Basis
    address: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the path. number: 0 to 7 of the model, then ours. tools: names of pages. cases: ids of the case library."""

    key: str
    number: int
    names: Texts
    why: Texts
    task: Texts
    relationship: Texts
    fields: tuple[StepField, ...]
    checks: tuple[StepCheck, ...]
    who: tuple[Texts, ...]
    mistakes: tuple[Mistake, ...]
    tools: tuple[str, ...]
    cases: tuple[str, ...]

    @property
    def is_ours(self) -> bool:
        return self.number >= MODEL_STEPS

    def field(self, key: str) -> StepField:
        return next(one for one in self.fields if one.key == key)


@cache
def steps() -> tuple[Step, ...]:
    """Every step in its order: the model's, then our extension."""
    return tuple(
        _step(number, entry.key, entry.names, tables.document(f"steps/{entry.key}.toml")) for number, entry in enumerate(entries("step"))
    )


def step(key: str) -> Step:
    """One step. KeyError when there is none of that key."""
    return _by_key()[key]


@cache
def _by_key() -> Mapping[str, Step]:
    return {one.key: one for one in steps()}


def _step(number: int, key: str, names: Texts, found: Mapping[str, Any]) -> Step:
    return Step(
        key=key,
        number=number,
        names=names,
        why=tables.languages(found["why"]),
        task=tables.languages(found["task"]),
        relationship=tables.languages(found["relationship"]),
        fields=tuple(_field(one) for one in found["field"]),
        checks=tuple(_check(one) for one in found["check"]),
        who=tuple(tables.languages(one) for one in found["who"]),
        mistakes=tuple(Mistake(tables.languages(one), cast(Basis, one["basis"]), one.get("address", "")) for one in found["mistake"]),
        tools=tuple(found["tools"]),
        cases=tuple(found["cases"]),
    )


def _field(found: Mapping[str, Any]) -> StepField:
    return StepField(found["key"], cast(FieldKind, found["kind"]), tables.languages(found["label"]), tables.languages(found["hint"]))


def _check(found: Mapping[str, Any]) -> StepCheck:
    return StepCheck(
        found["key"],
        cast(Side, found["side"]),
        tuple(found.get("needs", ())),
        found.get("rule", ""),
        found.get("page", ""),
        tables.languages(found["text"]),
    )


@cache
def example_partnership() -> Mapping[str, Any]:
    """The partnership of the example town: fields of its row, and records by step and field."""
    return tables.document("example/partnership.toml")
