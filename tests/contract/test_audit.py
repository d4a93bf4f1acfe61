"""Does the audit find a weak package, leave a mended one alone, and say when it compared nothing?"""

from __future__ import annotations

import importlib.util
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from source import ROOT

spec = importlib.util.spec_from_file_location("audit", ROOT / "dev/audit.py")
assert spec
assert spec.loader
audit = importlib.util.module_from_spec(spec)
spec.loader.exec_module(audit)

PINNED = {"straw-hut": ("2.4.1", "", True)}


def record(**affected: Any) -> dict[str, Any]:
    return {
        "id": "TEST-1",
        "summary": "falls in the wind",
        "affected": [{"package": {"ecosystem": "PyPI", "name": "Straw_Hut"}, **affected}],
    }


def within(*events: dict[str, str]) -> dict[str, Any]:
    return record(ranges=[{"type": "ECOSYSTEM", "events": list(events)}])


@pytest.mark.parametrize(
    ("advisory", "is_hit"),
    [
        (record(versions=["2.4.1"]), True),
        (record(versions=["2.4.2"]), False),
        (within({"introduced": "0"}), True),
        (within({"introduced": "0"}, {"fixed": "2.4.1"}), False),
        (within({"introduced": "2.0"}, {"fixed": "2.10"}), True),
        (within({"introduced": "2.5"}), False),
        (within({"introduced": "0"}, {"last_affected": "2.4.1"}), True),
        (within({"introduced": "0"}, {"last_affected": "2.4"}), False),
        (within({"introduced": "0"}, {"fixed": "1.9"}, {"introduced": "2.4"}, {"fixed": "2.4.2"}), True),
        (record(versions=["2.4.1"]) | {"withdrawn": "2026-01-01T00:00:00Z"}, False),
        ({"id": "TEST-2", "affected": [{"package": {"ecosystem": "npm", "name": "straw-hut"}, "versions": ["2.4.1"]}]}, False),
    ],
)
def test_a_version_is_affected_or_not(advisory: dict[str, Any], is_hit: bool) -> None:
    assert bool(list(audit.hits(PINNED, [advisory]))) is is_hit


def test_advisories_are_read_from_a_folder_and_from_a_zip(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(record(versions=["2.4.1"])), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(tmp_path / "a.json", "a.json")
    for source in (tmp_path, tmp_path / "all.zip"):
        assert list(audit.hits(PINNED, audit.records(source))) == ["straw-hut 2.4.1: TEST-1 falls in the wind"]


def test_every_package_is_pinned_by_its_hash() -> None:
    for file in ("run", "dev"):
        pinned = audit.pins((ROOT / f"requirements/{file}.txt").read_text(encoding="utf-8"))
        assert len(pinned) > 40
        assert audit.unpinned(pinned) == []


def test_a_package_without_its_hash_is_told() -> None:
    assert audit.unpinned(audit.pins("straw-hut==2.4.1\n")) == ["straw-hut 2.4.1 has no hash"]


def test_an_audit_without_advisories_says_that_it_compared_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SHUTAF_ADVISORIES", raising=False)
    audit.main()
    assert "NOT compared" in capsys.readouterr().out
