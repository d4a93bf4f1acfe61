"""What can be found in the library, and in which words does each thing stand?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from shutaf import content
from shutaf.content import Article, Case, Term, Texts
from shutaf.reports.wording.library_cases import country_name

Kind: TypeAlias = Literal["case", "article", "term"]

NAME, PLACE, KIND, LEAD, HEAD, BODY = 6.0, 4.0, 2.5, 2.5, 2.0, 1.0
"""Ours: what a word counts for in a name, a place, a word of a list, a summary, a heading, a sentence."""


@dataclass(frozen=True, slots=True)
class Said:
    """One text of an entry in all languages it is said in. part: what it is, as a key."""

    part: str
    weight: float
    texts: Texts


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found. ref: case/<id>, term/<key>, <shelf>/<key>."""

    ref: str
    kind: Kind
    names: Texts
    lead: Texts
    said: tuple[Said, ...]
    case: Case | None = None


@cache
def entries() -> Mapping[str, Entry]:
    """Everything of the library by ref."""
    found = (
        *(entry_of_case(one) for one in content.cases()),
        *(_of_article(one) for shelf in content.SHELVES for one in content.articles(shelf)),
        *(_of_term(one) for one in content.terms()),
    )
    return {one.ref: one for one in found}


def entry_of_case(case: Case) -> Entry:
    return Entry(f"case/{case.id}", "case", case.names, case.summary, tuple(_said_of_case(case)), case)


def _said_of_case(case: Case) -> Iterator[Said]:
    yield Said("name", NAME, case.names)
    yield Said("name", NAME, {"": case.original})
    yield Said("place", PLACE, case.place.names)
    if case.country:
        yield Said("place", KIND, {language: country_name(case.country, language) for language in content.LANGUAGES})
    for partner in case.partners:
        yield Said("partners", PLACE, {**partner.names, "": partner.original})
    for trait in case.place.traits:
        yield from _listed("trait", trait)
    yield from _listed("typology", case.typology)
    for theme in case.themes:
        yield from _listed("theme", theme)
    yield Said("summary", LEAD, case.summary)
    for claim in case.claims:
        yield Said(claim.part, BODY, claim.text)


def _listed(list_key: str, key: str) -> Iterator[Said]:
    """The word of a list in four languages, and what people also say for it."""
    for word in content.entries(list_key):
        if word.key == key:
            yield Said(list_key, KIND, word.names)
            yield Said(list_key, KIND, {"": " · ".join(word.variants)})


def _of_article(article: Article) -> Entry:
    return Entry(article.address, "article", article.title, article.lead, tuple(_said_of_article(article)))


def _said_of_article(article: Article) -> Iterator[Said]:
    yield Said("name", NAME, article.title)
    yield Said("summary", LEAD, article.lead)
    for section in article.sections:
        yield Said("section", HEAD, section.title)
        for block in section.blocks:
            yield Said("section", BODY, block.text)


def _of_term(term: Term) -> Entry:
    said = (Said("name", NAME, term.names), Said("name", NAME, {"": " · ".join(term.variants)}), Said("means", BODY, term.means))
    return Entry(f"term/{term.key}", "term", term.names, term.means, said)
