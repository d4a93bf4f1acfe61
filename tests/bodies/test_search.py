"""Does the database find the same bodies as the reference?"""

from __future__ import annotations

import pytest

from shutaf.analysis.text.search import index_text, matches, query_tokens
from shutaf.bodies.models import Body
from shutaf.bodies.queries import bodies_page
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

QUERIES = (
    *("סביבה", "לסביבה", "עמותות", "בית ספר", "תושבים", "מתנס", "גן", "א", "عين", "الأمل", "جمعيات", "للشباب"),
    *("verein", "Vereine", "müller", "strasse", "schools", "e v", "ngo", "100%", "a_b", "'", "בית' OR 1=1", "צצצ"),
)


def test_database_and_reference_find_the_same_bodies(town: Town) -> None:
    bodies = tuple(Body.present.filter(workspace_id=town.owner.workspace_id))
    for query in QUERIES:
        expected = {body.ref for body in bodies if matches(query_tokens(query), body.search)}
        page = bodies_page(town.owner, degrees={}, text=query)
        assert page.found == len(expected), query
        assert {line.ref for line in page.lines} <= expected, query


def test_kept_text_is_that_of_all_names_kind_and_town(town: Town) -> None:
    for body in Body.present.filter(workspace_id=town.owner.workspace_id):
        assert body.search == index_text(body.name, *(name for _, name in body.names), body.kind, body.city, body.ref)
