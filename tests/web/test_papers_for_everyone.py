"""Is every PDF and every Word file that a page gives out tagged, named, in its language and in reading order?"""

from __future__ import annotations

import io

import docx
import pytest
from django.urls import reverse
from pypdf import PdfWriter
from visiting import signed_in
from walk_cast import sample
from walk_steps import patterns

from calling import two_calls
from papers import wrong_in_docx, wrong_in_pdf
from shutaf.partnerships.actions import partnership_save
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("cache_table")]

BOTH = {
    "brief_file": "", "dossier_file": "merchants", "dossier_letter_file": "merchants", "inside_file": "", "letter_file": "{partnership}",
    "questions_file": "?body=merchants", "call_trail_file": "{call}", "privacy_file": "paper",
}  # fmt: skip
"""As PDF and as Word: the name of the address, and what stands in it beside workspace and form."""

ONLY_PDF = ("kit_file", "poster_file", "ticks_paper", "map_file")
NO_PAPER = {
    "format_file": "the formats of other programs",
    "template_file": "a workbook",
    "library_file": "public; tests/reports/library/test_followed.py reads its papers",
    "library_case_file": "public; tests/reports/library/test_followed.py reads its papers",
    "held_file": "only with a person's name; the same writer and blocks as the other papers on privacy",
    "notice_file": "public, the same writer and blocks as the other papers on privacy",
}


def test_no_paper_is_forgotten() -> None:
    gives = {p.name for p in patterns() if "form" in p.pattern.converters or str(p.pattern).endswith((".pdf", ".docx"))}
    assert gives <= {*BOTH, *ONLY_PDF, *NO_PAPER}


def addresses(town: Town) -> list[tuple[str, str]]:
    partnership, _deed = partnership_save(town.owner, name="מרחוב ראשי", partners=("hadar-bakery",))
    two_calls(town.editor)
    found = [(name, reverse(name, args=[town.ref, *(["pdf"] if name == "map_file" else [])])) for name in ONLY_PDF]
    for name, what in BOTH.items():
        for form in ("pdf", "docx"):
            more = {"{partnership}": [partnership], "{call}": [sample(town, "call")], "paper": [], "": []}.get(what, [what])
            parts: dict[str, str] = {"workspace_ref": town.ref, "form": form}
            if name == "privacy_file":
                parts["paper"] = "officer"
            elif more and not what.startswith("?"):
                parts["ref"] = more[0]
            found.append((f"{name}.{form}", reverse(name, kwargs=parts) + (what if what.startswith("?") else "")))
    return found


def test_every_paper_can_be_followed_without_seeing_it(town: Town) -> None:
    client = signed_in(town, "dana", "he")
    wrong = []
    for name, address in addresses(town):
        answer = client.get(address)
        assert answer.status_code == 200, f"{name}: {answer.status_code}"
        content = b"".join(answer) if answer.streaming else answer.content
        check = wrong_in_pdf if content[:5] == b"%PDF-" else wrong_in_docx
        wrong += [f"{name}: {one}" for one in check(content, "he")]
    assert not wrong, "\n".join(sorted(set(wrong)))


def test_the_checks_find_what_is_wrong() -> None:
    """A PDF without tags; a Word file in another language, without title, with a step left out and a table without a head."""
    out = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(out)
    assert wrong_in_pdf(out.getvalue(), "he") == ["not tagged"]
    word = docx.Document()
    word.core_properties.title = ""
    word.add_heading("a", level=1)
    word.add_heading("b", level=3)
    word.add_table(rows=2, cols=2)
    word.save(out := io.BytesIO())
    found = wrong_in_docx(out.getvalue(), "he")
    assert [one.split(" [")[0] for one in found] == ["language", "no title", "heading 3 follows 1", "a table has no head"]
