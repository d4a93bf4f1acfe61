"""Which offers come from a body that has a known tie with the body in need?"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from shutaf.analysis.matching.resources import Resources
from shutaf.analysis.situation import Bools, Ints, Network


class Beside:
    """The known ties, whichever way they lead. Raises ValueError where a need or an offer is of a body outside the network."""

    def __init__(self, ties: Network | None, needs: Resources, offers: Resources) -> None:
        self._pair: npt.NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        if ties is not None:
            if max(needs.body.max(initial=-1), offers.body.max(initial=-1)) >= ties.n:
                raise ValueError("a need or an offer is of a body outside the network")
            one, other = ties.source.astype(np.int64), ties.target.astype(np.int64)
            self._n = ties.n
            self._pair = np.unique(np.concatenate((one * ties.n + other, other * ties.n + one)))

    @property
    def is_known(self) -> bool:
        return len(self._pair) > 0

    def tied(self, body: Ints | np.int32, others: Ints) -> Bools | None:
        """Of each pair whether a tie is known; None where no ties are. An unknown body has none. O(pairs log ties)."""
        if not self.is_known:
            return None
        key = np.asarray(body, dtype=np.int64) * self._n + others
        at = np.minimum(np.searchsorted(self._pair, key), len(self._pair) - 1)
        return np.asarray((self._pair[at] == key) & (body >= 0) & (others >= 0))
