"""How does a coalition stand on the page: its members with what they bring, what each is there for, and how sets differ from each other?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from shutaf.analysis.coalition.asked import Asked, counted_elsewhere
from shutaf.analysis.coalition.choices import Choices, Essential, Trust, trust_of
from shutaf.analysis.coalition.cover import Brought, Coalition, Member
from shutaf.analysis.situation import Body, Situation
from shutaf.reports.document import Line, line
from shutaf.reports.wording import coalition as words
from shutaf.reports.wording.choice import MEMBER_WHY
from shutaf.reports.wording.coalition import told
from shutaf.reports.wording.said import semicolons
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import speak
from shutaf.web.pages.coalition import asked as addresses


@dataclass(frozen=True)
class MemberShown:
    """One member. elsewhere: the other initiatives (ref, name) whose kept coalitions count on it. without: the address in which it is out; loss: what that costs."""

    body: Body
    member: Member
    because: Line
    elsewhere: tuple[tuple[str, str], ...]
    without: str
    loss: Line

    @property
    def brings(self) -> tuple[Brought, ...]:
        return self.member.brings


@dataclass(frozen=True)
class SetShown:
    """One set among several. title: how it differs from the answer. counted: members that are counted on elsewhere."""

    coalition: Coalition
    title: Line
    members: tuple[MemberShown, ...]
    covered: int
    of: int
    sectors: int
    trust: Trust
    counted: int

    @property
    def size(self) -> int:
        return len(self.members)


@dataclass(frozen=True)
class Shown:
    """Everything the page says of the answer."""

    situation: Situation
    speech: Speech
    asked: Asked
    found: Choices

    @property
    def best(self) -> Coalition:
        return self.found.best

    @cached_property
    def set(self) -> SetShown:
        return self.shown(self.best)

    @cached_property
    def others(self) -> tuple[SetShown, ...]:
        return tuple(self.shown(one) for one in self.found.others)

    def shown(self, coalition: Coalition, covered: int | None = None) -> SetShown:
        """covered: how many required resources a set covers, where it is no answer of the search."""
        losses = {one.member: one for one in self.found.essential} if coalition is self.best else {}
        members = tuple(self._member(one, losses.get(one.ref)) for one in coalition.members)
        return SetShown(
            coalition=coalition,
            title=self._title(coalition),
            members=members,
            covered=self.required - len(coalition.gaps) if covered is None else covered,
            of=self.required,
            sectors=len({one.body.sector_key for one in members} - {""}),
            trust=trust_of(self.situation, coalition.refs),
            counted=sum(bool(one.elsewhere) for one in members),
        )

    @cached_property
    def required(self) -> int:
        """Required resources; those of one kind and dimension are one."""
        covered = {brought.requirements for member in self.best.members for brought in member.brings}
        return len(covered | {gap.requirements for gap in self.best.gaps})

    def requirements(self, places: Sequence[int]) -> Line:
        """Required resources with their amounts."""
        return self.speech.several([self._requirement(place) for place in places])

    def _requirement(self, place: int) -> Line:
        one = self.best.initiative.requires[place]
        amount = line(" (", self.speech.amount(one.amount), ")") if one.amount else ()
        return line(self.speech.word("resource", one.kind), amount)

    @cached_property
    def _elsewhere(self) -> Mapping[str, tuple[str, ...]]:
        return counted_elsewhere(self.situation, self.best.initiative.ref)

    def _title(self, coalition: Coalition) -> Line:
        joined = tuple(ref for ref in coalition.refs if ref not in self.best.refs)
        left = tuple(ref for ref in self.best.refs if ref not in coalition.refs)
        template = words.INSTEAD if joined and left else words.ADDED if joined else words.FEWER
        return told(template, self.speech, joined=joined, left=left) if joined or left else line(_("The same as above"))

    def _member(self, member: Member, loss: Essential | None) -> MemberShown:
        others = self._elsewhere.get(member.ref, ())
        return MemberShown(
            body=self.situation.body_by_ref[member.ref],
            member=member,
            because=self._because(member),
            elsewhere=tuple((ref, self.speech.initiative(ref).text) for ref in others),
            without=addresses.without(self.asked, member.ref),
            loss=self._loss(loss) if loss else (),
        )

    def _because(self, member: Member) -> Line:
        asked = [line(_("you asked for it"))] if member.ref in self.asked.having else []
        return semicolons([*(speak(MEMBER_WHY[key], {}, self.speech) for key in member.why), *asked])

    def _loss(self, one: Essential) -> Line:
        if one.requirements:
            return told(words.ONLY_GIVER, self.speech, what=self.requirements(one.requirements))
        if one.sides:
            side = one.sides[0]
            template = words.ONLY_SIDE.get(side, words.ONLY_SECTOR)
            return told(template, self.speech, sector=side)
        if one.price is None:
            return told(words.LOSS_OPEN, self.speech)
        if not one.joins:
            return told(words.NOT_NEEDED, self.speech)
        return told(words.PRICE if one.price > 0 else words.NO_PRICE, self.speech, n=one.price, joins=one.joins)
