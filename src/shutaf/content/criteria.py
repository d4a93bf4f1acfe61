"""By what may first initiatives be compared, without anybody writing a criterion?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeAlias

from shutaf.content import tables
from shutaf.content.cases import Texts

Scale: TypeAlias = Literal["share", "months", "count", "ten"]
"""0 to 1; months; a count of sectors, which the map tells; 0 to 10."""


@dataclass(frozen=True, slots=True)
class ReadyCriterion:
    """question: as people are asked; low, high: what the ends of the scale mean. floor: what the first must reach unless a place sets another."""

    key: str
    scale: Scale
    better: Literal["more", "less"]
    floor: float | None
    name: Texts
    question: Texts
    low: Texts
    high: Texts


@cache
def ready_criteria() -> Mapping[str, ReadyCriterion]:
    """By key, in the order they are asked."""
    found = (
        ReadyCriterion(
            one["key"], one["scale"], one["better"], one.get("floor"),
            *(tables.languages(one[text]) for text in ("name", "question", "low", "high")),
        )
        for one in tables.document("criteria.toml")["criterion"]
    )  # fmt: skip
    return MappingProxyType({one.key: one for one in found})
