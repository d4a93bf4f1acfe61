"""Does the statement say what its law asks, in four languages, and what is missing; can anybody tell of a barrier and learn what became of it?"""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from visiting import at, signed_in

from shutaf import content
from shutaf.accounts.models import Mail
from shutaf.stewardship.models import Defect
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]

SAID = {
    "OPERATOR": "עיריית עין חרוב", "ACCESSIBILITY_PERSON": "נועה כהן", "ACCESSIBILITY_PHONE": "04-0000000", "ACCESSIBILITY_MAIL": "access@town.example",
    "ACCESSIBILITY_CHECKED": "2026-05-31", "ACCESSIBILITY_ENFORCER": "Schlichtungsstelle des Landes, Musterweg 1", "ACCESSIBILITY_PLACE": "חניה נגישה ליד הכניסה",
}  # fmt: skip


def reader(language: str = "en") -> Client:
    client = Client()
    client.cookies["shutaf_language"] = language
    return client


def text(client: Client, where: str) -> str:
    return client.get(where).content.decode()


@pytest.mark.parametrize("law", ["il", "de"])
@pytest.mark.parametrize("language", content.LANGUAGES)
def test_the_statement_is_filled_from_the_settings(settings: object, law: str, language: str) -> None:
    for name, value in (SAID | {"ACCESSIBILITY_LAW": law}).items():
        setattr(settings, name, value)
    page = text(reader(language), "/accessibility/")
    for name in ("OPERATOR", "ACCESSIBILITY_PERSON", "ACCESSIBILITY_PHONE", "ACCESSIBILITY_MAIL"):
        assert SAID[name] in page
    assert (SAID["ACCESSIBILITY_ENFORCER"] in page) == (law == "de")
    assert (SAID["ACCESSIBILITY_PLACE"] in page) == (law == "il")
    assert 'class="unknown"' not in page


def test_each_law_has_its_form(settings: object) -> None:
    israeli = text(reader("he"), "/accessibility/")
    assert "תקנה 35" in israeli
    assert "5568" in israeli
    settings.ACCESSIBILITY_LAW = "de"  # type: ignore[attr-defined]
    german = text(reader("de"), "/accessibility/")
    order = [
        "Stand der Vereinbarkeit mit den Anforderungen",
        "Nicht barrierefreie Inhalte",
        "Erstellung dieser Erklärung",
        "Barriere melden",
        "Durchsetzungsverfahren",
    ]
    found = [german.index(f">{heading}</h2>") for heading in order]
    assert found == sorted(found)


def test_what_the_operator_has_not_said_is_said_to_be_missing() -> None:
    page = text(reader(), "/accessibility/")
    assert "The operator has not yet named anybody." in page
    assert "The operator has not yet said on which day" in page


def test_every_page_leads_to_the_statement_at_the_same_place(town: Town) -> None:
    for page in (text(reader(), "/sign-in/"), text(reader(), "/about/"), text(signed_in(town, "omar"), at(town, "home"))):
        assert f'href="{reverse("accessibility")}"' in page


def test_a_barrier_is_told_without_an_account_and_looked_up_by_its_number(town: Town, settings: object) -> None:
    settings.ACCESSIBILITY_MAIL = "access@town.example"  # type: ignore[attr-defined]
    client = reader("ar")
    told = {
        "op": "told-by-noa-0",
        "text": "<b>قارئ الشاشة</b>",
        "page": "/l/secrettoken/sheet",
        "with_what": "",
        "answer_to": "noa@town.example",
    }
    answer = client.post(reverse("defect_new"), told, follow=True)
    row = Defect.objects.get()
    assert row.ref in answer.content.decode()
    assert (row.language, row.page) == ("ar", "/l/…/sheet")
    assert (mail := Mail.objects.get()).to == "access@town.example"
    assert row.text not in mail.text
    dana = signed_in(town, "dana")
    assert "&lt;b&gt;قارئ الشاشة&lt;/b&gt;" in text(dana, at(town, "defects"))
    dana.post(at(town, "defect", row.ref), {"state": "mended", "answer": "Has a name now"})
    page = text(reader(), f"{reverse('defect_told')}?number={row.ref.lower()}")
    assert "Has a name now" in page
    assert "noa@town.example" not in page
    assert Mail.objects.get(to="noa@town.example").subject == "ما الذي صار بالعائق الذي أُبلغ عنه"


def test_an_answer_of_no_needs_its_reason(town: Town) -> None:
    Client().post(reverse("defect_new"), {"text": "x"})
    page = signed_in(town, "dana").post(at(town, "defect", Defect.objects.get().ref), {"state": "refused", "answer": " "}).content.decode()
    assert "Here the reason is needed" in page
    assert Defect.objects.get().state == "open"


def test_nothing_typed_is_lost_when_something_is_missing_or_too_much_came() -> None:
    client = reader()
    empty = client.post(reverse("defect_new"), {"text": "", "page": "the map"}).content.decode()
    assert 'value="the map"' in empty
    assert not Defect.objects.exists()
    answers = [client.post(reverse("defect_new"), {"text": f"told {n}"}) for n in range(13)]
    assert answers[-1].status_code == 429
    assert "told 12" in answers[-1].content.decode()
    assert Defect.objects.count() == 11


def test_the_form_knows_the_page_somebody_came_from_and_no_secret_of_it() -> None:
    found = re.findall(r"\?page=([^\"]*)", text_from("/w/abc/bodies/")), re.findall(r"\?page=([^\"]*)", text_from("/l/secrettoken/"))
    assert found[0][0] == "%2Fw%2Fabc%2Fbodies%2F"
    assert "secrettoken" not in "".join(found[1])
    assert "?page=" not in reader().get("/accessibility/", headers={"referer": "http://elsewhere.example/x"}).content.decode()


def text_from(path: str) -> str:
    return reader().get("/accessibility/", headers={"referer": f"http://testserver{path}"}).content.decode()


def test_a_wrong_number_tells_nothing() -> None:
    assert "There is nothing under this number" in text(reader(), f"{reverse('defect_told')}?number=BCDFGHJKMN")
