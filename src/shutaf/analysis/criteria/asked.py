"""What does one method say of a table under any weighting, and which of its parts can be told apart?"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import numpy as np

from shutaf.analysis.criteria.additive import Normalisation, additive_values
from shutaf.analysis.criteria.agreement import RankAgreement, rank_agreement
from shutaf.analysis.criteria.decision_table import DecisionTable
from shutaf.analysis.criteria.flows import criterion_flows, flow_parts, net_flows
from shutaf.analysis.criteria.ideal import topsis_under
from shutaf.analysis.criteria.inputs import scaled, scaled_rows
from shutaf.analysis.criteria.order import Reversals, rank_reversals, ranks
from shutaf.analysis.criteria.preference import preferences
from shutaf.analysis.criteria.smaa import Smaa, smaa, smaa_promethee
from shutaf.analysis.criteria.weight_intervals import WeightIntervals, weight_intervals, weight_intervals_of_flows
from shutaf.analysis.criteria.weightings import random_weights
from shutaf.analysis.situation import Bools, Floats

Method: TypeAlias = Literal["promethee", "topsis", "weighted_sum", "smaa"]
METHODS: tuple[Method, ...] = get_args(Method)
VARIED_BY = 0.20
BEHIND = 10.0
"""Ours: how far one weight is moved; more than any score, so that who may not be first stands behind."""


class Asked:
    """One method with the criteria that score, ready to be asked for any weighting."""

    def __init__(self, table: DecisionTable, method: Method, normalisation: Normalisation | None) -> None:
        counted = table.scoring
        self.counted, self.size = counted, len(table.criteria)
        self.values, self.better = table.values[:, counted], table.better[counted]
        self.weights = scaled(table.weights[counted], len(counted))
        self.functions = [table.functions[j] for j in counted]
        self.complete = not np.isnan(self.values).any()
        self.method = method if method != "smaa" else "weighted_sum" if self.complete else "promethee"
        self.normalisation: Normalisation = normalisation or ("min-max" if method == "smaa" else "max")
        self.preference = preferences(self.values, self.better, self.functions)
        self.additive = additive_values(self.values, self.better, self.normalisation) if self.method == "weighted_sum" else None

    def scores(self, weights: Floats) -> Floats:
        """(w, n) under each weighting."""
        if self.method == "topsis":
            return topsis_under(self.values, self.better, weights)
        return (
            np.asarray(scaled_rows(weights, len(self.counted)) @ self.additive.T)
            if self.additive is not None
            else net_flows(self.preference, weights)
        )

    def single_changes(self) -> Floats:
        """Each weight that counts moved by a fifth, down and up."""
        moved = [
            np.where(np.arange(len(self.weights)) == j, f, 1.0)
            for j in np.flatnonzero(self.weights > 0)
            for f in (1 - VARIED_BY, 1 + VARIED_BY)
        ]
        return np.array([self.weights * factors for factors in moved])

    def first_share(self, able: Bools, weights: Floats) -> Floats:
        share = np.full(len(able), np.nan)
        if able.any():
            share[able] = (ranks(self.scores(weights)[:, able]) == 1).mean(axis=0)
        return share

    def acceptability(self, able: Bools, draws: int) -> Smaa:
        """SMAA-2 over those that may come first; the weights of the table are not used."""
        drawn = random_weights(len(self.counted), draws)
        if self.additive is not None:
            return smaa(self.additive[able], drawn)
        if self.complete:
            return smaa(criterion_flows(self.preference)[able], drawn)
        return smaa_promethee(self.preference[:, able][:, :, able], drawn)

    def lead(self, first: int | None, other: int | None) -> Floats:
        """(c,) by how much the one leads the other by each criterion, weighed; NaN for a floor and for TOPSIS, which is no sum over criteria."""
        found = np.full(self.size, np.nan)
        if self.method != "topsis" and first is not None and other is not None:
            parts = self.additive * self.weights if self.additive is not None else flow_parts(self.preference, self.weights)
            found[self.counted] = parts[first] - parts[other]
        return found

    def intervals(self, able: Bools) -> WeightIntervals | None:
        if self.method == "topsis":
            return None
        if self.additive is not None:
            return weight_intervals(self.additive, self.weights, able)
        return weight_intervals_of_flows(self.preference, self.weights, able)

    def agreement(self, able: Bools) -> RankAgreement:
        """PROMETHEE always; the others where all is known, the weighted sum by max also where nothing is negative."""
        scores = {"promethee": np.nan_to_num(net_flows(self.preference, self.weights[None])[0], nan=-2.0)}
        if self.complete:
            scores["topsis"] = topsis_under(self.values, self.better, self.weights[None])[0]
            if (self.values >= 0).all() or self.normalisation == "min-max":
                scores["weighted_sum"] = additive_values(self.values, self.better, self.normalisation) @ self.weights
        return rank_agreement({name: score[able] for name, score in scores.items()})

    def reversals(self, able: Bools) -> Reversals:
        """Each candidate taken off the list once; those under a floor stay behind all others."""
        numbered = np.column_stack((self.values, np.arange(len(self.values))))

        def score(rows: Floats) -> Floats:
            found = np.nan_to_num(self._rescored(rows[:, :-1]), nan=-2.0)
            return np.where(able[rows[:, -1].astype(np.int32)], found, found - BEHIND)

        return rank_reversals(score, numbered)

    def _rescored(self, values: Floats) -> Floats:
        """The same method on another list of candidates, thresholds as they are."""
        if self.method == "topsis":
            return np.asarray(topsis_under(values, self.better, self.weights[None])[0])
        if self.additive is not None:
            return np.asarray(additive_values(values, self.better, self.normalisation) @ self.weights)
        return np.asarray(net_flows(preferences(values, self.better, self.functions), self.weights[None])[0])
