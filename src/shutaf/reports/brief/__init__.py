"""The preparation brief: what one walks into the room with. Two pages of summary, then detail, then a page for each invited body."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.analysis.preparation import Preparation
from shutaf.reports.brief.call import open_call
from shutaf.reports.brief.change import change
from shutaf.reports.brief.exchange import exchange
from shutaf.reports.brief.initiative import first_initiative
from shutaf.reports.brief.maps import external_map, grid, internal_map, who_is_missing, who_is_there
from shutaf.reports.brief.method import method
from shutaf.reports.brief.place import place
from shutaf.reports.brief.propriety import propriety
from shutaf.reports.brief.sheets import sheets
from shutaf.reports.brief.stances import stances
from shutaf.reports.brief.summary import summary
from shutaf.reports.brief.writing import Audience, Writing
from shutaf.reports.document import Block, Document, Labels, Name, Tag, line
from shutaf.reports.dossier.known import Known
from shutaf.reports.wording.speech import Speech

__all__ = ["MOST_SHEETS", "Audience", "brief", "written"]

MOST_SHEETS: Final = 60

SECTIONS: Final[tuple[Callable[[Writing], Iterator[Block]], ...]] = (
    summary, change, place, who_is_there, who_is_missing, internal_map, external_map, grid, stances, exchange, first_initiative, open_call, propriety, method, sheets,
)  # fmt: skip

SHORT: Final[tuple[Callable[[Writing], Iterator[Block]], ...]] = (summary,)
"""What the first hour ends with: two pages."""


def brief(
    prepared: Preparation, *, language: str, audience: Audience = "room", most_sheets: int = MOST_SHEETS, is_short: bool = False
) -> Document:
    """The brief as a document. room: nothing sensitive. driver: everything, marked internal on every page. is_short: its first two pages."""
    return written(prepared, language=language, audience=audience, most_sheets=most_sheets, is_short=is_short)[0]


def written(
    prepared: Preparation,
    *,
    language: str,
    audience: Audience = "room",
    most_sheets: int = MOST_SHEETS,
    is_short: bool = False,
    known: Callable[[Sequence[str]], Mapping[str, Known]] | None = None,
) -> tuple[Document, Speech]:
    """The brief, and the speech whose codebook holds every number in it. known: asks what is kept beside the map about bodies, for the driver only."""
    with translation.override(language):
        writing = Writing(prepared, Speech(language, prepared.situation), audience, most_sheets)
        if known and writing.is_driver:
            writing.known = known(writing.invited[:most_sheets])
        blocks = tuple(block for section in (SHORT if is_short else SECTIONS) for block in section(writing))
        return document(writing, blocks), writing.speech


def document(writing: Writing, blocks: tuple[Block, ...]) -> Document:
    """Title, marks and labels round the blocks."""
    situation, speech = writing.situation, writing.speech
    place = situation.place.name_in(speech.language)
    mark = " · ".join(
        mark
        for mark in (
            _("Internal, not for handing out") if writing.is_driver else "",
            _("Fictional town for demonstration") if situation.is_fictional else "",
        )
        if mark
    )
    tags = [Tag(_("Fictional town for demonstration"), "now")] if situation.is_fictional else []
    tags += [Tag(_("Internal, not for handing out"), "bad")] if writing.is_driver else []
    made = _("Made on {date}").format(date=speech.date(writing.prepared.today))
    as_of = _("as of {date}").format(date=speech.date(situation.map.as_of)) if situation.map.as_of else ""
    return Document(
        language=speech.language,
        title=line(_("Preparation brief"), *((": ", Name(place)) if place else ())),
        lead=line(
            _(
                "For the first meeting of a partnership between municipality, business and civil society: whom we know, who is missing, what to start with."
            )
        ),
        labels=labels(),
        blocks=blocks,
        tags=tuple(tags),
        dates=line(made, *((" · ", as_of) if as_of else ())),
        mark=mark,
        foot=line(_("Made with Shutaf, free software"), *((" · ", Name(place)) if place else ())),
        created=writing.prepared.today,
    )


def labels() -> Labels:
    """The few words the writers print themselves."""
    return Labels(
        why=_("Why"), how_sure=_("How sure"), next_step=_("What to do"), page=_("Page {page} of {pages}"), code=_("Code"),
        contents=_("Contents"), as_table=_("As a table"), skip=_("Skip to the content"),
    )  # fmt: skip
