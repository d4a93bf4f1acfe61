"""The brief's pictures: results and finished labels handed to `charts`, each with a caption that says the count and a table twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.analysis.actors.counts import OWN_WORD, UNKNOWN, CountTable
from shutaf.analysis.actors.evidence import is_asked
from shutaf.analysis.situation import Number, Situation, Tie
from shutaf.charts import bars as bar_chart
from shutaf.charts import heat_table, network_map, shares
from shutaf.charts import influence_interest as grid_chart
from shutaf.charts.legend import LineSample
from shutaf.charts.map_nodes import Node
from shutaf.charts.map_ties import TieLine
from shutaf.charts.palette import GROUPS
from shutaf.charts.svg import Direction, Picture
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Cell, Figure, Line, Name, Num, Table, line

WIDE_PX, NARROW_PX = 640.0, 300.0
MAP_WIDTH_0_1 = 0.8  # of the text width, where the coalition stands below the map on the same page
MOST_NAMES = 8  # in one cell; the rest is counted
MOST_ROWS = 60  # of a table on paper


def figure(
    draw: Callable[[float, str], Picture], prefix: str, alt: str, caption: Line, twin: Table | None = None, width_0_1: float = 1.0
) -> Figure:
    """A picture drawn twice, wide and narrow, because a picture scaled down cannot be read."""
    wide, narrow = draw(WIDE_PX, prefix), draw(NARROW_PX, f"{prefix}-s")
    return Figure(wide.svg, alt, caption, narrow.svg, twin, width_0_1)


def direction(writing: Writing) -> Direction:
    return "rtl" if writing.is_rtl else "ltr"


def bodies_by_group(writing: Writing) -> Figure:
    """Bars: how many bodies of each sector, the missing ones included."""
    speech = writing.speech
    counts = {("" if key == UNKNOWN else key): number for key, number in writing.prepared.by_group.items()}
    shown = [(key, number) for key, number in counts.items() if number.value or key not in ("other", "", "department")]
    shown.sort(key=lambda item: -item[1].value)
    rows = [bar_chart.Bar(speech.group(key), number.value, speech.digits(number.value), key) for key, number in shown]
    title = _("Bodies by sector")
    alt = f"{title}: " + _(", ").join(f"{row.label} {row.value_label}" for row in rows)
    twin = Table(
        line(title),
        (line(_("Sector")), line(_("Bodies"))),
        tuple((Cell(line(speech.group(key))), Cell((speech.number(number),), number=True)) for key, number in shown),
        sheet=_("Sectors"),
    )
    return figure(
        lambda width, prefix: bar_chart.bars(
            rows, title=title, description=alt, direction=direction(writing), palette=writing.palette, width=width, prefix=prefix
        ),
        "sectors",
        alt,
        line(_("Bodies by sector; all bodies in the sheets of organisations and departments.")),
        twin,
    )


def themes_by_sector(writing: Writing) -> Figure:
    """Heat table: on which themes bodies of which sector work."""
    speech = writing.speech

    def row_name(key: str) -> str:
        return {UNKNOWN: _("no theme written"), OWN_WORD: _("other words")}.get(key) or content.say("theme", key, speech.language)

    table = writing.prepared.themes
    return heat(
        writing, table, [heat_table.Head(row_name(key)) for key in table.rows], _("Themes by sector"),
        _("On which themes outside bodies work; a body counts once for each of its themes."), "themes", _("Theme"), _("Themes"),
    )  # fmt: skip


def departments_by_sector(writing: Writing) -> Figure:
    """Heat table: with how many outside bodies of each sector each department works."""
    table = writing.prepared.departments.table
    names = [heat_table.Head(writing.speech.body(ref).text, "department") for ref in table.rows]
    text = _("With how many outside bodies each department works. Hatched: the department was not asked and nobody else named a tie.")
    return heat(writing, table, names, _("Departments by sector"), text, "departments", _("Department"), _("Departments"))


def heat(
    writing: Writing, table: CountTable, rows: Sequence[heat_table.Head], title: str, text: str, prefix: str, corner: str, sheet: str
) -> Figure:
    """A heat table over sectors, and its twin, from a table of counts."""
    keys = ["" if key == UNKNOWN else key for key in table.columns]
    columns = [heat_table.Head(writing.speech.group(key), key) for key in keys]
    return heat_of(writing, table, rows, columns, title, text, prefix, corner, sheet)


def heat_of(
    writing: Writing, table: CountTable, rows: Sequence[heat_table.Head], columns: Sequence[heat_table.Head], title: str, text: str,
    prefix: str, corner: str, sheet: str,
) -> Figure:  # fmt: skip
    """A heat table and its twin from a table of counts and the heads of its rows and columns."""
    speech = writing.speech
    unknown = _("not known")
    cells = [
        [heat_table.HeatCell(None if n is None else n.value, unknown if n is None else speech.digits(n.value)) for n in row]
        for row in table.cells
    ]
    twin_rows = tuple((Cell(line(head.label)), *(twin_cell(writing, n) for n in row)) for head, row in zip(rows, table.cells, strict=True))
    twin = Table(line(title), (line(corner), *(line(head.label) for head in columns)), twin_rows, sheet=sheet)
    return figure(
        lambda width, name: heat_table.heat_table(
            cells, rows, columns, title=title, description=text, direction=direction(writing), palette=writing.palette, width=width, corner=corner, prefix=name
        ),
        prefix, f"{title}. {text}", line(text), twin,
    )  # fmt: skip


def twin_cell(writing: Writing, number: Number | None) -> Cell:
    """A count with its code; hatched where it is not known."""
    if number is None:
        return writing.cell(None)
    return Cell((writing.speech.number(number),) if number.value else (Num("0"),), number=True)


def network(writing: Writing) -> Figure:
    """The map of known ties."""
    situation, speech, prepared = writing.situation, writing.speech, writing.prepared
    degree = {ref: len(others) for ref, others in prepared.neighbours.items()}
    chosen = frozenset(prepared.coalition.refs) if prepared.coalition else frozenset()
    nodes = [
        Node(
            speech.body(body.ref).text,
            body.group_key,
            float(x),
            float(y),
            degree.get(body.ref, 0),
            body.ref,
            is_important=body.ref in chosen,
        )
        for body, (x, y) in zip(situation.bodies, prepared.positions, strict=True)
    ]
    ties = [tie_line(situation.index_by_ref, ties) for ties in prepared.ties_by_pair.values()]
    groups = {body.group_key for body in situation.bodies}
    legend = [(key, speech.group(key)) for key in GROUPS if key in groups]
    lines = [LineSample("strong", _("strong tie")), LineSample("weak", _("weak tie"))]
    lines += [LineSample("dashed", _("said of one direction only"))] if any(tie.dashed for tie in ties) else []
    title = _("Known ties")
    alt = f"{title}. {basis_sentence(writing)}"
    drawn: list[Picture] = []

    def draw(width: float, prefix: str) -> Picture:
        picture = network_map.network_map(
            nodes,
            ties,
            title=title,
            description=alt,
            legend=legend,
            line_legend=lines,
            direction=direction(writing),
            palette=writing.palette,
            width=width,
            prefix=prefix,
        )
        drawn.append(picture)
        return picture

    made = figure(draw, "map", alt, ())
    unnamed = drawn[0].total - drawn[0].labelled
    left = ngettext(
        "{n} body stands without its name; the list names all.", "{n} bodies stand without their names; the list names all.", unnamed
    )
    ring = _("A dashed ring: no tie known to us.") if any(not others for others in prepared.neighbours.values()) else ""
    said = line(basis_sentence(writing), " ", left.format(n=speech.digits(unnamed)) if unnamed else "", " ", ring)
    width = MAP_WIDTH_0_1 if chosen else 1.0
    return Figure(made.svg_wide, alt, said, made.svg_narrow, ties_table(writing), width)


def ties_table(writing: Writing) -> Table:
    """The list twin of the map: each body with those it has a known tie with."""
    speech, prepared = writing.speech, writing.prepared
    rows = []
    by_name = sorted(prepared.neighbours.items(), key=lambda item: speech.body(item[0]).text.casefold())
    for ref, others in by_name:
        number = Number("ties_of_body", float(len(others)), (ref,), prepared.rows_of_body(ref))
        is_known = bool(others) or is_asked(writing.situation, writing.situation.body_by_ref[ref])  # nobody asked: not known, never 0
        counted = Cell((speech.number(number),), number=True) if is_known else writing.cell(None)
        rows.append((Cell((speech.body(ref, shape=True),)), counted, Cell(speech.bodies(others, most=MOST_NAMES))))
    cut = _("On paper the first {n}; the XLSX form has all.").format(n=MOST_ROWS) if len(rows) > MOST_ROWS else ""
    head = (line(_("Body")), line(_("Known ties")), line(_("With")))
    return Table(
        line(_("Each body and those it has a known tie with, by name")),
        head,
        tuple(rows),
        sheet=_("Ties"),
        paper_rows=MOST_ROWS,
        paper_note=line(cut),
    )


def tie_line(index: Mapping[str, int], ties: Sequence[Tie]) -> TieLine:
    """One line for a pair, whatever the number of rows about it: the strongest strength; dashed when only one direction was ever said."""
    first = ties[0]
    strengths = [tie.strength_1_5 for tie in ties if tie.strength_1_5 is not None]
    one_way = all(tie.direction == "one_way" for tie in ties) and len({(tie.source_ref, tie.target_ref) for tie in ties}) == 1
    return TieLine(index[first.source_ref], index[first.target_ref], max(strengths, default=None), one_way)


def basis_sentence(writing: Writing) -> str:
    """How the ties came to be known."""
    return basis_said(writing.situation)


def basis_said(situation: Situation) -> str:
    basis = situation.map
    if basis.basis == "surveyed":
        answered = len(set(basis.asked) & situation.body_by_ref.keys())
        return _("{answered} of {bodies} bodies answered for themselves.").format(answered=answered, bodies=len(situation.bodies))
    people = len(set(basis.informants))
    if not people:
        return _("Who filled in this map is not written down.")
    return ngettext("As seen by {n} person.", "As seen by {n} people.", people).format(n=people)


def influence_interest(writing: Writing) -> Figure:
    """The grid of the rated bodies."""
    speech, placed = writing.speech, writing.prepared.grid.placed
    bodies = [grid_chart.Rated(speech.body(one.ref).text, one.group, one.influence_1_10, one.interest_1_10, one.ref) for one in placed]
    labels = grid_chart.GridLabels(
        _("Influence"), _("Interest"), _("low"), _("high"), _("work closely"), _("keep satisfied"), _("keep informed"), _("watch")
    )
    groups = {one.group for one in placed}
    legend = [(key, speech.group(key)) for key in GROUPS if key in groups]
    title = _("Influence and interest")
    alt = _("{title}: {n} rated bodies").format(title=title, n=len(bodies))
    rows = tuple(
        (
            Cell((speech.body(one.ref, shape=True),)),
            Cell(line(speech.digits(one.influence_1_10)), number=True),
            Cell(line(speech.digits(one.interest_1_10)), number=True),
        )
        for one in placed[:MOST_ROWS]
    )
    twin = Table(line(title), (line(_("Body")), line(_("Influence")), line(_("Interest"))), rows, sheet=_("Ratings"))
    return figure(
        lambda width, prefix: grid_chart.influence_interest(
            bodies, labels, title=title, description=alt, legend=legend, direction=direction(writing), palette=writing.palette, width=width, prefix=prefix
        ),
        "grid", alt, line(_("Ratings from 1 to 10, as written in the sheet of organisations.")), twin,
    )  # fmt: skip


def robustness(writing: Writing, rows: Sequence[shares.Share], title: str, text: str, numbers: Sequence[Number]) -> Figure:
    """How often each initiative comes first when the weights change; numbers: the shares of the rows, for the table twin."""
    twin_rows = tuple(
        (Cell((Name(row.label),)), Cell((writing.speech.share(n),), number=True)) for row, n in zip(rows, numbers, strict=True)
    )
    twin = Table(line(title), (line(_("Initiative")), line(_("Share"))), twin_rows, sheet=_("Weightings"))
    alt = f"{title}: " + _(", ").join(f"{row.label} {row.value_label}" for row in rows)
    return figure(
        lambda width, prefix: shares.shares(rows, title=title, description=alt, direction=direction(writing), palette=writing.palette, width=width, prefix=prefix),
        "first", alt, line(text), twin,
    )  # fmt: skip
