"""What does a Word file of ours say before its first word: page, styles, languages, header, footer, properties?"""

from __future__ import annotations

import datetime
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from shutaf.reports.document import Document, plain
from shutaf.reports.writers.cleaning import clean
from shutaf.reports.writers.docx.runs import Runs
from shutaf.reports.writers.docx.xml import INK, LINE, NAMESPACES, NOW_INK, SOFT, WASHES, size, twips

LOCALES = {"he": "he-IL", "ar": "ar-SA", "en": "en-GB", "de": "de-DE"}
FONT = '<w:rFonts w:ascii="Rubik" w:hAnsi="Rubik" w:eastAsia="Rubik" w:cs="Rubik"/>'
LINES = {"ar": 300}  # 240ths of a line; Arabic marks want more air
FACTS_MM = 42
_BOLD = "<w:b/><w:bCs/>"


def set_up(file: Any, document: Document, runs: Runs) -> None:
    _page(file, runs.is_rtl)
    _styles(file, document, runs.is_rtl)
    _header_and_footer(file, document, runs)
    _properties(file, document)
    _settings(file.settings.element)


def _settings(root: Any) -> None:
    """The template's settings give way to ours: the font comes along, long words are hyphenated, no compatibility mode. The schema fixes the order."""
    for child in list(root):
        root.remove(child)
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    ours = f'<w:zoom w:percent="100"/><w:embedTrueTypeFonts/><w:defaultTabStop w:val="720"/><w:autoHyphenation/><w:compat>{mode}</w:compat>'
    for child in parse_xml(f"<w:settings {NAMESPACES}>{ours}</w:settings>"):
        root.append(child)


def _page(file: Any, is_rtl: bool) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(19)
    section.header_distance = section.footer_distance = Mm(10)
    if is_rtl:
        grid = section._sectPr.find(qn("w:docGrid"))
        (section._sectPr.append if grid is None else grid.addprevious)(parse_xml(f"<w:bidi {NAMESPACES}/>"))


def _styles(file: Any, document: Document, is_rtl: bool) -> None:
    """Our own styles in place of the template's: the names that Word knows for title, headings, lists and captions, and a few more."""
    root = file.styles.element
    for style in root.findall(qn("w:style")):
        root.remove(style)
    defaults = root.find(qn("w:docDefaults"))
    locale = LOCALES[document.language]
    language = f'<w:lang w:val="{"en-GB" if is_rtl else locale}" w:eastAsia="en-GB" w:bidi="{locale if is_rtl else "he-IL"}"/>'
    base = f'<w:rPrDefault><w:rPr>{FONT}<w:color w:val="{INK}"/>{size(10)}{language}</w:rPr></w:rPrDefault><w:pPrDefault/>'
    root.replace(defaults, parse_xml(f"<w:docDefaults {NAMESPACES}>{base}</w:docDefaults>"))
    for style in _style_sheet(is_rtl, LINES.get(document.language, 276)):
        root.append(parse_xml(style))


def _style_sheet(is_rtl: bool, line: int) -> list[str]:
    bidi = "<w:bidi/>" if is_rtl else ""
    facts = twips(FACTS_MM)
    soft, small = f'<w:color w:val="{SOFT}"/>', size(8.75)

    def space(before: int, after: int) -> str:
        return f'<w:spacing w:before="{before}" w:after="{after}"/>'

    tab = f'<w:tabs><w:tab w:val="left" w:pos="{facts}"/></w:tabs>'
    box = '<w:ind w:left="170" w:right="170"/>'
    finding = f'<w:ind w:left="{facts}" w:right="170" w:hanging="{facts - 170}"/>'
    rule = f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="{LINE}"/></w:pBdr>'
    end_rule = rule.replace("w:left", "w:right")
    return [
        _style("Normal", "Normal", f'{bidi}<w:spacing w:before="0" w:after="110" w:line="{line}" w:lineRule="auto"/>', "", default=True),
        _style("Title", "Title", "<w:keepNext/>" + space(40, 120), _BOLD + size(21)),
        _style("Heading1", "heading 1", "<w:keepNext/><w:keepLines/>" + space(340, 110) + '<w:outlineLvl w:val="0"/>', _BOLD + size(14.5)),
        _style("Heading2", "heading 2", "<w:keepNext/><w:keepLines/>" + space(240, 90) + '<w:outlineLvl w:val="1"/>', _BOLD + size(11.5)),
        _style("Heading3", "heading 3", "<w:keepNext/><w:keepLines/>" + space(180, 70) + '<w:outlineLvl w:val="2"/>', _BOLD + size(10.5)),
        _style("TOC1", "toc 1", space(120, 30), _BOLD),
        _style("TOC2", "toc 2", space(0, 20) + '<w:ind w:left="240"/>', ""),
        _style("Lead", "Lead", space(0, 160), size(11.5)),
        _style("Eyebrow", "Eyebrow", "<w:keepNext/>" + space(200, 40), soft + small),
        _style("Since", "Since", (end_rule if is_rtl else rule) + '<w:ind w:left="200"/>', soft),
        _style("Small", "Small", space(50, 130), soft + small),
        _style("Note", "Note", space(0, 50), soft + small),
        _style(
            "Foot", "Foot", f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{LINE}"/></w:pBdr>' + space(360, 0), soft + small
        ),
        _style("Caption", "caption", space(80, 70), soft + small),
        _style("Picture", "Picture", "<w:keepNext/>" + space(80, 40), ""),
        _style("ListBullet", "List Bullet", space(0, 80), ""),
        _style("ListNumber", "List Number", space(0, 90), ""),
        _style("Facts", "Facts", tab + space(0, 90) + f'<w:ind w:left="{facts}" w:hanging="{facts}"/>', ""),
        _style("FactsMore", "Facts More", space(0, 90) + f'<w:ind w:left="{facts}"/>', ""),
        _style("Box", "Box", space(70, 20) + box, ""),
        _style("BoxMore", "Box More", space(0, 20) + box, ""),
        _style("Finding", "Finding", space(80, 50) + box, ""),
        _style("FindingMore", "Finding More", tab + space(0, 50) + finding, ""),
        _style("Gap", "Gap", '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', size(4)),
        _style("Cell", "Cell", '<w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="auto"/>', small),
        _style("Header", "header", space(0, 0), soft + size(7.75)),
        _style("Footer", "footer", space(0, 0), soft + size(7.75)),
        f'<w:style {NAMESPACES} w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    ]


def _style(key: str, name: str, paragraph: str, letters: str, *, default: bool = False) -> str:
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    flag = ' w:default="1"' if default else ""
    return (
        f'<w:style {NAMESPACES} w:type="paragraph"{flag} w:styleId="{key}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _header_and_footer(file: Any, document: Document, runs: Runs) -> None:
    section = file.sections[0]
    mark_look = f'<w:color w:val="{NOW_INK}"/>{size(8)}<w:shd w:val="clear" w:color="auto" w:fill="{WASHES["now"]}"/>'
    mark = runs.ours(f"\u00a0{document.mark}\u00a0", mark_look, is_strong=True) if document.mark else ""
    _fill(section.header, "Header", mark)
    dates = "" if document.is_letter else runs.line(document.dates)
    _fill(section.footer, "Footer", f"{dates}<w:r><w:tab/></w:r>{_page_number(document.labels.page, runs)}")


def _fill(part: Any, style: str, content: str) -> None:
    part.is_linked_to_previous = False
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(174)}"/></w:tabs>'
    new = parse_xml(f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{content}</w:p>')
    old = part.paragraphs[0]._p
    old.getparent().replace(old, new)


def _page_number(template: str, runs: Runs) -> str:
    """ "page {page} of {pages}" with Word's own fields."""
    out = ""
    for piece in clean(template).replace("{pages}", "\x00pages\x00").replace("{page}", "\x00page\x00").split("\x00"):
        field = {"page": "PAGE", "pages": "NUMPAGES"}.get(piece)
        out += f'<w:fldSimple w:instr=" {field} ">{runs.ours("1")}</w:fldSimple>' if field else runs.ours(piece)
    return out


def _properties(file: Any, document: Document) -> None:
    core = file.core_properties
    core.title = clean(plain(document.title, isolate=False))
    core.language = LOCALES[document.language]
    core.keywords = ", ".join(clean(word) for word in document.keywords)
    core.author, core.comments, core.last_modified_by = "Shutaf", "", ""
    if document.created:
        day = datetime.datetime.fromisoformat(document.created).replace(tzinfo=datetime.UTC)
        core.created = core.modified = day
