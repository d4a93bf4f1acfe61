"""Does knowing Hebrew words in their other forms find more of the offers that a label would find? On real texts, as decision 019 tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).parents[3] / "bench"


@pytest.fixture
def study(monkeypatch: pytest.MonkeyPatch, shared_data: Path) -> Any:
    monkeypatch.setenv("SHUTAF_TEST_DATA", str(shared_data))
    monkeypatch.syspath_prepend(str(BENCH))
    return pytest.importorskip("hebrew_text")


@pytest.mark.slow
@pytest.mark.parametrize(("label", "services", "at_least"), [("domain", 70, 0.04), ("mode", 129, 0.01)])
def test_forms_find_more_than_plain_words_do(study: Any, label: str, services: int, at_least: float) -> None:
    labelled = [one for one in study.services() if one.labels[label]]
    assert len(labelled) == services
    found = {}
    for way in study.WAYS[:3]:
        scores = study.Texts(way, labelled).in_common(study.Weighing(by_rarity=False, by_length=True, shortest=3))
        found[way.name] = study.judged(scores, labelled, label)[:, 2].mean()
    assert found["folded + forms"] - found["plain: words as written"] > at_least
    assert abs(found["folded"] - found["plain: words as written"]) < at_least


@pytest.mark.slow
def test_the_label_itself_is_the_ceiling(study: Any) -> None:
    labelled = [one for one in study.services() if one.labels["domain"]]
    found = study.judged(study._labels_in_common(labelled, "domain"), labelled, "domain")
    assert found[:, 0].min() == found[:, 2].min() == 1.0
