"""The map as a list: each body with its neighbours, what is known not to be, and of how many nothing is known."""

from __future__ import annotations

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.web.pages.told.shown import Shown, html


def list_html(shown: Shown) -> tuple[SafeString, int, int]:
    """The items of the asked page, its number, how many pages."""
    refs, page, pages = shown.paged(shown.by_name(shown.selected.bodies))
    return html(_item(shown, ref) for ref in refs), page, pages


def _item(shown: Shown, ref: str) -> str:
    near, none = shown.by_name(shown.neighbours(ref)), shown.none_of.get(ref, [])
    blank = len(shown.selected.bodies) - 1 - len(near) - len(none)
    parts = [f'<h3 class="h-side">{shown.link(ref, shown.page_of(ref))}</h3><p class="small soft">{shown.group(ref)}</p>']
    digits = shown.speech.digits
    if near:
        said = ngettext("Works with {n} body:", "Works with {n} bodies:", len(near)).format(n=digits(len(near)))
        parts.append(f"<p>{said}</p>{shown.name_list(near)}")
    else:
        said = _("No tie known to us.")
        parts.append(f'<p><span class="unknown">{said}</span></p>')
    if none:
        said = _("Known: no tie with")
        parts.append(f"<p>{said}</p>{shown.name_list(none)}")
    if blank > 0:
        said = ngettext("Of {n} other body nothing is known.", "Of {n} other bodies nothing is known.", blank).format(n=digits(blank))
        parts.append(f'<p class="small soft">{said}</p>')
    return f'<li class="stack-s">{"".join(parts)}</li>'
