"""How does a file leave the API?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": XLSX,
}


def file_answer(data: bytes, media_type: str, name: str) -> HttpResponse:
    """A download that no browser takes for a page of ours."""
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def described(*media_types: str) -> Mapping[str, Any]:
    """What the description for programs says of a route that answers with files."""
    binary: dict[str, Any] = {"type": "string", "format": "binary"}
    plain = [media.partition(";")[0] for media in media_types]
    return {"responses": {200: {"content": {media: {"schema": {} if media == "application/json" else binary} for media in plain}}}}
