"""How does an analysis leave the command line? A table on the terminal, JSON for a program, or a small page."""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser
from shutaf.cli.terminal import table
from shutaf.cli.writing import refuse_to_overwrite, write_bytes
from shutaf.reports.brief import labels
from shutaf.reports.document import Block, Document, Facts, Figure, Heading, Items, Line, Notice, Paragraph, SaidFinding, Table, line, plain
from shutaf.reports.writers import write_html


@dataclass(frozen=True)
class Answer:
    """One analysis, in two forms. numbers: keys of the reference page, full precision, NaN becomes null; blocks: the same in words."""

    numbers: Mapping[str, Any]
    title: Line
    lead: Line
    blocks: tuple[Block, ...]


def answer_arguments(parser: Parser) -> None:
    """The forms every subject has."""
    parser.add_argument("--json", action="store_true", help=_("as JSON instead of a table"))
    parser.add_argument("--html", type=Path, default=None, metavar="FILE.html", help=_("write a page to this file instead"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def give(arguments: argparse.Namespace, answer: Answer, language: str) -> int:
    """Print the answer, or write it where --html says; returns the exit code."""
    if arguments.html is not None:
        if refuse_to_overwrite(arguments.html, arguments.force):
            return 2
        write_bytes(arguments.html, write_html(document_of(answer, language)))
    elif arguments.json:
        print(json.dumps(without_nan(answer.numbers), ensure_ascii=False, indent=2, allow_nan=False))
    else:
        print("\n\n".join(text for block in answer.blocks if (text := "\n".join(said(block)))))
    return 0


def document_of(answer: Answer, language: str) -> Document:
    foot = line(_("Made with Shutaf, free software"))
    return Document(language, answer.title, answer.lead, labels(), answer.blocks, foot=foot)


def without_nan(value: Any) -> Any:
    """What JSON can say: arrays as lists, numpy numbers as plain ones, and null for what is not a number or not finite."""
    match value:
        case Mapping():
            return {str(key): without_nan(inner) for key, inner in value.items()}
        case np.ndarray():
            return without_nan(value.tolist())
        case np.generic():
            return without_nan(value.item())
        case float():
            return value if math.isfinite(value) else None
        case str():
            return value
        case Sequence():
            return [without_nan(inner) for inner in value]
    return value


def said(block: Block) -> Iterator[str]:
    """A block as lines of a terminal; a picture is said by its table."""
    match block:
        case Heading(text=text):
            yield _line(text)
        case Paragraph(text=text):
            yield _line(text)
        case Items(items=items, ordered=ordered):
            yield from (f"{f'{i}.' if ordered else '-'} {_line(item)}" for i, item in enumerate(items, start=1))
        case Notice(text=lines):
            yield from map(_line, lines)
        case SaidFinding(title=title, why=why, step=step):
            yield from (_line(text) for text in (title, *why, step) if text)
        case Facts(rows=rows):
            yield table([(_line(label), " ".join(map(_line, texts))) for label, texts in rows])
        case Figure(twin=Table() as twin):
            yield from said(twin)
        case Table():
            yield from _said_table(block)


def _said_table(block: Table) -> Iterator[str]:
    if block.caption:
        yield _line(block.caption)
    rows: list[tuple[str, ...]] = [tuple(map(_line, block.head))] if block.head else []
    rows += [tuple("?" if cell.unknown and not cell.text else _line(cell.text) for cell in row) for row in block.rows]
    yield table(rows)
    if block.note:
        yield _line(block.note)


def _line(inlines: Iterable[Any]) -> str:
    return plain(inlines, isolate=False)
