"""Does the page on the fitting model ask plainly, order with reasons, and show each person what is theirs to see?"""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from visiting import at, signed_in

from shutaf import content
from shutaf.partnerships.actions import partnership_save
from shutaf.partnerships.model_actions import model_answers_save
from shutaf.partnerships.model_answers import model_answers_list
from shutaf.partnerships.paths import partnership_found
from shutaf.partnerships.queries import situation
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]

AGENDA = {"change": "3", "motive": "3", "time": "2", "unit": "3", "head": "0"}


def made(town: Town) -> str:
    return partnership_save(town.editor, name="Green street")[0]


def read(client: Client, address: str) -> str:
    return html.unescape(client.get(address).content.decode())


def test_answers_put_a_model_first_and_say_why(town: Town) -> None:
    ref, client = made(town), signed_in(town, "eli")
    answer = client.post(at(town, "model_of", ref), AGENDA)
    assert answer.url == at(town, "model_of", ref)
    page = read(client, answer.url)
    assert "This model fits best so far" in page
    assert page.index('data-model="shared_agenda"') < page.index('data-model="local_economy"')
    assert "there is a public goal" in page
    assert content.model("shared_agenda").first_department["en"] in page
    assert "5 of 10 questions are answered" in page


def test_two_that_are_close_stand_side_by_side_with_their_mixed_form(town: Town) -> None:
    ref, client = made(town), signed_in(town, "eli")
    client.post(at(town, "model_of", ref), {"change": "1", "motive": "0", "time": "1", "unit": "0"})
    page = read(client, at(town, "model_of", ref))
    assert "Several models are close" in page
    assert content.mixed_forms()[frozenset(("greening_business", "business_in_community"))]["en"] in page


def test_no_answer_is_an_answer_too_and_names_no_model(town: Town) -> None:
    ref, client = made(town), signed_in(town, "eli")
    client.post(at(town, "model_of", ref), {})
    assert "No model can be named yet" in read(client, at(town, "model_of", ref))


def test_what_the_map_says_is_marked_and_counts_only_when_sent(town: Town) -> None:
    ref, client = made(town), signed_in(town, "eli")
    page = read(client, at(town, "model_of", ref))
    assert "from the map" in page
    assert "It counts only when you send it" in page
    assert re.search(r'name="anchors" value="0"[^>]*checked', page)
    assert model_answers_list(town.viewer, partnership_ref=ref) == ()
    client.post(at(town, "model_of", ref), {"change": "2"})
    page = read(client, at(town, "model_of", ref))
    assert "from the map" in page
    assert "It counts only when you send it" not in page
    assert re.search(r'name="anchors" value=""[^>]*checked', page)


def test_an_initiative_lends_its_months(town: Town) -> None:
    one = next(one for one in situation(town.editor).initiatives if one.months_to_result is not None)
    assert "to a first result" in read(signed_in(town, "eli"), at(town, "model_for", one.ref))


def test_a_precondition_that_is_missing_is_said(town: Town) -> None:
    ref, client = made(town), signed_in(town, "eli")
    client.post(at(town, "model_of", ref), {"change": "2", "local_economy.boundary": "1"})
    page = read(client, at(town, "model_of", ref))
    assert re.search(re.escape(content.model("local_economy").preconditions[0]["en"]) + r" <span class=\"tag warn\">missing", page)


def test_the_model_is_written_down_by_one_button(town: Town) -> None:
    ref, client = made(town), signed_in(town, "eli")
    client.post(at(town, "model_of", ref), AGENDA)
    answer = client.post(at(town, "model_take"), {"typology": "shared_agenda", "partnership": ref})
    assert answer.url == at(town, "model_of", ref)
    assert partnership_found(town.viewer, ref).typology == "shared_agenda"  # type: ignore[union-attr]
    assert "written down as the model" in read(client, answer.url)


def test_an_idea_has_an_address_of_its_own(town: Town) -> None:
    client = signed_in(town, "eli")
    answer = client.post(at(town, "model"), {"idea": "<b>less</b> waste", **AGENDA})
    page = client.get(answer.url).content.decode()
    assert "&lt;b&gt;less&lt;/b&gt; waste" in page
    assert client.get(at(town, "model") + "?of=nothing").status_code == 404


@pytest.mark.parametrize("sent", [{"change": "9"}, {"change": "x"}, {"idea": "x" * 301}, {"idea": ""}])
def test_what_cannot_be_is_told_in_place_and_what_was_typed_stays(town: Town, sent: dict[str, str]) -> None:
    answer = signed_in(town, "eli").post(at(town, "model"), {"idea": "kept text", "head": "1", **sent})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert re.search(r'name="head" value="1"[^>]*checked', answer.content.decode())
    assert model_answers_list(town.viewer) == ()


def test_a_viewer_reads_the_answer_and_cannot_write(town: Town) -> None:
    ref = made(town)
    model_answers_save(town.editor, partnership_ref=ref, answers=(("change", 2.0),))
    client = signed_in(town, "vera")
    page = read(client, at(town, "model_of", ref))
    assert content.model("local_economy").names["en"] in page
    assert '<form method="post" class="sheet' not in page
    assert client.post(at(town, "model_of", ref), AGENDA).status_code == 403
    assert client.post(at(town, "model_take"), {"typology": "local_economy", "partnership": ref}).status_code == 403


@pytest.mark.parametrize("who", ["omar", "ruth"])
def test_partners_and_strangers_do_not_open_it(town: Town, who: str) -> None:
    ref = made(town)
    for address in (at(town, "model"), at(town, "model_of", ref), at(town, "model_for", situation(town.editor).initiatives[0].ref)):
        assert signed_in(town, who).get(address).status_code in (403, 404)


def test_the_hebrew_page_has_no_english(town: Town) -> None:
    ref = made(town)
    signed_in(town, "eli").post(at(town, "model_of", ref), AGENDA)
    page = client_text(signed_in(town, "eli", "he").get(at(town, "model_of", ref)).content.decode())
    assert not re.findall(r"[A-Za-z]{4,}", page.replace("Green street", "").replace("Shutaf", "")), page


def client_text(page: str) -> str:
    """What is read inside main, without addresses of sources."""
    main = page[page.index('<main id="main"') : page.index("</main>")]
    return re.sub(r"<[^>]+>|https?://[^\s<]+|\{[^}]*\}", " ", main)


def test_the_way_leads_to_it(town: Town) -> None:
    ref, client = made(town), signed_in(town, "eli")
    assert at(town, "model_of", ref) in read(client, at(town, "path", ref))
    assert at(town, "model_of", ref) in read(client, at(town, "step", ref, "goals_commitment"))
    assert at(town, "model") in read(client, at(town, "more"))
    initiative = situation(town.editor).initiatives[0].ref
    assert at(town, "model_for", initiative) in read(client, at(town, "initiative", initiative))


def test_the_first_department_is_named_as_it_stands_on_the_map(town: Town) -> None:
    ref, client = made(town), signed_in(town, "eli")
    client.post(at(town, "model_of", ref), {"change": "2", "unit": "2"})
    assert at(town, "department", "dept-procurement") in read(client, at(town, "model_of", ref))


def test_the_answers_of_an_idea_become_those_of_its_partnership(town: Town) -> None:
    client = signed_in(town, "eli")
    answer = client.post(at(town, "model"), {"idea": "less waste", **AGENDA})
    begin = re.search(r'href="([^"]*new/partnership/[^"]*)"', read(client, answer.url))
    assert begin
    path = client.post(begin[1], {"name": "less waste", "state": "open"}).url
    (found,) = model_answers_list(town.viewer, partnership_ref=path.rstrip("/").rsplit("/", 1)[-1])
    assert found.answers["change"] == 3.0
    assert model_answers_list(town.viewer) == ()


def test_the_gate_that_says_yes_leads_here_with_the_idea(town: Town) -> None:
    client = signed_in(town, "eli")
    yes = {"alone": "no", "buy": "no", "gain": "yes", "lead": "yes", "time": "yes", "backing": "yes", "legal": "no"}
    answer = client.post(at(town, "gate"), {"idea": "less waste", **yes})
    assert at(town, "model") + "?idea=less%20waste" in read(client, answer.url)
    assert 'value="less waste"' in read(client, at(town, "model") + "?idea=less%20waste")
