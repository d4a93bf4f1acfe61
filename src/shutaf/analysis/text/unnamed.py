"""Who can still be named in a text, and how does it read when kinds stand in the place of names?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from shutaf.analysis.text.fold import fold

_SHORTEST = 2
"""Letters. Ours: one letter names nobody."""

_BEFORE = r"(?P<before>[והבכלמש]{0,3}|[وفبلك]{0,2}(?:ال)?)"
"""What Hebrew and Arabic write onto the front of a name: and, the, in, as, to, from, that."""

_AFTER = r"(?:['’׳]?s)?"
"""The genitive of English and German."""

_QUOTES = "\"'`´״׳‘’‚“”„"
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)(?:\+|0)\d[\d\s\-]{6,14}\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody by all the forms of the name, and the kind that is said instead."""

    names: tuple[str, ...]
    kind: str


def without_names(text: str, unnamed: Sequence[Unnamed]) -> str:
    """The text with a kind in brackets wherever one of the names stood, also behind a Hebrew or Arabic prefix; the longest name first.

    O(names x letters). Whether a name is left is for `names_in` to say, which compares more loosely.

    >>> without_names("הלכנו לקפה התאנה", [Unnamed(("קפה התאנה",), "בית קפה")])
    'הלכנו ל[בית קפה]'
    """
    by_length = sorted(
        ((name, one.kind) for one in unnamed for name in one.names if len(name) >= _SHORTEST), key=lambda pair: -len(pair[0])
    )
    for name, kind in by_length:
        text = _pattern(name).sub(lambda found, kind=kind: f"{found['before']}[{kind}]", text)  # type: ignore[misc]
    return text


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    letters = (rf"[{_QUOTES}]?" if one in _QUOTES else r"[\s\-־–]+" if one.isspace() or one in "-־–" else re.escape(one) for one in name)
    return re.compile(rf"(?<![^\W_]){_BEFORE}{''.join(letters)}{_AFTER}(?![^\W_])", re.IGNORECASE)


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that stand in the text, each once, whatever way they are spelt (`fold`) and with prefixes.

    O(names + letters x names found).

    >>> names_in("נפגשנו בבנק-המורד", ["בנק המורד", "המורד", "קרן"])
    ('בנק המורד', 'המורד')
    """
    folded = fold(text)
    return tuple(
        dict.fromkeys(name for name in names if (key := fold(name)) and len(key) >= _SHORTEST and key in folded and _stands(key, folded))
    )


def _stands(key: str, folded: str) -> bool:
    return re.search(rf"(?<![^\W_]){_BEFORE}{re.escape(key)}{_AFTER}(?![^\W_])", folded) is not None


def contacts_in(text: str) -> tuple[str, ...]:
    """Addresses and telephone numbers that stand in the text.

    >>> contacts_in("write to dana@ein-haruv.example or 04-555 1234, by 2026-05-01")
    ('dana@ein-haruv.example', '04-555 1234')
    """
    return tuple(dict.fromkeys(found.strip() for found in _CONTACT.findall(text)))
