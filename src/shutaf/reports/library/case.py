"""How does a case stand on paper: each thing told with how it is known, and what nobody told?"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.content import Case, Claim
from shutaf.content.cases import PARTS as ORDER
from shutaf.content.cases.language import other_name
from shutaf.content.cases.schema import Part
from shutaf.reports.document import Block, Document, Facts, Heading, Inline, Items, Line, Link, Name, Notice, Paragraph, Tag, line
from shutaf.reports.library.article import Level
from shutaf.reports.library.paper import paper, words
from shutaf.reports.library.terms import linked, terms_in
from shutaf.reports.library.where import Where, alone
from shutaf.reports.wording.library import GRADES, OUTCOMES, PARTS
from shutaf.reports.wording.library_cases import country_name
from shutaf.reports.wording.speech import Speech

LONGEST_SHOWN = 110
"""Letters of an address; ours: on paper nobody can follow a link, and few addresses are longer."""


def case_paper(case: Case, *, language: str) -> Document:
    """One case as a document of its own."""
    with translation.override(language):
        blocks = [Paragraph(eyebrow(case, language), "small"), *case_blocks(case, language, alone(), 2)]
        blocks += words(terms_in([text.text[language] for text in case.claims], language), language)
        return paper(language, case.names[language], case.summary[language], blocks)


def eyebrow(case: Case, language: str) -> Line:
    """Where, which model, how it went on; and its own name, where it has one in another language."""
    place, country = case.place.names[language], country_name(case.country, language)
    parts: list[Line] = [
        line(place if place == country else _(", ").join((place, country))),
        line(content.say("typology", case.typology, language)),
    ]
    parts.append(line(_(OUTCOMES[case.outcome])))
    if original := other_name(case.original, case.names[language]):
        parts.append(line(Name(original)))
    return line(*(piece for i, part in enumerate(parts) for piece in ((" · ", part) if i else (part,))))


def case_blocks(case: Case, language: str, where: Where, level: Level) -> Iterator[Block]:
    """Part by part; the sources at the end, numbered as the text cites them."""
    numbers = {address: i for i, address in enumerate(case.sources, start=1)}
    said = tuple(zip(case.claims, linked([claim.text[language] for claim in case.claims], language, where), strict=True))
    lines = [(part, tuple(_claim(claim, text, where, numbers) for claim, text in said if claim.part == part)) for part in ORDER]
    rows = [(line(_label(part, case)), _apart(told)) for part, told in lines if told]
    if case.partners:
        rows.insert(0, (line(_("Partners")), tuple(_partner(one.names[language], one.original, one.sector) for one in case.partners)))
    yield Facts(tuple(rows))
    if case.unknown:
        yield Notice((line(_("No source we read tells:"), " ", _(", ").join(_label(part, case) for part in case.unknown)),))
    if numbers:
        if level == 2:
            yield Heading(level, line(_("Sources")), where.section_anchor("sources"))
        cited = list(_sources(case, language, where, with_phrases=level == 2))
        yield Items(tuple(said for _anchor, said in cited), anchors=tuple(anchor for anchor, _said in cited), is_small=True)


def _label(part: Part, case: Case) -> str:
    """What a case of ours would need stands for another town, what one from abroad would need stands for Israel."""
    if part != "needs_here":
        return _(PARTS[part])
    return _("What it would need in another town") if case.country == "IL" else _("What it would need in Israel")


def _apart(told: tuple[Line, ...]) -> tuple[Line, ...]:
    """Several things told of one part each begin with a sign, so that nobody reads them as one."""
    return told if len(told) == 1 else tuple(line("• ", one) for one in told)


def _claim(claim: Claim, text: Line, where: Where, numbers: dict[str, int]) -> Line:
    marks: list[Inline] = [
        Link(f"\u00a0[{n}]", where.source(n), small=True) for n in sorted({numbers[read.address] for read in claim.reads})
    ]
    tags = [Tag(_(GRADES[claim.grade]), "warn" if claim.grade != "measured" else "good")] if claim.grade else []
    if claim.basis == "inferred":
        tags.append(Tag(_("our conclusion")))
    if not claim.is_reread:
        tags.append(Tag(_("not read again by us"), "unknown"))
    return line(text, *marks, *(part for tag in tags for part in (" ", tag)))


def _partner(name: str, original: str, sector: str) -> Line:
    other = other_name(original, name)
    return line(Name(name, sector), *((" (", Name(other), ")") if other else ()))


def _sources(case: Case, language: str, where: Where, *, with_phrases: bool) -> Iterator[tuple[str, Line]]:
    """Each address and when it was read, with its anchor; then the words that bear what is told, each in a line and direction of its own. The whole
    guide leaves the words to the case's own paper."""
    speech = Speech(language, Situation())
    for n, address in enumerate(case.sources, start=1):
        reads = [read for claim in case.claims for read in claim.reads if read.address == address]
        day = speech.date(max(read.on for read in reads))
        yield where.source_anchor(n), line(f"[{n}] ", Link(_shown(address), address, is_name=True), ", ", _("read {date}").format(date=day))
        for phrase in dict.fromkeys(read.phrase for read in reads if read.phrase and with_phrases):
            yield "", line(Name(f"“{phrase}”"))


def _shown(address: str) -> str:
    """An address as one reads it: without its beginning, and not longer than a line."""
    bare = address.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return bare if len(bare) <= LONGEST_SHOWN else bare[: LONGEST_SHOWN - 1] + "…"
