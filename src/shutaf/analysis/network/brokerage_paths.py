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
    is_known, is_own = (first | second) >= 0, first == second
    ins, outs, mutual = _by_kind(pairs, is_known * (2 - is_own.astype(np.int64)))  # 0: some group unknown, 1: own group, 2: another
    (_, own_in, foreign_in), (_, own_out, foreign_out), (_, own_mutual, foreign_mutual) = ins, outs, mutual
    back_and_forth = _back_and_forth(pairs, code, is_known & ~is_own)
    roles = [
        own_in * own_out - own_mutual,
        back_and_forth - foreign_mutual,
        own_in * foreign_out,
        foreign_in * own_out,
        foreign_in * foreign_out - back_and_forth,
    ]
    paths = ins.sum(axis=0) * outs.sum(axis=0) - mutual.sum(axis=0)
    return np.column_stack([*roles, paths - sum(roles)])


def _by_kind(pairs: Pairs, kind: Longs) -> tuple[Floats, Floats, Floats]:
    """Ties into each body, out of it, and both ways, by kind: (3, n) each."""
    ends = pairs.one * np.int64(3) + kind, pairs.other * np.int64(3) + kind

    def counted(at_one: Floats, at_other: Floats) -> Floats:
        many = np.bincount(ends[0], at_one, minlength=3 * pairs.n) + np.bincount(ends[1], at_other, minlength=3 * pairs.n)
        return np.asarray(many.reshape(-1, 3).T, dtype=np.float64)

    forth, back = _there(pairs)
    if forth is back:
        all_ways = counted(forth, back)
        return all_ways, all_ways, all_ways
    return counted(back, forth), counted(forth, back), counted(forth * back, forth * back)


def _there(pairs: Pairs) -> tuple[Floats, Floats]:
    """1 where there is a tie one -> other, and other -> one; the same array where the network is undirected."""
    forth = (pairs.forth > 0).astype(np.float64)
    return forth, (forth if pairs.forth is pairs.back else (pairs.back > 0).astype(np.float64))


def _back_and_forth(pairs: Pairs, code: Longs, is_foreign: Bools) -> Floats:
    """(n,): for each body, ties in from a group times ties out to it, summed over the groups that are not its own."""
    width = int(code.max(initial=0)) + 1
    one, other = pairs.one[is_foreign].astype(np.int64), pairs.other[is_foreign].astype(np.int64)
    cell = np.concatenate([one * width + code[other], other * width + code[one]])
    forth, back = (weight[is_foreign] for weight in _there(pairs))
    is_whole = pairs.n * width <= CELLS
    if is_whole:
        body, cells = np.empty(0, dtype=np.int64), pairs.n * width
    else:
        held, cell = np.unique(cell, return_inverse=True)
        body, cells = held // width, len(held)
    outs = np.bincount(cell, np.concatenate([forth, back]), minlength=cells)
    ins = outs if pairs.forth is pairs.back else np.bincount(cell, np.concatenate([back, forth]), minlength=cells)
    if is_whole:
        return np.asarray(np.einsum("ij,ij->i", ins.reshape(pairs.n, width), outs.reshape(pairs.n, width)), dtype=np.float64)
    return np.asarray(np.bincount(body, ins * outs, minlength=pairs.n), dtype=np.float64)


def _closed_paths(found: Triangles, code: Longs) -> Floats:
    """(n, 6): paths a -> b -> c with a tie a -> c, by b and role. Each triangle holds up to six."""
    forth, back = found.pairs.forth > 0, found.pairs.back > 0
    ends = ((0, 1), (0, 2), (1, 2))
    group = [code[body] for body in found.bodies]
    tie = {(i, j): forth[edge] for (i, j), edge in zip(ends, found.edges, strict=True)}
    tie |= {(j, i): back[edge] for (i, j), edge in zip(ends, found.edges, strict=True)}
    alike = {pair: group[pair[0]] == group[pair[1]] for pair in (*ends, *(pair[::-1] for pair in ends))}
    is_unknown = (group[0] | group[1] | group[2]) < 0
    cells, there, returning = [], [], []
    for a, b, c in ((0, 1, 2), (0, 2, 1), (1, 0, 2)):
        cells.append(found.bodies[b] * np.int64(6) + role_by_likeness(alike[a, b], alike[b, c], alike[a, c], is_unknown))
        there.append(tie[a, b] & tie[b, c] & tie[a, c])
        returning.append(tie[c, b] & tie[b, a] & tie[c, a])
    cell, size = np.concatenate(cells), 6 * len(code)
    counts = np.bincount(cell, np.concatenate(there), minlength=size).reshape(-1, 6)
    if found.pairs.forth is found.pairs.back:
        return np.asarray(counts + counts[:, SWAPPED], dtype=np.float64)
    return np.asarray(counts + np.bincount(cell, np.concatenate(returning), minlength=size).reshape(-1, 6)[:, SWAPPED], dtype=np.float64)
