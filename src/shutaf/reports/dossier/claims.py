"""On which rows of the map does a sentence rest, and how is a later change of one noticed?"""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.analysis.situation import Amount, Body, Initiative, Need, Origin, Requirement, Resource, Word
from shutaf.reports.document import Line, plain
from shutaf.reports.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class Fact:
    """row: all that its row says, as written, by which a change is noticed; text: the same as a reader of the letter's language reads it."""

    row: str
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact that a paragraph rests on. kind: need, offer, initiative, target; ref: of its record."""

    kind: str
    ref: str
    fact: Fact
    as_of: str = ""
    origin: Origin | None = None


def of_resource(resource: Resource, speech: Speech) -> Claim:
    """A need or an offer with its amount, time, place and condition."""
    dates = [speech.date(date) for date in (resource.from_date, resource.until_date) if date]
    amount = plain(speech.amount(resource.amount), isolate=False) if resource.amount else ""
    text = joined(resource.title, amount, *dates, resource.where, resource.conditions)
    row = joined(resource.title, _amount(resource.amount), resource.from_date, resource.until_date, resource.where, resource.conditions)
    return Claim("need" if isinstance(resource, Need) else "offer", resource.ref, Fact(row, text), resource.as_of, resource.origin)


def of_initiative(initiative: Initiative, *texts: str) -> Claim:
    text = joined(*texts)
    return Claim("initiative", initiative.ref, Fact(text, text), origin=initiative.origin)


def of_requirements(initiative: Initiative, said: list[Line]) -> Claim:
    row = joined(*(_requirement(one) for one in initiative.requires))
    text = joined(*(plain(one, isolate=False) for one in said))
    return Claim("initiative", initiative.ref, Fact(row, text), origin=initiative.origin)


def of_target(body: Body, target: Word, said: str) -> Claim:
    return Claim("target", body.ref, Fact(joined(target.text, target.key), said), body.as_of, body.origin)


def joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)


def _amount(amount: Amount | None) -> str:
    return f"{amount.value} {amount.unit}".strip() if amount else ""


def _requirement(one: Requirement) -> str:
    return f"{one.kind.key or one.kind.text} {_amount(one.amount)}".strip()
