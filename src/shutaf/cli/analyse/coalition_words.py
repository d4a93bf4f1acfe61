"""What does a coalition say in words: who, how sure, who covers what, on whom it rests, what else would do, or why there is none?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.analysis.coalition import CoalitionSolution, Essential, Reason, Rule
from shutaf.analysis.coalition.explain import Covers
from shutaf.analysis.coalition.study import Study
from shutaf.cli.analyse.answer import Answer
from shutaf.cli.analyse.coalition_numbers import numbers_of
from shutaf.reports.document import Block, Cell, Heading, Items, Line, Name, Notice, Paragraph, Table, fill, line
from shutaf.reports.wording.speech import Speech

UNKNOWN = Cell((), unknown=True)


def told(found: Study, units: tuple[str, ...], speech: Speech) -> Answer:
    head = _head(found, speech)
    notice = Notice((line(_("A preparation for an open invitation, not a selection.")),))
    blocks = (Paragraph(head, "lead"), notice, *(_found(found, units, speech) if found.best.is_feasible else _none(found, speech)))
    return Answer(numbers_of(found, units), line(_("Who together could carry it")), head, blocks)


def _head(found: Study, speech: Speech) -> Line:
    best = found.best
    if best.status == "infeasible":
        return line(_("No set of bodies keeps all conditions."))
    if best.status == "unknown":
        return line(_("No set was found in the time given; there may be one."))
    if not best.members:
        return line(_("Nothing is needed, so nobody is."))
    count = ngettext("**{n} body**: {names}. Cost {cost}.", "**{n} bodies**: {names}. Cost {cost}.", len(best.members))
    return fill(count, n=speech.digits(len(best.members)), names=_names(best.members, speech), cost=speech.digits(best.cost, 2))


def _names(names: Iterable[str], speech: Speech) -> Line:
    return speech.several([Name(name) for name in names], most=30)


def _found(found: Study, units: tuple[str, ...], speech: Speech) -> Iterator[Block]:
    yield Paragraph(_sure(found.best, speech))
    if found.why is not None:
        yield Heading(2, line(_("Who covers what")))
        yield _covers(found.why.covers, units, speech)
        if found.why.without_offer:
            yield Paragraph(
                fill(_("In by a condition alone, without an offer to these needs: {names}."), names=_names(found.why.without_offer, speech))
            )
        if found.why.wishes:
            yield Heading(2, line(_("What the wishes cost")))
            yield Items(tuple(_wishes(found, speech)))
    if found.essential:
        yield Heading(2, line(_("On whom it rests")))
        yield _essential(found.essential, speech)
    if found.others:
        yield Heading(2, line(_("What else would do")))
        yield _solutions(found.others, speech)
    if found.front is not None:
        yield Heading(2, line(_("How much trust more members or cost would buy")))
        yield _solutions(found.front.points, speech)
    if found.change is not None:
        yield Heading(2, line(_("If it were otherwise")))
        yield Paragraph(_change(found, speech))


def _sure(best: CoalitionSolution, speech: Speech) -> Line:
    if best.status == "proven":
        return line(_("Proven: no set costs less."))
    said = _("Not proven in the time given: no set costs less than {bound}, so this one is at most {gap} from the best.")
    return fill(said, bound=speech.digits(best.bound, 2), gap=speech.percent(best.gap) if best.gap < 1e6 else "?")


def _covers(covers: tuple[Covers, ...], units: tuple[str, ...], speech: Speech) -> Table:
    head = tuple(map(line, (_("Need"), _("Needed"), _("Unit"), _("Who brings how much"), _("To spare"))))
    rows = tuple(
        (
            Cell((Name(one.need),)),
            _number(one.needed, speech) if one.needed == one.needed else Cell(line(_("any amount"))),
            Cell((Name(unit),) if unit else ()),
            Cell(speech.several([_giver(name, amount, speech) for name, amount in one.givers], most=10)),
            UNKNOWN if one.is_unsure else _number(one.spare, speech) if one.spare == one.spare else Cell(()),
        )
        for one, unit in zip(covers, units, strict=True)
    )
    note = (
        line(_("Where “?” stands, the amount is not known: it may cover all. Ask how much."))
        if any(one.is_unsure for one in covers)
        else ()
    )
    return Table((), head, rows, note=note)


def _giver(name: str, amount: float, speech: Speech) -> Line:
    return line(Name(name), " ?" if amount != amount else " " + speech.digits(amount, 2))


def _number(value: float, speech: Speech) -> Cell:
    return UNKNOWN if value != value else Cell(line(speech.digits(value, 2)), number=True)


def _wishes(found: Study, speech: Speech) -> Iterator[Line]:
    for one in found.why.wishes if found.why else ():
        facts: dict[str, Any] = {"sector": Name(one.rule.sector), "n": speech.digits(one.rule.at_least)}
        if not one.unmet:
            yield fill(_("{sector}, at least {n}: kept."), **facts)
        elif one.would_cost != one.would_cost:
            yield fill(_("{sector}, at least {n}: not kept, and no set that keeps it is known."), **facts)
        else:
            said = _("{sector}, at least {n}: not kept, which counts {paid}; keeping it would cost {price} more.")
            yield fill(said, paid=speech.digits(one.paid, 2), price=speech.digits(one.would_cost, 2), **facts)


def _essential(rows: tuple[Essential, ...], speech: Speech) -> Table:
    head = tuple(map(line, (_("Body"), _("Without it is uncovered"), _("Doing without it costs"), _("Then joins"))))
    return Table(
        (),
        head,
        tuple(
            (
                Cell((Name(one.name),)),
                Cell(_names((*one.needs, *one.sectors), speech) or line(_("nothing"))),
                Cell(line(_("cannot be done")) if one.can_do_without is False else line(speech.digits(one.price, 2)))
                if one.can_do_without is not None
                else UNKNOWN,
                Cell(_names(one.replaced_by, speech)),
            )
            for one in rows
        ),
    )


def _solutions(solutions: Iterable[CoalitionSolution], speech: Speech) -> Table:
    head = tuple(map(line, (_("Bodies"), _("How many"), _("Cost"), _("Mean trust"))))
    rows = tuple(
        (
            Cell(_names(one.members, speech)),
            Cell(line(speech.digits(len(one.members))), number=True),
            _number(one.cost, speech),
            _number(one.trust, speech),
        )
        for one in solutions
    )
    return Table((), head, rows)


def _change(found: Study, speech: Speech) -> Line:
    change = found.change
    if change is None or not change.after.is_feasible:
        return line(
            _("Then no set keeps all conditions.") if change and change.after.status == "infeasible" else _("Not found in the time given.")
        )
    facts: dict[str, Any] = {"names": _names(change.after.members, speech), "cost": speech.digits(change.after.cost, 2)}
    return fill(_("Then: {names}. Cost {cost}."), **facts)


def _none(found: Study, speech: Speech) -> Iterator[Block]:
    if found.infeasible:
        yield Items(tuple(text for reason in found.infeasible for text in _reason(reason, speech)))


def _reason(reason: Reason, speech: Speech) -> Iterator[Line]:
    facts = reason.facts
    match reason.key:
        case "nobody_offers":
            yield fill(_("**Nobody offers {need}.**"), need=Name(facts["need"]))
        case "not_enough_offered":
            said = _("**All offers of {need} together cover {share} of it.**")
            yield fill(said, need=Name(facts["need"]), share=speech.percent(facts["share_0_1"]))
        case "sector_has_too_few":
            said = _("**Of the sector {sector} {known} can be counted on; at least {n} were asked for.**")
            yield fill(said, sector=Name(facts["sector"]), known=speech.digits(facts["known"]), n=speech.digits(facts["at_least"]))
        case "told_in_and_out":
            yield fill(_("**{body} was asked to be in and not to be counted on.**"), body=Name(facts["body"]))
        case "rules_collide":
            rules = [_rule(rule, speech) for rule in facts["rules"]]
            yield fill(_("**These conditions cannot hold together:** {rules}."), rules=speech.several(rules))
            if facts["enough"]:
                enough = [_rule(rule, speech) for rule in facts["enough"]]
                yield fill(_("Giving up one of these is enough: {rules}."), rules=speech.several(enough, join="or"))
        case _:
            yield line(_("Why was not settled in the time given."))
    if facts.get("if_asked"):
        yield fill(_("Could, if asked: {names}."), names=_names(facts["if_asked"], speech))
    if facts.get("not_counted_on"):
        yield fill(_("Offer it, but are not to be counted on: {names}."), names=_names(facts["not_counted_on"], speech))


def _rule(rule: Rule, speech: Speech) -> Line:
    first = Name(rule.about[0]) if rule.about else ""
    count = speech.digits(rule.value or 0.0, 2)
    match rule.kind:
        case "need":
            return fill(_("the need {need}"), need=first)
        case "sector_floor":
            return fill(_("at least {n} of {sector}"), n=count, sector=first)
        case "sector_ceiling":
            return fill(_("at most {n} of {sector}"), n=count, sector=first)
        case "conflict":
            return fill(_("{a} and {b} not together"), a=first, b=Name(rule.about[1]))
        case "must":
            return fill(_("{body} in"), body=first)
        case "must_not":
            return fill(_("{body} not counted on"), body=first)
    return fill(_("at most {n} members"), n=count)
