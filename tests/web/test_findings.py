"""Does the page of findings say why, lead to the rows and to where it is done, and keep what was answered?"""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from shutaf.accounts.models import Deed
from shutaf.partnerships.preparing import findings_of, preparation, signature_of
from shutaf.partnerships.queries import situation
from shutaf.relations.actions import tie_remove, tie_save
from shutaf.relations.lines import tie_lines, tie_page
from shutaf.reports.wording.findings import STEPS
from shutaf.web.pages.findings.doing import DONE_AT
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TODAY = "2026-11-23"


def browser(user: object, language: str = "en") -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    client.cookies["shutaf_language"] = language
    return client


def page(town: Town, path: str = "findings/", who: str = "dana", language: str = "en") -> str:
    answer = browser(getattr(town, who), language).get(f"/w/{town.ref}/{path}")
    assert answer.status_code == 200, path
    return unescape(answer.content.decode())


def signature(town: Town, key: str) -> str:
    return next(signature_of(one) for one in findings_of(town.owner, preparation(town.owner, today=TODAY)) if one.key == key)


def test_what_would_be_lost_soon_comes_first(town: Town) -> None:
    found = findings_of(town.owner, preparation(town.owner, today=TODAY))
    assert [one.key for one in found][:2] == ["holder_leaving", "holder_leaving"]
    assert found[-1].key in ("map_as_seen", "groups_found")


def test_kinds_filter_the_list(town: Town) -> None:
    everything, persons = page(town), page(town, "findings/?kind=person")
    assert int(re.findall(r"(\d+) things stand out", persons)[0]) < int(re.findall(r"(\d+) things stand out", everything)[0])
    assert 'aria-current="true">Hangs on one person' in persons
    assert page(town, "findings/?kind=nonsense").count("finding-box") == everything.count("finding-box")


def test_each_finding_leads_to_where_it_is_done(town: Town) -> None:
    for number in range(1, 4):
        for href in set(re.findall(r'<a class="btn second" href="(/w/[^"]+)"', page(town, f"findings/?page={number}"))):
            assert browser(town.dana).get(href).status_code == 200, href


def test_every_step_has_a_place() -> None:
    """What is not listed leads to a body, which a new step should not do unnoticed."""
    assert set(DONE_AT) <= set(STEPS)


def test_rows_of_a_finding_lead_to_what_can_be_mended(town: Town) -> None:
    said = page(town, f"finding/{signature(town, 'holder_leaving')}/rows/")
    edits = re.findall(r'href="(/w/[^"]+/edit/tie/[^"]+)"', said)
    assert len(edits) > 2
    assert browser(town.dana).get(edits[0]).status_code == 200


def test_rows_that_were_typed_are_evidence_too(town: Town) -> None:
    department = situation(town.owner).departments[0].ref
    before = {line.ref for line in tie_lines(town.owner, of_body=department)}
    tie_save(town.owner, source_ref=department, target_ref="hadar-bakery")
    (typed,) = [line.ref for line in tie_lines(town.owner, of_body=department) if line.ref not in before]
    found = findings_of(town.owner, preparation(town.owner, today=TODAY))
    assert any(row.ref == f"relations.tie:{typed}" and not row.row for one in found for row in one.evidence)


def test_a_partner_reads_only_what_is_for_the_room(town: Town) -> None:
    for number in (1, 2):
        said = page(town, f"findings/?page={number}", "omar")
        assert "for editors only" not in said
        assert "/edit/tie/" not in said
    assert browser(town.omar).get(f"/w/{town.ref}/finding/{signature(town, 'stances_unknown')}/rows/").status_code == 404


def test_what_was_answered_does_not_come_up_again_and_can_be_taken_back(town: Town) -> None:
    one = signature(town, "holder_leaving")
    at = f"/w/{town.ref}/finding/{one}/"
    browser(town.dana).post(at, {"state": "not_for_us", "reason": "we know", "kind": "person"})
    said = page(town, "findings/?kind=person")
    assert f'for="why-{one}"' not in said
    assert "we know" in said
    assert re.search("Answered a finding: \u2068.*\u2069", page(town, "history/"))
    assert "holder_leaving" not in page(town, "history/")
    browser(town.dana).post(at, {"state": "open"})
    assert f'for="why-{one}"' in page(town, "findings/?kind=person")


@pytest.mark.parametrize("who", ["vera", "omar"])
def test_who_may_not_edit_answers_nothing(town: Town, who: str) -> None:
    answer = browser(getattr(town, who)).post(f"/w/{town.ref}/finding/{signature(town, 'holder_leaving')}/", {"state": "done"})
    assert answer.status_code == 403


def test_another_workspace_is_not_reached(town: Town) -> None:
    one = signature(town, "holder_leaving")
    assert browser(town.ruth).get(f"/w/{town.ref}/finding/{one}/rows/").status_code == 404
    assert browser(town.ruth).get(f"/w/{town.elsewhere.workspace_ref}/finding/{one}/rows/").status_code == 404


def test_a_hebrew_reader_meets_no_english(town: Town) -> None:
    for path in (
        "findings/",
        "findings/?page=2",
        f"finding/{signature(town, 'holder_leaving')}/rows/",
        f"finding/{signature(town, 'asked_by_many')}/rows/",
    ):
        main = re.findall(r"<main.*?</main>", page(town, path, language="he"), re.DOTALL)[0]
        words = re.sub(r"<(bdi|svg|option|kbd|script)\b.*?</\1>|<[^>]*>", " ", main, flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{3,}(?: [A-Za-z]{2,})+", words) == []


def test_what_changed_since_a_day_is_told_with_its_rows(town: Town) -> None:
    Deed.objects.filter(workspace=town.workspace).update(at=timezone.now() - timedelta(days=9))
    first = tie_page(town.owner).lines[0]
    tie_remove(town.owner, ref=first.ref)
    said = page(town, "findings/changed/?since=week")
    assert "1 tie is no longer written down" in re.sub(r"<[^>]*>", "", said)
    assert "It rests on 1 row" in said
    assert "Nothing changed" in page(town, f"findings/changed/?since={timezone.now().date() + timedelta(days=1)}")


def test_a_partner_is_not_told_of_what_was_for_editors(town: Town) -> None:
    said = page(town, "findings/changed/?since=2020-01-01", "omar")
    assert "for editors only" not in said
    assert "New initiatives" not in said


def test_an_answer_from_before_names_were_kept_says_no_key(town: Town) -> None:
    browser(town.dana).post(f"/w/{town.ref}/finding/{signature(town, 'holder_leaving')}/", {"state": "done"})
    Deed.objects.filter(name="finding_answer").update(about="holder_leaving")
    assert "Answered a finding</a>" in page(town, "history/")


def test_the_two_buttons_of_a_refusal_have_names_of_their_own(town: Town) -> None:
    (fold,) = re.findall(
        rf"<details[^>]*data-reason>(?:(?!</details>).)*why-{signature(town, 'holder_leaving')}.*?</details>", page(town), re.S
    )[:1]
    assert (fold.count("Not for us"), fold.count("Keep the reason")) == (1, 1)
