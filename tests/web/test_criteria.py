"""Does the page of criteria say what decides, ask for a reason when it must, and keep what was typed?"""

from __future__ import annotations

import pytest
from visiting import at, signed_in

from shutaf.partnerships.models import Criterion
from shutaf.partnerships.queries import situation
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]


def test_weights_and_floors_are_settled_in_one_form(town: Town) -> None:
    client = signed_in(town, "eli")
    answer = client.post(at(town, "criteria"), {"weight:light": "2", "weight:trust": "1", "floor:trust": "5", "floor:chance": "70%"})
    assert answer.url == at(town, "criteria")
    assert situation(town.owner).choosing.weights == (("light", 2.0), ("trust", 1.0))
    assert situation(town.owner).choosing.floors == (("trust", 5.0),)


def test_a_late_floor_asks_why_and_keeps_what_was_typed(town: Town) -> None:
    client = signed_in(town, "eli")
    answer = client.post(at(town, "criteria"), {"weight:light": "3", "floor:chance": "80%"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="80%"' in page
    assert 'id="reason-error"' in page
    assert not Criterion.objects.exists()
    client.post(at(town, "criteria"), {"weight:light": "3", "floor:chance": "80%", "reason": "<b>council</b>"})
    assert situation(town.owner).choosing.floors == (("chance", 0.8),)
    shown = client.get(at(town, "criteria")).content.decode()
    assert "&lt;b&gt;council&lt;/b&gt;" in shown
    assert "<b>council" not in shown
    ranking = client.get(at(town, "initiatives")).content.decode()
    assert "A floor was changed after somebody had judged:" in ranking
    assert "&lt;b&gt;council&lt;/b&gt;" in ranking


@pytest.mark.parametrize(
    ("field", "typed"),
    [("floor:chance", "130%"), ("floor:chance", ""), ("floor:light", "many"), ("weight:light", "-2"), ("weight:light", "nan")],
)
def test_what_cannot_be_read_is_told_beside_its_field(town: Town, field: str, typed: str) -> None:
    answer = signed_in(town, "eli").post(at(town, "criteria"), {"weight:trust": "2", field: typed})
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not Criterion.objects.exists()


def test_one_of_their_own_is_added_and_taken_away(town: Town) -> None:
    client = signed_in(town, "eli")
    client.post(at(town, "criterion_new"), {"label": "<script>x</script>", "question": "Why?", "better": "less"})
    row = Criterion.objects.get()
    page = client.get(at(town, "criteria")).content.decode()
    assert "&lt;script&gt;x" in page
    assert "<script>x" not in page
    assert client.post(at(town, "criterion_new"), {"label": "Trust"}).status_code == 200
    client.post(at(town, "criterion_trash", row.ref))
    assert not Criterion.present.exists()


def test_viewers_read_and_do_not_change(town: Town) -> None:
    client = signed_in(town, "vera")
    page = client.get(at(town, "criteria")).content.decode()
    assert '<input type="radio" name="weight' not in page
    assert client.post(at(town, "criteria"), {"weight:light": "2"}).status_code == 403
    assert signed_in(town, "omar").get(at(town, "criteria")).status_code == 403
    assert signed_in(town, "ruth").get(at(town, "criteria")).status_code in (403, 404)


@pytest.mark.parametrize("language", ["he", "ar"])
def test_no_english_stands_on_the_page(town: Town, language: str) -> None:
    page = signed_in(town, "eli", language).get(at(town, "criteria")).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    for words in ("Counts", "A floor", "Judged", "known for", "chance", "double"):
        assert f">{words}" not in main
