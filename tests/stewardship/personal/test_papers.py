"""Do the papers on data protection say what is stored, in four languages, and count what may go?"""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from pypdf import PdfReader

import world
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.actions import person_save
from shutaf.intake.requesting import request_make
from shutaf.reports.document import plain
from shutaf.reports.privacy.definition import definition
from shutaf.reports.privacy.facts import PrivacyFacts
from shutaf.reports.privacy.notice import notice
from shutaf.reports.privacy.officer import officer
from shutaf.reports.privacy.record import record
from shutaf.reports.privacy.surplus import surplus
from shutaf.reports.wording import privacy as wording
from shutaf.reports.writers import write
from shutaf.stewardship.personal.papers import privacy_facts, service_facts
from shutaf.stewardship.personal.registry import KINDS, PURPOSES, SOURCES, personal_fields, retention_days
from shutaf.stewardship.personal.surplus import surplus_lines
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TODAY = timezone.now().date().isoformat()
PAPERS = (notice, record, definition, surplus, officer)


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


def html(facts: PrivacyFacts, paper: object, language: str = "en") -> str:
    return write(paper(facts, language=language), ".html").decode()  # type: ignore[operator]


def test_every_key_of_the_registry_has_its_words() -> None:
    assert set(PURPOSES) == wording.PURPOSES.keys()
    assert set(SOURCES) == wording.SOURCES.keys()
    assert set(KINDS) == wording.KINDS.keys()
    assert {one.table for one in personal_fields()} - wording.TABLES.keys() == set()
    assert all(key in wording.RETENTION or days > 0 for key, days in retention_days().items())


@pytest.mark.parametrize("language", ["he", "ar", "en", "de"])
def test_every_paper_is_written_in_every_language(town: Town, language: str) -> None:
    facts = privacy_facts(town.owner, TODAY)
    for paper in PAPERS:
        said = html(facts, paper, language)
        assert f'lang="{language}"' in said
        assert "{" not in plain(paper(facts, language=language).lead)


def test_the_paper_for_the_officer_is_a_pdf_with_what_was_counted(town: Town) -> None:
    request_make(town.editor, kind="erase", today="2020-01-01", person="Hila")
    facts = privacy_facts(town.owner, TODAY)
    reader = PdfReader(io.BytesIO(write(officer(facts, language="en"), ".pdf")))
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "of these late" in words
    assert facts.requests.late == 1
    assert "Hila" not in words  # it counts requests and names nobody who asked
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_the_notice_says_every_table_that_holds_people_and_nobodys_name(town: Town) -> None:
    said = html(service_facts(TODAY), notice)
    for table in {one.table for one in personal_fields() if one.is_meant}:
        assert wording.TABLES[table] in said, table
    assert world.SECRETS["person"] not in said


def test_who_answers_is_said_to_be_missing_until_it_is_set(town: Town, settings: pytest.FixtureRequest) -> None:
    assert "not named yet" in html(privacy_facts(town.owner, TODAY), record)
    settings.OPERATOR, settings.DPO, settings.DPO_MAIL = "The town", "Office of data protection", "dpo@town.example"  # type: ignore[attr-defined]
    said = html(privacy_facts(town.owner, TODAY), record)
    assert "Office of data protection" in said
    assert "not named yet" not in said


def test_papers_of_a_workspace_are_for_those_who_see_everything(town: Town) -> None:
    for who in (town.partner, town.link("merchants")):
        with pytest.raises(NotAllowedError):
            privacy_facts(who, TODAY)


def test_what_may_go_is_counted_line_by_line(town: Town) -> None:
    before = {one.key: one.rows for one in surplus_lines(town.owner, TODAY)}
    person_save(town.editor, body_ref="merchants", name="Hila Sagi", until_date="2020-01-01")
    after = {one.key: one.rows for one in surplus_lines(town.owner, TODAY)}
    assert after["people_gone"] == before["people_gone"] + 1
    assert after["people_unreached"] == before["people_unreached"] + 1
    assert after["untouched"] == 0
    Deed.objects.filter(workspace=town.workspace).update(at=timezone.now() - timedelta(days=400))
    assert {one.key: one.rows for one in surplus_lines(town.owner, TODAY)}["untouched"] > 0
    assert set(after) == wording.SURPLUS.keys()


def test_another_workspace_counts_its_own_only(town: Town) -> None:
    facts = privacy_facts(town.elsewhere, TODAY)
    assert (facts.people, facts.bodies, facts.users) == (0, 0, 1)
