"""What does every page know? Its language and direction, who is signed in, the workspace it is in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from shutaf.accounts.rules import may_edit, may_facilitate, may_manage, sees_everything

THEMES = ("light", "dark")


def shell(request: HttpRequest) -> dict[str, Any]:
    language = (translation.get_language() or "he")[:2]
    viewer = getattr(request, "viewer", None)
    theme = request.COOKIES.get("shutaf_theme", "")
    return {
        "language": language,
        "direction": "rtl" if language in ("he", "ar") else "ltr",
        "languages": settings.LANGUAGES,
        "theme": theme if theme in THEMES else "",
        "viewer": viewer,
        "workspace": getattr(request, "workspace", None),
        "may_edit": bool(viewer and may_edit(viewer)),
        "may_facilitate": bool(viewer and may_facilitate(viewer)),
        "may_manage": bool(viewer and may_manage(viewer)),
        "sees_everything": bool(viewer and sees_everything(viewer)),
        "source_url": settings.SOURCE_URL,
        "oidc_name": settings.OIDC_NAME,
    }
