"""The map on paper: title, date, what it rests on, legend; as a picture of its own and as a page."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.charts.legend import LineSample
from shutaf.charts.scenes import Scene
from shutaf.charts.scenes.picture import Words
from shutaf.charts.svg import Picture
from shutaf.reports.brief import labels
from shutaf.reports.brief.pictures import basis_sentence, ties_table
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Document, Figure, Name, Paragraph, Tag, line
from shutaf.reports.map.asked import MapAsked
from shutaf.reports.writers import write_pdf
from shutaf.reports.writers.docx.pictures import png

PNG_ZOOM = 2.0


def map_words(
    writing: Writing, scene: Scene, asked: MapAsked, title: str, *, fitting: int, lines: Sequence[LineSample], saved: str = "", is_internal: bool = False
) -> Words:  # fmt: skip
    """Everything that must stand beside a picture that leaves the house."""
    situation, speech = writing.situation, writing.speech
    marks = [_("Internal, not for handing out")] if is_internal else []
    marks += [_("Fictional town for demonstration")] if situation.is_fictional else []
    made = _("Made on {date}").format(date=speech.date(writing.prepared.today))
    left = ngettext("{n} body of {all} is shown.", "{n} bodies of {all} are shown.", fitting)
    counted = left.format(n=speech.digits(fitting), all=speech.digits(len(situation.bodies)))
    filtered = filter_words(asked, speech.language)
    narrowed = _("Only: {what}.").format(what=", ".join(filtered)) if filtered else ""
    foot = [scene.size_says, _("Colour: {what}.").format(what=scene.colour_says) if scene.colour_says else ""]
    foot += [_("A dashed ring: no tie known to us. A pair without a line is not known, it is no “no”.")]
    foot += [f"{scene.apart_says}: {speech.digits(len(scene.apart))}."] if scene.apart else []
    head = (
        title if not saved else f"{title} · {saved}",
        " · ".join(marks),
        f"{made}. {basis_sentence(writing)} {counted} {narrowed}".strip(),
    )
    description = f"{title}. {basis_sentence(writing)} {counted}"
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


def map_pdf(writing: Writing, drawn: Picture, words: Words) -> bytes:
    """One page with the picture and, after it, the list of its ties. Raises PdfFailed."""
    situation, speech = writing.situation, writing.speech
    marks = words.head[1]
    tags = (Tag(marks, "now"),) if marks else ()
    document = Document(
        language=speech.language,
        title=line(Name(words.head[0])),
        lead=line(words.head[2]),
        labels=labels(),
        blocks=(
            Figure(drawn.svg, words.description, line(_("Who works with whom, as known on this day.")), twin=ties_table(writing)),
            Paragraph(line(_("Every pair without a line is not known to us; nobody is shown as having no ties.")), "small"),
        ),
        tags=tags,
        dates=line(speech.date(writing.prepared.today)),
        mark=marks,
        foot=line(_("Made with Shutaf, free software"), *((" · ", Name(situation.place.name)) if situation.place.name else ())),
        created=writing.prepared.today,
    )
    return write_pdf(document)
