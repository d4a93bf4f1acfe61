"""How does a template lead to a page of this workspace, and to a file of ours?"""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@lru_cache(maxsize=4096)
def _address(name: str, *tries: tuple[str, ...]) -> str:
    """The first of the argument lists that the name takes; addresses are the same in every language."""
    for arguments in tries:
        try:
            return reverse(name, args=arguments)
        except NoReverseMatch:
            continue
    return ""


@register.simple_tag(takes_context=True)
def at(context: Any, name: str, *refs: str) -> str:
    """The address of a page of this workspace; "" when there is none of that name."""
    workspace = context.get("workspace")
    return _address(name, (workspace.ref, *refs) if workspace else refs, refs)


def address_of(name: str, *refs: str) -> str:
    """The address of a page outside workspaces; "" when there is none of that name."""
    return _address(name, refs)


@cache
def _version(path: str) -> str:
    return hashlib.sha256((Path(settings.WEB) / path).read_bytes()).hexdigest()[:12]


@register.simple_tag
def asset(path: str) -> str:
    """The address of a file of ours, with its hash: it may be kept for a year."""
    return f"{settings.STATIC_URL}{path}?v={_version(path)}"


@register.simple_tag
def style(path: str) -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', asset(path))


@register.simple_tag
def fonts(language: str) -> SafeString:
    """The letters of this language, asked for with the page: what comes later than the first look stays away, so that no line ever moves."""
    names = {"he": ("hebrew", "latin"), "ar": ("arabic", "latin")}.get(language, ("latin",))  # digits and blanks are among the Latin ones
    line = '<link rel="preload" as="font" type="font/woff2" crossorigin href="{}shell/fonts/rubik-{}.woff2">'
    return format_html_join("", line, ((settings.STATIC_URL, name) for name in names))


@register.simple_tag
def script(path: str) -> SafeString:
    return format_html('<script type="module" src="{}"></script>', asset(path))


@register.simple_tag
def modules(folder: str) -> SafeString:
    """page.js of a folder, which loads its neighbours by its own query: one version for all of them, fetched side by side."""
    files = sorted(path.relative_to(settings.WEB).as_posix() for path in (Path(settings.WEB) / folder).glob("*.js"))
    version = hashlib.sha256("".join(_version(path) for path in files).encode()).hexdigest()[:12]
    first = f"{settings.STATIC_URL}{folder}/page.js?v={version}"
    beside = (f"{settings.STATIC_URL}{path}?v={version}" for path in files if not path.endswith("/page.js"))
    links = format_html_join("", '<link rel="modulepreload" href="{}">', ((url,) for url in beside))
    return format_html('{}<script type="module" src="{}"></script>', links, first)


@register.simple_tag
def plain_script(path: str) -> SafeString:
    return format_html('<script defer src="{}"></script>', asset(path))
