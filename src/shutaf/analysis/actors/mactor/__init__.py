"""Who can influence whom, who wants what, and which agreements and disagreements follow (Godet's MACTOR)? See docs/reference/mactor.md."""

from shutaf.analysis.actors.mactor.agreement import Order, ambivalence, caa, convergence_percent, daa
from shutaf.analysis.actors.mactor.influence import Balance, balance, mdii, mmdii, net_scale, plane
from shutaf.analysis.actors.mactor.study import Mactor, mactor

__all__ = [
    "Balance",
    "Mactor",
    "Order",
    "ambivalence",
    "balance",
    "caa",
    "convergence_percent",
    "daa",
    "mactor",
    "mdii",
    "mmdii",
    "net_scale",
    "plane",
]
