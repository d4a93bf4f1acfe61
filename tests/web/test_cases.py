"""Is a case drafted, written, asked of partners, published and taken in from a file on pages that tell each reader only what is theirs?"""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from visiting import at, signed_in

import world
from cases.writing import BAKERY, MERCHANTS, TODAY, UNTIL, written
from shutaf.accounts.actions.links import link_make
from shutaf.accounts.actions.networks import network_mark
from shutaf.analysis.path import Recorded
from shutaf.cases.actions import case_ask, case_publish
from shutaf.cases.own import own_case, own_cases
from shutaf.cases.review_actions import case_answer
from shutaf.content.cases import cases
from shutaf.partnerships.actions import partnership_save, step_record
from shutaf.reports.formats.case_file import case_file
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

NAMES = {BAKERY: "מאפיית הדר (1987)", MERCHANTS: "סוחרי הרחוב הראשי"}


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of=BAKERY)


def fields_of(page: str) -> dict[str, list[str]]:
    """What the form of a page would send as it stands."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="(?:text|hidden)" name="([^"]+)"(?: value="([^"]*)")?', page):
        found.setdefault(name, []).append(value)
    for name, value in re.findall(r'<textarea name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', page):
        found.setdefault(name, []).append(value)
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        found.setdefault(name, []).extend(re.findall(r'<option value="([^"]*)" selected', options))
    for name, value in re.findall(r'<input type="checkbox" name="([^"]+)" value="([^"]*)"[^>]* checked', page):
        found.setdefault(name, []).append(value)
    return found


def test_a_partnership_becomes_a_case_that_is_read(town: Town) -> None:
    partnership, _deed = partnership_save(town.editor, name="Bread for all", partners=(BAKERY,))
    step_record(town.editor, ref=partnership, step="extend_embed_end", values={"learned": Recorded("Ask the drivers first.")})
    desk = signed_in(town, "eli")
    drafted = desk.post(at(town, "case_new"), {"partnership": partnership}, follow=True).content.decode()
    ref = own_cases(town.editor)[0].ref
    assert reverse("step", args=[town.ref, partnership, "extend_embed_end"]) in drafted
    sent = fields_of(drafted) | {"c-result-0-text": ["40 kg a day"], "c-result-0-grade": ["measured"], "summary": ["Bread reached people."]}
    assert desk.post(at(town, "case_edit", ref), sent).status_code == 302
    now = own_case(town.editor, ref)
    assert now
    assert {(one.part, one.text, one.grade, one.source) for one in now.written.claims} == {
        ("lesson", "Ask the drivers first.", "", "record:extend_embed_end.learned"), ("result", "40 kg a day", "measured", ""),
    }  # fmt: skip
    assert [one.member.body for one in now.members] == [BAKERY]
    assert desk.post(at(town, "case_publish", ref), {"audience": "public", "read": "on"}).status_code == 302
    page = Client().get(reverse("library_told", args=[now.address])).content.decode()
    assert "Bread reached people." in page
    assert [name for name in (*NAMES.values(), ref, f"/w/{town.ref}") if name in page] == []


def test_what_was_filled_from_data_and_rewritten_loses_its_source(town: Town) -> None:
    partnership, _deed = partnership_save(town.editor, name="Bread for all")
    step_record(town.editor, ref=partnership, step="extend_embed_end", values={"learned": Recorded("Ask first.")})
    desk = signed_in(town, "eli")
    page = desk.post(at(town, "case_new"), {"partnership": partnership}, follow=True).content.decode()
    found = own_cases(town.editor)[0]
    key = found.written.claims[0].key
    desk.post(at(town, "case_edit", found.ref), fields_of(page) | {f"c-{key}-text": ["Ask the drivers first."], "start_date": ["soon"]})
    assert own_cases(town.editor)[0].written.claims[0].source.startswith("record:")  # a day that cannot be read saves nothing
    desk.post(at(town, "case_edit", found.ref), fields_of(page) | {f"c-{key}-text": ["Ask the drivers first."]})
    assert own_cases(town.editor)[0].written.claims[0].source == ""


def test_nothing_is_published_without_the_tick_and_while_a_name_stands(town: Town) -> None:
    found, desk = written(town), signed_in(town, "eli")
    unread = desk.post(at(town, "case_publish", found.ref), {"audience": "public"}, follow=True).content.decode()
    assert 'value="public" checked' in unread
    desk.post(at(town, "case_publish", found.ref), {"audience": "all", "read": "on"})
    assert own_cases(town.editor)[0].state == "draft"


def test_a_partner_answers_on_its_page_and_another_learns_nothing(town: Town) -> None:
    found = written(town)
    case_ask(town.editor, ref=found.ref, until=UNTIL, today=TODAY)
    partner = signed_in(town, "omar")
    assert at(town, "case_ours", found.ref) in partner.get(at(town, "home")).content.decode()
    assert "Bread for all" in partner.get(at(town, "cases")).content.decode()
    page = partner.get(at(town, "case_ours", found.ref)).content.decode()
    assert NAMES[BAKERY] in page
    assert NAMES[MERCHANTS] not in page
    assert "Ask the drivers first." in page  # the whole case stands below
    assert partner.post(at(town, "case_ours", found.ref), {"note": "x"}).status_code == 200
    key = next(one.key for one in found.written.claims if one.part == "done")
    partner.post(at(town, "case_ours", found.ref), {"answer": "confirmed", f"hide-{key}": "on"})
    mine = own_cases(town.editor)[0].members[0]
    assert (mine.member.answer, mine.member.hidden, mine.said_by, mine.noted_by) == ("confirmed", (key,), "Omar", "")
    for who in ("vera", "eli"):
        assert "Bread for all" not in signed_in(town, who).get(at(town, "case_ours", found.ref)).content.decode()
    assert partner.get(at(town, "case", found.ref)).status_code == 403


def test_a_personal_link_reads_and_answers_for_its_body(town: Town) -> None:
    found = written(town)
    token, visitor = link_make(town.editor, body_ref=MERCHANTS, person="Salem", person_role="chair", language="en"), Client()
    visitor.post(reverse("link_open", args=[token]))
    assert visitor.get(reverse("link_case", args=[found.ref])).status_code == 410  # a draft is nobody's yet
    case_ask(town.editor, ref=found.ref, until=UNTIL, today=TODAY)
    assert reverse("link_case", args=[found.ref]) in visitor.get(reverse("link_sheet")).content.decode()
    page = visitor.get(reverse("link_case", args=[found.ref])).content.decode()
    assert NAMES[MERCHANTS] in page
    assert NAMES[BAKERY] not in page
    visitor.post(reverse("link_case", args=[found.ref]), {"answer": "unnamed"})
    mine = own_cases(town.editor)[0].members[1]
    assert (mine.member.answer, mine.said_by) == ("unnamed", "Salem, chair")


def test_a_network_reads_accepts_and_returns_on_its_pages(town: Town) -> None:
    found, ruth = written(town), Client()
    ruth.force_login(town.ruth, backend="django.contrib.auth.backends.ModelBackend")
    case_publish(town.editor, ref=found.ref, audience="public", today=TODAY)
    where = reverse("curate_case", args=[town.elsewhere.workspace_ref, found.address])
    assert ruth.get(where).status_code == 403
    network_mark(town.elsewhere.workspace_ref, is_network=True)
    public = reverse("library_told", args=[found.address])
    assert Client().get(public).status_code == 404
    page = ruth.get(where).content.decode()
    assert [ref for ref in (found.ref, f"/w/{town.ref}", *(one.member.ref for one in found.members)) if ref in page] == []
    ruth.post(where, {"verdict": "returned", "edition": "1"})
    ruth.post(where, {"verdict": "accepted", "edition": "7"})
    assert own_cases(town.editor)[0].verdict == ""
    ruth.post(where, {"verdict": "accepted", "edition": "1"})
    assert Client().get(public).status_code == 200
    ruth.post(where, {"verdict": "withdrawn", "edition": "1", "note": "Names a person."})
    assert Client().get(public).status_code == 404
    assert "Names a person." in signed_in(town, "eli").get(at(town, "case", found.ref)).content.decode()


def test_a_case_goes_out_and_comes_in_as_a_file(town: Town) -> None:
    found, desk = written(town), signed_in(town, "eli")
    out = desk.get(at(town, "case_file", found.ref))
    assert out["Content-Type"].startswith("text/markdown")
    assert [name for name in NAMES.values() if name in out.content.decode()] == []
    desk.post(at(town, "case_import"), {"file": SimpleUploadedFile("case.md", out.content)})
    desk.post(at(town, "case_import"), {"file": SimpleUploadedFile("other.md", case_file(cases()[0]))})
    taken = own_cases(town.editor)
    assert [(one.state, one.audience) for one in taken] == [("draft", "workspace")] * 3
    assert taken[0].written.name == cases()[0].names["en"]
    assert [one.text for one in taken[1].written.claims] == [t for claim in cases_told_of(out.content) for t in claim.text.values()]


def cases_told_of(data: bytes) -> tuple[object, ...]:
    from shutaf.imports.case_file import read_case

    case = read_case(data, "x").case
    assert case
    return case.claims


def test_a_broken_file_is_told_with_its_line_and_takes_nothing_in(town: Town) -> None:
    said = signed_in(town, "eli").post(
        at(town, "case_import"), {"file": SimpleUploadedFile("case.md", b"---\nshutaf_case: 1\nlanguages: [fr]\n---\n")}
    )
    assert said.status_code == 422
    assert "row 3" in said.content.decode()
    assert own_cases(town.editor) == ()


def test_a_public_file_is_there_as_long_as_its_page(town: Town) -> None:
    found = written(town)
    where = reverse("library_told_file", args=[found.address])
    assert Client().get(where).status_code == 404
    case_publish(town.editor, ref=found.ref, audience="public", today=TODAY)
    assert b"Bread for all" in Client().get(where).content


def test_a_body_hides_after_publication_and_the_public_page_follows(town: Town) -> None:
    found = written(town)
    case_ask(town.editor, ref=found.ref, until=UNTIL, today=TODAY)
    case_answer(town.partner, ref=found.ref, body_ref=BAKERY, answer="confirmed", today=TODAY)
    case_publish(town.editor, ref=found.ref, audience="public", today="2027-01-01")
    where = reverse("library_told", args=[found.address])
    assert NAMES[BAKERY] in Client().get(where).content.decode()
    signed_in(town, "omar").post(at(town, "case_ours", found.ref), {"answer": "unnamed"})
    assert NAMES[BAKERY] not in Client().get(where).content.decode()
