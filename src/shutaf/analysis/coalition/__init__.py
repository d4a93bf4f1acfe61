"""Who together could carry an initiative?"""

from shutaf.analysis.coalition.greedy import greedy
from shutaf.analysis.coalition.measure import broken, cost_of, covered_share, mean_trust
from shutaf.analysis.coalition.solve import CoalitionSolution, solve
from shutaf.analysis.coalition.task import CoalitionProblem, SectorRule

__all__ = ["CoalitionProblem", "CoalitionSolution", "SectorRule", "broken", "cost_of", "covered_share", "greedy", "mean_trust", "solve"]
