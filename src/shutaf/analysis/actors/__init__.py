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
from shutaf.analysis.actors.stances import SharedStances, StanceTable, shared_stances, stance_findings, stance_table

__all__ = [
    "QUARTERS",
    "Balance",
    "Grid",
    "Mactor",
    "Order",
    "PowerInterest",
    "Salience",
    "SharedStances",
    "StanceTable",
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
    "shared_stances",
    "stance_findings",
    "stance_table",
]
