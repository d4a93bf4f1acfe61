"""Is a secret committed, now or ever? Keys, tokens and passwords by their shape, in every file and in all of history."""

import re
import subprocess

import pytest
from source import ROOT, committed, name_of

# Put together here, so that this file does not find itself.
SHAPES = {
    "a private key": "-----BEGIN " + r"(?:[A-Z]+ )*PRIVATE KEY( BLOCK)?-----",
    "a key of a cloud": r"\b(?:AKIA|ASIA)" + "[0-9A-Z]{16}\\b",
    "a token of a forge": r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,}|glpat-[\w-]{20})",
    "a token of a messenger or payment": r"\b(?:xox[abprs]-[\w-]{10,}|sk_live_\w{16,}|rk_live_\w{16,})",
    "a key of a map or mail service": r"\b(?:AIza[\w-]{35}|SG\.[\w-]{16,}\.[\w-]{16,}|key-[0-9a-f]{32})\b",
    "a signed token": r"\beyJ[\w-]{16,}\.eyJ[\w-]{16,}\.[\w-]{16,}",
    "an address with a password": r"\b(?:postgres(?:ql)?|mysql|redis|amqp|smtps?|https?|ftp)://[^\s/:@'\"<>{}$]+:(?!PASSWORD\b|SECRET\b|password\b|\*+@|\.\.\.@|…@)[^\s/@'\"<>{}$]{3,}@(?!(?:localhost|127\.0\.0\.1|evil\.example|testserver)\b)",
    "a setting with its secret": r"(?:SECRET|PASSWORD|TOKEN|API_?KEY)[A-Z_]*\s*[:=]\s*[\"'](?!only for tests)[A-Za-z0-9+/_=-]{24,}[\"']",
}  # fmt: skip
FILES_OF_SECRETS = re.compile(
    r"(?:^|/)(?:\.env(?:\..*)?|secret_key|id_(?:rsa|ed25519|ecdsa)|.*\.(?:pem|key|p12|pfx|jks|kdbx|sqlite3?|dump))$"
)
SAMPLES = {
    "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----",
    "a key of a cloud": "AKIA" + "ABCDEFGHIJKLMNOP",
    "a token of a forge": "ghp_" + "a1" * 18,
    "a token of a messenger or payment": "sk_live_" + "a1" * 10,
    "a key of a map or mail service": "AIza" + "a" * 35,
    "a signed token": "eyJ" + "a" * 20 + ".eyJ" + "b" * 20 + "." + "c" * 20,
    "an address with a password": "postgres://shutaf:" + "hunter22@db.example/shutaf",
    "a setting with its secret": "MAIL_PASSWORD = '" + "a1B2" * 8 + "'",
}


def secrets_in(text: str) -> list[str]:
    return [f"{what}: {found[0][:12]}…" for what, shape in SHAPES.items() for found in re.finditer(shape, text)]


@pytest.mark.parametrize("what", SHAPES)
def test_a_secret_is_recognised(what: str) -> None:
    assert [found for found in secrets_in(SAMPLES[what]) if found.startswith(what)]


def test_no_committed_file_holds_a_secret() -> None:
    found = []
    for path in committed():
        try:
            found += [f"{name_of(path)}: {one}" for one in secrets_in(path.read_text(encoding="utf-8"))]
        except UnicodeDecodeError:
            continue
    assert found == []


def test_no_file_of_secrets_is_committed() -> None:
    assert [name_of(path) for path in committed() if FILES_OF_SECRETS.search(name_of(path))] == []


@pytest.mark.slow
def test_history_holds_no_secret_that_was_taken_out_again() -> None:
    """Every line that any commit added. A clone that was cut short has less of it, and is searched as far as it goes."""
    done = subprocess.run(
        ["git", "log", "-p", "--no-color", "--no-ext-diff", "--unified=0", "--diff-filter=AM", "--", ".", ":!*.po", ":!*.svg", ":!requirements"],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    added = (line[1:] for line in done.stdout.decode("utf-8", "replace").splitlines() if line.startswith("+"))
    assert sorted({one for line in added if len(line) < 20_000 for one in secrets_in(line)}) == []


def test_the_secret_of_a_service_is_made_by_itself_and_readable_by_nobody_else(tmp_path: object) -> None:
    from pathlib import Path

    from shutaf.config import reading

    file = Path(str(tmp_path)) / "home" / "secret_key"
    made = reading.secret("NO_SUCH_SETTING", file)
    assert len(made) > 60
    assert file.stat().st_mode & 0o777 == 0o600
    assert reading.secret("NO_SUCH_SETTING", file) == made
