"""What is each kind of finding called, and which picture stands beside it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.analysis.kinds import KIND_OF, KINDS
from shutaf.analysis.situation import Finding

NAMES: Mapping[str, tuple[str, str]] = {
    "person": (N_("Hangs on one person"), "person"), "missing": (N_("Who is missing"), "question"), "start": (N_("What to begin with"), "leaf"),
    "goals": (N_("Goals and who wants them"), "bulb"), "asked": (N_("Who is asked by everyone"), "group"), "exchange": (N_("Needs and offers"), "exchange"),
    "connect": (N_("Who connects the sectors"), "between"), "hangs": (N_("Hangs on one body or tie"), "link"), "no_tie": (N_("No tie known to us"), "eye"),
    "changed": (N_("What changed"), "history"), "known": (N_("How the map is known"), "map"),
}  # fmt: skip
"""Kind -> its name and icon."""

OTHER = (N_("Other"), "bulb")


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind in the filter. key "": all of them."""

    key: str
    name: str
    count: int
    is_here: bool


def kind_of(finding: Finding) -> str:
    return KIND_OF.get(finding.key, "")


def icon_of(finding: Finding) -> str:
    return NAMES.get(kind_of(finding), OTHER)[1]


def choices(findings: Iterable[Finding], asked: str) -> tuple[Choice, ...]:
    """All, then each kind that has a finding, in the order of use."""
    counts = Counter(kind_of(one) for one in findings)
    kinds = (Choice(key, _(NAMES[key][0]), counts[key], key == asked) for key in KINDS if counts[key])
    return (Choice("", _("All"), sum(counts.values()), not asked), *kinds)
