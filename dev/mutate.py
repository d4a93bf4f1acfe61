"""Would the tests of a method notice if it were wrong? mutmut on one file, in a copy of the project of its own."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["{file}"]
pytest_add_cli_args = ["-q", "-p", "no:cacheprovider", "-o", "addopts=--import-mode=importlib --doctest-modules"]
pytest_add_cli_args_test_selection = {tests}
use_git_change_detection = false
track_dependencies = false
timeout_constant = 10.0
"""
VERDICTS = ("killed", "survived", "no tests", "timeout", "suspicious", "skipped", "segfault", "not checked")


def tests_of(file: Path) -> list[str]:
    """The test file of the same name in the room of the same name, and the examples in the file itself."""
    inside = file.relative_to("src/shutaf")
    beside = Path("tests") / inside.parent / f"test_{inside.name}"
    found = (
        [str(path) for path in sorted((ROOT / beside.parent).glob(f"test_{inside.stem}*.py"))] if (ROOT / beside.parent).is_dir() else []
    )
    return [str(Path(path).relative_to(ROOT)) for path in found] + [str(file)]


def copy_of_project(into: Path, file: Path, tests: list[str]) -> None:
    for name in ("src", "tests", "CHANGELOG.md", "docs"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, into / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, into)
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    (into / "pyproject.toml").write_text(text + SETTINGS.format(file=file, tests=tests), "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="a method file, such as src/shutaf/analysis/network/brokerage.py")
    parser.add_argument("tests", nargs="*", help="its tests; by default those of the same name, and its own examples")
    parser.add_argument("--jobs", type=int, default=1, help="processes at once")
    given = parser.parse_args()
    file = given.file.resolve().relative_to(ROOT)
    tests = [*given.tests] or tests_of(file)
    print(f"{file} by {' '.join(tests)}", flush=True)
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        copy_of_project(Path(folder), file, tests)
        data = os.environ.get("SHUTAF_TEST_DATA") or str(ROOT.parent / "shared" / "data")
        environment = {**os.environ, "PYTHONPATH": f"{folder}/src", "SHUTAF_TEST_DATA": data}
        mutmut = [sys.executable, "-m", "mutmut"]
        run = subprocess.run(
            [*mutmut, "run", "--max-children", str(given.jobs)], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        results = subprocess.run(
            [*mutmut, "results", "--all", "true"], cwd=folder, env=environment, capture_output=True, text=True, check=False
        ).stdout
        found = dict(re.findall(r"^\s*(\S+): (.+)$", results, re.MULTILINE))
        if not found or "not checked" in found.values():
            print(run.stdout[-4000:], run.stderr[-4000:], sep="\n")
            return 1
        print(
            ", ".join(f"{n} {verdict}" for verdict in VERDICTS if (n := sum(said == verdict for said in found.values()))),
            f"of {len(found)}",
        )
        for name, verdict in found.items():
            if verdict != "killed":
                shown = subprocess.run(
                    [*mutmut, "show", name], cwd=folder, env=environment, capture_output=True, text=True, check=False
                ).stdout
                print(f"\n{verdict}: {name}\n" + "\n".join(line for line in shown.splitlines() if re.match(r"[-+](?![-+])|@@", line)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
