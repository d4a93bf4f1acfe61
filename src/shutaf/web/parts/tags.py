"""Which words and pictures has every template? Icons, shapes, words of closed lists, dates, lines of a report, fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from django import template
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import Amount, Situation, Word
from shutaf.content.cases.language import text_in
from shutaf.reports.document import Inline, Link, Name, Num, Tag
from shutaf.reports.wording.library_cases import country_name
from shutaf.reports.wording.speech import Speech
from shutaf.reports.writers.html.inlines import inlines
from shutaf.web.parts.values import said_field, said_value

register = template.Library()

SHAPES = {
    "public": '<rect x="3" y="3" width="14" height="14" rx="1.5"/>',
    "business": '<path d="M10 .9 19.1 10 10 19.1.9 10z"/>',
    "civil_society": '<circle cx="10" cy="10" r="7.6"/>',
    "academia": '<path d="M10 1.3 18.7 17H1.3z"/>',
    "community": '<path d="M10 2 17.5 8.5V17H2.5V8.5z"/>',
    "department": '<path fill-rule="evenodd" d="M2.5 2.5h15v15h-15zM6.8 6.8v6.400h6.400V6.8z"/>',
    "other": '<path d="M6.3 2h7.400L18 10l-4.3 8H6.3L2 10z"/>',
    "": '<circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="3 2.5"/>',
}
CLASSES = {"civil_society": "is-civil", "": "is-unknown"}


@cache
def _icons() -> Mapping[str, str]:
    found: dict[str, str] = json.loads((Path(__file__).parent / "icons.json").read_text(encoding="utf-8"))
    return found


def _language() -> str:
    return (translation.get_language() or "he")[:2]


def _speech() -> Speech:
    """The reader's language for words that no situation is needed for; it counts no numbers, so one a language is enough."""
    return _speech_in(_language())


@cache
def _speech_in(language: str) -> Speech:
    return Speech(language, Situation())


@register.simple_tag
def icon(name: str, more: str = "") -> SafeString:
    """A picture beside a word; never alone except search, language, me."""
    return mark_safe(f'<svg class="icon {more}" viewBox="0 0 24 24" aria-hidden="true">{_icons()[name]}</svg>')  # noqa: S308 - ours


@register.simple_tag
def shape(group: str, more: str = "") -> SafeString:
    """The shape of a sector, of a department, or of a sector not known."""
    kind = CLASSES.get(group, f"is-{group}")
    return mark_safe(  # noqa: S308 - ours
        f'<svg class="shape {kind} {more}" viewBox="0 0 20 20" aria-hidden="true">{SHAPES.get(group, SHAPES["other"])}</svg>'
    )


@register.simple_tag
def group_name(group: str) -> str:
    return _speech().group(group)


@register.filter
def said(word: Word | str, list_key: str) -> SafeString:
    """A word of a closed list in the reader's language; an own word as written, isolated."""
    return _inline(_speech().word(list_key, word))


@register.filter
def said_all(words: Any, list_key: str) -> SafeString:
    speech = _speech()
    return line(speech.several([speech.word(list_key, word) for word in words]))


@register.filter
def amount(value: Amount | None) -> SafeString | str:
    return line(_speech().amount(value)) if value else ""


@register.filter
def day(iso: str) -> str:
    """A year, month or day as the language writes it."""
    return _speech().date(iso)


@register.filter
def digits(value: float | None, places: int = 1) -> str:
    return "" if value is None else _speech().digits(value, places)


@register.filter
def line(parts: Any) -> SafeString:
    """A line of a report as HTML: names isolated, shapes before bodies."""
    return mark_safe("".join(_inline(part) for part in parts))  # noqa: S308 - each part is escaped


def _inline(part: Inline) -> SafeString:
    match part:
        case Name(text, group, strong):
            inner = f"<bdi>{escape(text)}</bdi>"
            inner = f"<b>{inner}</b>" if strong else inner
            return mark_safe(f'<span class="body-name">{shape(group)}{inner}</span>' if group else inner)  # noqa: S308
        case Num(text, code, strong):
            return format_html('<span class="num" data-code="{}">{}</span>', code, format_html("<b>{}</b>", text) if strong else text)
        case Tag(text, tone):
            return format_html('<span class="tag {}">{}</span>', tone, text)
        case Link():
            return mark_safe(inlines((part,)))  # noqa: S308 - escaped there
    return format_html("<b>{}</b>", part.text) if part.strong else format_html("{}", part.text)


@register.filter
def field(bound: BoundField) -> SafeString:
    """A form field: label above, hint under it, errors in place, nothing typed lost."""
    return mark_safe(render_to_string("parts/field.html", {"field": bound}))  # noqa: S308 - a template


@register.inclusion_tag("parts/sure.html")
def sure(level: int, words: Any) -> dict[str, Any]:
    return {"level": level, "words": words}


@cache
def _town() -> str:
    return (Path(__file__).parent / "town.svg").read_text(encoding="utf-8").split(">", 1)[1].rsplit("</svg>", 1)[0]


@register.simple_tag
def town(more: str = "") -> SafeString:
    """The town under the carob tree; more="dashed" while nothing is known."""
    return mark_safe(f'<svg class="pic town-pic {more}" viewBox="0 0 900 360" aria-hidden="true">{_town()}</svg>')  # noqa: S308 - ours


@register.simple_tag
def meet(one: str, other: str) -> SafeString:
    """Two sectors' shapes that overlap where they fit, in apricot."""
    a, b = _meeting(one, 38), _meeting(other, 66)
    key = f"meet-{one or 'x'}-{other or 'x'}"
    return mark_safe(  # noqa: S308 - ours
        f'<svg class="meet" viewBox="0 0 104 64" aria-hidden="true"><defs><clipPath id="{key}">{a}</clipPath></defs>'
        f'<g class="{CLASSES.get(one, f"is-{one}")}"><g class="fillme">{a}</g></g><g class="{CLASSES.get(other, f"is-{other}")}"><g class="fillme">{b}</g></g>'
        f'<g clip-path="url(#{key})"><g class="overlap">{b}</g></g></svg>'
    )


def _meeting(group: str, x: int) -> str:
    y, r = 33, 22
    match group:
        case "public" | "department":
            return f'<rect x="{x - 20}" y="{y - 20}" width="40" height="40" rx="3"/>'
        case "business":
            return f'<path d="M{x} {y - 26}L{x + 26} {y} {x} {y + 26} {x - 26} {y}z"/>'
        case "academia":
            return f'<path d="M{x} {y - 25}L{x + 26} {y + 20}H{x - 26}z"/>'
        case "community":
            return f'<path d="M{x} {y - 25}L{x + 22} {y - 5}V{y + 21}H{x - 22}V{y - 5}z"/>'
    return f'<circle cx="{x}" cy="{y}" r="{r}"/>'


@register.filter
def has_list(list_key: str) -> bool:
    return bool(content.entries(list_key))


@register.filter
def country(code: str) -> str:
    """The name of a country by its two letters."""
    return country_name(code, _language())


@register.filter
def get(mapping: Mapping[str, Any], key: str) -> Any:
    return mapping.get(key, "")


@register.filter
def in_reading(texts: Mapping[str, str], language: str) -> str | SafeString:
    """A text of the library in the reader's language; one that was told in another language only as it is, marked with its language."""
    text, other = text_in(texts, language)
    if other == language:
        return text
    return format_html('<bdi lang="{}">{}</bdi>', other, text)


@register.filter
def who(ref_or_text: str, speech: Speech) -> SafeString:
    """Somebody named by the ref of a body or person, or as written."""
    return _inline(speech.who(ref_or_text))


@register.filter
def in_language(body: Any, language: str) -> str:
    """The name of a body in the reader's language if it was given, else as written."""
    return str(body.name_in(language))


@register.filter
def names(refs: Any, speech: Speech) -> SafeString:
    """Bodies by their refs, the first eight named and the rest counted."""
    return line(speech.bodies(refs, most=8))


@register.filter
def value_said(value: Any) -> str:
    return said_value(value)


@register.filter
def field_said(name: str, sheet: str) -> str:
    return said_field(name, sheet, _language())


@register.filter
def titled(record: Any) -> str:
    """What a person calls a record."""
    return str(next((text for key in ("name", "title", "objective") if (text := getattr(record, key, ""))), ""))


TOLD_LISTS = {
    "sector": "sector",
    "themes": "theme",
    "own_targets": "theme",
    "motives": "motive",
    "barriers": "barrier",
    "change_agent": "answer",
}


@register.filter
def told_value(value: Any, field_name: str) -> SafeString | str:
    """An answer of an informant, as the field says it."""
    if isinstance(value, tuple):
        return said_all(value, TOLD_LISTS.get(field_name, ""))
    if isinstance(value, Word) or field_name in TOLD_LISTS:
        return said(value, TOLD_LISTS.get(field_name, ""))
    return digits(value) if isinstance(value, float | int) else format_html("<bdi>{}</bdi>", value)


@register.filter
def told_by(one: Any) -> SafeString:
    """Who said it, in which role and when."""
    parts = [format_html("<bdi>{}</bdi>", text) for text in (one.said_by, one.said_role) if text]
    if one.as_of:
        parts.append(format_html("{}", day(one.as_of)))
    return mark_safe(_(", ").join(parts))  # noqa: S308 - each part is escaped


@register.filter
def whole(value: float) -> int:
    """A number of months or bodies, rounded, so that words can bend to it."""
    return round(value)
