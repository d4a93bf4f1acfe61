"""The first initiative: which, why, how firmly; who could carry it; which model it is; what waits for the second stage."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext

from shutaf.analysis.coalition.cover import Coalition, Member, Wish
from shutaf.analysis.criteria.ranking import RankedInitiative, Ranking
from shutaf.analysis.criteria.settled import FLOOR
from shutaf.analysis.matching.judgement import Reason
from shutaf.analysis.situation import Initiative, Number
from shutaf.charts.shares import Share
from shutaf.reports.brief import pictures
from shutaf.reports.brief.firmness import changes, must_prove
from shutaf.reports.brief.model import model
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Cell, Heading, Items, Line, Name, Paragraph, Table, Text, line
from shutaf.reports.wording.choice import (
    LEFT_OUT,
    MEMBER_WHY,
    MISSING_SIDES,
    REASONS_AGAINST,
    REASONS_FOR,
    WHY_NOT_FIRST,
    WISH,
)
from shutaf.reports.wording.coalition import CONFLICT, NOT_PROVEN, PROVEN, told
from shutaf.reports.wording.said import chosen, semicolons
from shutaf.reports.wording.template import speak

IN_HEADLINE = 3  # reasons; the others stand under it
HOLDS = N_("When one weight changes by a fifth it stays first in {holds:n} of {of:count} cases.")
START_WITH = N_("**Start with {initiative:initiative}.**")


def first_initiative(writing: Writing) -> Iterator[Block]:
    """The part on the choice."""
    ranking = writing.prepared.ranking
    if not ranking.rows:
        yield from writing.empty_section("first_initiative", _("The first initiative"), "initiative")
        return
    yield Heading(2, line(_("The first initiative")), "initiative")
    yield Paragraph(headline(writing), "lead")
    if ranking.first:
        yield from reasons(writing, ranking.rows[0])
        yield from firmness(writing, ranking)
    yield ranking_table(writing, ranking)
    yield from second_stage(writing, ranking)
    if writing.prepared.coalition:
        yield from coalition(writing, writing.prepared.coalition)
    yield from model(writing, chosen_initiative(writing))


def headline(writing: Writing) -> Line:
    """What to start with and why, or what is missing to say so."""
    ranking = writing.prepared.ranking
    if ranking.first is None:
        return line(
            Text(_("No first initiative can be named yet."), strong=True),
            " ",
            speak(WHY_NOT_FIRST[ranking.why_not_first], {}, writing.speech),
        )
    because = in_favour(writing, ranking.rows[0])[:IN_HEADLINE]
    start = speak(START_WITH, {"initiative": ranking.first}, writing.speech)
    return line(start, " ", _("Because "), writing.speech.several(because), ".") if because else start


def chosen_initiative(writing: Writing) -> Initiative | None:
    first = writing.prepared.ranking.first
    return next((initiative for initiative in writing.situation.initiatives if initiative.ref == first), None)


def in_favour(writing: Writing, row: RankedInitiative) -> list[Line]:
    """What speaks for it, as far as this audience may read it."""
    allowed = [reason for reason in row.for_reasons if writing.may_count(reason.facts["value"])]
    return [said for reason in allowed if (said := chosen(REASONS_FOR[reason.key], reason.facts, writing.speech))]


def against(writing: Writing, row: RankedInitiative) -> list[Line]:
    """What speaks against, as far as this audience may read it."""
    seen = [reason for reason in row.against_reasons if writing.is_driver or reason.facts.get("visible_to") != "editors"]
    allowed = [reason for reason in seen if reason.facts.get("value") is None or writing.may_count(reason.facts["value"])]
    return [said for reason in allowed if (said := chosen(REASONS_AGAINST[reason.key], spoken_facts(reason), writing.speech))]


def spoken_facts(reason: Reason) -> dict[str, object]:
    """A criterion of hers is said by its label."""
    facts = dict(reason.facts)
    if facts.get("label"):
        facts["criterion"] = facts["label"]
    return facts


def reasons(writing: Writing, row: RankedInitiative) -> Iterator[Block]:
    """For and against, side by side in words."""
    if because := in_favour(writing, row)[IN_HEADLINE:]:
        yield Paragraph(line(Text(_("For it: "), strong=True), semicolons(because), "."))
    if doubts := against(writing, row):
        yield Paragraph(line(Text(_("Against it: "), strong=True), semicolons(doubts), "."))


def firmness(writing: Writing, ranking: Ranking) -> Iterator[Block]:
    """How firmly it stands when the weights change."""
    speech = writing.speech
    rated = [row for row in ranking.rows if row.share_first is not None]
    if len(rated) > 1:
        rows = [
            Share(
                speech.initiative(row.ref).text,
                row.share_first.value,
                speech.percent(row.share_first.value),
                is_winner=row.ref == ranking.first,
            )
            for row in rated
            if row.share_first is not None
        ]
        yield pictures.robustness(
            writing,
            rows,
            _("How often each comes first"),
            _("In a thousand random weightings of the criteria; only initiatives that reach the floor."),
            [row.share_first for row in rated if row.share_first is not None],
        )
    if said := tuple(changes(writing, ranking)):
        yield Items(said)
    if ranking.holds is not None and ranking.holds.base:
        yield Paragraph(speak(HOLDS, {"holds": ranking.holds, "of": ranking.holds.base}, speech), "small")
    floor = speech.percent(ranking.floor_0_1)
    said_floor = _("Floor for the chance of success, set beforehand: {floor}.").format(floor=floor)
    yield Paragraph(line(said_floor, " ", _("Standing higher above it counts for nothing more.")), "small")


def ranking_table(writing: Writing, ranking: Ranking) -> Table:
    """All initiatives with what is known of each."""
    speech = writing.speech
    columns = [(floor.key, floor.label) for floor in ranking.floors] + [(one.key, one.label) for one in ranking.criteria]
    head = (
        line(_("Initiative")),
        *(line(speech.criterion(label or key)) for key, label in columns),
        line(_("Stage")),
    )
    rows = []
    for row in ranking.rows:
        cells = [Cell((speech.initiative(row.ref),))]
        for (key, _label), value in zip(columns, (*row.held, *row.values), strict=True):
            if value is None or not writing.may_count(value):
                cells.append(writing.cell(None))
            else:
                number = speech.share(value) if key in (FLOOR, "resources_covered") else speech.number(value)
                cells.append(Cell((number,), number=True))
        cells.append(Cell(line(stage(row, ranking))))
        rows.append(tuple(cells))
    return Table(line(_("The initiatives, best first")), head, tuple(rows), sheet=_("Initiatives"))


def stage(row: RankedInitiative, ranking: Ranking) -> str:
    if row.ref == ranking.first:
        return _("first")
    if row.second_stage:
        return _("second stage")
    return _("chance not known") if row.passes_floor is None else _("possible")


def second_stage(writing: Writing, ranking: Ranking) -> Iterator[Block]:
    """The large challenges are not thrown away: what the first one must prove for them."""
    waiting = [row for row in ranking.rows if row.second_stage]
    if not waiting:
        return
    yield Heading(3, line(_("For the second stage")))
    yield Paragraph(line(_("Not thrown away: these wait until the first initiative has shown that working together holds.")))
    yield Items(tuple(line(writing.speech.initiative(row.ref), ": ", semicolons(against(writing, row)[:4]), ".") for row in waiting))
    proves = [(row, must_prove(writing, row)) for row in waiting]
    if by_people := [(row, said) for row, (said, is_written) in proves if is_written]:
        yield Paragraph(line(Text(_("What the first must prove for them"), strong=True)))
        yield Items(tuple(line(writing.speech.initiative(row.ref), ": ", semicolons(list(said))) for row, said in by_people))


def coalition(writing: Writing, found: Coalition) -> Iterator[Block]:
    """What nobody offers, who is not counted on, what a wider circle costs; the members stand on the second page."""
    speech = writing.speech
    lines = [gap_line(writing, found, i) for i in range(len(found.gaps))]
    lines += [speak(MISSING_SIDES[side], {}, speech) for side in found.missing_sides]
    if writing.is_driver:
        lines += [speak(LEFT_OUT[left.why], {"body": left.ref}, speech) for left in found.left_out]
        lines += [told(CONFLICT, speech, one=c.one, other=c.other, objective=c.objective) for c in found.conflicts]
    if found.members:
        lines.append(told(PROVEN if found.proven else NOT_PROVEN, speech))
    if lines or found.wishes:
        yield Heading(3, line(_("Who could carry it")))
    if lines:
        yield Items(tuple(lines))
    if found.wishes:
        yield Paragraph(line(Text(_("Further sectors, and what they cost"), strong=True)))
        wishes = [
            chosen(WISH, {"sector": wish.sector, "price": price_of(found, wish), "body": wish.would_add}, speech) or ()
            for wish in found.wishes
        ]
        yield Items(tuple(wishes))
    if only := writing.prepared.coalition_of_answers:
        yield Paragraph(among_answers(writing, only))


def among_answers(writing: Writing, only: Coalition) -> Line:
    """The same question with those alone who answered the open call, and the municipality."""
    speech = writing.speech
    named = [member.ref for member in only.members if writing.may_name(member)]
    begin = Text(_("With those alone who answered the open call: "), strong=True)
    if not named:
        return line(begin, _("no set is known yet."))
    open_gaps = [speech.word("resource", gap.requirement.kind) for gap in only.gaps]
    lacking = line(" ", _("Not covered then: "), speech.several([line(gap) for gap in open_gaps]), ".") if open_gaps else ()
    return line(begin, speech.bodies(named), ".", lacking)


def price_of(found: Coalition, wish: Wish) -> Number | None:
    """What one more sector costs, as a number with a code."""
    if wish.price_in_members is None:
        return None
    return Number("wish_price", float(wish.price_in_members), (found.initiative.ref, wish.sector))


def coalition_table(writing: Writing, found: Coalition) -> Iterator[Block]:
    """The members and what each brings; a preparation, never a selection."""
    shown = [member for member in found.members if writing.may_name(member)]
    rows = tuple(
        (Cell((writing.speech.body(member.ref, shape=True),)), Cell(brings(writing, member)), Cell(member_why(writing, member)))
        for member in shown
    )
    initiative = writing.speech.initiative(found.initiative.ref)
    caption = line(
        _("Who could carry it: "),
        initiative,
        ". ",
        _("The smallest set that covers what is needed: a preparation for an open invitation, not a selection."),
    )
    yield Table(caption, (line(_("Body")), line(_("Brings")), line(_("Because"))), rows, sheet=_("Coalition"))
    if writing.kept:
        kept = writing.speech.bodies(writing.kept)
        yield Paragraph(line(Text(_("Kept as a draft instead: "), strong=True), kept, ". ", _("The pages and letters begin with these.")))
    if hidden := len(found.members) - len(shown):
        said = ngettext(
            "{n} more rests on an offer that is kept for editors.", "{n} more rest on offers that are kept for editors.", hidden
        )
        yield Paragraph(line(said.format(n=writing.speech.digits(hidden))), "small")


def brings(writing: Writing, member: Member) -> Line:
    """What a member offers for it, as far as this audience may read it."""
    titles = [line(Name(brought.offer.title)) for brought in member.brings if writing.may_see(brought.offer.visible_to)]
    return semicolons(titles) or line(_("the municipality's part") if "municipality" in member.why else _("not known"))


def member_why(writing: Writing, member: Member) -> Line:
    return semicolons([speak(MEMBER_WHY[key], {}, writing.speech) for key in member.why])


def gap_line(writing: Writing, found: Coalition, place: int) -> Line:
    """A resource nobody covers: a question."""
    gap, speech = found.gaps[place], writing.speech
    amount = line(" (", speech.amount(gap.requirement.amount), ")") if gap.requirement.amount else ()
    return line(
        _("Not covered yet: "),
        speech.word("resource", gap.requirement.kind),
        amount,
        ". ",
        _("Who could give it, or can it be done without?"),
    )
