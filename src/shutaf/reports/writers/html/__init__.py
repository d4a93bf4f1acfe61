"""How does a report become one web page that needs nothing but itself?

No script, no address outside, one style sheet whose hash the page's own security policy names, and the fonts its letters need inside it.
"""

from __future__ import annotations

from shutaf.reports.document import Document, plain
from shutaf.reports.writers.cleaning import clean
from shutaf.reports.writers.html.blocks import Body
from shutaf.reports.writers.html.inlines import escape, inlines
from shutaf.reports.writers.html.style import policy, style_for

BRAND = (
    '<svg class="brand" viewBox="0 0 40 40" aria-hidden="true"><rect class="mark-a" x="3" y="10" width="22" height="22" rx="2.5"/>'
    '<circle class="mark-b" cx="25.5" cy="20" r="12"/><path class="mark-c" d="M18.87 10H25V31.99A12 12 0 0 1 18.87 10z"/></svg>'
)
FOLD_CONTENTS_ABOVE = 14  # headings; ours: what two columns show without pushing page one off a laptop's screen


def write_html(document: Document) -> bytes:
    """One self-contained page in UTF-8."""
    body = _page_body(document)
    style = style_for(body, clean(document.mark))
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy(style)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        f'<meta name="referrer" content="no-referrer"><title>{escape(clean(plain(document.title)))}</title><style>{style}</style>'
    )
    page = f'<!doctype html>\n<html lang="{document.language}" dir="{document.direction}">\n<head>{head}</head>\n<body>{body}</body>\n</html>\n'
    return page.encode("utf-8")


def _page_body(document: Document) -> str:
    body = Body(document.labels)
    sections = body.written(document.blocks)
    mark = f'<p class="mark">{escape(clean(document.mark))}</p>' if document.mark else ""
    foot = f'<footer class="foot small"><p>{inlines(document.foot)}</p></footer>' if document.foot else ""
    skip = escape(document.labels.skip) or inlines(document.title)
    return f'<a class="skip" href="#main">{skip}</a>{mark}<main id="main" tabindex="-1">{_cover(document)}{_contents(document, body)}\n{sections}\n{foot}</main>'


def _cover(document: Document) -> str:
    dates = f'<p class="small">{inlines(document.dates)}</p>' if document.dates else ""
    tags = f'<p class="tags">{inlines(document.tags)}</p>' if document.tags else ""
    lead = f'<p class="lead">{inlines(document.lead)}</p>' if document.lead else ""
    if document.is_letter:
        return f'<header class="cover letter">{dates}<p>{inlines(document.lead)}</p><h1>{inlines(document.title)}</h1></header>'
    return f'<header class="cover"><div class="apart">{BRAND}{dates}</div>{tags}<h1>{inlines(document.title)}</h1>{lead}</header>'


def _contents(document: Document, body: Body) -> str:
    """The headings of the second level as links; folded when there are many."""
    if len(body.sections) < 2:
        return ""
    links = "".join(f'<li><a href="#{anchor}">{text}</a></li>' for anchor, text in body.sections)
    head, listed = f'<h2 id="contents">{escape(document.labels.contents)}</h2>', f"<ol>{links}</ol>"
    if len(body.sections) > FOLD_CONTENTS_ABOVE:
        return f'<nav aria-labelledby="contents"><details><summary>{head}</summary>{listed}</details></nav>'
    return f'<nav aria-labelledby="contents">{head}{listed}</nav>'
