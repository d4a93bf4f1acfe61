"""A MACTOR study in words and tables: who can act on whom, who wants what, who agrees with whom. For whoever prepares, never a class of actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.analysis.actors import Mactor, stance_findings
from shutaf.analysis.situation import Bools, Floats, Situation
from shutaf.reports.document import Block, Cell, Heading, Line, Name, Notice, Paragraph, Table, line, without_codes
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.speech import Speech

MATRIX_UP_TO, PAIRS_SHOWN, HEATS = 12, 15, 6
DASH = "–"
LRM = "\u200e"


@dataclass(frozen=True)
class Report:
    """What every table needs. names, objectives: as written, in the order of the study."""

    names: Sequence[str]
    objectives: Sequence[str]
    study: Mactor
    situation: Situation
    speech: Speech

    def blocks(self) -> tuple[Block, ...]:
        """The whole report, in the active language."""
        return (
            Notice((line(_("For your preparation, not for handing out: these are opinions about others, added up.")),), "warn"),
            *self._actors(),
            *self._matrix(),
            *self._objectives(),
            *self._agreement(),
            *self._findings(),
        )

    # -- the actors

    def _actors(self) -> Iterator[Block]:
        forces = self.study.forces
        head = (
            _("Actor"), _("Influence"), _("Dependence"), _("Comes back"), _("Relation of forces"), _("By the strongest ways"), _("Net influence"),
        )  # fmt: skip
        columns = (
            forces.influence, forces.dependence, forces.feedback, forces.competitiveness, self.study.best_ways.competitiveness,
            self.study.net_scale.sum(axis=1),
        )  # fmt: skip
        yield Heading(2, line(_("The actors")), "actors")
        yield self._table(_("Influence straight and through one other"), head, self.names, columns)
        for sentence in self._cautions():
            yield Paragraph(sentence, "small")

    def _cautions(self) -> Iterator[Line]:
        """What must be known to read the figures."""
        forces = self.study.forces
        yield line(
            _("Relation of forces: 1 is the mean of those listed. It changes when an actor is added, and says nothing about who is right.")
        )
        if not forces.raw.any():
            yield line(
                _(
                    "No relation of forces can be computed: nobody acts on anybody, or all influence comes back to where it came from. So the third order is empty."
                )
            )
        elif weightless := self._named(forces.competitiveness == 0):
            yield line(
                _("Relation of forces 0, so without weight in the third order: "),
                weightless,
                _(". No influence of theirs is written, or all of it comes back."),
            )

    def _matrix(self) -> Iterator[Block]:
        """Who can act on whom, where it fits on a page."""
        if 1 < len(self.names) <= MATRIX_UP_TO:
            found = self.study.mdii
            most = float(found.max()) or 1.0
            rows = tuple(
                (Cell((Name(name),)), *(self._heated(value, most, is_own=i == j) for j, value in enumerate(found[i])))
                for i, name in enumerate(self.names)
            )
            caption = _("Direct and indirect influence: the row acts on the column; in the diagonal what comes back")
            yield Table(line(caption), (line(_("Actor")), *((Name(name),) for name in self.names)), rows)

    def _heated(self, value: float, most: float, *, is_own: bool) -> Cell:
        return Cell(line(self._digits(value)), number=True, heat=0 if is_own else round(HEATS * value / most))

    # -- the objectives

    def _objectives(self) -> Iterator[Block]:
        if not self.objectives:
            return
        signs, second, third = self.study.orders
        head = (
            _("Objective"),
            _("Want it"),
            _("Do not want it"),
            _("For it"),
            _("Against it"),
            _("For it, by forces"),
            _("Against it, by forces"),
        )
        columns = (signs.in_favour, -signs.against + 0.0, second.in_favour, -second.against + 0.0, third.in_favour, -third.against + 0.0)
        yield Heading(2, line(_("The objectives")), "objectives")
        yield self._table(_("Actors, sums of their positions, and the same with their relation of forces"), head, self.objectives, columns)

    # -- agreement

    def _agreement(self) -> Iterator[Block]:
        yield Heading(2, line(_("Agreement and disagreement")), "agreement")
        head = (_("Order"), _("Agreement"), _("Disagreement"), _("Convergence, per cent"))
        orders = (_("1: signs only"), _("2: with the size of the positions"), _("3: also with the relation of forces"))
        found = self.study.orders
        columns = tuple(
            np.array(values)
            for values in ([o.caa.sum() for o in found], [o.daa.sum() for o in found], [o.convergence_percent for o in found])
        )
        rows = tuple((Cell(line(name)), *(self._cell(column[i]) for column in columns)) for i, name in enumerate(orders))
        yield Table(line(_("Over all pairs, each counted from both sides")), tuple(map(line, head)), rows)
        yield from self._involved()
        yield from self._pairs()

    def _involved(self) -> Iterator[Block]:
        """How much each actor has at stake, and with how many it is both at one and at odds."""
        second = self.study.orders[1]
        columns = (second.involvement, second.caa.sum(axis=1), second.daa.sum(axis=1), second.ambivalence)
        head = (_("Actor"), _("Involvement"), _("Agreement"), _("Disagreement"), _("Ambivalence"))
        yield self._table(_("Each actor: the size of its positions, and with all others together"), head, self.names, columns)
        yield Paragraph(line(_("Ambivalence: 0 with each other actor only one of the two, 1 with each as much of both.")), "small")
        if apart := self._named(np.isnan(second.ambivalence)):
            yield Paragraph(line(_("No objective in common with anybody, so no ambivalence: "), apart, "."), "small")

    def _pairs(self) -> Iterator[Block]:
        """The pairs with most between them, both ways together."""
        _first, second, third = self.study.orders
        between = second.caa + second.daa
        pairs = sorted((pair for pair in combinations(range(len(self.names)), 2) if between[pair] > 0), key=lambda pair: -between[pair])
        if not pairs:
            yield Paragraph(line(_("No two actors take a position on the same objective.")))
            return
        head = (_("Two actors"), _("Agreement"), _("Disagreement"), _("Agreement, by forces"), _("Disagreement, by forces"))
        rows = tuple(
            (
                Cell(self.speech.several([Name(self.names[i]), Name(self.names[j])])),
                *(self._cell(m[i, j]) for m in (second.caa, second.daa, third.caa, third.daa)),
            )
            for i, j in pairs[:PAIRS_SHOWN]
        )
        left = len(pairs) - len(rows)
        more = (
            ngettext("{n} more pair stands in --json.", "{n} more pairs stand in --json.", left).format(n=self._digits(left))
            if left
            else ""
        )
        yield Table(line(_("Two by two, most in common or in dispute first")), tuple(map(line, head)), rows, note=line(more))

    # -- what to do

    def _findings(self) -> Iterator[Block]:
        found = stance_findings(self.situation)
        if found:
            yield Heading(2, line(_("Whom to bring together, whom to ask")), "findings")
            silent = (replace(finding, facts={**finding.facts, "spoken": None}) for finding in found)  # a matrix has no place for a speaker
            yield from (without_codes(said(finding, self.speech)) for finding in silent)

    # -- cells

    def _table(self, caption: str, head: Sequence[str], names: Sequence[str], columns: Sequence[Floats]) -> Table:
        rows = tuple((Cell((Name(name),)), *(self._cell(column[i]) for column in columns)) for i, name in enumerate(names))
        return Table(line(caption), tuple(map(line, head)), rows)

    def _cell(self, value: float) -> Cell:
        return Cell(line(DASH if np.isnan(value) else self._digits(value)), number=True)

    def _digits(self, value: float) -> str:
        """At most three places; a minus stays before its number in lines that run from the right."""
        size = self.speech.digits(abs(float(value)), 3)
        return f"{LRM}−{size}" if value < 0 and size != "0" else size

    def _named(self, chosen: Bools) -> Line:
        return self.speech.several([Name(self.names[int(place)]) for place in np.flatnonzero(chosen)])
