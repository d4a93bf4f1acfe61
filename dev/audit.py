"""Is every package pinned by its hash, installed as it is pinned, and free of advisories that are known here?

Advisories come from outside, as records in OSV form (https://ossf.github.io/osv-schema/): the folder or zip that SHUTAF_ADVISORIES names, as databases of
advisories hand them out for PyPI. Without them nothing is compared, and the last line says so: "not compared" is no "nothing found".
"""

from __future__ import annotations

import json
import os
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]+?))?\s*\\?\s*$")
Record = Mapping[str, Any]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(text: str) -> dict[str, tuple[str, str, bool]]:
    """Name -> version, marker and whether a hash follows."""
    found: dict[str, tuple[str, str, bool]] = {}
    last = ""
    for line in text.splitlines():
        if hit := PIN.match(line):
            last = plain(hit["name"])
            found[last] = hit["version"], hit["marker"] or "", False
        elif "--hash=sha256:" in line and last:
            found[last] = *found[last][:2], True
    return found


def unpinned(pinned: Mapping[str, tuple[str, str, bool]]) -> list[str]:
    return [f"{name} {pin} has no hash" for name, (pin, _marker, has_hash) in pinned.items() if not has_hash]


def astray(pinned: Mapping[str, tuple[str, str, bool]]) -> Iterator[str]:
    """What is installed in another version than it is pinned."""
    for name, (pin, marker, _has_hash) in pinned.items():
        try:
            there = version(name)
        except PackageNotFoundError:
            continue  # an extra that is not installed
        if there != pin and (not marker or Marker(marker).evaluate()):
            yield f"{name} is installed as {there}, pinned as {pin}"


def records(source: Path) -> Iterator[Record]:
    """Each advisory of a folder or a zip."""
    if source.is_dir():
        yield from (json.loads(path.read_text(encoding="utf-8")) for path in sorted(source.rglob("*.json")))
        return
    with zipfile.ZipFile(source) as archive:
        yield from (json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json"))


def hits(pinned: Mapping[str, tuple[str, str, bool]], advisories: Iterable[Record]) -> Iterator[str]:
    for record in advisories:
        if record.get("withdrawn"):
            continue
        for affected in record.get("affected", ()):
            package = affected.get("package", {})
            name = plain(package.get("name", ""))
            if package.get("ecosystem") == "PyPI" and name in pinned and is_affected(pinned[name][0], affected):
                yield f"{name} {pinned[name][0]}: {record['id']} {record.get('summary', '')}".strip()


def is_affected(pin: str, affected: Record) -> bool:
    """Named as it is, or within a range: from where it was introduced up to where it was mended, or the last that has it."""
    return pin in affected.get("versions", ()) or any(
        _within(Version(pin), one.get("events", ())) for one in affected.get("ranges", ()) if one.get("type") == "ECOSYSTEM"
    )


def _within(pin: Version, events: Iterable[Mapping[str, str]]) -> bool:
    is_in = False
    for event in sorted(events, key=_at):
        at = _at(event)
        if "introduced" in event and pin >= at:
            is_in = True
        if ("fixed" in event and pin >= at) or ("last_affected" in event and pin > at):
            is_in = False
    return is_in


def _at(event: Mapping[str, str]) -> Version:
    try:
        return Version(next(iter(event.values())))
    except InvalidVersion:
        return Version("0")


def main() -> int:
    pinned = {
        name: pin for file in ("run", "dev") for name, pin in pins((ROOT / f"requirements/{file}.txt").read_text(encoding="utf-8")).items()
    }
    wrong = [*unpinned(pinned), *astray(pinned)]
    source = os.environ.get("SHUTAF_ADVISORIES", "")
    advisories = list(records(Path(source))) if source else []
    wrong += sorted(set(hits(pinned, advisories)))
    print("\n".join(wrong) if wrong else f"{len(pinned)} packages, each pinned by its hash and installed as it is pinned")
    if advisories:
        print(f"compared with {len(advisories)} advisories")
    else:
        print("NOT compared with advisories: SHUTAF_ADVISORIES names none (a folder or zip of OSV records)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
