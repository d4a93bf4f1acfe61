"""Does one body have one name, that of the reader's language, on every page that lists it?"""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from shutaf.analysis.situation import Body, Department, Situation, Tie, Word
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

BODIES = (
    Body("hope", "جمعية الأمل", Word("", "civil_society"), names=(("he", "עמותת התקווה"),)),
    Body("hope2", "جمعية الأمل", Word("", "civil_society"), names=(("he", "עמותת התקווה"),)),
    Body("welfare", "الرفاه", department=Department(), names=(("he", "מחלקת הרווחה"),)),
    Body("schools", "التعليم", department=Department(), names=(("he", "מחלקת החינוך"),)),
)
PAGES = (
    "bodies/", "bodies/?sort=ties", "search/?q=الأمل", "inside/", "merge/", "merge/two?keep=hope&away=hope2", "hour/ticks/", "department/welfare",
    "map/told/?as=list", "body/hope",
)  # fmt: skip


@pytest.fixture
def small(db: None) -> Town:
    return build_town(Situation(bodies=BODIES, ties=(Tie("welfare", "hope"), Tie("schools", "hope"))), partner_of="hope")


@pytest.mark.parametrize("page", PAGES)
def test_a_hebrew_reader_meets_the_hebrew_name(small: Town, page: str) -> None:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "he"
    client.force_login(small.eli, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(f"/w/{small.ref}/{page}")
    assert answer.status_code == 200
    main = answer.content.decode().split("<main")[1].split("</main>")[0]
    assert "עמותת התקווה" in main
    if not page.startswith(("search", "merge/two")):  # there the name as written is told beside it
        assert "جمعية الأمل" not in main
