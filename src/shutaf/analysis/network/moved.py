"""Which bodies belong to another group or circle than at the earlier date?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from shutaf.analysis.network.communities import adjusted_rand
from shutaf.analysis.network.waves import places
from shutaf.analysis.situation import Ints


@dataclass(frozen=True, slots=True)
class Moved:
    """Of the bodies of both waves, by their numbers in the later one.

    moved, stayed: (.,) int32. unknown: (.,) int32, bodies whose group is not known in one of the waves. share_moved_0_1: moved of moved and
    stayed; NaN without either. carried_on: (earlier label, later label) of the groups that count as the same one, in the order of their
    first bodies. groups_ended, groups_new: labels of the groups that have no such partner. agreement: adjusted Rand index of both divisions
    over the same bodies, which needs no pairing of groups; NaN without them."""

    moved: Ints
    stayed: Ints
    unknown: Ints
    share_moved_0_1: float
    carried_on: tuple[tuple[object, object], ...]
    groups_ended: tuple[object, ...]
    groups_new: tuple[object, ...]
    agreement: float


def bodies_moved(
    before: Sequence[object] | npt.ArrayLike,
    after: Sequence[object] | npt.ArrayLike,
    place: npt.ArrayLike | None = None,
    *,
    same_names: bool = True,
) -> Moved:
    """Bodies whose group at the later date is another one.

    before, after: one label a body, any words or numbers; "" and None are not known, and such a body neither moved nor stayed.
    place: as in `compare_waves`. same_names: True where a label means the same in both waves (sectors). False for communities, whose numbers
    mean nothing: then each earlier group is carried on by at most one later group, so that as few bodies as possible moved. Where two ways
    are equally good one is taken, always the same for the same input; how many moved does not depend on it.
    Raises ValueError as `compare_waves` for place. About O(groups x overlaps). Source: the pairing is an assignment of largest overlap
    (Kuhn 1955), the choice of it ours; agreement: Hubert & Arabie 1985.

    >>> found = bodies_moved([0, 0, 0, 1, 1], [1, 1, 0, 0, 0], same_names=False)
    >>> found.moved.tolist(), found.carried_on, found.share_moved_0_1
    ([2], ((0, 1), (1, 0)), 0.2)
    """
    earlier, later = _labels(before), _labels(after)
    there = places(place, len(earlier), len(later))
    pairs = [(int(now), earlier[then], later[now]) for then, now in enumerate(there) if now >= 0]
    pairs.sort(key=lambda one: one[0])
    known = [one for one in pairs if not (_is_unknown(one[1]) or _is_unknown(one[2]))]
    olds, news = list(dict.fromkeys(old for _, old, _ in known)), list(dict.fromkeys(new for *_, new in known))
    partner = {label: label for label in olds if label in set(news)} if same_names else _partners(known, olds, news)
    moved = np.array([partner.get(old) != new for _, old, new in known], dtype=np.bool_)
    numbers = np.array([number for number, *_ in known], dtype=np.int32)
    taken = set(partner.values())
    return Moved(
        moved=numbers[moved],
        stayed=numbers[~moved],
        unknown=np.array([number for number, old, new in pairs if _is_unknown(old) or _is_unknown(new)], dtype=np.int32),
        share_moved_0_1=float(moved.mean()) if len(moved) else float("nan"),
        carried_on=tuple((old, partner[old]) for old in olds if old in partner),
        groups_ended=tuple(old for old in olds if old not in partner),
        groups_new=tuple(new for new in news if new not in taken),
        agreement=_agreement(known, olds, news),
    )


def _partners(known: list[tuple[int, object, object]], olds: list[object], news: list[object]) -> dict[object, object]:
    """The pairing of earlier and later groups with the largest sum of shared bodies.

    Each group may stay alone: it then takes a stand-in of its own, at no gain. Every weight is one higher, for a matrix that is sparse
    cannot hold a pair of weight 0, and every complete pairing has the same number of pairs.
    """
    if not known:
        return {}
    row, column = {old: i for i, old in enumerate(olds)}, {new: j for j, new in enumerate(news)}
    cells = np.array([(row[old], column[new]) for _, old, new in known])
    overlaps, shared = np.unique(cells, axis=0, return_counts=True)
    one, other = overlaps.T
    some, many = len(olds), len(news)
    rows = np.concatenate([one, np.arange(some), some + np.arange(many), some + other])
    columns = np.concatenate([other, many + np.arange(some), np.arange(many), many + one])
    weights = np.concatenate([shared + 1.0, np.ones(some + many + len(one))])
    found, where = min_weight_full_bipartite_matching(
        coo_array((weights, (rows, columns)), shape=(some + many, some + many)).tocsr(), maximize=True
    )
    return {olds[i]: news[j] for i, j in zip(found.tolist(), where.tolist(), strict=True) if i < some and j < many}


def _agreement(known: list[tuple[int, object, object]], olds: list[object], news: list[object]) -> float:
    if not known:
        return float("nan")
    row, column = {old: i for i, old in enumerate(olds)}, {new: j for j, new in enumerate(news)}
    first, second = (np.array(labels, dtype=np.int32) for labels in zip(*((row[old], column[new]) for _, old, new in known), strict=True))
    return adjusted_rand(first, second)


def _labels(given: Sequence[object] | npt.ArrayLike) -> list[object]:
    return given.tolist() if isinstance(given, np.ndarray) else list(given)  # type: ignore[arg-type]


def _is_unknown(label: object) -> bool:
    return label is None or label == "" or label != label
