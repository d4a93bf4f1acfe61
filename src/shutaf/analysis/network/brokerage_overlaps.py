"""How many paths over a broker are possible, and how many pairs of them share a pair of bodies? What the variance of chance is made of.

A placement is an ordered triple (a, b, c) of bodies in one role. Two of them, taken in order and a placement with itself too, may
be the same ties and the same gap; share one tie; share the gap (the pair a, c); exclude each other (the tie of one is the gap of
the other); or have nothing in common. All counts follow from the sizes of the groups. Ours: derived by listing, for one triple, the
triples that meet it; checked against every network of four bodies.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shutaf.analysis.situation import Floats


@dataclass(frozen=True)
class Overlaps:
    """Numbers of placements and of ordered pairs of them; last axis: the five roles in the order of ROLES, and all together."""

    placements: Floats
    same: Floats
    share_tie: Floats
    share_gap: Floats
    exclude: Floats


def of_bodies(sizes: Floats, n: int, is_directed: bool) -> Overlaps:
    """For a broker of each group, (groups, 6). sizes: (groups,) bodies of each; n: all bodies, those without a group too."""
    own, grouped, everybody = sizes - 1, sizes.sum(), float(n)
    others = grouped - sizes
    left = others[:, None] - sizes  # (own group, group of one end): bodies of third groups
    np.fill_diagonal(left, 0)
    end = np.broadcast_to(sizes, left.shape).copy()
    np.fill_diagonal(end, 0)
    placements = np.column_stack(
        [
            own * (own - 1),
            (end * (end - 1)).sum(axis=1),
            own * others,
            own * others,
            (end * left).sum(axis=1),
            np.full(len(sizes), (everybody - 1) * (everybody - 2)),
        ]
    )
    mixed = own * others * (others - 1) + others * own * (own - 1)
    share_tie = np.column_stack(
        [
            2 * own * (own - 1) * (own - 2),
            2 * (end * (end - 1) * (end - 2)).sum(axis=1),
            mixed,
            mixed,
            2 * (end * left * (left - 1)).sum(axis=1),
            np.full(len(sizes), 2 * (everybody - 1) * (everybody - 2) * (everybody - 3)),
        ]
    )
    twice = np.array([1.0] * 6 if is_directed else [2.0, 2.0, 1.0, 1.0, 2.0, 2.0])  # undirected: a - b - c is c - b - a
    none = np.zeros_like(placements)
    return Overlaps(placements, placements * twice, share_tie * twice, none, none)


def of_whole(sizes: Floats, n: int, is_directed: bool) -> Overlaps:
    """For all brokers together, (6,)."""
    rows = [
        _coordinator(sizes, is_directed),
        _consultant(sizes, is_directed),
        *[_representative(sizes, is_directed)] * 2,
        _liaison(sizes, is_directed),
        _coordinator(np.array([float(n)]), is_directed),
    ]
    return Overlaps(*np.array(rows).T)


Counts = tuple[float, float, float, float, float]
"""placements, same, share_tie, share_gap, exclude."""


def _coordinator(sizes: Floats, is_directed: bool) -> Counts:
    s = sizes
    triples = s * (s - 1) * (s - 2)
    if is_directed:
        return _sums(triples, triples, triples * (4 * s - 10), triples * (s - 3), triples * (4 * s - 10))
    return _sums(triples, 2 * triples, 8 * triples * (s - 3), 2 * triples * (s - 3), triples * (8 * (s - 3) + 4))


def _consultant(sizes: Floats, is_directed: bool) -> Counts:
    """Ends in group g, the broker in h."""
    g, h = sizes[:, None], sizes[None, :]
    triples = g * (g - 1) * h
    np.fill_diagonal(triples, 0)
    share_tie, share_gap = triples * (2 * (g - 2) + 2 * (h - 1)), triples * (sizes.sum() - g - 1)
    if is_directed:
        return _sums(triples, triples, share_tie, share_gap, 0 * triples)
    return _sums(triples, 2 * triples, 2 * share_tie, 2 * share_gap, 0 * triples)


def _representative(sizes: Floats, is_directed: bool) -> Counts:
    """Sender and broker in group g, the receiver in h; a gatekeeper is the same walked back."""
    total, g, h = sizes.sum(), sizes[:, None], sizes[None, :]
    triples = g * (g - 1) * h
    np.fill_diagonal(triples, 0)
    if is_directed:
        return _sums(triples, triples, triples * (total - 3), triples * (g - 2), triples * (2 * g - 3))
    both = (g - 2) + (h - 1)
    return _sums(triples, triples, triples * (2 * (total - g - 1) + both), triples * both, triples * (2 * both + 1))


def _liaison(sizes: Floats, is_directed: bool) -> Counts:
    """Sender in g, broker in h, receiver in k. By sums of powers, so that no table of three groups is needed."""
    p1, p2, p3, p4 = (float((sizes**power).sum()) for power in (1, 2, 3, 4))
    triples = p1**3 - 3 * p1 * p2 + 2 * p3
    squared = p2 * p1**2 - p2**2 - 2 * p3 * p1 + 2 * p4  # sum of g x (g h k), the same for h and k
    if is_directed:
        share_tie = (4 * p1 - 2) * triples - 8 * squared
        share_gap = (p1 - 1) * triples - 2 * squared
        return triples, triples, share_tie, share_gap, (4 * p1 - 2) * triples - 8 * squared
    apart = (p1 - 1) * triples - 2 * squared  # one more body of a fourth group, or of the group of the third
    return triples, 2 * triples, 8 * apart, 2 * apart, 8 * apart + 4 * triples


def _sums(*counts: Floats) -> Counts:
    placements, same, share_tie, share_gap, exclude = (float(one.sum()) for one in counts)
    return placements, same, share_tie, share_gap, exclude
