"""Is the place named as its reader names it?"""

from __future__ import annotations

import pytest
from briefs import brief_of, example

from shutaf.reports.document import plain


@pytest.mark.parametrize(("language", "name"), [("he", "עין חרוב"), ("ar", "عين حاروف"), ("en", "Ein Haruv"), ("de", "Ein Haruv")])
def test_title_and_foot_name_it_in_the_language_of_the_brief(language: str, name: str) -> None:
    document = brief_of(example(), "room", language)
    assert plain(document.title, isolate=False).endswith(name)
    assert plain(document.foot, isolate=False).endswith(name)
