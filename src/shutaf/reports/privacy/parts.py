"""What do all papers on data protection share? Their frame, who answers, and the table of what is held for what and how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from django.utils.translation import gettext as _

from shutaf.analysis.situation import Situation
from shutaf.reports.brief import labels
from shutaf.reports.document import Block, Cell, Document, Facts, Line, Name, Notice, Table, Tag, fill, line
from shutaf.reports.privacy.facts import PrivacyFacts, TableFacts
from shutaf.reports.wording.privacy import kind_said, purpose_said, retention_said, source_said, table_said
from shutaf.reports.wording.speech import Speech


@cache
def speech(language: str) -> Speech:
    return Speech(language, Situation())


def framed(facts: PrivacyFacts, language: str, title: str, lead: str, blocks: Iterable[Block], *, is_internal: bool = True) -> Document:
    """The frame of each paper, in the language that is active."""
    mark = _("Internal, not for handing out") if is_internal else ""
    fiction = _("Fictional town for demonstration") if facts.is_fictional else ""
    named = fill("{title}: {who}", title=title, who=Name(facts.workspace)) if facts.workspace else line(title)
    return Document(
        language=language,
        title=named,
        lead=line(lead),
        labels=labels(),
        blocks=tuple(blocks),
        tags=(*((Tag(fiction, "now"),) if fiction else ()), *((Tag(mark, "bad"),) if mark else ())),
        dates=line(_("Made on {date}").format(date=speech(language).date(facts.today))),
        mark=" · ".join(one for one in (mark, fiction) if one),
        foot=line(_("Made with Shutaf, free software")),
        created=facts.today,
    )


def not_advice() -> Notice:
    return Notice((line(_("Made from what the program stores and how it is set up. It is no legal advice; whoever answers for the data reads it, fills in what is missing and signs it.")),), "note")  # fmt: skip


def missing(text: str) -> Line:
    return (Tag(text, "unknown"),)


def answers(facts: PrivacyFacts) -> Facts:
    """Who runs it and whom to turn to."""
    who = facts.answerable
    officer: Line = line(Name(who.officer)) if who.officer else missing(_("not named yet"))
    mail: Line = line(Name(who.officer_mail)) if who.officer_mail else missing(_("not named yet"))
    return Facts((
        (line(_("Who runs the service")), (line(Name(who.operator)) if who.operator else missing(_("not named yet")),)),
        (line(_("Data-protection officer")), (officer,)),
        (line(_("How to reach them")), (mail,)),
    ))  # fmt: skip


def said(keys: Iterable[str], say: object) -> str:
    return _(", ").join(say(key) for key in dict.fromkeys(keys))  # type: ignore[operator]


def tables(facts: PrivacyFacts, chosen: Iterable[TableFacts], language: str, caption: str, *, is_short: bool = False) -> Table:
    """What is held where, why, from whom and how long. is_short: the first purpose, no texts, and nothing counted."""
    rows = []
    for one in chosen:
        cells = [Cell(line(table_said(one.table)))]
        if not is_short:
            n = one.rows
            cells.append(Cell(line(speech(language).digits(n, 0)), number=True) if n is not None else Cell(line("–"), unknown=True))
        cells += [
            Cell(line(said([kind for kind in one.kinds if not is_short or kind != "text"], kind_said))),
            Cell(line(said(one.purposes[: 1 if is_short else None], purpose_said))), Cell(line(said(one.sources, source_said))),
            Cell(line(retention_said(one.retention, one.days if one.days >= 0 else facts.contact_log_days))),
        ]  # fmt: skip
        rows.append(tuple(cells))
    head = [_("Where"), *([] if is_short else [_("Rows")]), _("What"), _("What for"), _("From whom"), _("How long")]
    return Table(line(caption), tuple(line(one) for one in head), tuple(rows), sheet=caption[:30])


def by_purpose(facts: PrivacyFacts) -> Iterator[tuple[str, tuple[TableFacts, ...]]]:
    """Tables that are there for a purpose, in the order of the wording; a text's mention last."""
    order = dict.fromkeys(purpose for one in facts.tables for purpose in one.purposes)
    for purpose in sorted(order, key=lambda key: key == "mention"):
        found = tuple(one for one in facts.tables if one.purposes[0] == purpose)
        if found:
            yield purpose, found
