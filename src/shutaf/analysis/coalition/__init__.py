"""Who together could carry an initiative?"""

from shutaf.analysis.coalition.building import Rule
from shutaf.analysis.coalition.different import Change, Essential, alternatives, essential, what_if
from shutaf.analysis.coalition.explain import Covers, Explanation, WishTold, explain
from shutaf.analysis.coalition.front import Front, front
from shutaf.analysis.coalition.greedy import greedy
from shutaf.analysis.coalition.impossible import Reason, why_infeasible
from shutaf.analysis.coalition.measure import broken, cost_of, covered_share, mean_trust
from shutaf.analysis.coalition.solve import CoalitionSolution, solve
from shutaf.analysis.coalition.task import CoalitionProblem, SectorRule

__all__ = [
    "Change",
    "CoalitionProblem",
    "CoalitionSolution",
    "Covers",
    "Essential",
    "Explanation",
    "Front",
    "Reason",
    "Rule",
    "SectorRule",
    "WishTold",
    "alternatives",
    "broken",
    "cost_of",
    "covered_share",
    "essential",
    "explain",
    "front",
    "greedy",
    "mean_trust",
    "solve",
    "what_if",
    "why_infeasible",
]
