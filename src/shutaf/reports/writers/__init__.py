"""In which form is a report handed out? One typed document in; the bytes of a file out.

The form follows the name of the file: .html, .pdf, .docx or .xlsx. The heavy libraries are loaded when their form is asked for.
"""

from __future__ import annotations

from pathlib import PurePath

from shutaf.reports.document import Document
from shutaf.reports.writers.failed import PdfFailed, UnknownForm

__all__ = ["SUFFIXES", "PdfFailed", "UnknownForm", "write", "write_docx", "write_html", "write_pdf", "write_xlsx"]

SUFFIXES = (".html", ".pdf", ".docx", ".xlsx")


def write_html(document: Document) -> bytes:
    """One self-contained page: no script, nothing fetched."""
    from shutaf.reports.writers.html import write_html as write_it

    return write_it(document)


def write_pdf(document: Document) -> bytes:
    """A tagged PDF (PDF/UA-1), made in a child process. Raises PdfFailed."""
    from shutaf.reports.writers.pdf import write_pdf as write_it

    return write_it(document)


def write_docx(document: Document) -> bytes:
    """A Word file with real styles, right to left where the language is."""
    from shutaf.reports.writers.docx import write_docx as write_it

    return write_it(document)


def write_xlsx(document: Document) -> bytes:
    """A workbook: a first sheet of words, then one sheet a table that names its sheet."""
    from shutaf.reports.writers.xlsx import write_xlsx as write_it

    return write_it(document)


def write(document: Document, path_or_suffix: str | PurePath) -> bytes:
    """The document as the form that a file name or a suffix asks for. Raises UnknownForm for any other, PdfFailed when a PDF cannot be made."""
    name = str(path_or_suffix)
    suffix = (PurePath(name).suffix or f".{name.lstrip('.')}").lower()
    forms = {".html": write_html, ".pdf": write_pdf, ".docx": write_docx, ".xlsx": write_xlsx}
    if suffix not in forms:
        raise UnknownForm(suffix)
    return forms[suffix](document)
