"""How does a sentence with facts become a line? A translated template says of each fact how it is to be read.

    N_("{ask:body} works on {theme:theme}: {bodies:n} of {total:n}")

n a Number with its code, share a Number as per cent, count a bare count, body / bodies / shaped a ref or refs, group a sector's key, groups several,
theme / themes, kind (of resource), typology, criterion, initiative, resource, person, date, amount, word, text (as written), objectives (several, as written), plain (our own words, as they are).
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.utils.translation import gettext, ngettext

from shutaf.analysis.situation import Number, Word
from shutaf.reports.document import Line, Name, Text, fill, line
from shutaf.reports.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class Plural:
    """A sentence that counts: `by` names the fact that is counted."""

    one: str
    many: str
    by: str


def plural(one: str, many: str, by: str) -> Plural:
    """Mark a sentence that counts, so that the catalogs hold both its forms."""
    return Plural(one, many, by)


Template: TypeAlias = str | Plural
Ways: TypeAlias = Mapping[str, Callable[[Any, Speech], Line]]


def speak(template: Template, facts: Mapping[str, Any], speech: Speech, ways: Ways | None = None) -> Line:
    """The template in the active language, its facts filled in. Raises KeyError for a fact that is missing or a way of reading that is not known.

    ways: how facts are read, where a subject has ways of its own; WAYS otherwise.
    """
    said = gettext(template) if isinstance(template, str) else ngettext(template.one, template.many, counted(facts[template.by]))
    values: dict[str, Line] = {}
    for _literal, name, way, _conversion in string.Formatter().parse(said):
        if name is not None:
            values[name] = (ways or WAYS)[way or "text"](facts[name], speech)
    return fill(said, **values)


def counted(value: Any) -> int:
    """What a plural counts by: the value of a Number, a length, or the number itself."""
    if isinstance(value, Number):
        return round(value.value)
    return len(value) if isinstance(value, tuple | list | frozenset) else int(value)


def _several(words: Iterable[Any], list_key: str, speech: Speech) -> Line:
    return speech.several([speech.word(list_key, word) for word in words])


WAYS: Ways = {
    "n": lambda value, speech: (speech.number(value),),
    "n0": lambda value, speech: (speech.number(value, 0),),
    "share": lambda value, speech: (speech.share(value),),
    "count": lambda value, speech: line(speech.digits(counted(value))),
    "body": lambda value, speech: (speech.body(value),),
    "shaped": lambda value, speech: (speech.body(value, shape=True),),
    "bodies": lambda value, speech: speech.bodies(value, most=6),
    "group": lambda value, speech: line(speech.group(value)),
    "groups": lambda value, speech: speech.several([Text(speech.group(key)) for key in value]),
    "theme": lambda value, speech: (speech.word("theme", value),),
    "themes": lambda value, speech: _several(value, "theme", speech),
    "kind": lambda value, speech: (speech.word("resource", value),),
    "kinds": lambda value, speech: _several(value, "resource", speech),
    "typology": lambda value, speech: (speech.word("typology", value),),
    "criterion": lambda value, speech: speech.criterion(value),
    "initiative": lambda value, speech: (speech.initiative(value),),
    "resource": lambda value, speech: (speech.resource(value),),
    "resources": lambda value, speech: speech.several([speech.resource(ref) for ref in value], most=4),
    "person": lambda value, speech: (speech.person(value),),
    "people": lambda value, speech: speech.several([speech.person(ref) for ref in value], most=4),
    "date": lambda value, speech: line(speech.date(value)),
    "amount": lambda value, speech: speech.amount(value),
    "word": lambda value, speech: (Name(value.text),) if isinstance(value, Word) else (Name(str(value)),),
    "text": lambda value, speech: (Name(str(value)),),
    "objectives": lambda value, speech: speech.several([Name(text) for text in value], most=4),
    "plain": lambda value, speech: line(value),
}
