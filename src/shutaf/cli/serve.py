"""shutaf serve: the workbench for real, by one command."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from shutaf.cli.parser import Parser, Words, whole
from shutaf.cli.tls import SAID, Tls, WrongCertificateError, checked

NAME = "serve"


def words() -> Words:
    return Words(
        _("Serve the workbench in the browser: one web process and one worker, until Ctrl-C."), "shutaf serve --owner dana@town.example"
    )


def arguments(parser: Parser) -> None:
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help=_("the address to listen on; 0.0.0.0 for all"))
    parser.add_argument("--port", type=whole, default=8000, metavar="N", help=_("the port to listen on"))
    parser.add_argument("--owner", metavar="EMAIL", help=_("make this account if it is new, and print a link that signs it in once"))
    parser.add_argument("--no-worker", action="store_true", help=_("without the worker, which then runs elsewhere"))
    parser.add_argument("--no-tick", action="store_true", help=_("without what recurs; `shutaf tick` is then called by a timer of yours"))
    parser.add_argument("--tls-cert", type=Path, metavar="FILE.pem", help=_("speak HTTPS with this certificate (and all it leads back to)"))
    parser.add_argument("--tls-key", type=Path, metavar="FILE.pem", help=_("the key of the certificate"))


def run(arguments: argparse.Namespace) -> int:
    from shutaf.cli import home, service

    if bool(arguments.tls_cert) != bool(arguments.tls_key):
        print(_("--tls-cert and --tls-key go together."), file=sys.stderr)
        return 2
    try:
        tls = tls_asked(arguments)
    except WrongCertificateError as wrong:
        print(_(SAID[wrong.key]).format(file=wrong.file), file=sys.stderr)
        return 1
    take_address("https" if tls else "http", arguments.port)
    if code := home.ready_or_said():
        return code
    said = owner_link(arguments.owner) if arguments.owner else no_owner_yet()

    def when_up() -> None:
        print(_("Serving at {address}").format(address=settings.PUBLIC_URL), flush=True)
        for line in said:
            print(line, flush=True)

    commands = [service.web_command(arguments.host, arguments.port, tls)] + ([] if arguments.no_worker else [service.worker_command()])
    recurring = [] if arguments.no_tick else [service.tick_command()]
    return service.supervise(commands, when_up, arguments.host, arguments.port, recurring=recurring)


def tls_asked(arguments: argparse.Namespace) -> Tls | None:
    """By the options, else by the settings. Raises WrongCertificateError."""
    certificate, key = (arguments.tls_cert, arguments.tls_key) if arguments.tls_cert else (settings.TLS_CERT, settings.TLS_KEY)
    return checked(Path(certificate), Path(key)) if certificate and key else None


def take_address(scheme: str, port: int) -> None:
    """Where nothing says how people reach the service, it is this machine: links and cookies follow the port and the scheme."""
    if not settings.IS_URL_SAID:
        settings.PUBLIC_URL = os.environ.setdefault("SHUTAF_URL", f"{scheme}://localhost:{port}")  # for the processes that serve


def owner_link(email: str, *, minutes: int = 60) -> list[str]:
    """The account, made if it is new, and a link that signs it in once."""
    from django.urls import reverse

    from shutaf.accounts.actions import sign_in_link_make, user_create
    from shutaf.accounts.queries import user_by_email

    user = user_by_email(email) or user_create(email=email)
    link = settings.PUBLIC_URL + reverse("sign_in_use", args=[sign_in_link_make(user, minutes=minutes)])
    return [_("Signs in once, within an hour:"), link]


def no_owner_yet() -> list[str]:
    from shutaf.accounts.queries import has_users

    return [] if has_users() else [_("There is no account yet. Make the first: shutaf owner you@town.example")]
