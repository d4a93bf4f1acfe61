"""Needs and offers that meet, with reasons; what almost fits; what nobody met yet."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext

from shutaf.analysis.matching.fit import Fit, NearMiss
from shutaf.analysis.situation import Number
from shutaf.reports.brief.told import told
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Cell, Heading, Items, Line, Name, Paragraph, Table, Tag, Text, line
from shutaf.reports.wording.exchange import MISSES, REASONS, UNKNOWNS
from shutaf.reports.wording.said import chosen, semicolons
from shutaf.reports.wording.template import plural, speak

NEAR = N_("{needing:body} needs {need:resource}; {offering:body} offers {offer:resource}.")
DECLINED = plural("Declined for a reason and left out: {n:n} pair.", "Declined for a reason and left out: {n:n} pairs.", "n")
MOST_UNMET = 12
MOST_NEAR = 5
FEW_OF_OTHER_THEME = 2


def exchange(writing: Writing) -> Iterator[Block]:
    """The part on needs and offers."""
    situation = writing.situation
    if not situation.needs or not situation.offers:
        yield from writing.empty_section("matches", _("Needs and offers that meet"), "matches")
        return
    yield Heading(2, line(_("Needs and offers that meet")), "matches")
    fits = visible_fits(writing)
    yield Paragraph(counts(writing, fits))
    if fits:
        yield table(writing, fits)
    if near := worth_saying(writing):
        yield Heading(3, line(_("Almost")))
        yield Items(tuple(near_line(writing, miss) for miss in near))
    yield from told(writing, writing.shown(writing.prepared.exchange_found))
    unmet = [need for need in situation.needs if need.ref in set(writing.prepared.matches.unmet) and writing.may_see(need.visible_to)]
    if unmet:
        yield Heading(3, line(_("Needs that no offer meets yet")))
        yield Items(tuple(line(writing.speech.body(need.body), ": ", Name(need.title)) for need in unmet[:MOST_UNMET]))


def visible_fits(writing: Writing) -> tuple[Fit, ...]:
    """The suggested matches this audience may read, each need and each offer once."""
    return tuple(fit for fit in writing.prepared.suggested if writing.may_see(fit.visible_to))


def worth_saying(writing: Writing) -> list[NearMiss]:
    """Near misses, those that a date or an amount would mend first; of those whose themes differ only a few."""
    seen = [miss for miss in writing.prepared.matches.near if writing.may_see(miss.visible_to)]
    mendable = [miss for miss in seen if miss.miss.key != "different_theme"]
    others = [miss for miss in seen if miss.miss.key == "different_theme"]
    return [*mendable[:MOST_NEAR], *others[: max(0, FEW_OF_OTHER_THEME - len(mendable))]]


def counts(writing: Writing, fits: tuple[Fit, ...]) -> Line:
    """How many there are, and what stays unsaid for this audience."""
    speech, situation = writing.speech, writing.situation
    needs = Number("needs_known", float(len(situation.needs)), rows=tuple(need.origin for need in situation.needs if need.origin))
    offers = Number("offers_known", float(len(situation.offers)), rows=tuple(offer.origin for offer in situation.offers if offer.origin))
    met = Number("matches_suggested", float(len(writing.prepared.suggested)), base=needs.value)
    said = line(
        _("Needs: "), speech.number(needs), _(". Offers: "), speech.number(offers), _(". Pairs that could meet: "), speech.number(met), "."
    )
    said = line(said, *declined(writing))
    hidden = len(writing.prepared.suggested) - len(fits)
    if not hidden:
        return said
    return line(
        said,
        " ",
        ngettext(
            "{n} is not shown here, because a side keeps it for editors.",
            "{n} are not shown here, because a side keeps them for editors.",
            hidden,
        ).format(n=speech.digits(hidden)),
    )


def declined(writing: Writing) -> Iterator[Line]:
    """How many pairs somebody declined, of those whose both sides this audience may read."""
    sides = {one.ref: one for one in (*writing.situation.needs, *writing.situation.offers)}
    known = [(sides[need], sides[offer]) for need, offer in writing.situation.choosing.declined if need in sides and offer in sides]
    seen = [pair for pair in known if all(writing.may_see(side.visible_to) for side in pair)]
    if seen:
        count = Number("pairs_declined", float(len(seen)), rows=tuple(side.origin for pair in seen for side in pair if side.origin))
        yield line(" ", speak(DECLINED, {"n": count}, writing.speech))


def table(writing: Writing, fits: tuple[Fit, ...]) -> Table:
    """Who needs, who offers, why they fit and what to ask first."""
    speech = writing.speech
    rows = []
    for fit in fits:
        needs = line(speech.body(fit.need.body, shape=True), ": ", Name(fit.need.title))
        offers = line(speech.body(fit.offer.body, shape=True), ": ", Name(fit.offer.title))
        accepted = line(Tag(_("accepted"), "good"), " ") if _is_accepted(writing, fit) else ()
        rows.append((Cell(needs), Cell(offers), Cell(line(accepted, sentence(because(writing, fit)), " ", ask_first(writing, fit)))))
    head = (line(_("Needs")), line(_("Offers")), line(_("Because")))
    return Table(line(_("First matches: each need and each offer stands here once")), head, tuple(rows), sheet=_("Matches"))


def _is_accepted(writing: Writing, fit: Fit) -> bool:
    """For the driver only: what was answered is told to the room when both sides know."""
    return writing.audience == "driver" and (fit.need.ref, fit.offer.ref) in writing.situation.choosing.accepted


def because(writing: Writing, fit: Fit | NearMiss) -> Line:
    """The reasons as one line; that both are of one kind goes without saying where they share a theme."""
    keys = {reason.key for reason in fit.reasons}
    worth = [reason for reason in fit.reasons if reason.key != "same_kind" or not keys & {"shared_theme", "amount_covers", "amount_partly"}]
    said = [chosen(REASONS[reason.key], reason.facts, writing.speech) for reason in worth]
    return semicolons([part for part in said if part])


def ask_first(writing: Writing, fit: Fit) -> Line:
    """Conditions as written, and what nobody said yet."""
    said = [line(_("condition: "), Name(text)) for _ref, text in fit.conditions]
    said += [part for unknown in fit.unknowns if (part := chosen(UNKNOWNS[unknown.key], unknown.facts, writing.speech))]
    return line(Text(_("Ask first: ")), semicolons(said), ".") if said else ()


def sentence(said: Line) -> Line:
    """A line as a sentence that begins with its reason word."""
    return line(said, ".") if said else ()


def near_line(writing: Writing, miss: NearMiss) -> Line:
    """A near miss with what would make it fit."""
    speech = writing.speech
    why = chosen(MISSES[miss.miss.key], miss.miss.facts, speech) or ()
    facts = {"needing": miss.need.body, "need": miss.need.ref, "offering": miss.offer.body, "offer": miss.offer.ref}
    return line(speak(NEAR, facts, speech), " ", why)
