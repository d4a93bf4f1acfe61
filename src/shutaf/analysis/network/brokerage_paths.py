"""How many open paths lead over each body, by role, without walking them one by one?"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.network.brokerage_roles import SWAPPED, role_by_likeness
from shutaf.analysis.network.triangles import Longs, Pairs, Triangles
from shutaf.analysis.situation import Bools, Floats

CELLS = 8_000_000
"""Ours: a table of ties by body and group is made whole up to this size, 64 MB; beyond, only the cells that hold something."""


def open_counts(found: Triangles, code: Longs) -> Floats:
    """(n, 6): paths by role of their broker, those with a tie from end to end taken off; for groups as numbers (`group_codes`)."""
    return _all_paths(found.pairs, code) - _closed_paths(found, code)


def _all_paths(pairs: Pairs, code: Longs) -> Floats:
    """(n, 6): all paths a -> b -> c with a other than c, by b and role, from the ties each body has inside its group and outside."""
    first, second = code[pairs.one], code[pairs.other]
    kind = np.where((first | second) < 0, 0, np.where(first == second, 1, 2))  # some group unknown, own group, another
    ins, outs, mutual = (_by_kind(pairs, kind, *ways) for ways in ((pairs.back, pairs.forth), (pairs.forth, pairs.back), _mutual(pairs)))
    (_, own_in, foreign_in), (_, own_out, foreign_out), (_, own_mutual, foreign_mutual) = ins, outs, mutual
    back_and_forth = _back_and_forth(pairs, code, kind == 2)
    roles = [
        own_in * own_out - own_mutual,
        back_and_forth - foreign_mutual,
        own_in * foreign_out,
        foreign_in * own_out,
        foreign_in * foreign_out - back_and_forth,
    ]
    paths = ins.sum(axis=0) * outs.sum(axis=0) - mutual.sum(axis=0)
    return np.column_stack([*roles, paths - sum(roles)])


def _mutual(pairs: Pairs) -> tuple[Floats, Floats]:
    both = (pairs.forth > 0) & (pairs.back > 0)
    return both.astype(np.float64), both.astype(np.float64)


def _by_kind(pairs: Pairs, kind: Longs, of_one: Floats, of_other: Floats) -> Floats:
    """(3, n): how many ties of each kind each body has, counting those whose weight is above 0 as seen from `one` and from `other`."""
    counted = np.bincount(pairs.one * 3 + kind, (of_one > 0).astype(np.float64), minlength=pairs.n * 3)
    counted += np.bincount(pairs.other * 3 + kind, (of_other > 0).astype(np.float64), minlength=pairs.n * 3)
    return np.asarray(counted.reshape(-1, 3).T, dtype=np.float64)


def _back_and_forth(pairs: Pairs, code: Longs, is_foreign: Bools) -> Floats:
    """(n,): for each body, ties in from a group times ties out to it, summed over the groups that are not its own."""
    one, other = pairs.one[is_foreign].astype(np.int64), pairs.other[is_foreign].astype(np.int64)
    forth, back = ((weight[is_foreign] > 0).astype(np.float64) for weight in (pairs.forth, pairs.back))
    width = int(code.max(initial=0)) + 1
    cell = np.concatenate([one * width + code[other], other * width + code[one]])
    cells = pairs.n * width
    held = np.arange(cells)
    if cells > CELLS:
        held, cell = np.unique(cell, return_inverse=True)
    ins = np.bincount(cell, np.concatenate([back, forth]), minlength=len(held))
    outs = np.bincount(cell, np.concatenate([forth, back]), minlength=len(held))
    if cells > CELLS:
        return np.asarray(np.bincount(held // width, ins * outs, minlength=pairs.n), dtype=np.float64)
    return np.asarray((ins * outs).reshape(pairs.n, width).sum(axis=1), dtype=np.float64)


def _closed_paths(found: Triangles, code: Longs) -> Floats:
    """(n, 6): paths a -> b -> c with a tie a -> c, by b and role. Each triangle holds up to six."""
    counts = np.zeros((len(code), 6))
    forth, back = found.pairs.forth > 0, found.pairs.back > 0
    ends = ((0, 1), (0, 2), (1, 2))
    group = [code[body] for body in found.bodies]
    tie = {(i, j): forth[edge] for (i, j), edge in zip(ends, found.edges, strict=True)}
    tie |= {(j, i): back[edge] for (i, j), edge in zip(ends, found.edges, strict=True)}
    alike = {pair: group[pair[0]] == group[pair[1]] for pair in (*ends, *(pair[::-1] for pair in ends))}
    is_unknown = (group[0] | group[1] | group[2]) < 0
    for a, b, c in ((0, 1, 2), (0, 2, 1), (1, 0, 2)):
        cell = found.bodies[b] * np.int64(6) + role_by_likeness(alike[a, b], alike[b, c], alike[a, c], is_unknown)
        there, returning = tie[a, b] & tie[b, c] & tie[a, c], tie[c, b] & tie[b, a] & tie[c, a]
        counts += np.bincount(cell, there, minlength=counts.size).reshape(-1, 6)
        counts += np.bincount(cell, returning, minlength=counts.size).reshape(-1, 6)[:, SWAPPED]
    return counts
