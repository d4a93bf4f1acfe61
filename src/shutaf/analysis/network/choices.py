"""Is a word that the caller chose one we know, and may this network be measured so?"""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from shutaf.analysis.situation import Floats, Network

Arcs: TypeAlias = Literal["all", "out", "in"]
"""Which ties of a directed network count for a body: those it sends (out), those it receives (in), or both. An undirected network has no difference."""


def chosen(name: str, value: str, known: tuple[str, ...]) -> None:
    """Raises ValueError, naming what may be chosen, unless `value` is one of `known`."""
    if value not in known:
        raise ValueError(f"{name} must be one of {', '.join(known)}; {value!r} is none of them")


def undirected_only(network: Network, measure: str) -> None:
    """Raises ValueError on a directed network."""
    if network.is_directed:
        raise ValueError(f"{measure} is defined for undirected ties: make the network undirected first (see symmetrisation)")


def directed_only(network: Network, measure: str) -> None:
    """Raises ValueError on an undirected network."""
    if not network.is_directed:
        raise ValueError(f"{measure} is defined for directed ties: an undirected tie has one direction only by how it was written")


def engine_arcs(network: Network, direction: Arcs) -> str:
    """The same choice as igraph calls it. Raises ValueError on another word."""
    chosen("direction", direction, ("all", "out", "in"))
    return direction if network.is_directed else "all"


def lengths(network: Network, by_strength: bool) -> list[float] | None:
    """How long each tie is as a piece of path, in units of the shortest tie: strong ties bring bodies close; None where every tie is one step.

    1 over the strength times the largest strength (`unit`): the engine takes lengths that differ by 1e-10 for equal, whatever their unit.
    """
    return (unit(network) / network.weight).tolist() if by_strength else None


def unit(network: Network) -> float:
    """The largest strength; 1 without ties."""
    return float(network.weight.max(initial=0.0)) or 1.0


def not_defined(bodies: int) -> Floats:
    """NaN for everybody."""
    return np.full(bodies, np.nan)
