"""Which forms does an Arabic word share with its relatives?

All letters here are folded: one alef, one ya, ta marbuta as ha. Here hamza goes too: مؤسسة is often typed موسسة.
"""

from __future__ import annotations

from collections.abc import Iterator

from shutaf.analysis.text.fold import fold

_HAMZA = str.maketrans({"ؤ": "و", "ئ": "ي", "ء": ""})
_PREFIXES = (*((prefix, 3) for prefix in ("وال", "بال", "كال", "فال", "ولل", "لل", "ال")), ("و", 4), ("ل", 4), ("ب", 4))
"""(prefix, fewest letters left): لجنة is not "for جنة"."""

_ENDINGS = ("يات", "ات", "ين", "ون", "يه", "ه", "ي")
_SHORTEST_STEM = 3


def _plain(word: str) -> str:
    return word.translate(_HAMZA)


_BROKEN = {
    _plain(fold(plural)): _plain(fold(word))
    for plural, word in (
        *(
            ("مدارس", "مدرسة"),
            ("مراكز", "مركز"),
            ("لجان", "لجنة"),
            ("أطفال", "طفل"),
            ("طلاب", "طالب"),
            ("أندية", "نادي"),
            ("نوادي", "نادي"),
        ),
        *(("نساء", "امرأة"), ("بنوك", "بنك"), ("أحياء", "حي"), ("روضات", "روضة"), ("مصانع", "مصنع"), ("أقسام", "قسم"), ("مكاتب", "مكتب")),
    )
}
"""Plurals within the word, of words that stand in names of bodies."""


def bare(word: str) -> Iterator[str]:
    yield from (word[len(prefix) :] for prefix, left in _PREFIXES if word.startswith(prefix) and len(word) - len(prefix) >= left)


def _stems(word: str) -> Iterator[str]:
    if word in _BROKEN:
        yield _BROKEN[word]
    yield from (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM)


def _forms(word: str) -> Iterator[str]:
    without = tuple(bare(word))
    yield from without
    yield from (stem for form in (word, *without) for stem in _stems(form))


def of_name(word: str) -> Iterator[str]:
    plain = _plain(word) or word
    yield plain
    yield from _forms(plain)


def of_query(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    plain = _plain(word) or word
    return (plain,), tuple(_forms(plain))
