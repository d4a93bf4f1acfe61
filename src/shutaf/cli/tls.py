"""Can the service speak HTTPS with this certificate and key? What is wrong is said before it starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from django.utils.translation import gettext_noop as N_

from shutaf.cli import today

SAID = {
    "unreadable": N_("{file} cannot be read."),
    "no_certificate": N_("{file} holds no certificate in PEM form."),
    "no_key": N_("{file} holds no key in PEM form, or one that is locked by a passphrase."),
    "old_form": N_("The key {file} has an old form. Write it anew: openssl pkcs8 -topk8 -nocrypt -in {file} -out new.pem"),
    "no_pair": N_("This key does not belong to the certificate {file}."),
    "over": N_("The certificate {file} is no longer valid."),
}


class WrongCertificateError(ValueError):
    """key names the sentence in SAID, file what it is about."""

    def __init__(self, key: str, file: Path) -> None:
        super().__init__(f"{key}: {file}")
        self.key, self.file = key, file


@dataclass(frozen=True, slots=True)
class Tls:
    """A certificate with all it leads back to, and its key."""

    certificate: Path
    key: Path

    def command(self) -> list[str]:
        """What granian is told. TLS 1.2 is what the oldest supported browsers speak."""
        return ["--ssl-certificate", str(self.certificate), "--ssl-keyfile", str(self.key), "--ssl-protocol-min", "tls1.2"]


def checked(certificate: Path, key: Path, *, now: datetime | None = None) -> Tls:
    """Raises WrongCertificateError."""
    chain = _read(certificate)
    try:
        first = x509.load_pem_x509_certificates(chain)[0]
    except ValueError:
        raise WrongCertificateError("no_certificate", certificate) from None
    text = _read(key)
    try:
        public = load_pem_private_key(text, None).public_key()
    except (TypeError, ValueError):
        raise WrongCertificateError("no_key", key) from None
    if b"BEGIN PRIVATE KEY" not in text:
        raise WrongCertificateError("old_form", key)
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if public.public_bytes(*form) != first.public_key().public_bytes(*form):
        raise WrongCertificateError("no_pair", certificate)
    if first.not_valid_after_utc < (now or today.now()):
        raise WrongCertificateError("over", certificate)
    return Tls(certificate, key)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise WrongCertificateError("unreadable", file) from None
