"""Who works with whom, how much of it do we know, and what hangs on a single thread? See docs/reference/network.md."""

from shutaf.analysis.network.betweenness import betweenness
from shutaf.analysis.network.centralization import (
    betweenness_centralization,
    closeness_centralization,
    degree_centralization,
    eigenvector_centralization,
)
from shutaf.analysis.network.closeness import closeness
from shutaf.analysis.network.communities import Communities, adjusted_rand, communities, leiden, modularity, numbered_by_size, stability
from shutaf.analysis.network.connectors import Connector, connectors
from shutaf.analysis.network.core_periphery import CorePeriphery, core_periphery
from shutaf.analysis.network.cores import core_numbers
from shutaf.analysis.network.cuts import bridges, cut_bodies, parts_without
from shutaf.analysis.network.degree import degree, degree_centrality, strength
from shutaf.analysis.network.density import components, density
from shutaf.analysis.network.ei import EI, EITest, ei_index, ei_test
from shutaf.analysis.network.eigenvector import eigenvector
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
from shutaf.analysis.network.triads import (
    Dyads,
    average_clustering,
    clustering,
    dyad_census,
    reciprocity,
    transitivity,
    triad_census,
)
from shutaf.analysis.network.two_mode import TwoMode, project, two_mode_density
from shutaf.analysis.network.two_mode_centrality import TwoModeScores, two_mode_betweenness, two_mode_closeness, two_mode_degree
from shutaf.analysis.network.unlinked import Unlinked, unlinked

__all__ = [
    "EI",
    "Communities",
    "Connector",
    "CorePeriphery",
    "CutBody",
    "Dyads",
    "EITest",
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
    "TwoMode",
    "TwoModeScores",
    "Unlinked",
    "adjusted_rand",
    "average_clustering",
    "betweenness",
    "betweenness_centralization",
    "bridges",
    "closeness",
    "closeness_centralization",
    "clustering",
    "communities",
    "components",
    "connectors",
    "core_numbers",
    "core_periphery",
    "cut_bodies",
    "degree",
    "degree_centrality",
    "degree_centralization",
    "density",
    "dyad_census",
    "ei_index",
    "ei_test",
    "eigenvector",
    "eigenvector_centralization",
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
    "parts_without",
    "project",
    "reciprocity",
    "response_rate",
    "scope_of",
    "shared_contacts",
    "stability",
    "strength",
    "sure_of_ties",
    "to_igraph",
    "transitivity",
    "triad_census",
    "two_mode_betweenness",
    "two_mode_closeness",
    "two_mode_degree",
    "two_mode_density",
    "unlinked",
]
