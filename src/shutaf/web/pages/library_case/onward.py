"""What does one read after this case? Cases of the same model that share its themes, and the pages that tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from shutaf import content
from shutaf.content import Article, Case

MOST = 3


def like_it(case: Case, cases: Sequence[Case]) -> list[Case]:
    """Those that share most themes; of the same model first among equals, then those borne by what was read again."""
    shared = {other.id: len(set(other.themes) & set(case.themes)) for other in cases if other.id != case.id}
    near = [other for other in cases if shared.get(other.id)]
    return sorted(near, key=lambda other: (-shared[other.id], other.typology != case.typology, not other.is_reread, other.id))[:MOST]


def told_in(case: Case) -> list[Article]:
    """The page of its model, then others that name it."""
    every = [one for shelf in content.SHELVES for one in content.articles(shelf)]
    named = [one for one in every if case.id in one.cases]
    of_model = [one for one in every if one.shelf == "models" and one.key == case.typology]
    return list({one.address: one for one in (*of_model, *named)}.values())[:MOST]
