"""What narrows the comparison: a subject, a model or a step, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.content import Compared
from shutaf.reports.library.comparison import SUBJECTS
from shutaf.web.parts.library import is_about


@dataclass(frozen=True, slots=True)
class Asked:
    """ "" where nothing was asked; a word that is on no list asks nothing."""

    subject: str
    about: str
    words: str

    @property
    def is_anything(self) -> bool:
        return bool(self.subject or self.about or self.words)

    def fits(self, row: Compared, language: str) -> bool:
        texts = (row.title, row.germany.text, row.israel.text, row.carries, row.carries_not)
        return (
            self.subject in ("", row.subject)
            and self.about in ("", row.about)
            and is_about(self.words, *(text[language] for text in texts))
        )


def asked(query: QueryDict, rows: Sequence[Compared]) -> Asked:
    subject, about = query.get("subject", ""), query.get("about", "")
    return Asked(
        subject if subject in SUBJECTS else "",
        about if about and about in {row.about for row in rows} else "",
        query.get("q", "").strip()[:80],
    )


def subjects(rows: Sequence[Compared]) -> list[tuple[str, str, int]]:
    """Those that have rows, with how many."""
    counted = ((key, _(name), sum(row.subject == key for row in rows)) for key, name in SUBJECTS.items())
    return [one for one in counted if one[2]]


def abouts(rows: Sequence[Compared], language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Models and steps that are compared, under their heads."""
    named = {row.about for row in rows if row.about}
    models = [(one.key, one.names[language]) for one in content.entries("typology") if one.key in named]
    steps = [(one.key, one.names[language]) for one in content.entries("step") if one.key in named]
    heads = {key: name for key, name, _count in subjects(rows)}
    return [(heads[key], listed) for key, listed in (("models", models), ("steps", steps)) if listed]
