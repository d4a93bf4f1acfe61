"""Who works with whom, how much of it do we know, and what hangs on a single thread? See docs/reference/network.md."""

from shutaf.analysis.network.betweenness import betweenness
from shutaf.analysis.network.brokerage import Brokerage, brokerage
from shutaf.analysis.network.brokerage_chance import BrokerageByChance, brokerage_expected, brokerage_shuffled
from shutaf.analysis.network.brokerage_roles import ROLES
from shutaf.analysis.network.centralization import (
    betweenness_centralization,
    closeness_centralization,
    degree_centralization,
    eigenvector_centralization,
)
from shutaf.analysis.network.closeness import closeness
from shutaf.analysis.network.communities import Communities, adjusted_rand, communities, leiden, modularity, numbered_by_size, stability
from shutaf.analysis.network.confirmation import Confirmation, confirmation
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
from shutaf.analysis.network.honesty import response_rate, scope_of, showing_of, sure_of_ties
from shutaf.analysis.network.key_player_search import KeyPlayers, key_players
from shutaf.analysis.network.key_players import distance_fragmentation, fragmentation, reach, reach_within
from shutaf.analysis.network.layout import layout
from shutaf.analysis.network.missing_answers import (
    AnsweredPairs,
    AvailableCase,
    Reconstruction,
    answered_pairs,
    answered_rows,
    available_case,
    reconstructed,
    response_of,
    showing,
)
from shutaf.analysis.network.mixing import Mixing, mixing
from shutaf.analysis.network.moved import Moved, bodies_moved
from shutaf.analysis.network.municipality import informant_refs, municipal_refs, municipality_refs, outside_refs
from shutaf.analysis.network.pairs import Pairs, pair_of, pairs_of
from shutaf.analysis.network.sensitivity import Sensitivity, sensitivity
from shutaf.analysis.network.shared_contacts import SharedContacts, shared_contacts
from shutaf.analysis.network.structural_holes import (
    LocalConstraint,
    StructuralHoles,
    constraint,
    effective_size,
    effective_size_simple,
    efficiency,
    hierarchy,
    local_constraint,
    structural_holes,
)
from shutaf.analysis.network.symmetrise import Symmetrised, pair_values, symmetrise
from shutaf.analysis.network.triads import (
    Dyads,
    average_clustering,
    clustering,
    dyad_census,
    reciprocity,
    transitivity,
    triad_census,
)
from shutaf.analysis.network.triangles import Triangles, triangles
from shutaf.analysis.network.two_mode import TwoMode, project, two_mode_density
from shutaf.analysis.network.two_mode_centrality import TwoModeScores, two_mode_betweenness, two_mode_closeness, two_mode_degree
from shutaf.analysis.network.unlinked import Unlinked, unlinked
from shutaf.analysis.network.waves import Waves, compare_waves
from shutaf.analysis.network.with_and_without import DECIDED_BY_REPORTING, WithAndWithout, may_rank, with_and_without, without_own_ties

__all__ = [
    "DECIDED_BY_REPORTING",
    "EI",
    "ROLES",
    "AnsweredPairs",
    "AvailableCase",
    "Brokerage",
    "BrokerageByChance",
    "Communities",
    "Confirmation",
    "Connector",
    "CorePeriphery",
    "CutBody",
    "Dyads",
    "EITest",
    "Fragility",
    "Group",
    "Groups",
    "Holder",
    "KeyPlayers",
    "KnownPairs",
    "LastContact",
    "LocalConstraint",
    "Mixing",
    "Moved",
    "OneDepartment",
    "PairCount",
    "Pairs",
    "Reconstruction",
    "Sensitivity",
    "SharedContacts",
    "SingleTie",
    "StructuralHoles",
    "Symmetrised",
    "Triangles",
    "TwoMode",
    "TwoModeScores",
    "Unlinked",
    "Waves",
    "WithAndWithout",
    "adjusted_rand",
    "answered_pairs",
    "answered_rows",
    "available_case",
    "average_clustering",
    "betweenness",
    "betweenness_centralization",
    "bodies_moved",
    "bridges",
    "brokerage",
    "brokerage_expected",
    "brokerage_shuffled",
    "closeness",
    "closeness_centralization",
    "clustering",
    "communities",
    "compare_waves",
    "components",
    "confirmation",
    "connectors",
    "constraint",
    "core_numbers",
    "core_periphery",
    "cut_bodies",
    "degree",
    "degree_centrality",
    "degree_centralization",
    "density",
    "distance_fragmentation",
    "dyad_census",
    "effective_size",
    "effective_size_simple",
    "efficiency",
    "ei_index",
    "ei_test",
    "eigenvector",
    "eigenvector_centralization",
    "for_audience",
    "fragility",
    "fragmentation",
    "groups",
    "hierarchy",
    "holders",
    "informant_refs",
    "key_players",
    "known_pairs",
    "layout",
    "leaving_contacts",
    "leiden",
    "local_constraint",
    "may_rank",
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
    "pair_values",
    "pairs_of",
    "parts_without",
    "project",
    "reach",
    "reach_within",
    "reciprocity",
    "reconstructed",
    "response_of",
    "response_rate",
    "scope_of",
    "sensitivity",
    "shared_contacts",
    "showing",
    "showing_of",
    "stability",
    "strength",
    "structural_holes",
    "sure_of_ties",
    "symmetrise",
    "to_igraph",
    "transitivity",
    "triad_census",
    "triangles",
    "two_mode_betweenness",
    "two_mode_closeness",
    "two_mode_degree",
    "two_mode_density",
    "unlinked",
    "with_and_without",
    "without_own_ties",
]
