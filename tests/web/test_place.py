"""Is a place typed with three fields, picked by its name, and told what that changes?"""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from shutaf.accounts.models import Deed
from shutaf.analysis.situation import Body as BodyRecord
from shutaf.analysis.situation import Place, Situation, Word
from shutaf.imports.authorities import AuthorityRow
from shutaf.places.loading import authorities_load
from shutaf.places.models import Place as Row
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

ROSH_PINNA = AuthorityRow(
    "IL",
    "26",
    "ראש פינה",
    (("he", "ראש פינה"), ("en", "Rosh Pinna"), ("ar", "روش بينا")),
    "local_council",
    (("he", "הצפון"),),
    3236,
    2021,
    7,
    2019,
)
ROSH_HAAYIN = AuthorityRow("IL", "2640", "ראש העין", (("he", "ראש העין"),), "city", (), 71_651, 2021, 7, 2019)
GOALS = (Word("להפחית פסולת בשליש", "waste"), Word("energy", "energy"), Word("שקט"))


@pytest.fixture
def small(db: None) -> Town:
    authorities_load([ROSH_PINNA, ROSH_HAAYIN], source="<b>authorities</b>.csv", on=date(2026, 1, 5))
    place = Place(name="עין חרוב", goals=GOALS, anchor_institutions=(Word("מאפייה"), Word("בית החולים")), economy=(Word("מסחר; קטן"),))
    return build_town(Situation(place, (BodyRecord("bakery", "מאפייה", Word("", "business")),)), partner_of="bakery")


def browser(user: object) -> Client:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


def form_of(client: Client, town: Town) -> dict[str, object]:
    """What a browser would send back of the form as it stands."""
    form = client.get(f"/w/{town.ref}/place/").context["form"]
    return {"which": "place"} | {name: value for name in form.fields if (value := form[name].value()) not in (None, "")}


def row(town: Town) -> Row:
    found = Row.objects.get(workspace=town.workspace)
    assert isinstance(found, Row)
    return found


def send(client: Client, town: Town, **changed: object) -> str:
    answer = client.post(f"/w/{town.ref}/place/", {**form_of(client, town), **changed}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_saving_without_a_change_changes_nothing(small: Town) -> None:
    client, before = browser(small.eli), row(small).as_json()
    send(client, small)
    assert row(small).as_json() == before


def test_a_name_a_goal_and_a_number_are_enough(db: None) -> None:
    town = build_town(Situation(), partner_of="none")
    send(browser(town.eli), town, name="כפר", goals=["water"], population="1,200")
    assert (row(town).name, row(town).goals[0].key, row(town).population) == ("כפר", "water", 1200)


def test_targets_are_own_words_with_their_theme(small: Town) -> None:
    client = browser(small.eli)
    send(client, small, goals=["waste", "energy", "water"], goals_text_2="עצים לכל רחוב", goals_theme_2="nature")
    assert {(word.text, word.key) for word in row(small).goals} == {
        ("להפחית פסולת בשליש", "waste"), ("energy", "energy"), ("water", "water"), ("שקט", ""), ("עצים לכל רחוב", "nature"),
    }  # fmt: skip


def test_a_place_is_picked_by_a_part_of_its_name_and_keeps_what_was_typed(small: Town) -> None:
    client = browser(small.eli)
    page = send(client, small, name="Rosh", population="5000", find="1")
    assert page.index("Rosh Pinna") < page.index('value="IL 26"')
    assert 'value="5000"' in page
    assert row(small).name == "עין חרוב"
    page = send(client, small, name="Rosh", population="5000", choose="IL 26")
    found = row(small)
    assert (found.name, found.population, found.cluster_1_10, found.country, found.authority) == ("Rosh Pinna", 5000, 7, "IL", "IL 26")
    assert dict(found.names)["ar"] == "روش بينا"
    assert found.goals == GOALS
    assert "something else was typed, and stays" in page
    assert "&lt;b&gt;authorities&lt;/b&gt;.csv" in page


def test_a_fact_is_taken_from_the_table_after_all_and_the_place_parted_from_it(small: Town) -> None:
    client = browser(small.eli)
    send(client, small, name="Rosh", population="5000", choose="IL 26")
    send(client, small, take="population")
    assert row(small).population == 3236
    assert "something else was typed" not in client.get(f"/w/{small.ref}/place/").content.decode()
    send(client, small, leave="1")
    assert (row(small).authority, row(small).population) == ("", 3236)


@pytest.mark.parametrize(
    ("field", "text"),
    [("name", ""), ("name", "א" * 301), ("population", "many"), ("population", "9" * 30), ("cluster_1_10", "11"), ("anchor_institutions", "x\n" * 9),
     ("anchor_institutions", "\n".join(map(str, range(99)))), ("economy", "x" * 301), ("goals_text_0", "x" * 501), ("country", "x" * 101)],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_stays_typed(small: Town, field: str, text: str) -> None:
    client, before = browser(small.eli), row(small).as_json()
    page = send(client, small, **{field: text})
    if text == "x\n" * 9:
        assert [word.text for word in row(small).anchor_institutions] == ["x"]
        return
    assert 'class="error"' in page
    assert text.splitlines()[0] in page if text else True
    assert row(small).as_json() == before


def test_an_unknown_row_of_the_table_is_refused(small: Town) -> None:
    client, before = browser(small.eli), row(small).as_json()
    answer = client.post(f"/w/{small.ref}/place/", {**form_of(client, small), "choose": "IL 999999"})
    assert answer.status_code == 403
    assert row(small).as_json() == before


def test_the_page_says_what_the_profile_changes_and_which_anchors_are_there(small: Town) -> None:
    page = browser(small.eli).get(f"/w/{small.ref}/place/").content.decode()
    for said in ("What this changes", "Models suggested first", "on the map", "not on the map", "Not written down yet"):
        assert said in page
    added = page.split("בית החולים</bdi>")[1].split('action="')[1].split('"')[0]
    answer = browser(small.eli).post(added, {"name": "בית החולים", "back": "place"})
    assert answer["Location"] == f"/w/{small.ref}/place/"
    assert page.count("not on the map") > browser(small.eli).get(f"/w/{small.ref}/place/").content.decode().count("not on the map")


def test_an_anchor_of_a_similar_name_is_said_to_be_the_same(small: Town) -> None:
    client = browser(small.eli)
    send(client, small, anchor_institutions="מאפיה\nבית החולים")
    assert "It is the same" in client.get(f"/w/{small.ref}/place/").content.decode()
    client.post(f"/w/{small.ref}/place/", {"which": "anchor", "text": "מאפיה", "body": "bakery"})
    assert [word.text for word in row(small).anchor_institutions] == ["מאפייה", "בית החולים"]
    for wrong in ({"text": "אחר", "body": "bakery"}, {"text": "מאפייה", "body": "nobody"}, {}):
        assert client.post(f"/w/{small.ref}/place/", {"which": "anchor", **wrong}).status_code == 302
    assert browser(small.vera).post(f"/w/{small.ref}/place/", {"which": "anchor", "text": "מאפייה", "body": "bakery"}).status_code == 403


def test_picking_is_told_in_the_history_and_taken_back_whole(small: Town) -> None:
    client, before = browser(small.eli), row(small).as_json()
    send(client, small, name="Rosh", choose="IL 26")
    deed = Deed.objects.get(workspace=small.workspace, name="place_pick")
    page = client.get(f"/w/{small.ref}/deed/{deed.ref}/").content.decode()
    assert "Picked the place from the table" in page
    assert "Names in other languages" in page
    assert "روش بينا" in page
    client.post(f"/w/{small.ref}/deed/{deed.ref}/undo/")
    assert row(small).as_json() == before


def test_others_read_and_do_not_write(small: Town) -> None:
    for user, status in ((small.vera, 403), (small.omar, 403), (small.ruth, 404)):
        client = browser(user)
        for sent in ({"name": "x"}, {"choose": "IL 26", "name": "x"}, {"take": "population", "name": "x"}, {"leave": "1", "name": "x"}):
            assert client.post(f"/w/{small.ref}/place/", {"which": "place", **sent}).status_code == status
    send(browser(small.eli), small, name="Rosh", choose="IL 26")
    page = browser(small.vera).get(f"/w/{small.ref}/place/").content.decode()
    for said in ("What this changes", "להפחית פסולת בשליש", "From the table", "(2021)"):
        assert said in page
    assert 'name="take"' not in page
    send(browser(small.eli), small, name="עין חרוב", leave="1")
    page = browser(small.omar).get(f"/w/{small.ref}/place/").content.decode()
    assert "What this changes" not in page
    assert row(small).name == "עין חרוב"
