"""Which bodies, ties and groups does `shutaf analyse network` compute on?"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from django.utils.translation import gettext as _

from shutaf.analysis.network.municipality import municipal_refs
from shutaf.analysis.situation import Basis, Body, Bools, MapBasis, Network, Situation, Tie
from shutaf.analysis.text.fold import fold_header
from shutaf.imports import values
from shutaf.imports.load import Loaded
from shutaf.imports.values import UnreadableError


class NoSuchColumnError(ValueError):
    """The user named a column, or a value of one, that is not there; the message says which there are."""


@dataclass(frozen=True)
class Study:
    """network: bodies in the order of the rows. groups: the group of each body as written, "" where none is. own: the municipality's and informants'.

    ids: of each body, as written; its name where the list has no column of ids.
    """

    situation: Situation
    network: Network
    group_by: str
    groups: tuple[str, ...]
    own: Bools
    ids: tuple[str, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        return self.situation.bodies

    @property
    def basis(self) -> str:
        return self.situation.map.basis

    @property
    def response_rate(self) -> float:
        """Bodies that answered for their own ties, of all; NaN without bodies."""
        return float(self.network.asked.mean()) if self.network.n else float("nan")


def study_of(situation: Situation, result: Loaded, arguments: argparse.Namespace) -> Study:
    """What the arguments make of the situation. Raises NoSuchColumnError."""
    headers = {fold_header(guess.column): guess.ours for guess in result.guesses}
    situation = _with_basis(situation, arguments.basis, _answered(situation, headers, arguments.answered))
    group_by = arguments.group_by or "sector"
    groups = _values(situation.bodies, group_by, headers)
    if arguments.group_by and not any(groups):
        raise NoSuchColumnError(_no_column(group_by, situation))
    own = municipal_refs(situation)
    is_own = np.array([body.ref in own for body in situation.bodies], dtype=np.bool_)
    network = _network(situation, arguments.directed, arguments.weight, headers)
    has_ids = result.kind != "bodies_ties" or "organisations.id" in headers.values()
    ids = tuple(body.ref if has_ids else body.name for body in situation.bodies)
    return Study(situation, network, group_by, groups, is_own, ids)


def _with_basis(situation: Situation, basis: Basis | None, answered: tuple[str, ...] | None) -> Situation:
    """On a map told to be surveyed without a word on who answered, everybody did."""
    told: MapBasis = replace(situation.map, basis=basis or situation.map.basis)
    if answered is not None:
        told = replace(told, asked=answered)
    elif told.basis == "surveyed" and not told.asked:
        told = replace(told, asked=tuple(body.ref for body in situation.bodies))
    return replace(situation, map=told)


def _answered(situation: Situation, headers: dict[str, str], told: tuple[str, str] | None) -> tuple[str, ...] | None:
    if told is None:
        return None
    column, value = told
    found = _values(situation.bodies, column, headers)
    refs = tuple(body.ref for body, text in zip(situation.bodies, found, strict=True) if text.casefold() == value.casefold())
    if not refs:
        raise NoSuchColumnError(_no_column(column, situation))
    return refs


def _values(bodies: Sequence[Body], column: str, headers: dict[str, str]) -> tuple[str, ...]:
    """What stands in a column of the bodies, verbatim; "" where nothing does."""
    wanted = fold_header(column)
    ours = headers.get(wanted, "")
    key = ours.rpartition(".")[2] if ours else wanted
    return tuple(_value(body, wanted, key) for body in bodies)


def _value(body: Body, wanted: str, key: str) -> str:
    for header, text in body.own:
        if fold_header(header) == wanted:
            return text.strip()
    if key == "sector":
        return (body.sector.text or body.sector.key or body.sector_key).strip()
    found = getattr(body, key, "") if key in ("name", "kind", "city", "neighbourhood", "source", "ref") else ""
    return str(found).strip()


def _no_column(column: str, situation: Situation) -> str:
    names = dict.fromkeys(header for body in situation.bodies for header, _text in body.own)
    there = ", ".join(("sector", "kind", "city", "neighbourhood", *names))
    return _("Nothing stands in a column “{column}” of the bodies. Columns there are: {columns}.").format(column=column, columns=there)


def _network(situation: Situation, is_directed: bool, weight: str | None, headers: dict[str, str]) -> Network:
    """Each tie weighs 1 where no column of weights is named; of several rows of a pair the heaviest counts."""
    index = situation.index_by_ref
    rows: list[tuple[int, int]] = []
    weights: list[float] = []
    for tie in situation.known_ties:
        one, other = index[tie.source_ref], index[tie.target_ref]
        heavy = 1.0 if weight is None else _weight(tie, weight, headers)
        for pair in ((one, other), (other, one)) if is_directed and tie.direction == "mutual" else ((one, other),):
            rows.append(pair)
            weights.append(heavy)
    asked = set(situation.map.asked)
    answered = [body.ref in asked for body in situation.bodies]
    return Network.of(len(situation.bodies), rows, weights, asked=answered, is_directed=is_directed)


def _weight(tie: Tie, column: str, headers: dict[str, str]) -> float:
    """The weight of one row. Raises NoSuchColumnError where it is no number above 0."""
    wanted = fold_header(column)
    text = next((text for header, text in tie.own if fold_header(header) == wanted), "")
    if headers.get(wanted, "").endswith("strength_1_5") or wanted in ("strength", "strength 1 5"):
        text = "" if tie.strength_1_5 is None else str(tie.strength_1_5)
    try:
        number = values.number(text) if text else 0.0
    except UnreadableError:
        number = 0.0
    if number > 0:
        return number
    row = tie.origin.row if tie.origin else "?"
    raise NoSuchColumnError(
        _("Row {row} of the ties has no weight above 0 in a column “{column}”, but “{text}”.").format(row=row, column=column, text=text)
    )
