"""How is it said whom an open call reached, and who was told nothing as far as the log says?"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.actors.call_reach import Dimension, Reach, ReachRow, reach
from shutaf.analysis.situation import OpenCall, Situation
from shutaf.imports.words import key_of
from shutaf.reports.document import Block, Cell, Heading, Items, Line, Name, Num, Table, fill, line
from shutaf.reports.wording.speech import Speech

LISTS = {"language": "language", "size": "body_size"}


def reach_tables(situation: Situation, call: OpenCall, speech: Speech) -> Iterator[Table]:
    """A table a way of dividing everybody. The words are those of the active language."""
    for one in reach(situation, call, key_of):
        if one.rows:
            yield _table(one, speech)


def reach_groups(situation: Situation, call: OpenCall) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Beside each of the tables: what it divides by, and the group of each row, "" where it is not known."""
    for one in reach(situation, call, key_of):
        if one.rows:
            yield one.dimension, tuple(row.key or row.text for row in one.rows)


def unreached(situation: Situation, call: OpenCall, speech: Speech) -> tuple[Line, ...]:
    """Groups without a line in the log, each as a question: somebody may have told them all the same."""
    return tuple(
        fill(_question(one.dimension), group=_name(one.dimension, row, speech))
        for one in reach(situation, call, key_of)
        for row in one.unreached
    )


def unreached_blocks(situation: Situation, call: OpenCall, speech: Speech) -> Iterator[Block]:
    """The same on paper; nothing when every group was told."""
    if questions := unreached(situation, call, speech):
        yield Heading(3, line(_("Who was told nothing yet, as far as the log says")), "unreached")
        yield Items(questions)


def _question(dimension: Dimension) -> str:
    match dimension:
        case "sector":
            return _("{group}: nobody was told directly. Who could be asked to pass it on?")
        case "language":
            return _("{group}: nothing went out in this language. Who speaks it and could tell others?")
    return _("{group}: nobody there was told. Is there a board, a school or a shop that would hang it up?")


def _titles() -> dict[Dimension, str]:
    return {
        "sector": _("Reach by sector"),
        "language": _("Reach by language"),
        "neighbourhood": _("Reach by neighbourhood"),
        "size": _("Answers by size"),
    }


def _table(one: Reach, speech: Speech) -> Table:
    is_size = one.dimension == "size"
    head = [
        line(_("Group")),
        *([] if is_size else [line(_("On the map")), line(_("Told directly")), line(_("By a channel"))]),
        line(_("Answers")),
    ]
    rows = tuple(
        (Cell(_name(one.dimension, row, speech)), *(() if is_size else (_count(row.on_map, speech), _count(row.told, speech), _count(row.channels, speech))),
         _count(row.answered, speech))
        for row in one.rows
    )  # fmt: skip
    return Table(line(_titles()[one.dimension]), tuple(head), rows, note=_note(one.dimension))


def _note(dimension: Dimension) -> Line:
    match dimension:
        case "sector":
            return line(_("Bodies outside the municipality. What a channel reaches is known by no sector."))
        case "language":
            return line(
                _("The language of a body is that of its people, where it is written down; in which language it was told, the log says.")
            )
        case "size":
            return line(_("Sizes as those who answered wrote them; those of the map are not on a list."))
    return line(_("Neighbourhoods as they are written on the map, in the log and in the answers."))


def _count(number: int | None, speech: Speech) -> Cell:
    if number is None:
        return Cell(line(_("not known")), unknown=True)
    return Cell((Num(speech.digits(number)),), number=True)


def _name(dimension: Dimension, row: ReachRow, speech: Speech) -> Line:
    if row.is_unknown:
        return line(_("not known"))
    if dimension == "sector":
        return (Name(speech.group(row.key), row.key),)
    if dimension in LISTS:
        return line(content.say(LISTS[dimension], row.key, speech.language)) if speech.has(LISTS[dimension], row.key) else (Name(row.key),)
    return (Name(row.text),)
