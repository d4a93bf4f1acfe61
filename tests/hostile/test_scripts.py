"""Does anything that somebody typed ever run: in a page, a picture, a table, a paper, a calendar, a card or a mail?"""

from __future__ import annotations

import re
from itertools import chain

import pytest
from addresses import OWNER, addresses, asked, visitor
from django.conf import settings as ours
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.urls import reverse
from outputs import READERS, found_in, in_csv, in_html, in_lines, in_svg, in_xml
from payload import PAYLOAD, plant
from walk_cast import CAST, filled_town

from shutaf.accounts.models import Mail
from shutaf.reports.formats import FORMATS
from stressing import tell
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.stress]

PAPERS = ("pdf", "docx", "html", "xlsx")
FILES: tuple[tuple[str, str], ...] = (
    *(("brief_file", form) for form in PAPERS), *(("inside_file", form) for form in PAPERS), *(("questions_file", form) for form in ("pdf", "docx", "html")),
    *(("map_file", form) for form in ("svg", "pdf", "png")), *(("format_file", form) for form in FORMATS),
)  # fmt: skip
OF_ONE = ("dossier_file", "dossier_letter_file")
HOSTILE_READERS = {
    in_html: (b"<p><hostile-x>", b"<p onclick=x>", b'<a href="javascript:x">', b"<script>x</script>", b"<p style='x'>", b"<iframe>"),
    in_svg: (b"<svg><script/></svg>", b"<svg onload='x'/>", b"<svg><hostile-x/></svg>", b"<svg>&</svg>"),
    in_xml: (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>",),
    in_csv: (b"name\n=1+1\n", b"name\n@x\n", b'name\n"\n=1"\n'),
    in_lines: (b"BEGIN:VCARD\r\nFN:x\r\nX-HOSTILE: 1\r\n",),
}


@pytest.mark.parametrize(("reader", "data"), [(reader, data) for reader, all_of in HOSTILE_READERS.items() for data in all_of])
def test_a_reader_sees_what_would_run(reader: object, data: bytes) -> None:
    assert list(reader(data))  # type: ignore[operator]


def wrong_about(name: str, at: str, answer: HttpResponse) -> list[str]:
    if answer.status_code >= 500:
        return [f"{name}: broke with {answer.status_code}"]
    if answer.status_code != 200:
        return []
    file = re.findall(r'filename="?([^";]+)', answer.get("Content-Disposition", ""))
    found = [f"{name}: {one}" for one in dict.fromkeys(found_in(answer["Content-Type"], file[0] if file else at, answer.said))]
    if any("HOSTILE" in header for header in answer.headers):
        found.append(f"{name}: a header that somebody else wrote")
    return found


@pytest.fixture
def hostile_town(db: None, settings: object) -> tuple[Town, list[tuple[str, str]]]:
    """The town with the text in every field, and its addresses, which were made before."""
    settings.ACCOUNT_RATE_LIMITS = {}  # type: ignore[attr-defined]
    town = filled_town()
    at = [
        (route.name, address) for route, address in addresses(town, OWNER) if route.name != "source"
    ]  # the program itself, with its templates
    assert plant(town) > 150
    return town, at


@pytest.mark.parametrize("who", ["dana", "omar"])
def test_no_page_runs_what_somebody_typed(hostile_town: tuple[Town, list[tuple[str, str]]], who: str) -> None:
    town, at = hostile_town
    client = visitor(town, who)
    answers = [(name, address, asked(client, "get", address)) for name, address in at]
    wrong = list(chain.from_iterable(wrong_about(*one) for one in answers))
    holding = sum(b"HOSTILE" in answer.said for _name, _at, answer in answers)
    tell("Nothing that somebody typed runs", f"{who}: {len(answers)} addresses, {holding} of them show the text, {len(wrong)} would run it")
    assert wrong == [], "\n".join(wrong)
    assert holding > 30


def test_no_file_runs_what_somebody_typed(hostile_town: tuple[Town, list[tuple[str, str]]]) -> None:
    town, at = hostile_town
    client, wrong, count = visitor(town), [], 0
    files = [(f"{name} {form}", reverse(name, args=[town.ref, form])) for name, form in FILES]
    files += [
        (f"{name} {form}", address.replace(".html/", f".{form}/")) for name, address in at if name in OF_ONE for form in ("pdf", "docx")
    ]
    files += [
        (f"{name} {form}", address.replace(".html", f".{form}"))
        for name, address in at
        if name == "call_trail_file"
        for form in ("pdf", "docx")
    ]
    for name, address in files:
        answer = asked(client, "get", address)
        count += answer.status_code == 200
        wrong += wrong_about(name, address, answer)
    tell("Nothing that somebody typed runs", f"{count} files in {len(READERS)} kinds, {len(wrong)} would run it")
    assert wrong == [], "\n".join(wrong)
    assert count > 20


@pytest.mark.parametrize(
    "walker",
    [one for one in CAST if one.name in ("an open link", "an open link of a department", "a rater", "nobody")],
    ids=lambda one: one.name,
)
def test_no_page_without_an_account_runs_what_somebody_typed(db: None, settings: object, walker: object) -> None:
    settings.ACCOUNT_RATE_LIMITS = {}  # type: ignore[attr-defined]
    town = filled_town()
    client = walker.browser(town)  # type: ignore[attr-defined]
    at = [
        (route.name, address)
        for route, address in addresses(town, walker)
        if route.reads in ("all", "link", "round") and route.name != "source"
    ]  # type: ignore[arg-type]
    plant(town)
    wrong = [one for name, address in at for one in wrong_about(name, address, asked(client, "get", address))]
    assert wrong == [], "\n".join(wrong)


def test_no_mail_carries_a_header_that_somebody_typed(db: None) -> None:
    town = filled_town()
    plant(town)
    for to in (town.vera.email, "new@town.example"):
        visitor(town).post(reverse("members", args=[town.ref]), {"email": to, "role": "viewer", "language": "en"})
    mails = list(Mail.objects.all())
    assert len(mails) > 1
    for mail in mails:
        if "HOSTILE" in mail.subject and "\n" in mail.subject:
            mail.subject = " ".join(mail.subject.split())  # planted past mail_queue, which makes one line of it
        said = EmailMessage(mail.subject, mail.text, ours.DEFAULT_FROM_EMAIL, [mail.to]).message().as_bytes()
        assert list(READERS[".eml"](said)) == []


@pytest.mark.parametrize(
    "name",
    ["search", "bodies", "exchange", "network_map", "told", "findings", "why", "contacts", "questions", "account_login", "open_call"],
)
def test_no_page_runs_what_its_address_says(town: Town, name: str) -> None:
    """Reflected rather than stored."""
    client = visitor(town, "" if name == "account_login" else "dana")
    args = [] if name == "account_login" else ["x"] if name == "open_call" else [town.ref]
    words = dict.fromkeys(
        ("q", "code", "next", "body", "group", "view", "kind", "theme", "sector", "for", "show", "side", "as", "rows", "language", "lang"),
        PAYLOAD,
    )
    answer = asked(client, "get", reverse(name, args=args), words)
    assert wrong_about(name, "/", answer) == []
