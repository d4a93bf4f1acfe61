"""Everything MACTOR says of one study: who can act on whom, who wants what, and who agrees with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.actors.mactor.agreement import Order, order_of
from shutaf.analysis.actors.mactor.checked import checked_influence, checked_objectives
from shutaf.analysis.actors.mactor.influence import Balance, balance, mdii, mmdii, net_scale
from shutaf.analysis.situation import Floats

Figure: TypeAlias = float | Floats


@dataclass(frozen=True)
class Mactor:
    """All results of a study of n actors and m objectives.

    mdi: (n, n) as read, the diagonal 0. mdii, mmdii: (n, n). forces: the Balance of mdii (I, D, r, R). best_ways: the Balance of mmdii (I', D', q, Q).
    net_scale: (n, n), antisymmetric. orders: positions, agreement and disagreement of orders 1, 2 and 3, see `Order`.
    """

    mdi: Floats
    mdii: Floats
    forces: Balance
    mmdii: Floats
    best_ways: Balance
    net_scale: Floats
    orders: tuple[Order, Order, Order]

    def figures(self) -> dict[str, Figure]:
        """Every result under the key that `shutaf analyse actors --json` writes; docs/reference/mactor.md lists them."""
        found: dict[str, Figure] = {
            "mdi": self.mdi, "mdii": self.mdii, "influence": self.forces.influence, "dependence": self.forces.dependence,
            "feedback": self.forces.feedback, "competitiveness_raw": self.forces.raw, "competitiveness": self.forces.competitiveness,
            "mmdii": self.mmdii, "mmdii_influence": self.best_ways.influence, "mmdii_dependence": self.best_ways.dependence,
            "mmdii_competitiveness_raw": self.best_ways.raw, "mmdii_competitiveness": self.best_ways.competitiveness,
            "net_scale": self.net_scale, "net_scale_sum": self.net_scale.sum(axis=1),
        }  # fmt: skip
        for number, order in enumerate(self.orders, 1):
            found |= {f"{name}_{number}": getattr(order, name) for name in Order.__dataclass_fields__}
        return found


def mactor(mdi: npt.ArrayLike, mao: npt.ArrayLike) -> Mactor:
    """Who can act on whom, who wants what, and which agreements and disagreements follow.

    mdi: (n, n) float64, 0 none, 1 operating procedures, 2 projects, 3 missions, 4 existence; row acts on column. Fractions (a mean of several
    raters) are read as they are. The diagonal is not read and counts 0. mao: (n, m) float64, -4 .. 4: the sign is for or against the
    objective, the size how much it touches the actor on the same ladder, 0 indifferent. The method knows no unknown cell: NaN is refused.
    Returns a Mactor. Raises ValueError where shapes do not fit, a cell is out of range or NaN (which one is said), or n is above 500.
    O(n^3 + n^2 m). Source: Godet 1991, Futures 23(6), 605-622. Ours: what is done where nothing can be divided (see `balance`, `ambivalence`).

    >>> found = mactor([[0, 2, 1], [1, 0, 0], [3, 0, 0]], [[3, -1], [2, 1], [-1, 0]])
    >>> found.forces.competitiveness.round(3).tolist(), found.orders[1].caa.tolist()[0], round(found.orders[1].convergence_percent, 1)
    ([0.355, 0.276, 2.368], [0.0, 2.5, 0.0], 35.7)
    """
    direct = checked_influence(mdi)
    valued = checked_objectives(mao, len(direct))
    indirect, ways = mdii(direct), mmdii(direct)
    forces = balance(indirect)
    orders = (order_of(np.sign(valued)), order_of(valued), order_of(forces.competitiveness[:, None] * valued))
    return Mactor(direct, indirect, forces, ways, balance(ways), net_scale(indirect), orders)
