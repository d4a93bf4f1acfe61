"""What is a case made of? Claims, each with the words that bear it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Texts: TypeAlias = Mapping[str, str]
"""One text in four languages; in a case told by a workspace, in those it was told in."""

Part: TypeAlias = Literal[
    "place", "partners", "start", "end", "done", "precondition", "people", "money", "months", "result", "lesson", "needs_here"
]
Grade: TypeAlias = Literal["measured", "self_reported", "expected", ""]
Basis: TypeAlias = Literal["source", "inferred"]
Outcome: TypeAlias = Literal["running", "ended_well", "changed", "ended_early", "unknown"]
PlaceKind: TypeAlias = Literal["village", "town", "city", "region", "country"]
PartnerPart: TypeAlias = Literal["lead", "mediator", "funder", "member"]

PARTS: tuple[Part, ...] = (
    "place", "partners", "start", "end", "done", "precondition", "people", "money", "months", "result", "lesson", "needs_here",
)  # fmt: skip
"""What is told of every case, in this order; what nobody told us is named in `unknown`."""

OUTCOMES: tuple[Outcome, ...] = ("running", "ended_well", "changed", "ended_early", "unknown")
PLACE_KINDS: tuple[PlaceKind, ...] = ("village", "town", "city", "region", "country")
PARTNER_PARTS: tuple[PartnerPart, ...] = ("lead", "mediator", "funder", "member")
TRAITS = (
    "arab",
    "mixed",
    "periphery",
    "metropolitan",
    "coast",
    "desert",
    "university",
    "industry",
    "tourism",
    "farming",
    "new_town",
    "shrinking",
)
"""What a place may be, as a source says; "mixed": two peoples live there."""


@dataclass(frozen=True, slots=True)
class Read:
    """Where a claim was read: the address, the day as ISO text, and at most fifteen words that bear it, in their own language."""

    address: str
    on: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing told. value: the same for machines ("2012", "24000"; "" where there is none). grade: of a result. basis: of a lesson or of
    `needs_here`. reads is empty only where is_reread is False (a researcher read it, nobody can now; `mark` says how) or where the basis is "inferred"."""

    part: Part
    text: Texts
    value: str = ""
    grade: Grade = ""
    basis: Basis = "source"
    reads: tuple[Read, ...] = ()
    is_reread: bool = True
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody who took part. original: the name in its own language. sector: a key of the list sector."""

    names: Texts
    original: str
    sector: str
    part: PartnerPart


@dataclass(frozen=True, slots=True)
class CasePlace:
    """Where it was. population: people when the source was written, None = unknown. cluster_1_10: Israel's socio-economic cluster, None elsewhere and where unknown."""

    names: Texts
    kind: PlaceKind
    population: int | None = None
    cluster_1_10: int | None = None
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A documented partnership. country: its two letters. typology, themes: keys. sector_lead: a key of the list sector, "" = unknown.

    summary: what it is in a sentence or two, made of its claims. start, end: ISO text, "" = unknown. unknown: parts that no source told.
    """

    id: str
    names: Texts
    original: str
    country: str
    place: CasePlace
    typology: str
    themes: tuple[str, ...]
    sector_lead: str
    outcome: Outcome
    start: str
    end: str
    summary: Texts
    partners: tuple[Partner, ...]
    claims: tuple[Claim, ...]
    unknown: tuple[Part, ...]

    def told(self, part: Part) -> tuple[Claim, ...]:
        """The claims of one part, in their order."""
        return tuple(claim for claim in self.claims if claim.part == part)

    @property
    def results(self) -> tuple[Claim, ...]:
        return self.told("result")

    @property
    def lessons(self) -> tuple[Claim, ...]:
        return self.told("lesson")

    @property
    def sources(self) -> tuple[str, ...]:
        """Every address, once, in the order of the claims; researchers' marks are none."""
        return tuple(dict.fromkeys(read.address for claim in self.claims for read in claim.reads))

    @property
    def is_reread(self) -> bool:
        """Whether every claim was read again by us."""
        return all(claim.is_reread for claim in self.claims)
