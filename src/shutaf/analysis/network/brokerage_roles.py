"""To which group does each body belong, and which role has a broker between two others?"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.network.triangles import Longs
from shutaf.analysis.situation import Bools

Labels: TypeAlias = Sequence[Hashable] | npt.NDArray[np.generic]

ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")
"""In the order of R sna's columns w_I, w_O, b_IO, b_OI, b_O."""
COORDINATOR, CONSULTANT, REPRESENTATIVE, GATEKEEPER, LIAISON, UNGROUPED = range(6)
ROLE_OF_ALIKE = np.array([LIAISON, REPRESENTATIVE, GATEKEEPER, 0, CONSULTANT, 0, 0, COORDINATOR], dtype=np.int8)
"""By 1 (broker and sender are of one group) + 2 (broker and receiver) + 4 (sender and receiver); 0: cannot be."""
SWAPPED = [COORDINATOR, CONSULTANT, GATEKEEPER, REPRESENTATIVE, LIAISON, UNGROUPED]
"""The roles on the same path walked back."""
NO_GROUP = -1


def group_codes(groups: Labels, n: int) -> Longs:
    """The group of each body as a number from 0, (n,) int64; NO_GROUP for None, NaN and "".

    Raises ValueError where groups are not n labels.

    >>> group_codes(["b", None, "a", "b", ""], 5).tolist()
    [0, -1, 1, 0, -1]
    """
    if (
        isinstance(groups, np.ndarray) and groups.dtype.kind in "iu" and groups.shape == (n,)
    ):  # whole numbers: nothing to look at one by one
        return np.unique(groups, return_inverse=True)[1].astype(np.int64)
    labels = groups.tolist() if isinstance(groups, np.ndarray) else list(groups)
    if isinstance(groups, str) or len(labels) != n or not all(isinstance(label, Hashable) for label in labels):
        raise ValueError(f"groups must be one label for each of the {n} bodies")
    named = [label for label in dict.fromkeys(labels) if not _is_none(label)]
    number = {label: i for i, label in enumerate(named)}
    return np.array([number.get(label, NO_GROUP) for label in labels], dtype=np.int64)


def _is_none(label: Hashable) -> bool:
    return label is None or label == "" or label != label


def role_of(a: Longs, b: Longs, c: Longs) -> npt.NDArray[np.int8]:
    """The role of b on the path a -> b -> c, given the groups of the three (numbers as of `group_codes`)."""
    return role_by_likeness(a == b, b == c, a == c, (a | b | c) < 0)


def role_by_likeness(is_like_sender: Bools, is_like_receiver: Bools, ends_alike: Bools, is_unknown: Bools) -> npt.NDArray[np.int8]:
    alike = is_like_sender.astype(np.int8) + 2 * is_like_receiver.astype(np.int8) + 4 * ends_alike.astype(np.int8)
    return np.where(is_unknown, np.int8(UNGROUPED), ROLE_OF_ALIKE[alike])
