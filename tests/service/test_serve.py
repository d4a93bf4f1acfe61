"""Does `shutaf serve` bring up all it promises over HTTPS, say what is wrong with a certificate, and end whole?"""

from __future__ import annotations

import datetime
import http.client
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from serving import Served, free_port, is_open, wait_until
from shutaf.cli.tls import WrongCertificateError, checked

NOW = datetime.datetime.now(datetime.UTC)


def pair(folder: Path, name: str = "one", *, days: int = 30, form: PrivateFormat = PrivateFormat.PKCS8) -> tuple[Path, Path]:
    """A certificate for localhost that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder().subject_name(called).issuer_name(called).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(NOW - datetime.timedelta(days=60))
        .not_valid_after(NOW + datetime.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False).sign(key, hashes.SHA256())
    )  # fmt: skip
    (folder / f"{name}.pem").write_bytes(made.public_bytes(Encoding.PEM))
    (folder / f"{name}.key").write_bytes(key.private_bytes(Encoding.PEM, form, NoEncryption()))
    return folder / f"{name}.pem", folder / f"{name}.key"


@pytest.mark.parametrize(
    ("wrong", "key"),
    [("nowhere", "unreadable"), ("text", "no_certificate"), ("other key", "no_pair"), ("old form", "old_form"), ("over", "over")],
)
def test_what_is_wrong_with_a_certificate_is_said_before_anything_starts(tmp_path: Path, wrong: str, key: str) -> None:
    certificate, its_key = pair(tmp_path)
    if wrong == "nowhere":
        certificate = tmp_path / "nowhere.pem"
    elif wrong == "text":
        certificate.write_text("text")
    elif wrong == "other key":
        _, its_key = pair(tmp_path, "two")
    elif wrong == "old form":
        certificate, its_key = pair(tmp_path, "old", form=PrivateFormat.TraditionalOpenSSL)
    else:
        certificate, its_key = pair(tmp_path, "old", days=-1)
    with pytest.raises(WrongCertificateError) as refused:
        checked(certificate, its_key)
    assert refused.value.key == key


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    home = Served(tmp_path / "home")
    for name in ("SHUTAF_URL", "SHUTAF_HOSTS"):
        home.environment.pop(name, None)
    home.environment |= {"SHUTAF_LANG": "en"}
    yield home
    home.end()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
def test_serve_speaks_https_signs_the_owner_in_and_ends_with_its_children(served: Served, tmp_path: Path) -> None:
    certificate, key = pair(tmp_path)
    port = free_port()
    command = [sys.executable, "-m", "shutaf", "serve", "--port", str(port), "--owner", "dana@ein-haruv.example"]
    child = served.start_other(
        [*command, "--tls-cert", str(certificate), "--tls-key", str(key)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert child.stdout is not None
    lines: list[str] = []
    while not (lines and "sign-in/link" in lines[-1]):
        line = child.stdout.readline()
        assert line, "".join(lines)
        lines.append(line)
    assert lines[0].strip() == f"Serving at https://localhost:{port}"
    path = re.search(r"https://localhost:\d+(/\S+)", lines[-1])
    assert path
    trusting = ssl.create_default_context(cafile=str(certificate))
    web = http.client.HTTPSConnection("localhost", port, context=trusting, timeout=20)
    web.request("GET", path[1])
    answer = web.getresponse()
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] is None  # a browser shall not insist on HTTPS for all of localhost
    assert all("Secure" in cookie for cookie in answer.headers.get_all("Set-Cookie") or ())
    answer.read()
    web.request("GET", "/ready")
    assert web.getresponse().status == 200
    web.close()
    assert not speaks_plainly(port)
    assert old_tls_is_refused(port)
    children = children_of(child.pid)
    assert len(children) == 2  # the web process and the worker
    os.kill(child.pid, signal.SIGTERM)
    assert child.wait(20) == 0
    assert wait_until(lambda: not any(is_alive(one) for one in children))
    assert not is_open(port)
    child.stdout.close()


@pytest.mark.slow
def test_a_home_of_a_newer_version_is_left_alone_and_the_way_back_is_told(served: Served) -> None:
    served.prepare()
    served.run(
        "import django; django.setup(); from django.db.migrations.recorder import MigrationRecorder as R; from django.db import connection as c;"
        "R(c).record_applied('bodies', '9999_later')"
    )
    done = subprocess.run(
        [sys.executable, "-m", "shutaf", "serve", "--port", str(free_port())],
        env=served.environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1
    assert "newer version of Shutaf (bodies.9999_later)" in done.stderr


def speaks_plainly(port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as plain:
        plain.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        try:
            return plain.recv(100).startswith(b"HTTP/")
        except OSError:
            return False


def old_tls_is_refused(port: int) -> bool:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version, context.maximum_version = ssl.TLSVersion.MINIMUM_SUPPORTED, ssl.TLSVersion.TLSv1_1
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as plain, context.wrap_socket(plain):
            return False
    except OSError:
        return True


def children_of(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
