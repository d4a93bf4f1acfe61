"""Does a NUL that somebody pasted cost them anything, and does it reach a database?"""

from __future__ import annotations

import pytest
from django.urls import reverse
from visiting import at, signed_in

from shutaf.accounts.models import User
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def test_a_text_arrives_without_its_nuls(town: Town) -> None:
    answer = signed_in(town, "dana").post(reverse("account"), {"name": "Da\x00na", "language": "en", "\x00": "\x00"})
    assert answer.status_code == 302
    assert User.objects.get(pk=town.dana.pk).name == "Dana"


def test_a_question_is_read_without_its_nuls(town: Town) -> None:
    said = signed_in(town, "dana").get(at(town, "search"), {"q": "had\x00ar"}).content.decode()
    assert 'value="hadar"' in said


@pytest.mark.parametrize("name", ["body", "initiative", "tie_edit"])
def test_an_address_that_holds_one_leads_nowhere(town: Town, name: str) -> None:
    assert signed_in(town, "dana").get(at(town, name, "had\x00ar")).status_code == 404
