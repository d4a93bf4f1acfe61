"""What are the numbers of a network, of the whole and of each body, and which of them does the map not allow?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from shutaf.analysis import network as net
from shutaf.analysis.situation import Ints, Network
from shutaf.cli.analyse.network_study import Study

ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")
POSITIONS = ("closeness", "betweenness", "eigenvector", "constraint", "effective_size", "efficiency", "hierarchy")
"""Measures of one body that the reporting decides: withheld on a `reported` map."""
TIES = ("degree", "in_degree", "out_degree", "core_number")
BODY_MEASURES = (*TIES, *POSITIONS, *ROLES, "brokerage")
OPEN_TO_GUESS = ("density", "transitivity", "degree_centralization", "ei")
"""Numbers of the whole for which the range that missing answers leave open is given."""
MOST_FOR_RANGE = 2_000  # bodies; two hundred draws of all numbers take seconds there


def numbers_of(study: Study) -> dict[str, Any]:
    """The documented keys of `shutaf analyse network --json` (docs/reference/commands.md); NaN where one is not defined or not said."""
    whole = whole_of(study.network, study.groups)
    per_body = body_measures(study.network, study.groups)
    said, scope = dict(per_body), net.scope_of(study.situation)
    if scope != "ranked":
        withheld = POSITIONS if scope == "named" else tuple(name for name in BODY_MEASURES if name != "in_degree")
        said = {name: [float("nan")] * study.network.n if name in withheld else values for name, values in said.items()}
    else:
        withheld = ()
    out: dict[str, Any] = {
        "is_directed": study.network.is_directed,
        "basis": study.basis,
        "response_rate": study.response_rate if study.basis == "surveyed" else float("nan"),
        "scope": scope,
        "showing": net.showing_of(study.situation) if study.basis == "surveyed" else None,
        "withheld": list(withheld),
        "group_by": study.group_by,
        "groups": dict(Counter(group for group in study.groups if group)),
        "without_group": sum(not group for group in study.groups),
        **whole,
    }
    if study.basis == "surveyed" and not study.network.asked.all():
        out |= _missing(study)
    bodies = [_body(study, i, said) for i in range(study.network.n)]
    if study.basis == "reported" and study.own.any():
        rest = net.without_own_ties(study.network, study.own)
        out["without_own"] = whole_of(rest, study.groups)
        roles = _roles(rest, study.groups)
        for i, body in enumerate(bodies):
            body["is_own"] = bool(study.own[i])
            body["without_own"] = {name: values[i] for name, values in roles.items()}
    return {**out, "bodies": bodies}


def whole_of(network: Network, groups: Sequence[str]) -> dict[str, Any]:
    """The numbers of the whole network."""
    mixing = net.ei_index(network, _known(groups))
    plain = undirected(network)
    parts = net.components(network)
    found = net.communities(plain)
    return {
        "n": network.n,
        "m": network.m,
        "density": net.density(network),
        "mean_degree": float(net.degree(plain).mean()) if network.n else float("nan"),
        "components": int(parts.max()) + 1 if network.n else 0,
        "largest_component": int((parts == 0).sum()),
        "cut_bodies": int(net.cut_bodies(network).sum()),
        "bridges": len(net.bridges(network)),
        "reciprocity": net.reciprocity(network) if network.is_directed else float("nan"),
        "transitivity": net.transitivity(network),
        "degree_centralization": net.degree_centralization(plain),
        **_directed_centralizations(network),
        "betweenness_centralization": net.betweenness_centralization(network),
        "ei": mixing.ei,
        "ei_expected": mixing.ei_expected,
        "ties_across": mixing.external,
        "ties_within": mixing.internal,
        "communities": int(np.count_nonzero(np.bincount(found.membership) > 1)) if network.n else 0,
        "modularity": found.modularity,
        "communities_stability": found.stability,
        "brokerage": dict(net.brokerage(network, _known(groups)).whole),
    }


def _missing(study: Study) -> dict[str, Any]:
    """The numbers by the answers alone, and the range that the missing answers leave open; None where too few of a sector answered."""
    answered = net.available_case(study.network)
    found = None
    if study.network.n <= MOST_FOR_RANGE:
        found = net.sensitivity(
            study.network, study.groups, lambda drawn: np.array([_open(drawn, study.groups)[key] for key in OPEN_TO_GUESS])
        )
    ends = None if found is None else np.column_stack([found.low, found.high]).tolist()
    return {
        "available_case": {"density": answered.density, "mean_degree": answered.mean_degree},
        "sensitivity": None if ends is None else dict(zip(OPEN_TO_GUESS, ends, strict=True)),
    }


def _open(network: Network, groups: Sequence[str]) -> dict[str, float]:
    return {
        "density": net.density(network),
        "transitivity": net.transitivity(network),
        "degree_centralization": net.degree_centralization(undirected(network)),
        "ei": net.ei_index(network, _known(groups)).ei,
    }


def _directed_centralizations(network: Network) -> dict[str, float]:
    """Both denominators by name, for programs differ."""
    if not network.is_directed:
        return {}
    return {
        f"{way}_degree_centralization_{denominator}": net.degree_centralization(network, direction=way, denominator=denominator)
        for way in ("in", "out")
        for denominator in ("ucinet", "sna")
    }


def body_measures(network: Network, groups: Sequence[str]) -> dict[str, Sequence[float]]:
    """Each measure of single bodies by its key, (n,)."""
    holes = net.structural_holes(network)
    plain = undirected(network)
    found: dict[str, Any] = {
        "degree": net.degree(plain),
        **_degrees(network),
        "core_number": net.core_numbers(plain),
        "closeness": net.closeness(plain, rule="harmonic"),
        "betweenness": net.betweenness(network),
        "eigenvector": net.eigenvector(plain),
        "constraint": holes.constraint,
        "effective_size": holes.effective_size,
        "efficiency": holes.efficiency,
        "hierarchy": holes.hierarchy,
        **_roles(network, groups),
    }
    return {key: np.asarray(values).tolist() for key, values in found.items()}


def _degrees(network: Network) -> dict[str, Ints]:
    return (
        {"in_degree": net.degree(network, direction="in"), "out_degree": net.degree(network, direction="out")}
        if network.is_directed
        else {}
    )


def _roles(network: Network, groups: Sequence[str]) -> Mapping[str, list[float]]:
    found = net.brokerage(network, _known(groups))
    return {**{role: getattr(found, role).tolist() for role in ROLES}, "brokerage": found.total.tolist()}


def undirected(network: Network) -> Network:
    """A tie wherever there is an arc in either direction; the heavier arc's weight."""
    if not network.is_directed:
        return network
    rows = np.column_stack([network.source, network.target])
    return Network.of(network.n, rows, network.weight, asked=network.asked)


def _known(groups: Sequence[str]) -> list[str | None]:
    return [group or None for group in groups]


def _body(study: Study, i: int, said: Mapping[str, Sequence[float]]) -> dict[str, Any]:
    body = study.bodies[i]
    return {
        "id": study.ids[i],
        "name": body.name,
        "group": study.groups[i] or None,
        "answered": bool(study.network.asked[i]) if study.basis == "surveyed" else None,
        **{name: values[i] for name, values in said.items()},
    }
