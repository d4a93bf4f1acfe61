"""The map page: one scene for each viewer, filters without scripts, saved views, and files of what is seen."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import call_command
from django.test import Client
from pypdf import PdfReader
from walk_cast import FOR_EDITORS, filled_town

import world
from shutaf.relations.queries import saved_views
from shutaf.relations.saved_views import saved_view_save
from shutaf.stewardship.actions import workspace_fill
from town import Town, build_town

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def place(db: None) -> Town:
    call_command("createcachetable", verbosity=0)
    return build_town()


def browser(town: Town, who: str = "dana", language: str = "en") -> Client:
    client = Client()
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = language
    return client


def scene(client: Client, town: Town, query: str = "") -> dict:
    answer = client.get(f"/w/{town.ref}/map/scene.json?{query}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    return json.loads(answer.content)


def test_canvas_and_picture_hold_the_same_bodies(place: Town) -> None:
    client = browser(place)
    found = scene(client, place)
    page = client.get(f"/w/{place.ref}/map/").content.decode()
    assert len(found["nodes"]["ref"]) == 72
    assert all(f'data-ref="{ref}"' in page for ref in found["nodes"]["ref"])


def test_partner_gets_no_strength_and_no_rating(db: None) -> None:
    call_command("createcachetable", verbosity=0)
    town = filled_town()
    client = browser(town, "omar")
    found = scene(client, town, "colour=influence&size=interest&view=grid")
    assert found["view"] == "network"
    assert set(found["ties"]["s"]) == {0}
    said = client.get(f"/w/{town.ref}/map/scene.json?colour=influence").content.decode()
    assert not [secret for secret in FOR_EDITORS if secret in said]
    page = client.get(f"/w/{town.ref}/map/?least=4&view=grid").content.decode()
    assert "Strength at least" not in page
    assert 'data-view="grid"' not in page
    assert not [secret for secret in FOR_EDITORS if secret in page]


def test_filters_work_without_scripts(place: Town) -> None:
    client = browser(place)
    page = client.get(f"/w/{place.ref}/map/?group=academia&group=business").content.decode()
    assert 'data-ref="hadar-bakery"' in page
    assert 'data-ref="good-neighbour"' not in page
    page = client.get(f"/w/{place.ref}/map/?least=4").content.decode()
    assert "known ties are left out by the filter" in page


def test_answer_to_the_map_is_small_and_names_the_chosen_body(place: Town) -> None:
    answer = browser(place).get(f"/w/{place.ref}/map/?body=hadar-bakery", headers={"HX-Request": "true"})
    said = answer.content.decode()
    assert "Hadar Bakery" in said
    assert "<html" not in said
    assert said.count("hx-swap-oob") == 3
    assert "<text" not in said


def save(client: Client, town: Town, **fields: object) -> str:
    return client.post(f"/w/{town.ref}/map/save/", {"name": "Business only", **fields}, follow=True).content.decode()


def test_view_is_saved_and_opened_again(place: Town) -> None:
    client = browser(place, "eli")
    page = save(client, place, group="business", view="network", positions=json.dumps({"hadar-bakery": [77, 88]}))
    assert "The view is saved." in page
    (view,) = saved_views(place.viewer)
    assert view.settings == {"group": ["business"]}
    found = scene(browser(place, "vera"), place, f"saved={view.ref}")
    at = found["nodes"]["ref"].index("hadar-bakery")
    assert (found["nodes"]["x"][at], found["nodes"]["y"][at]) == (77, 88)


def test_a_filter_taken_away_from_a_saved_view_stays_away(place: Town) -> None:
    client = browser(place)
    ref, _deed = saved_view_save(place.editor, name="x", settings={"group": ["business"]}, positions={"hadar-bakery": (7, 8)})
    opened = client.get(f"/w/{place.ref}/map/?saved={ref}").content.decode()
    assert 'data-ref="good-neighbour"' not in opened
    loosened = client.get(f"/w/{place.ref}/map/?saved={ref}&view=network").content.decode()
    assert all(f'data-ref="{one}"' in loosened for one in scene(client, place)["nodes"]["ref"])
    assert scene(client, place, f"saved={ref}&view=network")["nodes"]["x"].count(7) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"name": ""},
        {"name": "x" * 500},
        {"positions": "no json"},
        {"positions": "[1, 2]"},
        {"positions": json.dumps({str(i): [1, 1] for i in range(6000)})},
        {"positions": "x" * 500_000},
    ],
)
def test_what_cannot_be_saved_changes_nothing(place: Town, fields: dict[str, str]) -> None:
    assert "nothing was saved" in save(browser(place), place, **fields)
    assert saved_views(place.viewer) == ()


def test_hostile_places_are_left_out(place: Town) -> None:
    save(
        browser(place),
        place,
        positions='{"<script>": [1, 2], "a": [NaN, 1], "b": [1e99, 2], "c": ["x", 1], "hadar-bakery": [5, 6]}',
        name="<script>alert(1)</script>",
    )
    (view,) = saved_views(place.viewer)
    assert view.positions == {"<script>": (1.0, 2.0), "hadar-bakery": (5.0, 6.0)}
    page = browser(place).get(f"/w/{place.ref}/map/?saved={view.ref}").content.decode()
    assert "<script>alert" not in page


def test_saved_view_of_another_workspace_is_as_if_it_were_not_there(place: Town) -> None:
    workspace_fill(place.elsewhere, world.town())
    ref, _deed = saved_view_save(place.elsewhere, name="SECRETVIEW", settings={"view": ["rings"]}, positions={"hadar-bakery": (1, 1)})
    client = browser(place)
    page = client.get(f"/w/{place.ref}/map/?saved={ref}").content.decode()
    assert "SECRETVIEW" not in page
    assert scene(client, place, f"saved={ref}")["view"] == "network"
    assert client.post(f"/w/{place.ref}/map/remove/{ref}/").status_code == 403
    assert client.post(f"/w/{place.ref}/map/save/", {"name": "taken", "again": ref}).status_code == 403
    assert [one.name for one in saved_views(place.elsewhere)] == ["SECRETVIEW"]


@pytest.mark.parametrize("language", ["he", "en"])
def test_files_hold_what_is_seen_with_its_date(place: Town, language: str) -> None:
    client = browser(place, language=language)
    fictional = {"he": "יישוב בדיוני להדגמה", "en": "Fictional town for demonstration"}[language]
    svg = client.get(f"/w/{place.ref}/map.svg?group=business").content.decode()
    assert "2026" in svg
    assert fictional in svg
    assert 'data-ref="good-neighbour"' not in svg
    assert "<a " not in svg
    png = client.get(f"/w/{place.ref}/map.png?view=rings")
    assert png.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert "attachment" in png["Content-Disposition"]
    pdf = PdfReader(io.BytesIO(client.get(f"/w/{place.ref}/map.pdf?view=themes&colour=theme").content))
    assert len(pdf.pages) >= 1


def test_places_sent_with_the_form_are_in_the_file_and_nowhere_else(place: Town) -> None:
    client = browser(place)
    before = client.get(f"/w/{place.ref}/map.svg").content
    moved = client.post(f"/w/{place.ref}/map.svg", {"positions": json.dumps({"hadar-bakery": [10, 10]})}).content
    assert moved != before
    assert client.get(f"/w/{place.ref}/map.svg").content == before
    assert client.post(f"/w/{place.ref}/map.svg", {"positions": "nonsense"}).status_code == 404


def test_picture_with_ratings_is_marked_internal(place: Town) -> None:
    client = browser(place)
    assert "Internal, not for handing out" in client.get(f"/w/{place.ref}/map.svg?view=grid").content.decode()
    assert "Internal, not for handing out" in client.get(f"/w/{place.ref}/map.svg?colour=influence").content.decode()
    assert "Internal, not for handing out" not in client.get(f"/w/{place.ref}/map.svg?colour=ties").content.decode()


def test_unknown_form_is_not_there(place: Town) -> None:
    assert browser(place).get(f"/w/{place.ref}/map.exe").status_code == 404


def test_empty_workspace_says_what_will_be_here(place: Town) -> None:
    client = browser(place, "ruth")
    page = client.get(f"/w/{place.elsewhere.workspace_ref}/map/").content.decode()
    assert "Once there are names" in page
    assert client.get(f"/w/{place.elsewhere.workspace_ref}/map/scene.json").status_code == 200
    assert client.get(f"/w/{place.elsewhere.workspace_ref}/map.png").status_code == 302
