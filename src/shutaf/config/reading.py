"""How is one value of the environment read? The readers that settings use."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

TRUE = frozenset({"1", "yes", "true", "on"})


class WrongSettingError(ValueError):
    """A value nobody can follow; the message names the setting and what would be right."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    return text(name).lower() in TRUE if text(name) else default


def whole(name: str, default: int) -> int:
    value = text(name)
    if value and not value.isdecimal():
        raise WrongSettingError(f"{name} must be a whole number, not {value!r}")
    return int(value) if value else default


def one_of(name: str, choices: tuple[str, ...]) -> str:
    """One of these words; the first where nothing is said."""
    value = text(name, choices[0])
    if value not in choices:
        raise WrongSettingError(f"{name} must be one of {', '.join(choices)}, not {value!r}")
    return value


def several(name: str, default: tuple[str, ...] = ()) -> list[str]:
    return [part.strip() for part in text(name).split(",") if part.strip()] or list(default)


def home(default: Path | None = None) -> Path:
    """SHUTAF_HOME, else the user's own folder for data."""
    if told := text("SHUTAF_HOME"):
        return Path(told).expanduser().resolve()
    if default:
        return default
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("APPDATA") or Path.home() / ".local/share"
    return Path(base) / "shutaf"


def secret(name: str, file: Path) -> str:
    """The value itself, else what the file holds, which is made the first time, readable by us only; "" where nothing may be written."""
    if told := text(name):
        return told
    try:
        if not file.exists():
            _make_secret(file)
        return file.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _make_secret(file: Path) -> None:
    """Appears under its name only when it is whole, and once: of two processes that start together one wins and both read its secret."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = file.with_name(f"{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
        out.write(secrets.token_urlsafe(50))
    try:
        os.link(half, file)
    except FileExistsError:
        pass  # another process was first
    finally:
        half.unlink()


def oidc_apps() -> list[dict[str, Any]]:
    """The one OpenID Connect provider of the house, as allauth lists providers; none without SHUTAF_OIDC_URL."""
    url = text("SHUTAF_OIDC_URL")
    if not url:
        return []
    is_near = urlsplit(url).hostname in ("localhost", "127.0.0.1", "::1")
    if urlsplit(url).scheme != "https" and not is_near:
        raise WrongSettingError("SHUTAF_OIDC_URL must begin with https://: what the provider says of a person is believed")
    app = {"provider_id": "house", "name": text("SHUTAF_OIDC_NAME", "OpenID"), "client_id": text("SHUTAF_OIDC_CLIENT")}
    return [{**app, "secret": text("SHUTAF_OIDC_SECRET"), "settings": {"server_url": url, "oauth_pkce_enabled": True}}]


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's settings for DATABASE_URL; without one, SQLite in the home: WAL, one writer that waits, foreign keys on.

    Raises WrongSettingError for an address that is neither postgres:// nor sqlite://.
    """
    parts = urlsplit(url)
    if not url or parts.scheme == "sqlite":
        name = unquote(parts.path) or str(home / "shutaf.sqlite3")
        pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
        options = {"transaction_mode": "IMMEDIATE", "timeout": 10, "init_command": pragmas}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options, "CONN_MAX_AGE": 60}
    if parts.scheme not in ("postgres", "postgresql"):
        raise WrongSettingError("DATABASE_URL must begin with postgres:// or sqlite://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
