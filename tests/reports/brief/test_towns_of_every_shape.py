"""Is there a brief for every town, and does each part without input say what would fill it and in how many minutes?"""

from __future__ import annotations

import io
import re
from html import unescape

import pytest
from briefs import LANGUAGES, anchors, brief_of, computed, flowing, section, within
from openpyxl import load_workbook
from towns_of_every_shape import HOSTILE, TOWNS

from shutaf.reports.brief import Audience
from shutaf.reports.document import Figure, Heading, Notice, Num, SaidFinding, Table
from shutaf.reports.wording.speech import Speech
from shutaf.reports.writers import write
from shutaf.reports.writers.cleaning import clean_name

AUDIENCES: tuple[Audience, ...] = ("room", "driver")
ALWAYS = ["summary", "place", "who", "missing", "internal", "network", "matches", "initiative", "propriety", "method"]
PARTS = {
    "place": ["place"],
    "internal": ["internal_map", "holders"],
    "network": ["network"],
    "matches": ["matches"],
    "initiative": ["first_initiative"],
    "grid": ["grid"],
}
"""The parts of the missing inputs that each section without input asks for."""
EMPTY = {
    "nothing": ["place", "internal", "network", "grid", "matches", "initiative"],
    "one body": ["place", "internal", "network", "grid", "matches", "initiative"],
    "thirty names": ["place", "internal", "network", "grid", "matches", "initiative"],
    "names and sectors": ["place", "internal", "network", "grid", "matches", "initiative"],
    "one department": ["place", "network", "grid", "matches", "initiative"],
    "no ties": ["network"],
    "no departments": ["internal"],
    "no place": ["place"],
    "needs and offers only": ["place", "internal", "network", "grid", "initiative"],
    "300 bodies without ties": ["place", "internal", "network", "grid", "matches", "initiative"],
}


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("shape", TOWNS)
def test_every_town_has_every_section(shape: str, audience: Audience) -> None:
    document = brief_of(TOWNS[shape], audience)
    assert [anchor for anchor in anchors(document) if anchor in ALWAYS] == ALWAYS
    assert ("grid" in anchors(document)) is (audience == "driver")
    assert all(len(found) > 1 for found in (section(document, anchor) for anchor in ALWAYS))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", EMPTY)
def test_section_without_input_says_what_would_fill_it_in_how_many_minutes(shape: str, language: str) -> None:
    document, speech = brief_of(TOWNS[shape], "driver", language), Speech(language, TOWNS[shape])
    for anchor in EMPTY[shape]:
        lines = [flowing(line) for block in section(document, anchor) if isinstance(block, Notice) for line in block.text]
        wanted = [item.minutes for item in computed(TOWNS[shape], None).missing_inputs if item.section in PARTS[anchor]]
        assert wanted, anchor
        assert len(lines) == len(wanted), anchor
        for minutes, line in zip(wanted, lines, strict=True):
            said = re.findall(r"[\d.,]*\d", line)
            assert speech.digits(minutes) in said or minutes <= 2, anchor  # Hebrew and Arabic say two as a word


@pytest.mark.parametrize("shape", EMPTY)
def test_summary_names_what_the_next_minutes_would_buy(shape: str) -> None:
    boxes = [block for block in section(brief_of(TOWNS[shape]), "summary") if isinstance(block, Notice) and block.tone == "now"]
    assert len(boxes) == 1
    assert len(boxes[0].text) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", TOWNS)
def test_no_line_of_a_brief_is_empty_or_holds_a_placeholder(shape: str, language: str) -> None:
    document = brief_of(TOWNS[shape], "driver", language)
    findings = [block for block in within(document) if isinstance(block, SaidFinding)]
    assert all(finding.title and finding.sure for finding in findings)
    figures = [block for block in document.blocks if isinstance(block, Figure)]
    assert all(figure.alt and figure.svg_wide.startswith("<svg") for figure in figures)
    assert all(flowing(block.text) for block in document.blocks if isinstance(block, Heading))
    assert all(num.text not in ("", "nan", "NaN", "None") for num in within(document) if isinstance(num, Num))
    if shape != "hostile names":
        assert "{" not in flowing(document)


@pytest.mark.parametrize("shape", TOWNS)
def test_every_row_of_a_table_has_a_cell_for_each_column(shape: str) -> None:
    tables = [block for block in within(brief_of(TOWNS[shape])) if isinstance(block, Table)]
    assert all(len(row) == len(table.head) for table in tables for row in table.rows)


@pytest.mark.parametrize("shape", TOWNS)
def test_html_and_xlsx_are_written_in_a_language_of_each_direction(shape: str) -> None:
    for language in ("he", "de"):
        document = brief_of(TOWNS[shape], "driver", language)
        page = write(document, ".html").decode()
        assert f'dir="{document.direction}"' in page
        assert load_workbook(io.BytesIO(write(document, ".xlsx"))).worksheets[0].sheet_view.rightToLeft is (language == "he")


@pytest.mark.slow
@pytest.mark.parametrize(("shape", "language"), [(shape, LANGUAGES[i % 4]) for i, shape in enumerate(TOWNS)])
def test_pdf_and_docx_are_written_for_every_town(shape: str, language: str) -> None:
    document = brief_of(TOWNS[shape], "room" if language == "en" else "driver", language)
    assert write(document, ".pdf").startswith(b"%PDF")
    assert write(document, ".docx").startswith(b"PK")


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_are_printed_in_every_language(language: str) -> None:
    assert write(brief_of(TOWNS["hostile names"], "driver", language), ".pdf").startswith(b"%PDF")


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_stand_in_the_page_as_written(language: str) -> None:
    page = write(brief_of(TOWNS["hostile names"], "driver", language), ".html").decode()
    assert "<script>alert" not in page
    words = unescape(re.sub(r"<[^>]+>", "", page))
    assert [name for name in HOSTILE[:12] if clean_name(name) not in words] == []
    assert not re.search("[\u202a-\u202e\u2066\u2067]", re.sub("<title>.*?</title>", "", page))


@pytest.mark.parametrize(
    ("shape", "announces"), [("surveyed, 90 % answered", True), ("surveyed, 70 % answered", False), ("surveyed, 40 % answered", False)]
)
def test_a_survey_speaks_of_single_bodies_from_80_percent_answers_on(shape: str, announces: bool) -> None:
    said = flowing(section(brief_of(TOWNS[shape]), "network"))
    assert ("named as connecting" in said) is announces
    assert "answered for themselves" in said


@pytest.mark.parametrize("shape", ["thirty names", "300 bodies without ties", "no ties"])
def test_no_map_is_drawn_and_nobody_is_called_unconnected_where_no_tie_is_known(shape: str) -> None:
    document = brief_of(TOWNS[shape])
    assert "map" not in anchors(document)
    assert not re.search("isolated|unconnected|works with nobody", flowing(document))
