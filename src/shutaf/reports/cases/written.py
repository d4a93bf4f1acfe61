"""What does a workspace write of a partnership, and who in it agreed to what?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal, TypeAlias

from shutaf.content.cases import CasePlace
from shutaf.content.cases.schema import Grade, Outcome, Part, PartnerPart, Read

Answer: TypeAlias = Literal["", "confirmed", "unnamed"]
ClaimBasis: TypeAlias = Literal["source", "inferred"]

MUNICIPALITY = "municipality"
"""The kind of the workspace's own municipality: whoever tells needs nobody's leave to name itself."""


@dataclass(frozen=True, slots=True)
class WrittenClaim:
    """One sentence or paragraph. source: where it was filled from, as `Source.key`, "" = written by hand. members: refs of those it was said to concern."""

    key: str
    part: Part
    text: str
    value: str = ""
    grade: Grade = ""
    basis: ClaimBasis = "source"
    source: str = ""
    members: tuple[str, ...] = ()
    reads: tuple[Read, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenMember:
    """Who takes part. names: every form that may stand in a text. is_own: a department of the municipality that tells. answer, hidden, words: see CaseMember.

    seen: the digest of what was confirmed; see `digest`.
    """

    ref: str
    name: str
    body: str = ""
    names: tuple[str, ...] = ()
    sector: str = ""
    part: PartnerPart = "member"
    kind: str = ""
    is_own: bool = False
    answer: Answer = ""
    hidden: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    seen: str = ""

    @property
    def is_asked(self) -> bool:
        return not self.is_own and self.kind != MUNICIPALITY


@dataclass(frozen=True, slots=True)
class Written:
    """A case as it stands with its workspace. place: named as the workspace names it; place_names: its other forms."""

    address: str
    language: str
    name: str
    place: CasePlace
    summary: str = ""
    place_names: tuple[str, ...] = ()
    country: str = ""
    typology: str = ""
    themes: tuple[str, ...] = ()
    sector_lead: str = ""
    outcome: Outcome = "unknown"
    start: str = ""
    end: str = ""
    members: tuple[WrittenMember, ...] = ()
    claims: tuple[WrittenClaim, ...] = ()
    is_without_names: bool = False
    cleared: tuple[str, ...] = ()

    def member(self, ref: str) -> WrittenMember | None:
        return next((one for one in self.members if one.ref == ref), None)

    def concerning(self, member: WrittenMember) -> tuple[WrittenClaim, ...]:
        """The claims that were said to concern this member."""
        return tuple(claim for claim in self.claims if member.ref in claim.members)


def digest(written: Written, member: WrittenMember) -> str:
    """What a member reads of itself, in 64 hex digits: whoever confirmed other words than stand here now has not confirmed these."""
    told = [written.name, written.summary, member.name, member.part, *sorted((one.key, one.text) for one in written.concerning(member))]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def has_confirmed(written: Written, member: WrittenMember) -> bool:
    """Whether it may be named: it said so, of the words that stand here now. Silence is not consent."""
    return not member.is_asked or (member.answer == "confirmed" and member.seen == digest(written, member))
