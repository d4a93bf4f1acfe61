"""Are the files of `deploy/` as a security officer wants them, and as the settings and the docs tell? Checked by rules; by the programs themselves where they are at hand."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from source import ROOT, page

DEPLOY = ROOT / "deploy"


def instructions() -> list[tuple[str, str]]:
    """(INSTRUCTION, rest) of the Containerfile, its continued lines joined."""
    text = re.sub(r"\\\n", " ", (DEPLOY / "Containerfile").read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def of(name: str) -> list[str]:
    return [rest for word, rest in instructions() if word == name]


def test_images_are_named_whole_with_a_tag_that_does_not_wander() -> None:
    for image in of("FROM"):
        name, _, tag = image.split()[0].rpartition(":")
        assert name.count("/") >= 2, image
        assert tag not in ("", "latest"), image


def test_the_container_ends_as_somebody_without_rights() -> None:
    last = [word for word, _ in instructions()]
    assert of("USER")[-1] not in ("root", "0")
    assert "RUN" not in last[last.index("USER") :]
    assert not any("sudo" in line or "chmod 777" in line for line in of("RUN"))


def test_every_package_is_pinned_with_its_sum_and_nothing_is_left_of_the_way_there() -> None:
    for line in of("RUN"):
        for call in re.findall(r"pip install [^&]*", line):
            assert "--require-hashes" in call or "--no-deps" in call, call
            assert "--no-cache-dir" in call, call
        if "apt-get install" in line:
            assert "--no-install-recommends" in line
            assert "rm -rf /var/lib/apt/lists/*" in line


def test_only_what_is_named_is_copied_and_it_is_there() -> None:
    assert of("ADD") == []
    for line in of("COPY"):
        if "--from" in line:
            continue
        for source in line.split()[:-1]:
            assert source not in (".", "./"), "a copy of everything takes a home or a key along"
            assert (ROOT / source).exists(), source


def test_processes_are_started_without_a_shell_and_told_to_end() -> None:
    for name in ("ENTRYPOINT", "CMD"):
        assert all(rest.startswith("[") for rest in of(name)), name
    assert of("STOPSIGNAL") == ["SIGTERM"]
    assert "/ready" in of("HEALTHCHECK")[0]


def test_no_secret_stands_in_the_image() -> None:
    assert not re.search(r"(?i)(password|secret|token|key)\s*=", " ".join(of("ENV") + of("ARG")))


def settings_in(file: str) -> set[str]:
    return set(re.findall(r"^#?([A-Z_]{4,})=", (DEPLOY / file).read_text(encoding="utf-8"), re.MULTILINE))


def test_every_setting_that_is_told_there_is_one() -> None:
    known = set(re.findall(r"^## `?(\w+)`?$", page("reference/settings.md"), re.MULTILINE))
    assert settings_in("shutaf.env")
    assert settings_in("shutaf.env") <= known


def unit() -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    read.optionxform = str  # type: ignore[assignment]
    read.read(DEPLOY / "shutaf.service", encoding="utf-8")
    return read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("User", "shutaf"), ("NoNewPrivileges", "yes"), ("ProtectSystem", "strict"), ("ProtectHome", "yes"), ("PrivateTmp", "yes"),
        ("PrivateDevices", "yes"), ("CapabilityBoundingSet", ""), ("UMask", "0077"), ("SystemCallFilter", "@system-service"),
    ],
)  # fmt: skip
def test_the_unit_may_do_what_it_needs_and_no_more(name: str, value: str) -> None:
    assert unit()["Service"][name] == value


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
def test_systemd_reads_the_unit_without_a_complaint(tmp_path: Path) -> None:
    text = (DEPLOY / "shutaf.service").read_text(encoding="utf-8")
    text = text.replace("/opt/shutaf/venv/bin/shutaf", shutil.which("true") or "true").replace("File=/etc", "File=-/etc")
    (tmp_path / "shutaf.service").write_text(text, encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(tmp_path / "shutaf.service")], capture_output=True, text=True)
    assert [line for line in done.stderr.splitlines() if "shutaf.service" in line] == []


@pytest.mark.parametrize(
    ("file", "wanted"),
    [("Caddyfile", ("{remote_host}",)), ("nginx.conf", ("X-Forwarded-For $remote_addr", "X-Forwarded-Proto $scheme", "access_log off"))],
)
def test_a_visitor_cannot_choose_the_address_that_tries_are_counted_by(file: str, wanted: tuple[str, ...]) -> None:
    text = re.sub(r" +", " ", (DEPLOY / file).read_text(encoding="utf-8"))
    for line in wanted:
        assert line in text


def test_every_file_of_the_folder_is_told_of_in_the_docs_and_every_one_told_of_is_there() -> None:
    told = " ".join(page(f"howto/deploy-{name}.md") for name in ("one-machine", "container", "postgresql"))
    assert {path.name for path in DEPLOY.iterdir()} == set(re.findall(r"deploy/([\w.]+\w)", told))
