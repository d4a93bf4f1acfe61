"""How does a report become a Word file that reads right to left where its language does, with real headings, tables and alternative texts?"""

from __future__ import annotations

import io

import docx
from docx.oxml import parse_xml

from shutaf.reports.document import Document
from shutaf.reports.writers.docx.blocks import Blocks
from shutaf.reports.writers.docx.fonts import embed_fonts
from shutaf.reports.writers.docx.lists import Numbering
from shutaf.reports.writers.docx.pictures import Pictures
from shutaf.reports.writers.docx.runs import Runs
from shutaf.reports.writers.docx.setup import set_up
from shutaf.reports.writers.docx.targets import Targets
from shutaf.reports.writers.docx.xml import NAMESPACES


def write_docx(document: Document) -> bytes:
    """The bytes of a .docx file."""
    file = docx.Document()
    pictures = Pictures(file.part)
    targets = Targets(file.part, document.blocks)
    runs = Runs(is_rtl=document.direction == "rtl", pictures=pictures, targets=targets)
    set_up(file, document, runs)
    embed_fonts(file.part)
    blocks = Blocks(document, runs, pictures, Numbering(file.part), targets)
    body = parse_xml(f"<w:body {NAMESPACES}>{blocks.written()}</w:body>")
    body.append(file.element.body.sectPr)
    file.element.replace(file.element.body, body)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()
