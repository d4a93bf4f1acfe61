"""Is the library as a folder whole: does each link lead to a page of it, and does nothing in it ask for a network?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

import pytest

from shutaf import content
from shutaf.reports.library import folder, zipped

LINK = re.compile(r'(?:href|src)="([^"]+)"')
HEAVIEST = 100_000


@pytest.fixture(scope="module", params=["he", "de"])
def folded(request: pytest.FixtureRequest) -> Mapping[str, bytes]:
    return folder(language=request.param)


def test_every_page_links_only_to_what_is_in_the_folder(folded: Mapping[str, bytes]) -> None:
    ids = {path: set(re.findall(r'id="([^"]+)"', data.decode())) for path, data in folded.items() if path.endswith(".html")}
    lost = []
    for path in ids:
        for to in LINK.findall(folded[path].decode()):
            target, _hash, anchor = to.partition("#")
            at = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if not to.startswith("http") and (at not in folded or (anchor and anchor not in ids[at])):
                lost.append(f"{path}: {to}")
    assert lost == []


def test_nothing_is_fetched_and_nothing_runs(folded: Mapping[str, bytes]) -> None:
    for path, data in folded.items():
        if path.endswith((".html", ".css")):
            text = data.decode()
            assert "<script" not in text
            assert not re.search(r'(?:src|<link[^>]*href)="https?:|url\("?https?:', text), path


def test_there_is_a_page_an_article_and_a_case_and_none_is_heavy(folded: Mapping[str, bytes]) -> None:
    articles = {f"{one.address}.html" for shelf in content.SHELVES for one in content.articles(shelf)}
    assert articles | {f"cases/{one.id}.html" for one in content.cases()} | {"index.html", "find.html", "glossary.html"} <= set(folded)
    assert {path: len(data) for path, data in folded.items() if path.endswith(".html") and len(data) > HEAVIEST} == {}


def test_the_same_library_gives_the_same_archive() -> None:
    first = zipped({"index.html": b"<p>"})
    assert first == zipped({"index.html": b"<p>"})
    assert first.startswith(b"PK")


def test_the_folder_of_one_reader_leads_to_no_guide_of_another() -> None:
    own = folder(language="en", reader="business")
    assert "business/index.html" in own
    assert not [path for path in own if path.startswith(("municipality/", "civil_society/"))]
    assert not [path for path, data in own.items() if path.endswith(".html") and b'href="../municipality/' in data]
