"""Can somebody who does not see follow this paper? What PDF/UA-1 and Word's checker ask, as far as the file itself shows it; each function returns what is wrong.

No outside checker is at hand in the tests; what a machine cannot see (whether an alternative text says the right thing) was read by a person.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import ContentStream

SHOWS_TEXT = frozenset({b"Tj", b"TJ", b"'", b'"'})
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def wrong_in_pdf(content: bytes, language: str) -> list[str]:
    reader = PdfReader(io.BytesIO(content))
    root = reader.trailer["/Root"].get_object()
    if "/StructTreeRoot" not in root:
        return ["not tagged"]
    tree = root["/StructTreeRoot"].get_object()
    roles = {str(key): str(value) for key, value in tree.get("/RoleMap", {}).items()}
    parts = [(roles.get(kind, kind), one) for kind, one in _parts(tree)]
    xmp = reader.xmp_metadata
    said = {
        "not marked as tagged": bool(root.get("/MarkInfo", {}).get("/Marked")),
        f"language {root.get('/Lang')}": str(root.get("/Lang", "")).startswith(language),
        "the window does not show the title": bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")),
        "no title": bool(reader.metadata and (reader.metadata.title or "").strip()),
        "does not say that it is PDF/UA": bool(xmp and b"pdfuaid" in xmp.stream.get_data()),
    }
    wrong = [what for what, holds in said.items() if not holds]
    wrong += _wrong_headings([int(kind[2:]) for kind, _one in parts if re.fullmatch(r"/H[1-6]", kind)])
    wrong += ["a picture has no text" for kind, one in parts if kind == "/Figure" and not str(one.get("/Alt", "")).strip()]
    wrong += ["a table has no head" for kind, one in parts if kind == "/Table" and "/TH" not in {roles.get(k, k) for k, _ in _parts(one)}]
    wrong += ["a head of a table says not of what" for kind, one in parts if kind == "/TH" and "Scope" not in str(one.get("/A", ""))]
    for number, page in enumerate(reader.pages, start=1):
        wrong += [f"page {number}: {what}" for what in _wrong_on_page(page, reader)]
    return wrong


def _parts(node: Any) -> Iterator[tuple[str, Any]]:
    """Every element of the structure below this one, in reading order."""
    kids = node.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    for kid in kids:
        one = kid.get_object() if hasattr(kid, "get_object") else kid
        if hasattr(one, "get") and "/S" in one:
            yield str(one["/S"]), one
            yield from _parts(one)


def _wrong_headings(levels: list[int]) -> list[str]:
    steps = zip([0, *levels], levels, strict=False)
    return [f"heading {after} follows {before}" for before, after in steps if after > before + 1]


def _wrong_on_page(page: Any, reader: PdfReader) -> Iterator[str]:
    if page.get("/Tabs") != "/S":
        yield "Tab does not follow the structure"
    depth, loose = 0, 0
    for _operands, operator in ContentStream(page.get_contents(), reader).operations:
        depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
        loose += operator in SHOWS_TEXT and depth == 0
    if loose:
        yield f"{loose} pieces of text are neither tagged nor marked as decoration"
    for font in _fonts(page):
        if "/ToUnicode" not in font:
            yield f"letters of {font.get('/BaseFont')} cannot be read back"
    for note in page.get("/Annots", []):
        if note.get_object().get("/Subtype") == "/Link" and not str(note.get_object().get("/Contents", "")).strip():
            yield "a link has no words"


def _fonts(page: Any) -> list[Any]:
    fonts = page.get("/Resources", {}).get_object().get("/Font", {})
    return [one.get_object() for one in fonts.get_object().values()] if fonts else []


def wrong_in_docx(content: bytes, language: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body, styles, core = (
            ElementTree.fromstring(archive.read(name)) for name in ("word/document.xml", "word/styles.xml", "docProps/core.xml")
        )
    which = "bidi" if language in ("he", "ar") else "val"
    named = {str(one.get(f"{W}{which}", "")) for part in (styles, body) for one in part.iter(f"{W}lang")}
    wrong = [] if any(name.startswith(language) for name in named) else [f"language {sorted(named)}"]
    wrong += [] if (core.findtext("{http://purl.org/dc/elements/1.1/}title") or "").strip() else ["no title"]
    marks = [one.get(f"{W}val", "") for one in body.iter(f"{W}pStyle")]
    levels = [int(found[1]) for mark in marks if (found := re.fullmatch(r"Heading([1-6])", mark))]
    first = 0 if levels and levels[0] == 1 else 1  # a title in Word's own style stands for the first level
    wrong += _wrong_headings(([1] if first else []) + levels)
    drawn = [one for one in body.iter() if one.tag.endswith("}docPr")]
    is_decoration = [any(below.tag.endswith("}decorative") for below in one.iter()) for one in drawn]
    wrong += [
        "a picture has no text" for one, plain in zip(drawn, is_decoration, strict=True) if not (plain or (one.get("descr") or "").strip())
    ]
    wrong += ["a table has no head" for table in body.iter(f"{W}tbl") if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None]
    return wrong
