"""What must never stand in a log? The secret part of an address that somebody was sent."""

from __future__ import annotations

import logging
import re

_SECRET = re.compile(r"/(l|r|invitation|sign-in/link|password/reset/key)/[^/\s?#'\"]+")


def masked(text: str) -> str:
    return _SECRET.sub(r"/\1/…", text)


class MaskSecrets(logging.Filter):
    """Applied to every handler: Django logs the path of each refused request."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = masked(record.getMessage()), ()
        return True
