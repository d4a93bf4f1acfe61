"""How does a report become one page of a folder that is read without a server: one style sheet beside it, links to its neighbours, no script?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from shutaf.reports.document import Document, plain
from shutaf.reports.writers.cleaning import clean
from shutaf.reports.writers.html import BRAND
from shutaf.reports.writers.html.blocks import Body
from shutaf.reports.writers.html.inlines import escape, inlines
from shutaf.reports.writers.html.style import SUBSETS, sheet

Way = tuple[str, str]
"""Words, and the address they lead to; "" is where the reader is."""


@dataclass(frozen=True, slots=True)
class Ways:
    """A list of ways on, and what it is called for those who hear the page."""

    label: str
    ways: Sequence[Way]


_POLICY = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
_SHEET = "library.css"


def write_page(document: Document, *, up: str, ways: Ways, turns: Ways) -> bytes:
    """up: what leads to the top of the folder, "" or "../". ways: stand on every page. turns: to the pages before and after."""
    body = Body(document.labels)
    sections = body.written(document.blocks)
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        f'<title>{escape(clean(plain(document.title)))}</title><link rel="stylesheet" href="{up}{_SHEET}">'
    )
    lead = f'<p class="lead">{inlines(document.lead)}</p>' if document.lead else ""
    foot = f'<footer class="foot small">{_list("turns", turns)}<p>{inlines(document.foot)} · {inlines(document.dates)}</p></footer>'
    skip = f'<a class="skip" href="#main">{escape(document.labels.skip)}</a>'
    main = (
        f'<main id="main" tabindex="-1"><header class="cover"><h1>{inlines(document.title)}</h1>{lead}</header>\n{sections}\n{foot}</main>'
    )
    page = f'<!doctype html>\n<html lang="{document.language}" dir="{document.direction}">\n<head>{head}</head>\n<body>{skip}{_list("ways", ways)}{main}</body>\n</html>\n'
    return page.encode("utf-8")


def _list(kind: str, listed: Ways) -> str:
    if not listed.ways:
        return ""
    parts = (
        f'<li><a href="{escape(to)}">{escape(clean(words))}</a></li>'
        if to
        else f'<li><b aria-current="page">{escape(clean(words))}</b></li>'
        for words, to in listed.ways
    )
    brand = BRAND if kind == "ways" else ""
    return f'<nav class="{kind}" aria-label="{escape(clean(listed.label))}">{brand}<ul>{"".join(parts)}</ul></nav>'


def beside() -> Mapping[str, bytes]:
    """What lies beside the pages: the style sheet, the fonts it names, and their licence."""
    faces = "".join(
        f'@font-face {{ font-family: Rubik; font-weight: 300 900; font-display: optional; src: url("fonts/{name}.woff2") format("woff2"); unicode-range: {letters}; }}\n'
        for name, letters in SUBSETS.items()
    )
    own = files("shutaf.reports.writers.html").joinpath("folder.css").read_text(encoding="utf-8")
    fonts = files("shutaf.reports.fonts")
    return {
        _SHEET: (faces + sheet() + own).encode("utf-8"),
        **{f"fonts/{name}.woff2": fonts.joinpath(f"{name}.woff2").read_bytes() for name in SUBSETS},
        "fonts/OFL.txt": fonts.joinpath("OFL.txt").read_bytes(),
    }
