"""What do the commands on backups share? The key an archive is sealed with, and why one was refused."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.cli.parser import Parser

SAID = {
    "not_a_backup": N_("This is no backup of Shutaf, or it is damaged: {detail}"),
    "other_format": N_("This backup has a form that this version does not know: {detail}"),
    "other_members": N_("The archive holds other files than its list says. Nothing was read."),
    "unsafe_name": N_("The archive names a file outside of itself. Nothing was read."),
    "other_size": N_("A file in the archive has another size than its list says. Nothing was read."),
    "wrong_sum": N_("{detail} is not what was written: its sum differs. Nothing was read."),
    "wrong_count": N_("{detail} holds another number of rows than its list says. Nothing was read."),
    "not_empty": N_("There is data here already. Restore into an empty home, or add --force to replace everything."),
    "sealed": N_("This backup is sealed. Name its key: --key-file FILE, or --passphrase."),
    "wrong_key": N_("This is not the key this backup was sealed with. Nothing was read."),
    "broken_seal": N_("This backup was changed or cut off after it was sealed ({detail}). Nothing was read."),
    "no_key": N_("The key file {detail} cannot be read. Nothing was written or read."),
    "short_key": N_("A passphrase or key has {detail} letters at least."),
    "newer_schema": N_("The backup was made by a newer version ({detail}). Update Shutaf first."),
}
"""Why an archive was refused."""


def key_arguments(parser: Parser) -> None:
    parser.add_argument("--key-file", type=Path, metavar="FILE", help=_("the file with the key that seals the backup"))
    parser.add_argument("--passphrase", action="store_true", help=_("ask for the passphrase that seals the backup"))


def secret_asked(arguments: argparse.Namespace) -> bytes:
    """The key of this call, else of the settings; b"" for none. Raises BackupError."""
    from shutaf.stewardship.backup.keys import checked, secret_in, secret_of_settings

    if arguments.key_file:
        return secret_in(arguments.key_file)
    if arguments.passphrase:
        return checked(getpass.getpass(_("Passphrase: ")).encode())
    return secret_of_settings()


def refused(key: str, detail: str) -> int:
    print(_(SAID[key]).format(detail=detail), file=sys.stderr)
    return 1
