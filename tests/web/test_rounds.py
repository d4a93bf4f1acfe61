"""Does an editor open a round, share its link, see only counts until it is closed, and take the medians?"""

from __future__ import annotations

import re

import pytest
from django.test import Client

from shutaf.accounts.models import Deed
from shutaf.partnerships.models import Initiative, Rating, RatingRound
from shutaf.partnerships.rating import door_of, new_rater, rating_save
from shutaf.partnerships.round_actions import round_close, round_open, round_save
from shutaf.partnerships.rounds import round_found
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

BACKEND = "django.contrib.auth.backends.ModelBackend"
CRITERIA = ("chance", "months_to_result", "light")


@pytest.fixture
def editor(client: Client, town: Town) -> Client:
    client.force_login(town.eli, backend=BACKEND)
    client.cookies["shutaf_language"] = "en"
    return client


def refs(town: Town) -> list[str]:
    return list(Initiative.present.filter(workspace=town.workspace).order_by("pk").values_list("ref", flat=True)[:3])


def opened(town: Town, name: str = "Where do we begin?") -> str:
    ref, _deed = round_save(town.editor, name=name, initiatives=refs(town), criteria=CRITERIA)
    round_open(town.editor, ref=ref)
    return ref


def token(town: Town, ref: str) -> str:
    found = round_found(town.editor, ref)
    assert found
    return found.token


def answered(town: Town, ref: str, raters: int = 5) -> None:
    door = door_of(token(town, ref))
    assert door
    for n in range(raters):
        rater = new_rater()
        for place, initiative in enumerate(refs(town)):
            said = {"chance": 0.9 if place == 0 else (0.1, 0.9)[n % 2], "light": 6.0, "months_to_result": 12.0}
            rating_save(door.viewer, rater=rater, group="business", initiative_ref=initiative, answers=said)


def test_a_round_is_made_opened_and_shared_by_code_and_link(editor: Client, town: Town) -> None:
    typed = {"name": "Where do we begin?", "initiatives": refs(town), "criteria": CRITERIA}
    at = editor.post(f"/w/{town.ref}/new/round/", typed).url
    assert "Until you close it nobody sees an answer" in editor.get(at).content.decode()
    said = editor.post(f"{at}/open/", follow=True).content.decode()
    ref = RatingRound.objects.get().ref
    assert f"/r/{token(town, ref)}/" in said
    assert '<svg viewBox="0 0' in said
    assert "0 people have rated" in said


def test_a_form_without_an_initiative_is_told_and_keeps_what_was_typed(editor: Client, town: Town) -> None:
    said = editor.post(f"/w/{town.ref}/new/round/", {"name": "<b>x</b>", "criteria": CRITERIA}).content.decode()
    assert 'class="error"' in said
    assert "&lt;b&gt;x&lt;/b&gt;" in said
    assert not RatingRound.objects.exists()


def test_too_long_a_name_and_what_is_not_there_are_refused(editor: Client, town: Town) -> None:
    for typed in (
        {"name": "x" * 5000, "initiatives": refs(town), "criteria": CRITERIA},
        {"name": "x", "initiatives": ["nope"], "criteria": CRITERIA},
        {"name": "x", "initiatives": refs(town), "criteria": ["sectors_gain"]},
    ):
        assert editor.post(f"/w/{town.ref}/new/round/", typed).status_code == 200
    assert not RatingRound.objects.exists()


def test_while_it_is_open_the_page_tells_how_many_and_nothing_else(editor: Client, town: Town) -> None:
    ref = opened(town)
    answered(town, ref)
    said = editor.get(f"/w/{town.ref}/round/{ref}").content.decode()
    assert "5 people have rated" in said
    assert "90%" not in said
    assert "Worth a talk" not in said
    for page in ("history/", "initiatives/", "rounds/", "trash/", f"deed/{Deed.objects.get(name='round_open').ref}"):
        assert "90%" not in editor.get(f"/w/{town.ref}/{page}").content.decode()


def test_closed_it_tells_spread_talks_and_who_is_first(editor: Client, town: Town) -> None:
    ref = opened(town)
    answered(town, ref)
    said = editor.post(f"/w/{town.ref}/round/{ref}/close/", follow=True).content.decode()
    assert "5 people rated" in said
    assert "Worth a talk" in said
    assert "2 of 5 see it at the floor (70%) or better" in said
    assert "under the floor" in said
    assert "Take the medians" in said
    change = re.sub(r"<[^>]+>", " ", said.split("What would change")[1].split("</details>")[0])
    assert "90%" in change
    assert "12 months" in change


def test_what_too_few_judged_is_named_as_not_compared(editor: Client, town: Town) -> None:
    ref = opened(town)
    door = door_of(token(town, ref))
    assert door
    for n in range(3):
        rater = new_rater()
        for initiative in refs(town)[: 3 if n else 2]:
            rating_save(door.viewer, rater=rater, group="", initiative_ref=initiative, answers={"chance": 0.9, "light": 6.0})
    said = editor.post(f"/w/{town.ref}/round/{ref}/close/", follow=True).content.decode()
    left = said.split("Not compared, because fewer than three people")[1].split("</ul>")[0]
    assert left.count("<li>") == 1
    assert Initiative.present.get(workspace=town.workspace, ref=refs(town)[2]).name in left


def test_with_two_raters_no_number_is_shown(editor: Client, town: Town) -> None:
    ref = opened(town)
    answered(town, ref, 2)
    said = editor.post(f"/w/{town.ref}/round/{ref}/close/", follow=True).content.decode()
    assert said.count("fewer than three judged: not shown") == 9
    assert "cannot be said" in said
    assert "90%" not in said


def test_medians_are_taken_once_and_undone_from_the_toast(editor: Client, town: Town) -> None:
    ref = opened(town)
    answered(town, ref)
    round_close(town.editor, ref=ref, on="2026-11-26")
    said = editor.post(f"/w/{town.ref}/round/{ref}/take/", follow=True).content.decode()
    assert "The medians stand in the initiatives." in said
    assert Initiative.present.get(workspace=town.workspace, ref=refs(town)[0]).chance_0_1 == 0.9
    editor.post(re.findall(r'action="([^"]+undo[^"]*)"', said)[0])
    assert Initiative.present.get(workspace=town.workspace, ref=refs(town)[0]).chance_0_1 != 0.9
    assert "The initiatives say what the medians say." in editor.post(f"/w/{town.ref}/round/{ref}/take/", follow=True).content.decode()
    assert "Nothing would change" in editor.post(f"/w/{town.ref}/round/{ref}/take/", follow=True).content.decode()


def test_what_comes_too_late_is_told_and_changes_nothing(editor: Client, town: Town) -> None:
    ref = opened(town)
    for what in ("open", "take"):
        assert "another state" in editor.post(f"/w/{town.ref}/round/{ref}/{what}/", follow=True).content.decode()
    assert editor.post(f"/w/{town.ref}/round/{ref}/nothing/").status_code == 404
    assert editor.post(f"/w/{town.ref}/edit/round/{ref}").url == f"/w/{town.ref}/round/{ref}"


def test_a_viewer_reads_a_partner_does_not_and_elsewhere_there_is_nothing(client: Client, town: Town) -> None:
    ref = opened(town)
    for user, status in ((town.vera, 200), (town.omar, 403), (town.ruth, 404)):
        client.force_login(user, backend=BACKEND)
        assert client.get(f"/w/{town.ref}/rounds/").status_code == status
        assert client.get(f"/w/{town.ref}/round/{ref}").status_code == status
    assert client.get(f"/w/{town.elsewhere.workspace_ref}/round/{ref}").status_code == 404
    client.force_login(town.vera, backend=BACKEND)
    assert client.post(f"/w/{town.ref}/round/{ref}/close/").status_code == 403
    assert RatingRound.objects.get().state == "open"
    assert not Rating.objects.exists()


def test_a_workspace_without_initiatives_says_what_comes_first(client: Client, town: Town) -> None:
    client.force_login(town.ruth, backend=BACKEND)
    assert client.get(f"/w/{town.elsewhere.workspace_ref}/rounds/").status_code == 200
    assert client.get(f"/w/{town.elsewhere.workspace_ref}/new/round/").status_code == 302
