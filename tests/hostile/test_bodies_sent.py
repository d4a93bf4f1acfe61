"""Does any address break when what is sent is no form at all: other kinds, half multiparts, deep JSON, files where text belongs?"""

from __future__ import annotations

import json
from zlib import crc32

import pytest
from addresses import addresses, asked, taken_back, visitor
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from values import json_values
from walk_cast import filled_town

from stressing import amount, tell

pytestmark = [pytest.mark.django_db, pytest.mark.stress]

drawn = settings(max_examples=amount(60, 3000), database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
change = st.fixed_dictionaries(
    {},
    optional={
        name: st.one_of(json_values, st.sampled_from(("name", "sector", "bakery", "organisations")))
        for name in ("row", "ref", "field", "key", "value", "text", "was", "to")
    },
)
op_like = st.one_of(
    json_values,
    st.fixed_dictionaries(
        {"op": st.just("abcdefgh-1234")},
        optional={"changes": st.lists(st.one_of(change, json_values), max_size=4), "made": json_values, "removed": json_values},
    ),
)
MULTIPART = "multipart/form-data; boundary=x"
BODIES: dict[str, tuple[str, bytes]] = {
    "nothing": ("application/x-www-form-urlencoded", b""),
    "no kind": ("", b"name=x"),
    "another kind": ("text/xml", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
    "a strange charset": ("application/x-www-form-urlencoded; charset=x-nothing", b"name=%ff"),
    "bytes that are no letters": ("application/x-www-form-urlencoded", b"name=%ff%fe%00&text=%c0%80&\xff=\xfe"),
    "the same field a thousand times": ("application/x-www-form-urlencoded", b"&".join([b"name=x"] * 1000)),
    "too many fields": ("application/x-www-form-urlencoded", b"&".join(b"f%d=x" % n for n in range(20_001))),
    "more text than a form may hold": ("application/x-www-form-urlencoded", b"name=" + b"a" * 2_700_000),
    "a multipart without its boundary": ("multipart/form-data", b"--x\r\n"),
    "a multipart that ends at once": (MULTIPART, b"--x\r\nContent-Disposition: form-data; name="),
    "a multipart of strange names": (MULTIPART, b'--x\r\nContent-Disposition: form-data; name="name"; filename="../../x\x00.csv"\r\nContent-Type: text/csv\r\n\r\nname\r\n--x--\r\n'),
    "a multipart in base64 that is none": (MULTIPART, b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!\r\n--x--\r\n'),
    "deep JSON": ("application/json", b'{"a":' * 100_000),
    "a number of JSON that is too long": ("application/json", b'{"rows":' + b"9" * 5000 + b"}"),
    "JSON that is no JSON": ("application/json", b"{'op': NaN}"),
    "JSON in letters that are none": ("application/json", b'"\xff\xfe\\ud800"'),
}  # fmt: skip


def posted(client: Client, at: str, body: bytes, kind: str) -> HttpResponse:
    """As it is, where Django's own `post` would encode it."""
    with taken_back(client):
        return client.generic("POST", at, body, content_type=kind)


@pytest.mark.parametrize("who", ["dana", ""])
def test_no_address_breaks_whatever_kind_of_thing_is_sent(db: None, settings: object, who: str) -> None:
    settings.ACCOUNT_RATE_LIMITS = {}  # type: ignore[attr-defined]
    town = filled_town()
    client = visitor(town, who)
    wrong, tries = [], 0
    for n, (route, at) in enumerate(addresses(town)):
        if (route.writes == "nobody" or not amount(0, 1)) and n % 4:
            continue  # refused for its method before anything is read; the short form tries every fourth
        for what, (kind, body) in BODIES.items():
            if amount(0, 1) or len(body) < 10_000 or n % 8 == 0:
                tries += 1
                answer = posted(client, at, body, kind)
                wrong += [f"{answer.status_code} {route.name}: {what}"] if answer.status_code >= 500 else []
    tell("No address breaks, whatever is sent", f"{tries} bodies as {who or 'nobody'}, {len(wrong)} broke")
    assert wrong == []


@pytest.mark.sql
def test_the_grid_takes_no_op_that_is_none(db: None, settings: object) -> None:
    """The one address of pages that reads JSON."""
    settings.ACCOUNT_RATE_LIMITS = {}  # type: ignore[attr-defined]
    town = filled_town()
    client, at = visitor(town), reverse("grid_cells", args=[town.ref, "organisations"])
    wrong = []

    @seed(crc32(b"grid_cells"))
    @drawn
    @given(op_like)
    def attack(told: object) -> None:
        answer = asked(client, "post", at, json.dumps(told), content_type="application/json")
        wrong.extend([f"{answer.status_code} {told}"] if answer.status_code >= 500 else [])

    attack()
    assert wrong == []


@pytest.mark.sql
@pytest.mark.parametrize("field", ["positions"])
def test_places_on_the_map_that_are_none_are_left_out(db: None, field: str) -> None:
    town = filled_town()
    client = visitor(town)
    for text in (
        "[" * 5000,
        '{"a":' * 5000,
        "9" * 5000,
        '{"a":[1e999,0]}',
        '{"a":[NaN,0]}',
        "[]",
        '{"\\ud800":[0,0]}',
        '{"\\u0000":[0,0]}',
        '{"a":[' + "9" * 5000 + ",0]}",
        "\x00",
    ):
        for name in ("view_save", "network_map"):
            answer = asked(
                client,
                "post" if name == "view_save" else "get",
                reverse(name, args=[town.ref]),
                {"name": "x", field: text, "view": "network"},
            )
            assert answer.status_code < 500, (name, text[:40])
