"""Does the page of the nearest cases say why each is there, and does it leak nothing to a partner?"""

from __future__ import annotations

import pytest
from django.test import Client

import world
from cases.writing import BAKERY, TODAY, written
from shutaf.accounts.models import Workspace
from shutaf.cases.actions import case_publish, case_withdraw
from shutaf.cases.own import own_cases
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def page(client: Client, town: Town, who: str, query: str = "", language: str = "en") -> str:
    client.force_login(getattr(town, who))
    client.cookies["shutaf_language"] = language
    found = client.get(f"/w/{town.ref}/like-us/{query}")
    assert found.status_code == 200
    return found.content.decode()


def test_the_nearest_say_what_is_alike_and_what_differs(client: Client, town: Town) -> None:
    said = page(client, town, "dana")
    assert "as is wanted here." in said
    assert "In another country" in said
    assert "What it would need:" in said


def test_another_model_brings_other_cases_first(client: Client, town: Town) -> None:
    first = page(client, town, "dana", "?model=local_economy&theme=procurement")
    second = page(client, town, "dana", "?model=business_in_community&theme=community")
    assert first.split("near-head")[1] != second.split("near-head")[1]


def test_far_cases_are_folded_so_that_the_page_stays_short(client: Client, town: Town) -> None:
    said = page(client, town, "dana")
    assert said.count("near-head") == 6
    assert said[: said.index("All the others")].split("Further away")[1].count("/library/case/") == 12


def test_words_on_no_list_are_passed_over(client: Client, town: Town) -> None:
    assert "near-head" in page(client, town, "dana", "?model=<script>&theme=nothing")


@pytest.mark.parametrize(("who", "language"), [("omar", "he"), ("vera", "de"), ("dana", "ar")])
def test_everybody_in_the_workspace_reads_it_in_their_language(client: Client, town: Town, who: str, language: str) -> None:
    assert "near-head" in page(client, town, who, language=language)


def test_a_case_that_another_town_tells_everybody_stands_beside_the_library(client: Client) -> None:
    town = build_town(world.town(), partner_of=BAKERY)
    case_publish(town.editor, ref=written(town).ref, audience="public", today=TODAY)
    client.force_login(town.ruth)
    client.cookies["shutaf_language"] = "en"
    said = client.get(f"/w/{town.elsewhere.workspace_ref}/like-us/?model=local_economy&theme=food").content.decode()
    assert "/cases/told/" not in said, "what a fictional town tells did not happen"
    Workspace.objects.update(is_fictional=False)
    said = client.get(f"/w/{town.elsewhere.workspace_ref}/like-us/?model=local_economy&theme=food").content.decode()
    assert "/cases/told/" in said
    assert "told by a town itself" in said
    case_withdraw(town.editor, ref=own_cases(town.editor)[0].ref)
    assert "/cases/told/" not in client.get(f"/w/{town.elsewhere.workspace_ref}/like-us/").content.decode()
