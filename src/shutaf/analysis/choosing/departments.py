"""Which departments on the map would a model begin with?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shutaf.analysis.situation import Body, Situation
from shutaf.analysis.text.search import index_text, matches, query_tokens


def departments_named(situation: Situation, words: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[Body, ...]]:
    """typology -> departments in whose name one of its words stands, those that would join first, then in the order of the map.

    words: typology -> words, each a beginning or several words; a name is looked through in all languages it is written in. A guess by name: nothing
    is known of a department whose name says something else. O(departments x words).
    """
    named = [(body, index_text(body.name, *(name for _language, name in body.names))) for body in situation.departments]
    asked = {typology: [query_tokens(word) for word in several] for typology, several in words.items()}
    return {
        typology: tuple(sorted((body for body, name in named if any(matches(one, name) for one in tokens)), key=_would_join))
        for typology, tokens in asked.items()
    }


def _would_join(body: Body) -> int:
    order = {"yes": 0, "unknown": 1, "no": 2}
    return order[body.department.would_join] if body.department else 1
