"""What is shown of each thing found: its name, the stretch that shows it best, and why it was found?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.analysis.text.excerpt import excerpt, marked
from shutaf.analysis.text.ranking import Hit
from shutaf.reports.document import Text
from shutaf.reports.library.where import term_anchor
from shutaf.reports.library_search import Entry, Said, entry, found
from shutaf.reports.wording.library import SHELVES
from shutaf.reports.wording.library_cases import FOUND_IN, country_name
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.library.asked import KINDS, Asked
from shutaf.web.parts.addresses import address_of

KIND_SAID = {"case": N_("Case"), "article": N_("Guide"), "term": N_("Term")}
KINDS_SAID = {"case": N_("Cases"), "article": N_("Guide"), "term": N_("Terms")}
_MOST_PLACES = 3


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
    """results: of the kind asked for. kinds: (name, count, address, is the one asked for), all first."""

    results: list[Result]
    kinds: list[tuple[str, int, str, bool]]


def results(asked: Asked, hits: Sequence[Hit]) -> Results:
    of_kind = {kind: [hit for hit in hits if entry(hit.ref).kind == kind] for kind in KINDS}
    kinds = [(_("Everything"), len(hits), asked.of_kind(""), not asked.kind)]
    kinds += [(_(KINDS_SAID[kind]), len(of_kind[kind]), asked.of_kind(kind), asked.kind == kind) for kind in KINDS if of_kind[kind]]
    return Results([_result(hit) for hit in (of_kind[asked.kind] if asked.kind else hits)], kinds)


def found_in_library(typed: str, *, most: int) -> list[Result]:
    """The first few, for a search over more than the library: only what meets all that was typed."""
    return [_result(hit) for hit in found(typed) if not hit.missed][:most]


def _result(hit: Hit) -> Result:
    found, language = entry(hit.ref), (translation.get_language() or "he")[:2]
    where, stretch, in_language = _best(found, hit.words, language)
    return Result(
        kind=found.kind,
        about=_about(found, language),
        title=_marked(found.names[language], hit.words),
        address=_address(found),
        stretch=_marked(stretch, hit.words),
        language="" if in_language == language else in_language,
        because=_because(where, language),
        missed=hit.missed,
        also=_also(found, hit.words, language),
    )


def _best(found: Entry, words: Collection[str], language: str) -> tuple[list[str], str, str]:
    """(parts the words stand in, the stretch, its language): of the reader's language where they stand in it, else of another."""
    standing = [(said, code, _met(text, words)) for said in found.said for code, text in said.texts.items()]
    mine = [one for one in standing if one[1] in (language, "") and one[2]]
    where = list(dict.fromkeys(said.part for said, _code, _met_words in (mine or [one for one in standing if one[2]])))
    sentences = [one for one in (mine or standing) if _is_sentence(one[0]) and one[2]]
    if not sentences:
        return where, found.lead.get(language, ""), language
    said, code, _words = max(sentences, key=lambda one: (len(one[2]), one[0].weight))
    return where, excerpt(said.texts[code], words), code or language


def _also(found: Entry, words: Collection[str], language: str) -> SafeString:
    if _met(found.names[language], words):
        return _marked("", ())
    names = [name for said in found.said if said.part == "name" for name in said.texts.values()]
    met = [(len(_met(name, words)), name) for name in names]
    best = max(met, default=(0, ""), key=lambda one: one[0])
    return _marked(excerpt(best[1], words, most=90), words) if best[0] else _marked("", ())


def _is_sentence(said: Said) -> bool:
    return said.part not in ("name", "place", "partners", "typology", "theme", "trait") and len(next(iter(said.texts.values()), "")) > 0


def _met(text: str, words: Collection[str]) -> frozenset[str]:
    return frozenset(piece for piece, is_found in marked(text, words) if is_found)


def _because(where: Iterable[str], language: str) -> str:
    said = list(dict.fromkeys(_(FOUND_IN[part]) for part in where))[:_MOST_PLACES]
    return "".join(part.text for part in Speech(language, Situation()).several([Text(one) for one in said]))


def _about(found: Entry, language: str) -> str:
    """What kind of thing it is, and where it belongs."""
    if found.kind == "case":
        case = content.case(found.ref.removeprefix("case/"))
        return f"{_(KIND_SAID['case'])} · \u2068{case.place.names[language]}\u2069, {country_name(case.country, language)}"
    if found.kind == "article":
        shelf = next(shelf for shelf in content.SHELVES if found.ref.startswith(f"{shelf}/"))
        return f"{_(KIND_SAID['article'])} · {_(SHELVES[shelf][0])}"
    return _said("term")


def _said(kind: str) -> str:
    said = KIND_SAID[kind]
    return _(said)


def _address(found: Entry) -> str:
    shelf, key = found.ref.split("/", 1)
    if found.kind == "case":
        return address_of("library_case", key)
    if found.kind == "article":
        return address_of("library_article", shelf, key)
    glossary = address_of("library_glossary")
    return f"{glossary}#{term_anchor(key)}" if glossary else ""


def _marked(text: str, words: Collection[str]) -> SafeString:
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", piece) if is_found else piece,) for piece, is_found in marked(text, words))
    )
