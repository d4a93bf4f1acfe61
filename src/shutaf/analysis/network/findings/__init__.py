"""What did the network of this place let us notice, and what should one ask next?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from shutaf.analysis.network.connectors import connectors
from shutaf.analysis.network.findings.basis import find_basis, find_mixing
from shutaf.analysis.network.findings.bodies import find_connectors, find_unlinked
from shutaf.analysis.network.findings.evidence import LISTED, WEIGHTS, Evidence
from shutaf.analysis.network.findings.people import find_holders, find_leaving_connectors, find_one_department
from shutaf.analysis.network.findings.structure import find_fragility, find_groups, find_shared_contacts
from shutaf.analysis.situation import Finding, Situation

__all__ = ["LISTED", "WEIGHTS", "for_audience", "network_findings"]


def network_findings(situation: Situation, today: str) -> tuple[Finding, ...]:
    """Everything the network lets us notice, most pressing kind first; keys and facts as docs/reference/network.md lists them.

    today: ISO day, for roles that end soon. Within a kind single bodies come by name, never by a rank of their position (except on a
    surveyed map with enough answers). Raises ValueError when `today` is no ISO day.
    """
    evidence = Evidence.of(situation, today)
    named = connectors(situation)
    found = (
        *find_basis(evidence),
        *find_holders(evidence),
        *find_leaving_connectors(evidence, named),
        *find_shared_contacts(evidence),
        *find_one_department(evidence),
        *find_mixing(evidence),
        *find_connectors(evidence, named),
        *find_unlinked(evidence),
        *find_fragility(evidence),
        *find_groups(evidence),
    )
    return tuple(sorted(found, key=lambda finding: -finding.weight))


def for_audience(findings: Iterable[Finding], audience: Literal["room", "driver"]) -> tuple[Finding, ...]:
    """What one audience may read, in the order given. The room: what is for the room. The driver: everything, but where a finding exists for
    both (same key and subject) only the driver's."""
    found = tuple(findings)
    if audience == "room":
        return tuple(one for one in found if one.audience == "room")
    told_twice = {(one.key, one.subject) for one in found if one.audience == "driver"}
    return tuple(one for one in found if one.audience == "driver" or (one.key, one.subject) not in told_twice)
