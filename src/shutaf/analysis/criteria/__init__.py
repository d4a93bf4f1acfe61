"""Which initiative should come first, and how firm is that answer?"""

from shutaf.analysis.criteria.additive import additive_values, weighted_sum
from shutaf.analysis.criteria.agreement import kendall_w, rank_agreement
from shutaf.analysis.criteria.ahp import RANDOM_INDEX, ahp
from shutaf.analysis.criteria.ahp_group import aggregate_judgements, aggregate_priorities
from shutaf.analysis.criteria.decision import Decision, decide
from shutaf.analysis.criteria.decision_table import DecisionTable
from shutaf.analysis.criteria.flows import criterion_flows, flow_parts, net_flows
from shutaf.analysis.criteria.ideal import topsis, topsis_steps, topsis_under
from shutaf.analysis.criteria.order import rank_reversals, ranks
from shutaf.analysis.criteria.preference import PreferenceFunction, default_functions, preference, preferences
from shutaf.analysis.criteria.promethee import partial_order, promethee
from shutaf.analysis.criteria.raters import median_and_spread, reaches_floor
from shutaf.analysis.criteria.smaa import holistic_acceptability, smaa, smaa_promethee, uncertain_scores
from shutaf.analysis.criteria.weight_intervals import weight_intervals, weight_intervals_of_flows
from shutaf.analysis.criteria.weightings import random_weights, weights_in_order, weights_near

__all__ = [
    "RANDOM_INDEX",
    "Decision",
    "DecisionTable",
    "PreferenceFunction",
    "additive_values",
    "aggregate_judgements",
    "aggregate_priorities",
    "ahp",
    "criterion_flows",
    "decide",
    "default_functions",
    "flow_parts",
    "holistic_acceptability",
    "kendall_w",
    "median_and_spread",
    "net_flows",
    "partial_order",
    "preference",
    "preferences",
    "promethee",
    "random_weights",
    "rank_agreement",
    "rank_reversals",
    "ranks",
    "reaches_floor",
    "smaa",
    "smaa_promethee",
    "topsis",
    "topsis_steps",
    "topsis_under",
    "uncertain_scores",
    "weight_intervals",
    "weight_intervals_of_flows",
    "weighted_sum",
    "weights_in_order",
    "weights_near",
]
