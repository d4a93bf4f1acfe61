"""Does a text read as if it told something specially sensitive of a person: health, belief, politics, convictions, pay, character?"""

from __future__ import annotations

from collections.abc import Mapping

from shutaf.analysis.text.search import words_of

DELICATE: Mapping[str, tuple[str, ...]] = {
    "health": (
        "חולה", "מחלה", "סרטן", "דיכאון", "מדוכא", "מדוכאת", "אשפוז", "אושפז", "אושפזה", "הריון", "בהריון", "פסיכיאטרי",
        "sick", "illness", "cancer", "depressed", "depression", "hospitalised", "hospitalized", "pregnant", "psychiatric",
        "krank", "krankheit", "krebs", "depressiv", "depression", "schwanger", "psychiatrisch",
        "مريض", "مريضه", "مرض", "سرطان", "اكتئاب", "حامل",
    ),
    "belief": (
        "חילוני", "חילונית", "חרדי", "חרדית", "דתי", "דתייה", "אתאיסט", "מומר", "religious", "atheist", "devout", "gläubig", "atheist", "konfession",
        "متدين", "متدينه", "ملحد", "علماني",
    ),
    "politics": (
        "ימני", "ימנית", "שמאלני", "שמאלנית", "ביביסט", "ביביסטית", "leftist", "rightist", "voted", "linker", "rechter", "parteimitglied",
        "يساري", "يميني",
    ),
    "convictions": (
        "מורשע", "הורשע", "הורשעה", "עבריין", "עבריינית", "convicted", "vorbestraft", "straftäter",
        "مدان", "مجرم", "سجين", "سوابق",
    ),
    "pay": ("משכורת", "משכורתו", "משכורתה", "salary", "bankrupt", "gehalt", "pleite", "راتبه", "راتبها", "مفلس"),
    "character": (
        "עצלן", "עצלנית", "שקרן", "שקרנית", "טיפש", "טיפשה", "מושחת", "מושחתת", "היסטרית", "משוגע", "משוגעת", "lazy", "liar", "stupid", "corrupt",
        "hysterical", "crazy", "arrogant", "faul", "lügner", "lügnerin", "dumm", "korrupt", "verrückt", "arrogant",
        "كسول", "كذاب", "كذابه", "غبي", "غبيه", "فاسد", "مجنون", "متعجرف",
    ),
}  # fmt: skip
"""Words as people write them, by what they would tell. Ours, short on purpose: it warns of what is plain, and knows nothing of what is meant."""

_KIND_OF: Mapping[str, str] = {key: kind for kind, words in DELICATE.items() for word in words for key in words_of(word)}
_PREFIXES = "והלבמכש"


def delicate(text: str) -> tuple[str, ...]:
    """The kinds a text may tell of, in the order of DELICATE. Words are compared folded, with a Hebrew prefix of one letter.

    It finds words, not meanings: "the clinic for sick children" is found too, and a hint without such a word is not.

    >>> delicate("she is depressed since March")
    ('health',)
    >>> delicate("needs a room on Fridays")
    ()
    """
    found = {
        kind for word in words_of(text) for kind in (_KIND_OF.get(word), _KIND_OF.get(word[1:]) if word[:1] in _PREFIXES else None) if kind
    }
    return tuple(kind for kind in DELICATE if kind in found)
