"""One small report with every kind of block, in any of the four languages, and the strings that have broken writers before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shutaf.reports.document import (
    Asked,
    Block,
    Cell,
    Document,
    Facts,
    Figure,
    Heading,
    Items,
    Labels,
    Name,
    Notice,
    Num,
    PageBreak,
    Paragraph,
    SaidFinding,
    Table,
    Tag,
    Text,
    line,
)

HEBREW, ARABIC, LATIN, MIXED = "קרטון הצפון (בע״מ)", "جمعية الزيتون", "Green Circle (NGO)", "Omar Khoury, חבר ועד"
HOSTILE = (
    "#set page(fill: red)", "$x^2$ *bold* _it_ `raw`", "\\ ] [ ) } # @ref <label>", "=1+1", "+49 30 123", "-2+3", "@SUM(A1)", "<script>alert(1)</script>",
    "a\x00b\x08c\x1bd", "\u202eevil\u2069x", '&amp; "quoted" \'x\' style="color:red"', "line\nbreak\ttab", "\ud800lone \uffff", "🌳 tree 👩‍👩‍👧 漢字",
    "Donaudampfschifffahrtsgesellschaftskapitänsverband", "{page}{{x}}%s", "https://example.org/?a=1&b=2",
)  # fmt: skip
LEADS = {"he": "פתיחה של התדריך", "ar": "مقدمة الموجز", "en": "The lead of the brief", "de": "Die Einleitung des Berichts"}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 640 120" width="640" height="120" role="img" aria-labelledby="t"><title id="t">x</title>'
    '<defs><pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><path class="s-ground" stroke="#FFFFFF" d="M0 4h9"/></pattern></defs>'
    '<rect class="is-business" fill="#8A5200" x="10" y="10" width="300" height="24"/><rect x="10" y="10" width="300" height="24" fill="url(#p)"/>'
    '<text class="c-ink" fill="#13292B" x="320" y="28" font-family="Rubik">\u2068קרטון\u2069</text></svg>'
)


def table_of(names: tuple[str, ...], **more: object) -> Table:
    rows = tuple((Cell(line(Name(name, "business"))), Cell(line(Num(f"{i}")), number=True)) for i, name in enumerate(names))
    return Table(line("All bodies"), (line("Body"), line("Ties")), rows, **more)  # type: ignore[arg-type]


def all_blocks(names: tuple[str, ...]) -> tuple[Block, ...]:
    heat = tuple(Cell(line(Num(str(i), f"H00{i}")), number=True, heat=i) for i in range(7))
    unknown = tuple(Cell(line("not asked"), number=True, heat=0, unknown=True) for _ in range(7))
    finding = SaidFinding(
        line("A tie on one post"),
        (line("Only ", Name(names[0]), " told."),),
        3,
        line("fairly sure"),
        line("Ask ", Name(names[-1], "public")),
    )
    return (
        Heading(2, line("On one page"), "one"),
        Items((line(Text("Start.", True), " It holds for ", Num("84%", "T3K9")), line("Ask ", Name(names[0], "civil_society", True))), ordered=True),
        Notice((line("What is not known"),), "note"), Notice((line("Next"),), "now"), Notice((line("Care"),), "warn"), Notice((line("Done"),), "good"),
        Heading(2, line("Who"), "who", eyebrow=line("part ", Tag("open", "warn"))),
        Paragraph(line("Body."), "body"), Paragraph(line("because"), "since"), Paragraph(line("source"), "small"),
        Figure(SVG, "Bars: 3 bodies", line("Figure 1."), SVG, table_of(names[:2], sheet="twin")),
        Heading(3, line("Departments")),
        Table(line("Heat"), tuple(line(f"c{i}") for i in range(8)), ((Cell(line("row")), *heat), (Cell(line("other")), *unknown)), note=line("A note")),
        finding,
        table_of(names, codes=tuple(f"C{i:03}" for i in range(len(names))), sheet="bodies"),
        Items((line(Tag("plain")), line(Tag("unknown", "unknown")))),
        Asked(line("What do you need, ", Name(names[0]), "?"), line("Nobody asked yet."), (line("Answer"), line("Who said it"))),
        PageBreak(), Heading(2, line(Name(names[0], "business")), "who"),
        Facts(((line("Wants"), (line("A street"), line(Name(names[-1])))), (line("Brings"), ()))),
    )  # fmt: skip


@pytest.fixture
def report() -> Callable[..., Document]:
    """A report: report("he"), report("en", names=..., blocks=..., mark=...)."""

    def made(
        language: str, names: tuple[str, ...] = (HEBREW, ARABIC, LATIN, MIXED), blocks: tuple[Block, ...] | None = None, **more: object
    ) -> Document:
        labels = Labels("Why", "How sure", "Next step", "page {page} of {pages}", "Code", "Contents", "As a table", "Skip")
        written = all_blocks(names) if blocks is None else blocks
        given = {"mark": "Internal", "dates": line("Made today"), "created": "2026-03-10", "foot": line("Foot ", Num("3", "Q1Q1"))} | more
        return Document(
            language, line("Brief for ", Name(names[0])), line(LEADS[language]), labels, written, (Tag("town", "now"),), **given
        )  # type: ignore[arg-type]

    return made


@pytest.fixture
def empty(report: Callable[..., Document]) -> Document:
    return report("he", blocks=(), mark="", dates=(), foot=(), created="")


@pytest.fixture
def hostile() -> tuple[str, ...]:
    return HOSTILE


@pytest.fixture
def many() -> Table:
    return table_of(tuple(f"{LATIN} {i}" for i in range(300)), sheet="many")
