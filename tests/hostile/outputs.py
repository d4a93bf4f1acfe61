"""Would this answer run what somebody typed? One reader for each kind of file, each as the program that opens it would read."""

from __future__ import annotations

import csv
import email
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from lxml import etree, html
from openpyxl import load_workbook
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

Found = Iterator[str]
SAFE_SCHEMES = re.compile(r"(?:https?|mailto|tel|sms|otpauth|webcal):|[/#?.]|[^:]*$", re.I)
LINKS = ("href", "src", "action", "formaction", "data", "xlink:href", "{http://www.w3.org/1999/xlink}href", "poster", "cite", "background", "ping", "hx-get", "hx-post")  # fmt: skip
DATA_IMAGES = re.compile(r"data:(?:image/(?:png|svg\+xml|gif)|font/woff2)[;,]")
OUR_FORMULA = re.compile(r"""=IF\((?:'[\w ]+'!|""|[A-Z0-9$:()<=,+-])*\)""")
"""What the pick lists of the workbook repeat: cells of its own sheets, and nothing between quotes."""
FORMULA = ("=", "+HOSTILE", "@", "\t=", "\r=", "\n=", "|")
ACTIVE = ("/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/SubmitForm", "/ImportData", "/EmbeddedFile", "/RichMedia")


def elements(tree: etree._Element, may_style: bool = False) -> Found:
    """may_style: the page's own policy names its style sheet by hash."""
    for node in tree.iter():
        if not isinstance(node.tag, str):
            continue
        tag = etree.QName(node).localname.lower()
        if tag == "hostile-x" or tag in ("object", "embed", "iframe", "frame", "applet", "base"):
            yield f"an element <{tag}>"
        if tag == "script" and not node.get("src") and node.get("type") != "application/json":
            yield "a script in the page"
        if tag == "style" and not may_style:
            yield "a style in the page"
        for name, value in node.attrib.items():
            if name.lower().startswith(("on", "hostile-y")) or (name == "style" and not may_style):
                yield f"an attribute {name} of <{tag}>"
            if name in LINKS and not SAFE_SCHEMES.match(value.strip()) and not DATA_IMAGES.match(value):
                yield f"a link to {value[:40]}"


def in_html(data: bytes) -> Found:
    if not data.strip():
        return
    yield from elements(
        html.fromstring(data, parser=html.HTMLParser(encoding="utf-8")), may_style=b"Content-Security-Policy" in data[:4000]
    )


def in_xml(data: bytes) -> Found:
    try:
        tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as broken:
        yield f"broken XML: {broken}"
        return
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data:
        yield "a DOCTYPE or an entity"
    yield from elements(tree, may_style=True)


def in_svg(data: bytes) -> Found:
    yield from in_xml(data)
    if b" style=" in data:
        yield "a style that a policy refuses"
    if b"<script" in data.lower():
        yield "a script"


def in_json(data: bytes) -> Found:
    json.loads(data)
    yield from ()


def in_csv(data: bytes) -> Found:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
        yield from (f"a formula {cell[:20]!r}" for cell in row if cell.startswith(FORMULA))


def in_xlsx(data: bytes) -> Found:
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and (
                    sheet.title != "lists" or not OUR_FORMULA.fullmatch(str(cell.value)) or "HOSTILE" in str(cell.value)
                ):
                    yield f"a formula at {sheet.title}!{cell.coordinate}"
                target = (cell.hyperlink.target or "") if cell.hyperlink else ""
                if not SAFE_SCHEMES.match(target):
                    yield f"a link to {target[:40]}"
    yield from in_zip(data)


def in_zip(data: bytes) -> Found:
    """Names that stay inside, and each part as its own kind."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("/") or "\\" in name or ".." in PurePosixPath(name).parts:
                yield f"a part that leaves its folder: {name}"
            if name.endswith((".bin", ".vbs", ".exe")) or "activeX" in name or "embeddings" in name:
                yield f"a part that runs: {name}"
            yield from (f"{name}: {one}" for one in reader_of(name)(archive.read(name)))


def in_rels(data: bytes) -> Found:
    for node in etree.fromstring(data):
        if node.get("TargetMode") == "External" and not re.match(r"(?:https?|mailto):|#", node.get("Target", "")):
            yield f"a link to {node.get('Target')}"
        if "attachedTemplate" in node.get("Type", "") or "oleObject" in node.get("Type", ""):
            yield "something from elsewhere"


def in_word(data: bytes) -> Found:
    yield from in_xml(data)
    said = re.findall(rb"<w:instrText[^>]*>([^<]*)<", data) + re.findall(rb'w:instr="([^"]*)"', data)
    yield from (f"a field {one[:40]!r}" for one in said if not re.match(rb"\s*(?:PAGE|NUMPAGES|TOC|REF|PAGEREF)\b", one))


def in_pdf(data: bytes) -> Found:
    reader = PdfReader(io.BytesIO(data))
    for number in range(1, int(reader.trailer["/Size"])):
        try:
            one = reader.get_object(IndirectObject(number, 0, reader))
        except Exception:
            continue
        yield from _active(one)


def _active(one: object) -> Found:
    if isinstance(one, DictionaryObject):
        for key, value in one.items():
            if key in ACTIVE or (key == "/S" and value in ACTIVE):
                yield f"{key} {value!s:.40}"
            if key == "/URI" and not SAFE_SCHEMES.match(str(value)):
                yield f"a link to {value!s:.40}"
            if isinstance(value, DictionaryObject | ArrayObject):
                yield from _active(value)
    elif isinstance(one, ArrayObject):
        for value in one:
            if isinstance(value, DictionaryObject | ArrayObject):
                yield from _active(value)


def in_lines(data: bytes) -> Found:
    """Calendars and cards: a line that somebody else began."""
    unfolded = re.sub(r"\r?\n[ \t]", "", data.decode())
    yield from (f"a line {line[:30]!r}" for line in re.split(r"[\r\n\u2028\u0085]", unfolded) if line.startswith("X-HOSTILE"))


def in_mail(data: bytes) -> Found:
    message = email.message_from_bytes(data)
    if message["X-HOSTILE"] or any("X-HOSTILE" in name for name in message):
        yield "a header that somebody else wrote"


def in_nothing(data: bytes) -> Found:
    yield from ()


READERS: dict[str, Callable[[bytes], Found]] = {
    ".html": in_html, ".svg": in_svg, ".json": in_json, ".csv": in_csv, ".xlsx": in_xlsx, ".docx": in_zip, ".zip": in_zip, ".pdf": in_pdf, ".ics": in_lines,
    ".vcf": in_lines, ".graphml": in_xml, ".gexf": in_xml, ".rels": in_rels, ".eml": in_mail, ".png": in_nothing, ".ttf": in_nothing, ".odttf": in_nothing,
}  # fmt: skip
KINDS = {
    "text/html": ".html", "image/svg+xml": ".svg", "application/json": ".json", "text/csv": ".csv", "application/pdf": ".pdf", "text/calendar": ".ics", "text/vcard": ".vcf",
    "application/zip": ".zip", "image/png": ".png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}  # fmt: skip


def reader_of(name: str) -> Callable[[bytes], Found]:
    if name.startswith("word/") and name.endswith(".xml"):
        return in_word
    return READERS.get(PurePosixPath(name).suffix.lower(), in_xml if name.endswith(".xml") else in_nothing)


def found_in(kind: str, name: str, data: bytes) -> Found:
    """kind: of the answer; name: of the file it gives, or its address."""
    plain = kind.partition(";")[0].strip()
    suffix = KINDS.get(plain) or PurePosixPath(name.partition("?")[0]).suffix
    yield from reader_of(f"x{suffix}")(data)
