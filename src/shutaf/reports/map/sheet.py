"""The map on paper: title, date, what it rests on, legend; as a picture of its own and as a page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.analysis.actors.evidence import is_asked
from shutaf.analysis.situation import Situation
from shutaf.charts.legend import LineSample
from shutaf.charts.scenes import Scene
from shutaf.charts.scenes.picture import Words
from shutaf.charts.svg import Picture
from shutaf.reports.brief import labels
from shutaf.reports.brief.pictures import MOST_NAMES, basis_said
from shutaf.reports.document import Cell, Document, Figure, Name, Paragraph, Table, Tag, line
from shutaf.reports.map.asked import MapAsked
from shutaf.reports.wording.speech import Speech
from shutaf.reports.writers import write_pdf
from shutaf.reports.writers.docx.pictures import png

PNG_ZOOM = 2.0


def map_words(
    situation: Situation, speech: Speech, today: str, scene: Scene, asked: MapAsked, title: str, *, fitting: int, lines: Sequence[LineSample], saved: str = "", is_internal: bool = False
) -> Words:  # fmt: skip
    """Everything that must stand beside a picture that leaves the house."""
    marks = [_("Internal, not for handing out")] if is_internal else []
    marks += [_("Fictional town for demonstration")] if situation.is_fictional else []
    made = _("Made on {date}").format(date=speech.date(today))
    left = ngettext("{n} body of {all} is shown.", "{n} bodies of {all} are shown.", fitting)
    counted = left.format(n=speech.digits(fitting), all=speech.digits(len(situation.bodies)))
    filtered = filter_words(asked, speech.language)
    narrowed = _("Only: {what}.").format(what=", ".join(filtered)) if filtered else ""
    foot = [scene.size_says, _("Colour: {what}.").format(what=scene.colour_says) if scene.colour_says else ""]
    foot += [_("A dashed ring: no tie known to us. A pair without a line is not known; it does not mean “no tie”.")]
    foot += [f"{scene.apart_says}: {speech.digits(len(scene.apart))}."] if scene.apart else []
    head = (
        title if not saved else f"{title} · {saved}",
        " · ".join(marks),
        f"{made}. {basis_said(situation)} {counted} {narrowed}".strip(),
    )
    description = f"{title}. {basis_said(situation)} {counted}"
    return Words(title, description, head, tuple(one for one in foot if one), tuple(lines))


def filter_words(asked: MapAsked, language: str) -> list[str]:
    """What narrows the map down, in words."""
    out = [content.say("theme", asked.theme, language)] if asked.theme else []
    out += [content.say("sector", group, language) if group != "department" else _("departments") for group in asked.groups if group]
    out += [_("sector not known")] if "" in asked.groups else []
    out += [content.say("tie_kind", asked.kind, language)] if asked.kind else []
    out += [_("strength from {n}").format(n=asked.least)] if asked.least else []
    out += [_("on {date}").format(date=asked.on)] if asked.on else []
    return out


def map_png(drawn: Picture) -> bytes:
    return png(drawn.svg, PNG_ZOOM, "#FFFFFF")


def map_pdf(
    situation: Situation, speech: Speech, today: str, drawn: Picture, words: Words, neighbours: Mapping[str, Collection[str]]
) -> bytes:
    """One page with the picture and, after it, the same as a table: those shown, with whom. Raises PdfFailed."""
    marks = words.head[1]
    tags = (Tag(marks, "now"),) if marks else ()
    document = Document(
        language=speech.language,
        title=line(Name(words.head[0])),
        lead=line(words.head[2]),
        labels=labels(),
        blocks=(
            Figure(
                drawn.svg,
                words.description,
                line(_("Who works with whom, as known on this day.")),
                twin=_table(situation, speech, neighbours),
            ),
            Paragraph(line(_("Every pair without a line is not known to us; nobody is shown as having no ties.")), "small"),
        ),
        tags=tags,
        dates=line(speech.date(today)),
        mark=marks,
        foot=line(
            _("Made with Shutaf, free software"), *((" · ", Name(situation.place.name_in(speech.language))) if situation.place.name else ())
        ),
        created=today,
    )
    return write_pdf(document)


def _table(situation: Situation, speech: Speech, neighbours: Mapping[str, Collection[str]]) -> Table:
    """Bodies by name; a count nobody was asked for is not known, never 0."""
    by_ref = situation.body_by_ref
    rows = []
    for ref in sorted(neighbours, key=lambda one: speech.body(one).text.casefold()):
        shown = [other for other in neighbours[ref] if other in neighbours]
        is_known = bool(shown) or is_asked(situation, by_ref[ref])
        counted = Cell(line(speech.digits(len(shown))), number=True) if is_known else Cell(line(_("not known")), number=True, unknown=True)
        rows.append((Cell((speech.body(ref, shape=True),)), counted, Cell(speech.bodies(shown, most=MOST_NAMES))))
    head = (line(_("Body")), line(_("Known ties")), line(_("With")))
    return Table(line(_("Each body and those it has a known tie with, by name")), head, tuple(rows))
