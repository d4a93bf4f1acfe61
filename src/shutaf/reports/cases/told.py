"""How is a case told, once everybody was asked? With the names of those who agreed, kinds for all others, and without what somebody hid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, TypeAlias

from shutaf.analysis.text.unnamed import Unnamed, contacts_in, names_in, without_names
from shutaf.content.cases import PARTS, Case, Claim, Partner
from shutaf.content.cases.plain import as_plain, of_plain
from shutaf.content.cases.schema import Part, Texts
from shutaf.reports.cases.kinds import kind_word, kinds_of, place_unnamed
from shutaf.reports.cases.written import Written, WrittenClaim, WrittenMember, digest, has_confirmed

Why: TypeAlias = Literal["hidden", "other_words"]
Whose: TypeAlias = Literal["place", "member", "body", "person", "contact"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim that is not told, and whose wish that is."""

    claim: str
    member: str
    why: Why


@dataclass(frozen=True, slots=True)
class Standing:
    """A name that still stands in the text and must not, and whose it is."""

    name: str
    whose: Whose


@dataclass(frozen=True, slots=True)
class Told:
    """What would be published, what of it is left out, who is named by kind only, and what keeps it from being published."""

    case: Case
    left_out: tuple[LeftOut, ...]
    unnamed: tuple[str, ...]
    standing: tuple[Standing, ...]
    keys: tuple[str, ...]
    members: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """What is kept when it is published: the case, and beside it which claim and which member each line of it is; readers get the case alone."""
        return {"case": as_plain(self.case), "claims": list(self.keys), "members": list(self.members)}


def told_case(plain: Mapping[str, Any]) -> Case:
    """What readers get of it."""
    return of_plain(plain["case"])


def lessened(plain: Mapping[str, Any], member: WrittenMember, language: str) -> dict[str, Any]:
    """What is published, after a member took something back: without the claims it hides or has other words for, and without its name where it may
    not be said. It only ever becomes less, whatever was written in the meantime."""
    case = told_case(plain)
    shown = [(key, one) for key, one in zip(plain["claims"], case.claims, strict=True) if key not in (*member.hidden, *member.words)]
    partners = list(case.partners)
    if member.answer != "confirmed" and member.ref in plain["members"]:
        kind = kind_word(member, language)
        place = plain["members"].index(member.ref)
        partners[place] = replace(partners[place], names={language: kind}, original=kind)
        hidden = [Unnamed((member.name, *member.names), kind)]

        def say(texts: Texts) -> Texts:
            return {code: without_names(text, hidden) for code, text in texts.items()}

        shown = [(key, replace(one, text=say(one.text))) for key, one in shown]
        case = replace(case, names=say(case.names), original=without_names(case.original, hidden), summary=say(case.summary))
    less = replace(case, partners=tuple(partners), claims=tuple(one for _key, one in shown))
    return {"case": as_plain(less), "claims": [key for key, _one in shown], "members": list(plain["members"])}


@dataclass(frozen=True)
class Others:
    """Whoever else is on the map: names of bodies that take no part and were never asked, and of people."""

    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def read_by(written: Written, member: WrittenMember) -> tuple[Case, tuple[tuple[WrittenClaim, str], ...]]:
    """What a member is shown before it answers: the case as it would read with its name in it, and each claim that concerns it with its words there.

    Others who did not confirm are said by their kind here too; claims that it hid or has other words for are still shown, since they are its own.
    """
    mine = replace(member, answer="confirmed", seen=digest(written, member), hidden=(), words={})
    seen = replace(written, members=tuple(mine if one.ref == member.ref else one for one in written.members))
    telling = _Telling(seen, Others())
    return telling.told().case, tuple((claim, telling.say(claim.text)) for claim in seen.concerning(mine))


def told(written: Written, others: Others = Others()) -> Told:
    """Ours: what is not confirmed is told without naming that body; what one of those concerned hides, or has other words for that nobody took, is left out whole."""
    return _Telling(written, others).told()


class _Telling:
    def __init__(self, written: Written, others: Others) -> None:
        self.written, self.others = written, others

    @cached_property
    def unnamed(self) -> tuple[WrittenMember, ...]:
        all_of_them = self.written.is_without_names
        return tuple(one for one in self.written.members if all_of_them or not has_confirmed(self.written, one))

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        return kinds_of(self.written, self.unnamed)

    @cached_property
    def place(self) -> Unnamed:
        names = (*self.written.place.names.values(), *self.written.place_names)
        return Unnamed(tuple(dict.fromkeys(names)), place_unnamed(self.written.place, self.written.language).names[self.written.language])

    def say(self, text: str) -> str:
        hidden = [Unnamed((one.name, *one.names), self.kinds[one.ref]) for one in self.unnamed]
        return without_names(text, [*hidden, self.place] if self.written.is_without_names else hidden)

    def told(self) -> Told:
        left_out = tuple(self._left_out())
        gone = {one.claim for one in left_out}
        kept = [claim for claim in self.written.claims if claim.key not in gone and claim.text.strip()]
        kept.sort(key=lambda one: PARTS.index(one.part))
        case = self._case(kept)
        return Told(
            case, left_out, tuple(one.ref for one in self.unnamed), tuple(self._standing(case)), tuple(one.key for one in kept),
            tuple(one.ref for one in self.written.members),
        )  # fmt: skip

    def _left_out(self) -> Iterable[LeftOut]:
        for claim in self.written.claims:
            for member in self.written.members:
                if member.ref in claim.members and claim.key in member.hidden:
                    yield LeftOut(claim.key, member.ref, "hidden")
                    break
                if member.ref in claim.members and member.words.get(claim.key, claim.text).strip() != claim.text.strip():
                    yield LeftOut(claim.key, member.ref, "other_words")
                    break

    def _case(self, claims: list[WrittenClaim]) -> Case:
        mine, anonymous = self.written, self.written.is_without_names
        language = mine.language
        told_parts = {claim.part for claim in claims}
        return Case(
            id=f"told:{mine.address}", names={language: self.say(mine.name)}, original=self.say(mine.name), country=mine.country,
            place=place_unnamed(mine.place, language) if anonymous else mine.place, typology=mine.typology, themes=mine.themes,
            sector_lead=mine.sector_lead, outcome=mine.outcome, start=_year(mine.start) if anonymous else mine.start,
            end=_year(mine.end) if anonymous else mine.end, summary={language: self.say(mine.summary)},
            partners=tuple(self._partner(one) for one in mine.members),
            claims=tuple(self._claim(one) for one in claims),
            unknown=tuple(part for part in PARTS if part not in told_parts and not self._is_told_elsewhere(part)),
        )  # fmt: skip

    def _is_told_elsewhere(self, part: Part) -> bool:
        """The place, the partners and the days stand in fields of their own."""
        mine = self.written
        return {
            "place": mine.place.population is not None,
            "partners": bool(mine.members),
            "start": bool(mine.start),
            "end": bool(mine.end) or mine.outcome == "running",
        }.get(part, False)

    def _partner(self, member: WrittenMember) -> Partner:
        name = self.kinds.get(member.ref, member.name)
        return Partner({self.written.language: name}, name, member.sector, member.part)

    def _claim(self, claim: WrittenClaim) -> Claim:
        anonymous = self.written.is_without_names
        value = _year(claim.value) if anonymous and claim.part in ("start", "end") else claim.value
        reads = () if anonymous else claim.reads
        return Claim(claim.part, {self.written.language: self.say(claim.text)}, value, claim.grade, claim.basis, reads)

    def _standing(self, case: Case) -> Iterable[Standing]:
        """Whatever way a name is spelt: what the replacing did not meet is said here and keeps the case from being published."""
        text = "\n".join([*case.names.values(), *case.summary.values(), *(t for claim in case.claims for t in claim.text.values())])
        partners = "\n".join(one.original for one in case.partners)
        asked: list[tuple[Whose, Iterable[str], str]] = [
            ("member", (name for one in self.unnamed for name in (one.name, *one.names)), text),
            ("body", self.others.bodies, text), ("person", self.others.people, f"{text}\n{partners}"), ("contact", contacts_in(text), text),
        ]  # fmt: skip
        if self.written.is_without_names:
            asked.insert(0, ("place", self.place.names, f"{text}\n{partners}"))
        cleared = set(self.written.cleared)
        seen: set[str] = set()
        for whose, names, where in asked:
            for name in names if whose == "contact" else names_in(where, names):
                if name not in cleared and name not in seen:
                    seen.add(name)
                    yield Standing(name, whose)


def _year(iso: str) -> str:
    return iso[:4]
