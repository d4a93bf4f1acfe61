"""What does the picture of the network tell, in sentences? How many, which sectors, who connects, what hangs on one, what nobody knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.analysis.network.selection import Selected, Selection
from shutaf.analysis.situation import SECTORS, Finding
from shutaf.reports.brief.pictures import basis_sentence
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Inline, Line, Name, Num, Text, line
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.template import Template, plural, speak

Rows: TypeAlias = Literal["", "bodies", "ties"]
"""Which rows of the selection a sentence counts: all its bodies, all its ties; "" where it rests on a finding."""

GROUPS = ("department", *SECTORS, "")
MOST_PAIRS, MOST_TOLD = 3, 12

CONNECT = ("connectors_named", "connector_named", "no_connector_named")
HANGS = (
    "holder_leaving", "connector_leaving", "one_person_ties", "one_department_route", "cut_body", "single_tie_between_parts", "parts_apart",
)  # fmt: skip
UNKNOWN = ("bodies_without_known_tie", "groups_without_known_tie")


@dataclass(frozen=True, slots=True)
class Sentence:
    """text: finished. more: its reasons. rows: what it counts; group: only the rows of this sector (None: all). finding: what it rests on, where it is one."""

    text: Line
    more: tuple[Line, ...] = ()
    rows: Rows = ""
    group: str | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    sentences: tuple[Sentence, ...]


SHOWN: Template = plural("**{n:count} body is shown.**", "**{n:count} bodies are shown.**", "n")
FITTING: Template = plural(
    "**{n:count} body of {all:count} fits what is asked.**", "**{n:count} bodies of {all:count} fit what is asked.**", "n"
)
TIES: Template = plural("Between them {n:count} tie is known.", "Between them {n:count} ties are known.", "n")
NONES: Template = plural(
    "Of {n:count} pair somebody wrote that there is no tie.", "Of {n:count} pairs somebody wrote that there is no tie.", "n"
)
OUTSIDE: Template = N_(
    "Between outside bodies something is known for {known:count} of {possible:count} pairs. A blank pair is not known; it does not mean “no tie”."
)
OF_GROUP: Template = N_("{group:group}: {n:count}")
BETWEEN: Template = plural(
    "Between {one:group} and {other:group}: {n:count} known tie.", "Between {one:group} and {other:group}: {n:count} known ties.", "n"
)
INSIDE: Template = plural("Inside {one:group}: {n:count} known tie.", "Inside {one:group}: {n:count} known ties.", "n")
NO_SECTOR: Template = plural("The sector of {n:count} body is not known.", "The sector of {n:count} bodies is not known.", "n")
NO_STRENGTH: Template = plural(
    "How strong it is was not asked for {n:count} tie.", "How strong they are was not asked for {n:count} ties.", "n"
)
NO_REPORTER: Template = plural(
    "Who reported it is not written down for {n:count} tie.", "Who reported them is not written down for {n:count} ties.", "n"
)
LEFT_OUT: Template = plural(
    "{n:count} tie is left out because its strength is not known.", "{n:count} ties are left out because their strength is not known.", "n"
)  # fmt: skip

MORE: Template = plural("{n:count} more like this.", "{n:count} more like this.", "n")


def narrated(writing: Writing, asked: Selection, selected: Selected, findings: Iterable[Finding]) -> tuple[Part, ...]:
    """The parts that have something to say. O(bodies + ties).

    findings: those nobody answered yet, of the whole map; of a selection those are told that concern a body in it.
    """
    found = writing.shown(findings)
    parts = (
        Part(_("How much is known"), tuple(_known(writing, asked, selected))),
        Part(_("Who is there"), tuple(_who(writing, asked, selected, found))),
        Part(_("Who connects the sectors"), tuple(_found(writing, asked, selected, found, CONNECT))),
        Part(_("What hangs on one"), tuple(_found(writing, asked, selected, found, HANGS))),
        Part(_("What we do not know"), tuple(_unknown(writing, asked, selected, found))),
    )
    return tuple(part for part in parts if part.sentences)


def _known(writing: Writing, asked: Selection, selected: Selected) -> Iterator[Sentence]:
    speech, everybody = writing.speech, writing.situation.bodies
    counts = {"n": len(selected.bodies), "all": len(everybody)}
    yield Sentence(speak(SHOWN if asked.is_all else FITTING, counts, speech), rows="bodies")
    if not selected.bodies:
        return
    yield Sentence(speak(TIES, {"n": len(selected.exists)}, speech), rows="ties")
    if selected.none:
        yield Sentence(speak(NONES, {"n": len(selected.none)}, speech))
    if selected.unrated:
        yield Sentence(speak(LEFT_OUT, {"n": selected.unrated}, speech))
    if writing.is_driver:
        yield Sentence(line(basis_sentence(writing)))
    if asked.is_all and (outside := writing.prepared.pairs_known.outside).possible and writing.is_driver:
        yield Sentence(speak(OUTSIDE, {"known": outside.known, "possible": outside.possible}, speech))


def _who(writing: Writing, asked: Selection, selected: Selected, found: Iterable[Finding]) -> Iterator[Sentence]:
    speech = writing.speech
    group = {body.ref: body.group_key for body in writing.situation.bodies}
    sizes = Counter(group[ref] for ref in selected.bodies)
    for key in GROUPS:
        if sizes[key]:
            yield Sentence(speak(OF_GROUP, {"group": key, "n": sizes[key]}, speech), rows="bodies", group=key)
    order = {key: i for i, key in enumerate(GROUPS)}
    between = Counter(tuple(sorted((group[one], group[other]), key=order.__getitem__)) for one, other in selected.exists)
    for (one, other), count in sorted(between.items(), key=lambda item: (-item[1], item[0]))[:MOST_PAIRS]:
        template = INSIDE if one == other else BETWEEN
        if one and other:
            yield Sentence(speak(template, {"one": one, "other": other, "n": count}, speech))
    if asked.is_all:
        yield from _sentences(writing, (one for one in found if one.key == "sector_missing"))


def _unknown(writing: Writing, asked: Selection, selected: Selected, found: Iterable[Finding]) -> Iterator[Sentence]:
    speech = writing.speech
    blank = sum(not writing.situation.body_by_ref[ref].group_key for ref in selected.bodies)
    if blank:
        yield Sentence(speak(NO_SECTOR, {"n": blank}, speech), rows="bodies", group="")
    if writing.is_driver:
        unrated = sum(all(row.strength_1_5 is None for row in rows) for rows in selected.exists.values())
        untold = sum(not any(row.reported_by for row in rows) for rows in selected.exists.values())
        for template, count in ((NO_STRENGTH, unrated), (NO_REPORTER, untold)):
            if count:
                yield Sentence(speak(template, {"n": count}, speech), rows="ties")
    yield from _found(writing, asked, selected, found, UNKNOWN)


def _found(writing: Writing, asked: Selection, selected: Selected, found: Iterable[Finding], keys: tuple[str, ...]) -> Iterator[Sentence]:
    """Findings of these kinds, kind by kind."""
    inside = frozenset(selected.bodies)
    kept = [one for one in found if one.key in keys and (asked.is_all or inside.intersection(one.subject))]
    yield from _sentences(writing, sorted(kept, key=lambda one: keys.index(one.key)))


def _sentences(writing: Writing, findings: Iterable[Finding]) -> Iterator[Sentence]:
    listed = list(findings)
    for one in listed[:MOST_TOLD]:
        words = said(one, writing.speech)
        yield Sentence(tuple(_quiet(part) for part in words.title), words.why, finding=one)
    rest = len(listed) - MOST_TOLD
    if rest > 0:
        yield Sentence(speak(MORE, {"n": rest}, writing.speech))


def _quiet(part: Inline) -> Inline:
    """Titles of findings are strong; a paragraph of strong sentences shouts."""
    return replace(part, strong=False) if isinstance(part, Text | Name | Num) else part
