"""What does a letter about one's own account say? In the person's language."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _


def factor_taken_off(language: str) -> tuple[str, str]:
    """(subject, text)."""
    with translation.override(language):
        said = _("Whoever runs the service took the second factor off your account, since somebody asked for it. All your sessions ended.")
        warned = _("If it was not you: change your password now, and tell whoever runs this service.")
        return _("Your account in Shutaf"), f"{said}\n\n{warned}"
