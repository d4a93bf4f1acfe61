"""Is what a table wrote looked at before it enters, and never lost?"""

from __future__ import annotations

import pytest
from django.test import Client

from shutaf.bodies.codes import body_codes
from shutaf.partnerships.queries import situation
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def browser(user: object) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


def typed(lines: str, **more: str) -> dict[str, str]:
    return {"said_by": "שולחן 1", "said_role": "", "on": "2026-11-26", "lines": lines, **more}


def test_lines_are_looked_at_first_and_then_accepted(town: Town) -> None:
    code = body_codes(town.viewer)["hadar-bakery"]
    client, at = browser(town.eli), f"/w/{town.ref}/kit/type/"
    line = f"{code} צורך: תנור <script>"
    page = client.post(at, typed(line)).content.decode()
    assert 'name="accept"' in page
    assert "<script>" not in page.split("</head>")[1].split('<script type="module"')[0]
    before = len(situation(town.viewer).needs)
    assert client.post(at, typed(line, accept="1")).status_code == 302
    assert len(situation(town.viewer).needs) == before + 1


def test_one_wrong_line_keeps_all_out_and_everything_typed(town: Town) -> None:
    code = body_codes(town.viewer)["hadar-bakery"]
    before = situation(town.viewer)
    page = browser(town.eli).post(f"/w/{town.ref}/kit/type/", typed(f"{code} 7 4\n99999Z 1 1", accept="1")).content.decode()
    assert 'role="alert"' in page
    assert "99999Z 1 1" in page
    assert situation(town.viewer) == before


def test_kit_is_for_those_who_see_everything_and_the_poster_for_partners_too(town: Town) -> None:
    assert browser(town.omar).get(f"/w/{town.ref}/kit.pdf").status_code == 403
    assert browser(town.omar).get(f"/w/{town.ref}/poster.pdf?lang=he&second=he").content.startswith(b"%PDF")
    assert browser(town.vera).get(f"/w/{town.ref}/kit.pdf?part=agenda&part=nonsense&lang=xx").content.startswith(b"%PDF")
    assert browser(town.vera).get(f"/w/{town.ref}/ticks.pdf?filled=1").content.startswith(b"%PDF")


def test_a_pdf_that_cannot_be_made_is_told_with_a_way_on(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutaf.reports.writers.pdf.laid_out.__kwdefaults__", {"seconds": 0.001, "megabytes": 900})
    answer = browser(town.vera).get(f"/w/{town.ref}/kit.pdf")
    assert answer.status_code == 503
    assert f'href="/w/{town.ref}/"' in answer.content.decode()
