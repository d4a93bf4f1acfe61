"""Does text reach whoever takes gzip at a fifth of its length, while nothing that must stay as it is is touched?"""

from __future__ import annotations

import gzip

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from shutaf.web.shell.compress import compress
from town import Town

ZIPPED = {"accept-encoding": "gzip, br"}


def through(response: HttpResponse, headers: dict[str, str] = ZIPPED) -> HttpResponse:
    answer = compress(lambda request: response)(RequestFactory().get("/w/x/bodies/", headers=headers))
    assert isinstance(answer, HttpResponse)
    return answer


@pytest.mark.django_db
def test_a_page_and_a_style_arrive_whole_and_short(town: Town) -> None:
    client = Client()
    for path in ("/sign-in/", "/static/parts/parts.css", "/static/vendor/htmx.min.js"):
        plain = client.get(path)
        short = client.get(path, headers=ZIPPED)
        body = b"".join(plain) if plain.streaming else plain.content
        assert len(short.content) < len(body) / 2
        assert int(short["Content-Length"]) == len(short.content)
        assert "Accept-Encoding" in short["Vary"]
        assert "Accept-Encoding" in plain["Vary"]
        if path.startswith("/static/"):
            assert gzip.decompress(short.content) == body
            assert "ETag" not in short


def test_who_takes_no_gzip_gets_plain_text() -> None:
    assert "Content-Encoding" not in through(HttpResponse(b"x" * 5000), {})


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(b"x" * 100),
        HttpResponse(b"x" * 5000, content_type="application/pdf"),
        HttpResponse(b"x" * 5000, headers={"ETag": '"these very bytes"'}),
        HttpResponse(b"x" * 5000, status=206),
        HttpResponse(b"x" * 5000, headers={"Content-Encoding": "br"}),
    ],
)
def test_what_is_short_binary_tagged_or_a_part_stays_as_it_is(response: HttpResponse) -> None:
    before = response.content
    assert through(response).content == before


def test_the_length_of_a_page_says_little_about_what_stands_in_it() -> None:
    """The same page twice is not of the same length: chance bytes in the envelope."""
    assert len({len(through(HttpResponse(b"secret" * 1000)).content) for _ in range(40)}) > 5


def test_a_folder_or_a_file_that_is_not_there_is_not_kept() -> None:
    assert Client().get("/static/nothing.css", headers=ZIPPED).status_code == 404
