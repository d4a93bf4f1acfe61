"""Accessibility, privacy, method; and the source of what runs here, as the licence asks."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib.metadata import version

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from shutaf.web.shell.access import open_to_all

_SOURCE_ENDS = frozenset(
    {".py", ".html", ".css", ".js", ".json", ".csv", ".toml", ".md", ".po", ".svg", ".txt", ".typ", ".woff2", ".ttf", ".LICENSE"}
)


@open_to_all
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about/page.html", {"version": version("shutaf")})


@open_to_all
def source(_request: HttpRequest) -> HttpResponse:
    """The address an operator gave, else the installed package itself as a zip: exactly what runs."""
    if settings.SOURCE_URL:
        return redirect(settings.SOURCE_URL)
    response = HttpResponse(_archive(), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="shutaf-{version("shutaf")}-source.zip"'
    return response


@cache
def _archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(settings.PACKAGE.rglob("*")):
            if path.is_file() and path.suffix in _SOURCE_ENDS:
                archive.write(path, f"shutaf/{path.relative_to(settings.PACKAGE).as_posix()}")
    return out.getvalue()
