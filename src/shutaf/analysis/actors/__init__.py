"""Who is on the map, who is missing, what is known of each body, and who wants what? See docs/reference/actors.md and docs/reference/mactor.md."""

from shutaf.analysis.actors.influence_interest import Grid, influence_interest
from shutaf.analysis.actors.mactor import (
    Balance,
    Mactor,
    Order,
    ambivalence,
    balance,
    caa,
    convergence_percent,
    daa,
    mactor,
    mdii,
    mmdii,
    net_scale,
    plane,
)
from shutaf.analysis.actors.power_interest import QUARTERS, PowerInterest, power_interest
from shutaf.analysis.actors.salience import Salience, salience, salience_scored

__all__ = [
    "QUARTERS",
    "Balance",
    "Grid",
    "Mactor",
    "Order",
    "PowerInterest",
    "Salience",
    "ambivalence",
    "balance",
    "caa",
    "convergence_percent",
    "daa",
    "influence_interest",
    "mactor",
    "mdii",
    "mmdii",
    "net_scale",
    "plane",
    "power_interest",
    "salience",
    "salience_scored",
]
