"""What is shown of each thing found: its name, the stretch that shows it best, and why it was found?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.analysis.text.excerpt import excerpt, marked
from shutaf.analysis.text.ranking import Hit
from shutaf.cases.queries import told_address
from shutaf.content.cases.language import text_in
from shutaf.reports.document import Text
from shutaf.reports.library.where import term_anchor
from shutaf.reports.library_search import Entry, Said, found
from shutaf.reports.wording.library import SHELVES
from shutaf.reports.wording.library_cases import FOUND_IN, country_name
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.library.asked import KINDS, Asked
from shutaf.web.pages.library.told import case_address
from shutaf.web.parts.addresses import address_of

KIND_SAID = {"case": N_("Case"), "told": N_("Told by a town"), "article": N_("Guide"), "term": N_("Term")}
KINDS_SAID = {"case": N_("Cases"), "article": N_("Guide"), "term": N_("Terms")}
_MOST_PLACES = 3
NO_SENTENCE = frozenset({"name", "place", "partners", "typology", "theme", "trait"})
"""Parts that are names and words of lists."""


@dataclass(frozen=True, slots=True)
class Result:
    """One thing found. language: of the stretch, "" when it is the reader's. missed: words typed that stand nowhere in it.
    also: its name in another language, where the words stand in that one alone."""

    kind: str
    about: str
    title: SafeString
    address: str
    stretch: SafeString
    language: str
    because: str
    missed: tuple[str, ...]
    also: SafeString


@dataclass(frozen=True, slots=True)
class Results:
    """results: the first of the kind asked for; more: how many others. kinds: (name, count, address, is the one asked for), all first."""

    results: list[Result]
    more: int
    kinds: list[tuple[str, int, str, bool]]


Found: TypeAlias = tuple[Hit, Entry]


def results(asked: Asked, hits: Sequence[Found], *, most: int, made_up: Collection[str] = ()) -> Results:
    """made_up: ids of cases that a fictional workspace tells, which is said."""
    of_kind = {kind: [one for one in hits if one[1].kind == kind] for kind in KINDS}
    kinds = [(_("Everything"), len(hits), asked.of_kind(""), not asked.kind)]
    kinds += [(_(KINDS_SAID[kind]), len(of_kind[kind]), asked.of_kind(kind), asked.kind == kind) for kind in KINDS if of_kind[kind]]
    wanted = of_kind[asked.kind] if asked.kind else hits
    return Results([_result(*one, made_up) for one in wanted[:most]], max(0, len(wanted) - most), kinds)


def found_in_library(typed: str, *, most: int) -> list[Result]:
    """The first few, for a search over more than the library: only what meets all that was typed."""
    return [_result(hit, entry) for hit, entry in found(typed) if not hit.missed][:most]


def _result(hit: Hit, found: Entry, made_up: Collection[str] = ()) -> Result:
    language = (translation.get_language() or "he")[:2]
    where, stretch, in_language = _best(found, hit.words, language)
    return Result(
        kind=found.kind,
        about=_about(found, language, made_up),
        title=_marked(text_in(found.names, language)[0], hit.words),
        address=_address(found),
        stretch=_marked(stretch, hit.words),
        language="" if in_language == language else in_language,
        because=_because(where, language),
        missed=hit.missed,
        also=_also(found, hit.words, language),
    )


Standing: TypeAlias = tuple[Said, str, frozenset[str]]
"""A text in which words stand: what it is, its language ("" where it is in none), the words."""


def _best(found: Entry, words: Collection[str], language: str) -> tuple[list[str], str, str]:
    """(parts the words stand in, the stretch, its language): of the reader's language where they stand in it, else of another."""
    standing = _standing(found, words, lambda code: code in (language, "")) or _standing(
        found, words, lambda code: code not in (language, "")
    )
    where = list(dict.fromkeys(said.part for said, _code, _words in standing))
    sentences = [one for one in standing if one[0].part not in NO_SENTENCE]
    if not sentences:
        return where, *text_in(found.lead, language)
    said, code, _words = max(sentences, key=lambda one: (len(one[2]), one[0].weight))
    return where, excerpt(said.texts[code], words), code or language


def _standing(found: Entry, words: Collection[str], is_read: Callable[[str], bool]) -> list[Standing]:
    texts = [(said, code, text) for said in found.said for code, text in said.texts.items() if is_read(code)]
    return [(said, code, met) for said, code, text in texts if (met := _met(text, words))]


def _also(found: Entry, words: Collection[str], language: str) -> SafeString:
    if _met(text_in(found.names, language)[0], words):
        return _marked("", ())
    names = [name for said in found.said if said.part == "name" for name in said.texts.values()]
    met = [(len(_met(name, words)), name) for name in names]
    best = max(met, default=(0, ""), key=lambda one: one[0])
    return _marked(excerpt(best[1], words, most=90), words) if best[0] else _marked("", ())


def _met(text: str, words: Collection[str]) -> frozenset[str]:
    return frozenset(piece for piece, is_found in marked(text, words) if is_found)


def _because(where: Iterable[str], language: str) -> str:
    said = list(dict.fromkeys(_(FOUND_IN[part]) for part in where))[:_MOST_PLACES]
    return "".join(part.text for part in Speech(language, Situation()).several([Text(one) for one in said]))


def _about(found: Entry, language: str, made_up: Collection[str]) -> str:
    """What kind of thing it is, and where it belongs."""
    if found.case:
        place = text_in(found.case.place.names, language)[0]
        where = [f"\u2068{place}\u2069" if place else "", country_name(found.case.country, language) if found.case.country else ""]
        kind = _said("told" if told_address(found.case) else "case")
        return " · ".join([kind, *([_("fictional town")] if found.case.id in made_up else []), ", ".join(filter(None, where))])
    if found.kind == "article":
        shelf = next(shelf for shelf in content.SHELVES if found.ref.startswith(f"{shelf}/"))
        return f"{_said('article')} · {_(SHELVES[shelf][0])}"
    return _said("term")


def _said(kind: str) -> str:
    said = KIND_SAID[kind]
    return _(said)


def _address(found: Entry) -> str:
    if found.case:
        return case_address(found.case)
    shelf, key = found.ref.split("/", 1)
    if found.kind == "article":
        return address_of("library_article", shelf, key)
    glossary = address_of("library_glossary")
    return f"{glossary}#{term_anchor(key)}" if glossary else ""


def _marked(text: str, words: Collection[str]) -> SafeString:
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", piece) if is_found else piece,) for piece, is_found in marked(text, words))
    )
