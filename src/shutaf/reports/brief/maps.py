"""Who is on the map, who talks to whom, inside the municipality and outside: pictures with their tables, then what they let us notice."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from shutaf.analysis.situation import Finding, Number
from shutaf.reports.brief import pictures
from shutaf.reports.brief.told import told
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Heading, Paragraph, line
from shutaf.reports.wording.template import plural, speak

ON_THE_MAP = plural("On the map: {n:n} body.", "On the map: {n:n} bodies.", "n")
INTERNAL = frozenset(
    {"shared_contacts", "one_department_route", "holder_leaving", "one_person_ties", "goal_not_alone_shared", "goal_not_alone_unshared"}
)


def who_is_there(writing: Writing) -> Iterator[Block]:
    """Bodies by sector, then themes by sector."""
    prepared, speech = writing.prepared, writing.speech
    total = Number(
        "bodies_on_map", float(len(writing.situation.bodies)), rows=tuple(b.origin for b in writing.situation.bodies if b.origin)
    )
    yield Heading(2, line(_("Who is on the map")), "who")
    yield Paragraph(speak(ON_THE_MAP, {"n": total}, speech))
    yield pictures.bodies_by_group(writing)
    if prepared.themes.rows and any(row not in ("unknown", "own_word") for row in prepared.themes.rows):
        yield pictures.themes_by_sector(writing)
    else:
        yield from writing.would_fill("external_map")


def who_is_missing(writing: Writing) -> Iterator[Block]:
    """Missing sectors and goals, each with whom to ask."""
    yield Heading(2, line(_("Who is missing")), "missing")
    found = writing.shown(writing.prepared.missing_found)
    yield from told(writing, [finding for finding in found if finding.key not in INTERNAL])
    if not found:
        yield Paragraph(line(_("Measured against the goals written down, nobody is missing on this list.")))
    yield from writing.would_fill_any("missing")


def internal_map(writing: Writing) -> Iterator[Block]:
    """Departments and the sectors they work with; who holds ties alone."""
    if not writing.situation.departments:
        yield from writing.empty_section("internal_map", _("Inside the municipality"), "internal")
    else:
        yield Heading(2, line(_("Inside the municipality: who already talks to whom")), "internal")
        yield pictures.departments_by_sector(writing)
    everything = (*writing.prepared.ties_found, *writing.prepared.missing_found)
    found = [finding for finding in writing.shown(everything) if finding.key in INTERNAL and not is_slight(finding)]
    yield from told(writing, found)
    yield from writing.would_fill_any("holders")


def is_slight(finding: Finding) -> bool:
    """Two departments with a single body in common, about which nobody said that they do not know of each other."""
    return finding.key == "shared_contacts" and finding.facts["count"].value < 2 and not finding.facts["is_known_none"]


def external_map(writing: Writing) -> Iterator[Block]:
    """The network map with its list, and what the ties let us notice."""
    if not writing.situation.known_ties:
        yield from writing.empty_section("network", _("Who works with whom"), "network")
        return
    yield Heading(2, line(_("Who works with whom")), "network")
    found = [finding for finding in writing.shown(writing.prepared.ties_found) if finding.key not in INTERNAL]
    yield from told(writing, found)
    yield from writing.would_fill_any("network")


def grid(writing: Writing) -> Iterator[Block]:
    """Influence and interest, for the driver only: ratings of others are no matter for the room."""
    if not writing.is_driver:
        return
    placed = writing.prepared.grid
    if not placed.placed:
        yield from writing.empty_section("grid", _("Influence and interest"), "grid")
        return
    yield Heading(2, line(_("Influence and interest")), "grid")
    yield Paragraph(line(_("Ratings are opinions of those who wrote them down. They order your own time; they are not for the room.")))
    yield pictures.influence_interest(writing)
    if placed.unrated:
        yield Paragraph(line(_("Not rated: "), writing.speech.bodies([one.ref for one in placed.unrated], most=12), "."), "small")
