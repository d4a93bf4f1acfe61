"""Does each page ask the database a few times, and as often for two thousand bodies as for seventy?"""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from calling import two_calls
from shutaf.analysis.situation import NOTHING, Body, Department, Need, Offer, Place, Requirement, Situation, Tie, Word
from shutaf.cases.actions import ClaimGiven, MemberGiven, case_save
from shutaf.cases.models import OwnCase
from shutaf.partnerships.actions import initiative_save, partnership_save
from shutaf.partnerships.models import Call, Initiative
from town import build_town

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

QUERIES = {
    "": 16, "bodies/": 8, "bodies/?q=77": 8, "bodies/?sort=ties": 9, "body/b77": 19, "card/b77": 14, "contacts/": 10, "questions/?body=b77&for=driver": 14, "ties/": 9, "exchange/": 7, "map/": 8, "map/?body=b77": 9,
    "findings/": 9, "initiatives/": 8, "criteria/": 8, "place/": 8, "search/?q=77": 9, "history/": 8, "trash/": 18, "more/": 7, "defects/": 8, "hour/ticks/": 7, "hour/sectors/": 8,
    "partnerships/": 6, "partnership/{p}": 9, "partnership/{p}/step/external_map": 9, "partnership/{p}/gate/": 7, "partnership/{p}/letter/": 7, "gate/": 6,
    "model/": 7, "partnership/{p}/model/": 8,
    "inside/": 9, "merge/": 9, "history/?body=b77": 45,
    "map/told/": 8, "map/told/?as=list": 7, "map/told/?as=table&rows=ties&sort=-since": 7, "map/told/?as=tree&body=b77&steps=3": 7,
    "missing/": 9, "export/": 8, "export/gexf/": 16, "export/kumu/?for=partners": 16, "export/calendar.ics": 17,
    "findings/changed/": 12, "stances/": 7, "stances/goal/?goal=x": 9,
    "matches/": 7, "matches/?view=circles": 7, "matches/?view=declined": 7, "match/?need=need 1&offer=offer 0": 7,
    "grid/organisations/": 13, "grid/departments/": 13, "grid/organisations/news?since=99999": 6,
    "calls/": 9, "new/call/": 8, "call/{c}": 9, "call/{c}/preview/": 7, "call/{c}/told/": 9, "call/{c}/answers/": 9,
    "safety/": 8, "departments/": 11, "department/b3": 13, "actions/": 6, "new/actions/": 5, "new/exchange/": 6, "links/departments/": 12, "links/bodies/": 6, "intake/": 7,
    "initiative-coalition/{i}": 13, "initiative-coalition/{i}?without=b11&with=b13": 13,
    "rounds/": 10,
    "dossiers/{i}": 9, "dossier/b77?for={i}&as=driver": 11, "letter/b77?for={i}&lang=de": 7,
    "like-us/": 7, "tokens/": 6, "contact-reads/": 9, "reciprocity/": 8, "exchange/?q=7&side=need": 8,
    "cases/": 12, "case/{k}": 15, "edit/case/{k}": 11, "new/case/file/": 5,
    "heard/b77": 46, "body-person/b77": 9, "requests/": 9, "privacy/": 120, "held/": 15,
}  # fmt: skip
"""At most so many, signing in and the rights included."""


def drawn(bodies: int, ties: int) -> Situation:
    """A town of a size, the same each time; all its needs and offers are of one kind."""
    sectors = ("public", "business", "civil_society", "academia", "community")
    rows = tuple(
        Body(f"b{i}", f"גוף {i}", Word("", sectors[i % 5]) if i >= 10 else NOTHING, department=Department() if i < 10 else None)
        for i in range(bodies)
    )
    pairs = sorted({(i % bodies, (i * 7919 + 13) % bodies) for i in range(ties)})
    exchange = [(i, f"b{i * 3 % bodies}") for i in range(bodies // 20)]
    needs = tuple(Need(f"need {i}", ref, f"צורך {i}", Word("", "space")) for i, ref in exchange)
    offers = tuple(Offer(f"offer {i}", f"b{(i * 3 + 1) % bodies}", f"הצעה {i}", Word("", "space")) for i, _ref in exchange)
    return Situation(Place(name="עיר"), rows, ties=tuple(Tie(f"b{a}", f"b{b}") for a, b in pairs if a != b), needs=needs, offers=offers)


@pytest.fixture(params=[(80, 200), (2000, 4000)], ids=["80 bodies", "2000 bodies"])
def signed_in(request: pytest.FixtureRequest) -> tuple[Client, str, str]:
    call_command("createcachetable", verbosity=0)
    town = build_town(drawn(*request.param))
    partnership, _deed = partnership_save(town.owner, name="שותפות", partners=("b10", "b11"))
    initiative_save(town.owner, ref="", name="יוזמה", requires=(Requirement(Word("", "space")),))
    two_calls(town.owner)
    people = [MemberGiven(f"גוף {n}", f"m{n}", f"b{n}", "business") for n in range(10, 14)]
    case_save(town.owner, partnership_ref=partnership, name="מקרה", members=people, claims=[ClaimGiven("done", "גוף 10 וגוף 999")])
    client = Client()
    client.force_login(town.dana, backend="django.contrib.auth.backends.ModelBackend")
    client.get(f"/w/{town.ref}/")  # what is computed once a revision is there
    return client, town.ref, partnership


def test_pages_ask_few_times_whatever_the_size(signed_in: tuple[Client, str, str]) -> None:
    client, ref, partnership = signed_in
    initiative = Initiative.objects.get(workspace__ref=ref).ref
    case = OwnCase.objects.get(workspace__ref=ref).ref
    call = Call.objects.get(workspace__ref=ref, state="published").ref
    over = {}
    for shape, most in QUERIES.items():
        path = shape.format(p=partnership, i=initiative, c=call, k=case)
        client.get(f"/w/{ref}/{path}")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/w/{ref}/{path}").status_code == 200
        if len(asked) > most:
            over[shape] = len(asked)
    assert over == {}
