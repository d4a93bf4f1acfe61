"""Which pages are there? One line a page; each page's folder has its own addresses."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

PAGES = (
    "about",
    "account",
    "bodies",
    "body",
    "body_edit",
    "brief",
    "card",
    "contacts",
    "criteria",
    "department",
    "departments",
    "exchange",
    "export",
    "findings",
    "gate",
    "grid",
    "history",
    "home",
    "hour",
    "import_file",
    "initiatives",
    "inside",
    "intake",
    "kit",
    "language",
    "link_sheet",
    "links",
    "members",
    "merge",
    "missing",
    "model",
    "more",
    "network_map",
    "outbox",
    "partnership",
    "path",
    "place",
    "questions",
    "running_actions",
    "search",
    "stances",
    "start",
    "ties",
    "told",
)

urlpatterns: list[URLPattern | URLResolver] = [path("", include(f"shutaf.web.pages.{page}.urls")) for page in PAGES]
