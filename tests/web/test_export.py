"""Does everybody take home what they may see, in every format, and nothing more?"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from shutaf.bodies.planning import opportunities_add
from shutaf.bodies.plans import opportunities
from shutaf.imports.load import load
from shutaf.partnerships.queries import situation
from shutaf.reports.formats import FORMATS
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

SignedIn = Callable[[str], Client]


@pytest.fixture
def client_of(town: Town) -> SignedIn:
    def signed_in(who: str) -> Client:
        client = Client()
        client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


def page_of(client: Client, town: Town) -> str:
    answer = client.get(f"/w/{town.ref}/export/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("key", [key for key in FORMATS if key != "vcard"])
def test_a_partner_takes_the_shared_part_only(key: str, client_of: SignedIn, town: Town, tmp_path: Path) -> None:
    form = FORMATS[key]
    answer = client_of("omar").get(f"/w/{town.ref}/export/{key}/")
    assert answer.status_code == 200
    path = tmp_path / f"map{form.suffix}"
    path.write_bytes(answer.content)
    found, seen = load([path]).situation, situation(town.partner)
    assert found is not None
    assert {body.name for body in found.bodies} == {body.name for body in seen.bodies}
    assert not any(body.influence_1_10 or body.rated_by or body.barriers for body in found.bodies if body.name not in own_names(town))
    assert not any(tie.strength_1_5 or tie.holder or tie.reported_by for tie in found.ties)


def own_names(town: Town) -> set[str]:
    return {body.name for body in situation(town.owner).bodies if body.ref in town.partner.body_refs}


def test_the_partners_version_holds_no_secret(client_of: SignedIn, town: Town) -> None:
    client = client_of("dana")
    whole, passed_on = (client.get(f"/w/{town.ref}/export/kumu/{ask}").content.decode() for ask in ("", "?for=partners"))
    secrets = {tie.holder for tie in situation(town.owner).ties if tie.holder} | {"rated_by", "motives", "barriers"}
    names = {person.ref: person.name for person in situation(town.owner).people}
    assert any(f'"{names.get(secret, secret)}"' in whole for secret in secrets)
    assert not [secret for secret in secrets if f'"{names.get(secret, secret)}"' in passed_on]
    assert set(re.findall(r'"strength": ("[^"]*"|[^,}\s]+)', passed_on)) == {'""'}  # the field is there for the reader, and empty


def test_people_leave_only_with_those_who_see_them(client_of: SignedIn, town: Town) -> None:
    cards = client_of("vera").get(f"/w/{town.ref}/export/vcard/").content.decode()
    assert cards.count("BEGIN:VCARD") == len(situation(town.owner).people)
    own = client_of("omar").get(f"/w/{town.ref}/export/vcard/")
    assert own.status_code == (200 if situation(town.partner).people else 403)
    assert client_of("dana").get(f"/w/{town.ref}/export/vcard/?for=partners").status_code == 403


def test_the_page_offers_each_what_they_may_take(client_of: SignedIn, town: Town) -> None:
    owner, viewer, partner = (page_of(client_of(who), town) for who in ("dana", "vera", "omar"))
    assert "workspace.zip" in owner
    assert "workspace.zip" not in viewer + partner
    assert "?for=partners" in viewer
    assert "?for=partners" not in partner
    assert "/export/gexf/" in partner
    assert client_of("ruth").get(f"/w/{town.ref}/export/").status_code == 404
    assert client_of("ruth").get(f"/w/{town.ref}/export/gexf/").status_code == 404
    assert client_of("dana").get(f"/w/{town.ref}/export/nothing/").status_code == 404


def opened(town: Town) -> None:
    rows = [
        {"body_ref": situation(town.owner).departments[0].ref, "title": 'מכרז "גינון"; שלב א', "from_date": "2027-03", "until_date": ""},
        {"body_ref": situation(town.owner).departments[0].ref, "title": "undated", "from_date": "", "until_date": ""},
    ]
    opportunities_add(town.editor, rows=rows)


def test_what_opens_up_leaves_as_a_calendar_for_those_inside(client_of: SignedIn, town: Town) -> None:
    opened(town)
    answer = client_of("vera").get(f"/w/{town.ref}/export/calendar.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert answer.content.count(b"BEGIN:VEVENT") == 1
    assert b"DTSTART;VALUE=DATE:20270301" in answer.content
    assert client_of("omar").get(f"/w/{town.ref}/export/calendar.ics").status_code == 403


def test_a_calendar_comes_in_as_rows_to_look_at(client_of: SignedIn, town: Town) -> None:
    opened(town)
    client = client_of("dana")
    data = client.get(f"/w/{town.ref}/export/calendar.ics").content
    for row in opportunities(town.owner):
        assert row.title
    from shutaf.bodies.models import Opportunity

    Opportunity.objects.filter(workspace_id=town.owner.workspace_id).delete()
    answer = client.post(f"/w/{town.ref}/import/", {"files": SimpleUploadedFile("town.ics", data)})
    assert answer.status_code == 302
    assert answer["Location"] == f"/w/{town.ref}/new/opportunities/"
    page = client.get(answer["Location"])
    text = page.context["text"]
    assert "מכרז" in text
    assert not opportunities(town.owner)
    client.post(answer["Location"], {"text": text, "department": "", "accept": "1"})
    (found,) = opportunities(town.owner)
    assert (found.title, found.from_date, found.until_date) == ('מכרז "גינון"; שלב א', "2027-03", "")
    assert found.body == situation(town.owner).departments[0].ref


def test_a_calendar_without_events_is_refused_and_changes_nothing(client_of: SignedIn, town: Town) -> None:
    client = client_of("dana")
    answer = client.post(f"/w/{town.ref}/import/", {"files": SimpleUploadedFile("town.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")})
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()


def test_a_formula_in_a_name_never_runs(client_of: SignedIn, town: Town) -> None:
    from shutaf.bodies.actions import body_change

    body_change(town.editor, ref=situation(town.owner).organisations[0].ref, name="=HYPERLINK(1)")
    client = client_of("dana")
    assert b"\n'=HYPERLINK" in client.get(f"/w/{town.ref}/export/partner/").content
    archive = zipfile.ZipFile(io.BytesIO(client.get(f"/w/{town.ref}/export/kumu-csv/").content))
    assert b",'=HYPERLINK" in archive.read("elements.csv")


def test_a_hebrew_reader_meets_no_english(client_of: SignedIn, town: Town) -> None:
    client = client_of("dana")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "he"
    for path in ("export/", "import/"):
        page = client.get(f"/w/{town.ref}/{path}").content.decode()
        main = re.findall(r"<main.*?</main>", page, re.DOTALL)[0]
        words = re.sub(r"<(bdi|svg|option|kbd|code|script)\b.*?</\1>|<[^>]*>", " ", main, flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{3,}(?: [A-Za-z]{2,})+", words) == []
