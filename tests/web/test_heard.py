"""Does whoever holds a personal link read on one page what is held on the body, and take it along?"""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse
from visiting import at, signed_in

import world
from shutaf.accounts.actions.links import link_make
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql, pytest.mark.usefixtures("cache_table")]


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


@pytest.fixture
def holder(client: Client, town: Town) -> Client:
    token = link_make(town.editor, body_ref="merchants", person="Omar Khoury", person_role="treasurer", language="en")
    client.post(reverse("link_open", args=[token]))
    return client


def test_the_sheet_of_a_link_leads_to_what_is_held(holder: Client) -> None:
    assert 'href="/l/heard/"' in holder.get("/l/").content.decode()
    said = holder.get("/l/heard/").content.decode()
    assert "Omar Khoury" in said
    assert "Read by the team only" in said


def test_without_a_link_it_is_gone(client: Client) -> None:
    assert client.get("/l/heard/").status_code == 410
    assert client.get("/l/heard/file/").status_code == 410


def test_the_file_holds_the_same(holder: Client) -> None:
    answer = holder.get("/l/heard/file/")
    assert answer["Content-Type"] == "application/json"
    assert json.loads(answer.content)["body"]["ref"] == "merchants"


def test_a_partner_reads_of_the_own_body_only(town: Town) -> None:
    omar = signed_in(town, "omar")
    assert omar.get(at(town, "heard", "bakery")).status_code == 200
    assert omar.get(at(town, "heard", "merchants")).status_code == 403
    assert at(town, "heard", "bakery") in omar.get(at(town, "body", "bakery")).content.decode()


def test_a_body_that_is_not_there_is_not_found(town: Town) -> None:
    assert signed_in(town, "eli").get(at(town, "heard", "nobody")).status_code == 404
