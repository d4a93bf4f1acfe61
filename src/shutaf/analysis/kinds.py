"""Of which kind is a finding, and which is the most useful to read first?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from shutaf.analysis.situation import Finding

KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("holder_leaving", "holder_left", "connector_leaving", "one_person_ties", "one_department_route"),
    "missing": (
        "no_ties_known", "sector_missing", "sector_emptied", "side_unknown", "goal_without_body", "challenge_without_body",
        "group_without_body", "role_without_body", "anchor_not_on_map", "neighbourhood_without_body", "goal_one_sector", "sector_thin",
    ),
    "start": (
        "first_initiative", "no_first_initiative", "requirement_offered_by_nobody", "requirement_partly_offered", "nothing_required_is_offered",
        "strongly_against_not_counted_on", "coalition_is_preparation_for_open_invitation", "requirements_unknown", "initiatives_chance_unknown",
        "coalition_rests_on_unknown_amounts", "second_stage_initiative",
    ),
    "goals": (
        "goal_not_alone_shared", "objective_disputed", "stance_told_both_ways", "objective_wanted", "target_shared", "goal_not_alone_unshared",
        "pair_differs", "pair_wants_same", "stances_unknown",
    ),
    "asked": ("asked_by_many", "shared_contacts"),
    "exchange": (
        "municipality_silent", "group_only_gives", "group_only_gets", "group_only_offers", "group_only_needs", "one_body_gives_most",
        "needs_unmet", "offers_unused", "bodies_offer_unknown", "bodies_need_unknown", "resources_kind_unknown",
    ),
    "connect": ("no_connector_named", "connectors_named", "connector_named", "ties_across_sectors"),
    "hangs": ("single_tie_between_parts", "cut_body", "parts_apart"),
    "no_tie": ("groups_without_known_tie", "bodies_without_known_tie", "body_without_known_tie"),
    "changed": (
        "body_gone", "ties_lost", "ties_now_none", "initiative_changed", "need_gone", "sector_filled", "ties_gained", "invitation_changed", "bodies_new",
    ),
    "known": ("map_as_seen", "survey_answers", "groups_found"),
}  # fmt: skip
"""Kind -> keys of findings, the most useful first in both. Ours: first what would be lost soon, then who is missing, what one could begin with and for
whom it is worth talking; what describes the map stands last. By kind only: no place of a single body in the network decides."""

KIND_OF: Final[Mapping[str, str]] = {key: kind for kind, keys in KINDS.items() for key in keys}

_PLACE: Final[Mapping[str, int]] = {key: place for place, key in enumerate(KIND_OF)}


def most_useful_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By kind as listed, within one key the weightier first, else in the order given. O(n log n).

    >>> from shutaf.analysis.situation import Sure
    >>> one, two = (Finding(key, (), {}, Sure(3, "stated"), "") for key in ("groups_found", "holder_leaving"))
    >>> [finding.key for finding in most_useful_first([one, two])]
    ['holder_leaving', 'groups_found']
    """
    return tuple(sorted(findings, key=lambda finding: (_PLACE.get(finding.key, len(_PLACE)), -finding.weight)))
