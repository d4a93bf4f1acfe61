"""How does a round's link open its sheet, and can be shown again as a QR code, while nothing secret is stored?

The token follows from the secret key of the installation, the round and how often its link was made anew: 128 bits that nobody can guess or search for.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode

from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import base36_to_int, int_to_base36

from shutaf.partnerships.models import RatingRound

MAC_BYTES = 16
_SALT = "shutaf.partnerships.rating_round"


def token_of(workspace_ref: str, row: RatingRound) -> str:
    """Opens the sheet of this round until the link is made anew."""
    mac = salted_hmac(_SALT, f"{workspace_ref}/{row.ref}/{row.turn}", algorithm="sha256").digest()[:MAC_BYTES]
    return f"{int_to_base36(row.pk)}-{urlsafe_b64encode(mac).decode().rstrip('=')}"


def row_of(token: str) -> RatingRound | None:
    """The round that the token opens; None for one that is unknown, taken back, or of a round in the trash."""
    number, _dash, _mac = token.partition("-")
    try:
        key = base36_to_int(number)
    except ValueError:
        return None
    if not 0 < key < 2**63:
        return None
    row = RatingRound.present.select_related("workspace").filter(pk=key).exclude(state="draft").first()
    if row is None or not constant_time_compare(token, token_of(row.workspace.ref, row)):
        return None
    found: RatingRound = row
    return found
