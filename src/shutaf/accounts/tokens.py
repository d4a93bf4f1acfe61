"""How is a link made that nobody can guess? 128 random bits in the address, only their hash in the database."""

from __future__ import annotations

import hashlib
import secrets

TOKEN_BYTES = 16


def new_token() -> str:
    """22 letters that fit an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hashed(token: str) -> str:
    """What is kept. A token has 128 bits of chance, so a plain hash cannot be searched backwards."""
    return hashlib.sha256(token.encode()).hexdigest()
