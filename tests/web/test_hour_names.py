"""Do pasted names come onto the map with what stood beside them, and does the page say what did not?"""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from shutaf.bodies.models import Body, Person
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

PASTED = """שם\tטלפון\tאיש קשר\tמגזר\tכתובת
גלגל חדש\t04-5550101\tדנה כהן\tעסקי\tרחוב הגפן 3
הנדסה ותשתיות\t\t\tאגף\t
קפה תאנה\t\t\t\t
סה"כ 3\t\t\t\t"""


@pytest.fixture
def address(town: Town, client: Client) -> str:
    client.force_login(town.eli)
    return reverse("hour_names", args=[town.ref])


def test_names_come_onto_the_map_with_what_stood_beside_them(client: Client, address: str) -> None:
    assert client.post(address, {"names": PASTED}).status_code == 302
    wheel, works = (Body.present.get(name=name) for name in ("גלגל חדש", "הנדסה ותשתיות"))
    assert (wheel.sector.key, works.is_department, works.group) == ("business", True, "department")
    person = Person.present.get(body=wheel)
    assert (person.name, person.phone) == ("דנה כהן", "04-5550101")
    assert Body.present.filter(name="קפה תאנה").count() == 1


def test_what_was_not_taken_is_said(client: Client, address: str) -> None:
    answer = client.post(address, {"names": PASTED})
    said = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    assert "רחוב הגפן 3" in said
    assert 'סה"כ 3' in said


def test_a_pasted_line_too_long_is_said_with_a_way_on(client: Client, address: str) -> None:
    answer = client.post(address, {"names": "גלגל חדש\n" + "מילה " * 100})
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert len(said) == 2
    assert "300" in said[1]


def test_sectors_are_suggested_and_not_stored(client: Client, address: str, town: Town) -> None:
    client.post(address, {"names": "מכללת האלון"})
    page = client.get(reverse("hour_sectors", args=[town.ref])).content.decode()
    assert 'data-suggested="academia"' in page
    assert Body.present.get(name="מכללת האלון").group == ""
