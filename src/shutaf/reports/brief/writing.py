"""What does every section of a brief need at hand? What was computed, the reader's language, and who may read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from django.utils.translation import gettext as _

from shutaf.analysis.actors.body_sheet import body_sheet
from shutaf.analysis.actors.for_them import ForThem, for_them
from shutaf.analysis.actors.sheet_model import BodySheet
from shutaf.analysis.coalition.cover import Member
from shutaf.analysis.network.findings import for_audience
from shutaf.analysis.preparation import Preparation
from shutaf.analysis.situation import Finding, Initiative, Number, Situation, Visibility
from shutaf.charts.palette import LIGHT
from shutaf.reports.document import Block, Cell, Heading, Line, Notice, Num, Paragraph, line
from shutaf.reports.dossier.known import NOTHING_KNOWN, Known
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.unknowns import said_missing_input

Audience: TypeAlias = Literal["room", "driver"]

FEWEST_RATERS = 3
"""Groups under so many raters are not shown (methods, part 9)."""


@dataclass
class Writing:
    """One brief being written. Sections read from it and enter their numbers into its codebook.

    known: what a workspace keeps beside the map about bodies, by ref. about: the initiative that pages of bodies speak of, and refs of those who would
    carry it; the first initiative and its coalition where None.
    """

    prepared: Preparation
    speech: Speech
    audience: Audience
    most_sheets: int
    known: Mapping[str, Known] = field(default_factory=dict)
    about: tuple[Initiative, tuple[str, ...]] | None = None

    palette = LIGHT

    @property
    def situation(self) -> Situation:
        return self.prepared.situation

    @property
    def is_driver(self) -> bool:
        return self.audience == "driver"

    @property
    def is_rtl(self) -> bool:
        return self.speech.language in ("he", "ar")

    @property
    def not_asked(self) -> str:
        return _("not asked")

    # -- who may read what

    def may_see(self, visible_to: Visibility) -> bool:
        """Rows for editors stay out of the room."""
        return self.is_driver or visible_to != "editors"

    def may_name(self, member: Member) -> bool:
        """A body that is in the coalition only by what it said in confidence is not named in the room."""
        return "municipality" in member.why or not member.brings or any(self.may_see(brought.offer.visible_to) for brought in member.brings)

    def shown(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings this audience may read, the weightiest first; what is told twice (role, name) is told to the driver once."""
        return tuple(sorted(for_audience(findings, self.audience), key=lambda finding: -finding.weight))

    def may_count(self, number: Number) -> bool:
        """Few answers give away who gave them: counts of stances need three in the room."""
        return self.is_driver or number.key != "initiative_bodies_willing" or (number.base or 0) >= FEWEST_RATERS

    # -- numbers in cells

    def cell(self, number: Number | None) -> Cell:
        """A count in a table; None is "not known" and hatched."""
        if number is None:
            return Cell(line(_("not known")), unknown=True)
        return Cell((Num(self.speech.digits(number.value)),), number=True)

    def period(self, from_date: str, until_date: str) -> Line:
        """From and until in words, as Hebrew and Arabic want a range."""
        if from_date and until_date:
            return line(_("from {start} to {end}").format(start=self.speech.date(from_date), end=self.speech.date(until_date)))
        if from_date:
            return line(_("from {start}").format(start=self.speech.date(from_date)))
        return line(_("until {end}").format(end=self.speech.date(until_date)))

    # -- the invited

    @cached_property
    def invited(self) -> tuple[str, ...]:
        """Refs of the first initiative's coalition, as far as this audience may know them, then of those to be invited (invite = yes)."""
        return tuple(dict.fromkeys((*self._coalition, *self._marked)))

    @property
    def _marked(self) -> tuple[str, ...]:
        return tuple(body.ref for body in self.situation.bodies if body.invite == "yes")

    @property
    def _coalition(self) -> tuple[str, ...]:
        members = self.prepared.coalition.members if self.prepared.coalition else ()
        return self.kept or tuple(member.ref for member in members if self.may_name(member))

    @cached_property
    def kept(self) -> tuple[str, ...]:
        """The coalition somebody kept last for the first initiative, where it is another than the smallest; a draft, so for the driver only."""
        found = self.prepared.coalition
        if not (found and self.is_driver):
            return ()
        drafts = [members for initiative, members in self.situation.choosing.kept if initiative == found.initiative.ref]
        there = tuple(ref for ref in drafts[-1] if ref in self.situation.body_by_ref) if drafts else ()
        return there if set(there) != set(found.refs) else ()

    @property
    def invited_because(self) -> str:
        if self._marked and self._coalition:
            return _("First the bodies of the first initiative's coalition, then those marked “invite: yes”.")
        if self._marked:
            return _("These are the bodies marked “invite: yes”.")
        return _("Nobody is marked “invite: yes” yet, so these are the bodies of the first initiative's coalition.")

    @cached_property
    def sheets(self) -> tuple[BodySheet, ...]:
        return tuple(body_sheet(self.situation, ref) for ref in self.invited[: self.most_sheets])

    def keeps(self, ref: str) -> bool:
        """Whether what is kept beside the map about this body was read: then nothing there means that nothing is written down."""
        return ref in self.known

    def known_of(self, ref: str) -> Known:
        return self.known.get(ref, NOTHING_KNOWN)

    def for_them(self, ref: str) -> ForThem | None:
        """What is in the initiative for this body; None where there is no initiative yet."""
        about = self.about or ((self.prepared.coalition.initiative, self.prepared.coalition.refs) if self.prepared.coalition else None)
        return for_them(self.situation, ref, about[0], self.prepared.matches.fits, about[1]) if about else None

    @property
    def sheets_left_out(self) -> int:
        return max(0, len(self.invited) - self.most_sheets)

    # -- sections without input

    def empty_section(self, section: str, title: str, anchor: str) -> Iterator[Block]:
        """A section for which nothing was written: what would fill it, and in how many minutes."""
        yield Heading(2, line(title), anchor)
        yield from self.would_fill(section)

    def would_fill(self, section: str) -> Iterator[Block]:
        wanted = [item for item in self.prepared.missing_inputs if item.section == section]
        if wanted:
            yield Notice(tuple(said_missing_input(item, self.speech) for item in wanted))
        else:
            yield Paragraph(line(_("Nothing is written down for this yet.")))

    def would_fill_any(self, section: str) -> Iterator[Block]:
        """What a section that has something still lacks; nothing when it lacks nothing."""
        if any(item.section == section for item in self.prepared.missing_inputs):
            yield from self.would_fill(section)
