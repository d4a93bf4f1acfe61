"""A page that needs nothing but itself, and in which no data is markup."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import pytest
from lxml import etree, html

from shutaf.charts import palette
from shutaf.reports.document import Document, Heading, Name, Num, Table, line
from shutaf.reports.writers import write_html
from shutaf.reports.writers.html.inlines import inlines

Report = Callable[..., Document]


def page_of(document: Document) -> html.HtmlElement:
    return html.document_fromstring(write_html(document).decode("utf-8"))


@pytest.mark.parametrize("language", ["he", "ar", "en", "de"])
def test_page_says_its_language_and_direction(report: Report, language: str) -> None:
    page = page_of(report(language))
    assert page.get("lang") == language
    assert page.get("dir") == ("rtl" if language in ("he", "ar") else "ltr")


def test_page_fetches_nothing_and_runs_nothing(report: Report, hostile: tuple[str, ...]) -> None:
    page = page_of(report("he", names=hostile))
    assert not page.xpath("//script | //link | //img | //iframe | //object | //base | //*[@style] | //*[@src]")
    assert all(link.get("href").startswith("#") for link in page.xpath("//*[@href]"))
    assert not [name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib if name.startswith("on")]
    assert set(re.findall(r"url\((.{0,6})", page.findtext(".//style"))) == {'"data:'}


def test_policy_allows_this_style_sheet_and_no_other(report: Report) -> None:
    page = page_of(report("en"))
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    digest = base64.b64encode(hashlib.sha256(page.findtext(".//style").encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_each_name_is_isolated_and_nothing_in_it_is_markup(report: Report, hostile: tuple[str, ...]) -> None:
    page = page_of(report("en", names=hostile))
    shown = {"".join(name.itertext()) for name in page.iter("bdi")}
    assert {"<script>alert(1)</script>", "$x^2$ *bold* _it_ `raw`", "abcd", "evilx", "lone ", "line break tab", "=1+1"} <= shown
    assert not any(letter in text for text in shown for letter in "\x00\x08\u202e\u2069")


def test_number_is_followed_by_its_quiet_code(report: Report) -> None:
    code = page_of(report("en")).xpath("//section//li//sup[@class='code']")[0]
    assert code.text.strip() == "T3K9"
    assert code.getparent().text == "84%"


def test_headings_do_not_jump_and_contents_leads_to_each_section(report: Report) -> None:
    page = page_of(report("en"))
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert [link.get("href")[1:] for link in page.xpath("//nav//a")] == page.xpath("//section/h2/@id")


def test_many_sections_fold_the_contents(report: Report) -> None:
    few, many = (page_of(report("en", blocks=tuple(Heading(2, line(f"s{i}")) for i in range(n)))) for n in (14, 15))
    assert not few.xpath("//nav//details")
    assert many.xpath("//nav//details/summary")


def test_table_cell_carries_the_label_that_the_phone_shows(report: Report) -> None:
    page = page_of(report("en"))
    table = page.xpath("//table[caption='All bodies'][.//th='Code']")[0]
    assert table.xpath(".//tbody/tr[1]/td/@data-label") == ["Ties", "Code"]
    assert all(row[0].tag == "th" and row[0].get("scope") == "row" for row in table.xpath(".//tbody/tr"))


def test_unknown_cell_looks_unknown_and_says_so(report: Report) -> None:
    cells = page_of(report("en")).xpath("//td[contains(@class, 'unknown')]")
    assert {cell.text for cell in cells} == {"not asked"}
    assert not any("h0" in cell.get("class").split() for cell in cells)


def test_picture_has_its_words_and_shares_no_id(report: Report) -> None:
    page = page_of(report("he"))
    pictures = page.xpath("//figure//*[name()='svg' and @role='img']")
    assert [picture.get("aria-label") for picture in pictures] == ["Bars: 3 bodies"] * 2
    patterns = page.xpath("//*[name()='pattern']/@id")
    assert len(set(patterns)) == 2
    assert sorted(page.xpath("//*[name()='rect'][starts-with(@fill, 'url')]/@fill")) == sorted(f"url(#{name})" for name in patterns)


def test_mark_is_at_the_top_and_on_each_printed_page(report: Report) -> None:
    page = page_of(report("en"))
    assert page.xpath("//p[@class='mark']/text()") == ["Internal"]
    assert '@top-center { content: "Internal";' in page.findtext(".//style")
    unmarked = page_of(report("en", mark=""))
    assert not unmarked.xpath("//p[@class='mark']")
    assert "@top-center" not in unmarked.findtext(".//style")


def test_mark_cannot_leave_the_style_sheet(report: Report) -> None:
    page = page_of(report("en", mark='</style><script>"}*{'))
    assert not page.xpath("//script")
    assert '"\\00003c \\00002f style' in page.findtext(".//style")


def test_overlong_word_of_a_name_may_break(report: Report) -> None:
    document = report("en", blocks=(Heading(2, line(Name("x" * 45 + " short"))),))
    assert f"<bdi>{'x' * 20}<wbr>{'x' * 20}<wbr>{'x' * 5} short</bdi>" in write_html(document).decode()


def test_overlong_name_breaks_after_its_own_signs_first(report: Report) -> None:
    document = report("en", blocks=(Heading(2, line(Name("Laramie.County..Sheriff.s_Office a.b"))),))
    assert "<bdi>Laramie.<wbr>County..<wbr>Sheriff.<wbr>s_<wbr>Office a.b</bdi>" in write_html(document).decode()


@pytest.mark.parametrize(("name", "subsets"), [("Plain", 1), ("Łódź", 2), ("קרטון", 2), ("جمعية", 2)])
def test_page_carries_only_the_letters_it_needs(report: Report, name: str, subsets: int) -> None:
    document = replace(report("en", blocks=(Heading(2, line(Name(name))),)), title=line("T"), lead=())
    assert page_of(document).findtext(".//style").count("@font-face") == subsets


def test_empty_document_and_one_row_and_three_hundred_are_pages(report: Report, empty: Document, many: Table) -> None:
    assert page_of(empty).xpath("count(//h1)") == 1
    assert len(page_of(report("ar", blocks=(many,))).xpath("//tbody/tr")) == 300
    assert len(page_of(report("ar", blocks=(replace(many, rows=many.rows[:1]),))).xpath("//tbody/tr")) == 1
    assert page_of(report("ar", blocks=(replace(many, rows=()),))).xpath("//table")


def test_page_is_well_formed_enough_for_a_strict_reader(report: Report, hostile: tuple[str, ...]) -> None:
    body = write_html(report("he", names=hostile)).decode().split("<body>")[1].removesuffix("</body>\n</html>\n")
    etree.fromstring(f"<body>{body}</body>".replace("<wbr>", "<wbr/>"))


def test_style_repaints_every_class_of_the_charts() -> None:
    css = files("shutaf.reports.writers.html").joinpath("brief.css").read_text(encoding="utf-8")
    missing = [name for name in palette.paints(palette.DARK) if not re.search(rf"\.{name}\b", css)]
    assert missing == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_style_has_the_colours_of_the_charts(theme: str) -> None:
    css = files("shutaf.reports.writers.html").joinpath("brief.css").read_text(encoding="utf-8")
    light, dark = css.split("(prefers-color-scheme: dark)")[0], css.split("(prefers-color-scheme: dark)")[1].split("/* -- plain")[0]
    colours = palette.PALETTES["dark" if theme == "dark" else "light"]
    for group in ("public", "business", "civil_society", "academia", "community", "department", "other"):
        assert f"--sector-{group.removesuffix('_society')}: {colours.group(group)};" in (dark if theme == "dark" else light)


def test_style_names_no_side_of_the_page() -> None:
    css = files("shutaf.reports.writers.html").joinpath("brief.css").read_text(encoding="utf-8")
    assert not re.search(r"(?:margin|padding|border|text-align|float|inset)[-: ]+(?:left|right)", css)


def test_sign_of_a_number_is_isolated_with_it() -> None:
    assert "<bdi>-0.4</bdi>" in inlines((Num("-0.4"),))
    assert "<bdi>\u200e-0.4</bdi>" in inlines((Num("\u200e-0.4", "T3K9"),))
    assert "bdi" not in inlines((Num("0.4"),))
