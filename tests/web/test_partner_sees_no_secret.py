"""Does anything that is for editors only reach a page or a file of a partner?"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from django.test import Client
from pypdf import PdfReader

from shutaf.analysis.situation import Need, Word
from shutaf.imports.example import example_situation
from town import build_town

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGES = (
    "",
    "bodies/",
    "body/hadar-bakery",
    "exchange/",
    "map/",
    "map/?body=hadar-bakery",
    "findings/changed/?since=2020-01-01",
    "map/told/",
    "map/told/?as=list",
    "map/told/?as=table&rows=ties",
    "map/told/?as=tree&body=hadar-bakery&steps=3",
    "findings/",
    "brief/",
    "place/",
    "members/",
    "more/",
    "search/?q=SECRET",
)
FILES = ("brief.html", "brief.pdf", "brief.docx", "brief.xlsx", "map.xlsx", "map.svg")


def text_of(name: str, data: bytes) -> str:
    """All words of a file."""
    if name.endswith(".pdf"):
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if name.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return " ".join(archive.read(member).decode(errors="ignore") for member in archive.namelist() if member.endswith(".xml"))
    return data.decode()


def test_pages_and_files_of_a_partner_hold_nothing_for_editors() -> None:
    town_data = example_situation()
    bakery = town_data.body_by_ref["hadar-bakery"]
    marked = replace(
        bakery, barriers=(Word("SECRETBARRIER"),), motives=(Word("SECRETMOTIVE"),), opportunities="SECRETCHANCE", rated_by="SECRETRATER", source="SECRETSOURCE",
        influence_1_10=9.0, own=(("SECRETHEADER", "SECRETOWN"),),
    )  # fmt: skip
    people = tuple(replace(person, name=f"SECRETPERSON{i}", phone=f"SECRETPHONE{i}") for i, person in enumerate(town_data.people))
    hidden = Need("need 999", "hadar-bakery", "SECRETNEED", Word("", "space"), visible_to="editors")
    ties = tuple(replace(tie, holder="SECRETHOLDER", reported_by="SECRETREPORTER") for tie in town_data.ties)
    initiatives = tuple(replace(one, name=f"SECRETINITIATIVE{i}") for i, one in enumerate(town_data.initiatives))
    bodies = tuple(marked if body.ref == "hadar-bakery" else body for body in town_data.bodies)
    town = build_town(
        replace(town_data, bodies=bodies, people=people, needs=(*town_data.needs, hidden), ties=ties, initiatives=initiatives),
        partner_of="fig-cafe",
    )
    client = Client()
    client.force_login(town.omar, backend="django.contrib.auth.backends.ModelBackend")
    found = {}
    for name in (*PAGES, *FILES):
        answer = client.get(f"/w/{town.ref}/{name}")
        assert answer.status_code == 200, name
        words = text_of(name.split("?")[0], b"".join(answer) if answer.streaming else answer.content)
        own = {word for person in people if person.body == "fig-cafe" for word in (person.name, person.phone)}
        leaks = {word for word in words.replace("<", " ").replace(">", " ").split() if "SECRET" in word and word not in own}
        found[name] = {
            word for word in leaks if "q=SECRET" not in word and 'value="SECRET"' not in word and word.strip("\"'\u2068\u2069") != "SECRET"
        }
    assert {name: words for name, words in found.items() if words} == {}
