"""Which bodies can be chosen in a form? All that are there, by name."""

from __future__ import annotations

from django.http import HttpRequest

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.text.fold import fold
from shutaf.partnerships.queries import situation


def bodies_choice(request: HttpRequest, viewer: Viewer) -> list[tuple[str, str]]:
    """(ref, name in the reader's language), as a select shows them; the first is none."""
    language = request.LANGUAGE_CODE or "he"
    found = [(body.ref, body.name_in(language)) for body in situation(viewer).bodies]
    return [("", "–"), *sorted(found, key=lambda one: fold(one[1]))]
