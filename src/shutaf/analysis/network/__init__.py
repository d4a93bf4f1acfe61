"""Who works with whom, how much of it do we know, and what hangs on a single thread? See docs/reference/network.md."""

from shutaf.analysis.network.communities import Communities, adjusted_rand, communities, leiden, modularity, numbered_by_size, stability
from shutaf.analysis.network.connectors import Connector, connectors
from shutaf.analysis.network.density import betweenness, betweenness_centralization, components, degree, degree_centralization, density
from shutaf.analysis.network.findings import for_audience, network_findings
from shutaf.analysis.network.fragility import CutBody, Fragility, SingleTie, fragility
from shutaf.analysis.network.graph import KnownPairs, PairCount, known_pairs, network_of, to_igraph
from shutaf.analysis.network.groups import Group, Groups, groups
from shutaf.analysis.network.holders import Holder, LastContact, OneDepartment, holders, leaving_contacts, one_department_routes
from shutaf.analysis.network.honesty import response_rate, scope_of, sure_of_ties
from shutaf.analysis.network.layout import layout
from shutaf.analysis.network.mixing import Mixing, mixing
from shutaf.analysis.network.municipality import informant_refs, municipal_refs, municipality_refs, outside_refs
from shutaf.analysis.network.pairs import Pairs, pair_of, pairs_of
from shutaf.analysis.network.shared_contacts import SharedContacts, shared_contacts
from shutaf.analysis.network.unlinked import Unlinked, unlinked

__all__ = [
    "Communities",
    "Connector",
    "CutBody",
    "Fragility",
    "Group",
    "Groups",
    "Holder",
    "KnownPairs",
    "LastContact",
    "Mixing",
    "OneDepartment",
    "PairCount",
    "Pairs",
    "SharedContacts",
    "SingleTie",
    "Unlinked",
    "adjusted_rand",
    "betweenness",
    "betweenness_centralization",
    "communities",
    "components",
    "connectors",
    "degree",
    "degree_centralization",
    "density",
    "for_audience",
    "fragility",
    "groups",
    "holders",
    "informant_refs",
    "known_pairs",
    "layout",
    "leaving_contacts",
    "leiden",
    "mixing",
    "modularity",
    "municipal_refs",
    "municipality_refs",
    "network_findings",
    "network_of",
    "numbered_by_size",
    "one_department_routes",
    "outside_refs",
    "pair_of",
    "pairs_of",
    "response_rate",
    "scope_of",
    "shared_contacts",
    "stability",
    "sure_of_ties",
    "to_igraph",
    "unlinked",
]
