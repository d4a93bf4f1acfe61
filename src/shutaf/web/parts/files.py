"""How does a file leave a page?"""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse


def attached(data: bytes, kind: str, plain_name: str, name: str) -> HttpResponse:
    """A download, named in letters every program knows and in its own."""
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f"attachment; filename=\"{plain_name}\"; filename*=UTF-8''{quote(name, safe='')}"
    response["X-Content-Type-Options"] = "nosniff"
    return response
