"""Who asks through the API, in which language, and how often may they?"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.translation.trans_real import parse_accept_lang_header
from ninja.security import HttpBearer

from shutaf.accounts.api_tokens import Bearer, bearer
from shutaf.accounts.queries import WorkspaceFacts
from shutaf.accounts.viewer import Viewer

LANGUAGES = frozenset(code for code, _name in settings.LANGUAGES)
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the request, who came with which token, and the language of the answer."""

    request: HttpRequest
    bearer: Bearer
    language: str

    @property
    def viewer(self) -> Viewer:
        return self.bearer.viewer

    @property
    def workspace(self) -> WorkspaceFacts:
        return self.bearer.workspace


class UnknownTokenError(Exception):
    """No token, or one that opens nothing."""


class TooOftenError(Exception):
    """More questions in a minute than a token has. seconds: until it may ask again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class ElsewhereError(Exception):
    """The token is of another workspace than the address, which for it is not there."""


def language_wanted(request: HttpRequest) -> str:
    """The first language of Accept-Language that we speak; "" when it names none."""
    wanted = parse_accept_lang_header(request.headers.get("Accept-Language", "")[:200])
    return next((code[:2] for code, _weight in wanted if code[:2] in LANGUAGES), "")


def speak(request: HttpRequest, language: str) -> str:
    """Answer in this language, else in the one at hand; what wraps every request sets the old one back."""
    if language in LANGUAGES:
        request.LANGUAGE_CODE = language
        translation.activate(language)
    return str(request.LANGUAGE_CODE)


class Token(HttpBearer):
    """Authorization: Bearer shutaf_..."""

    def __call__(self, request: HttpRequest) -> Asked:
        speak(request, language_wanted(request))
        found = super().__call__(request)
        if not isinstance(found, Asked):
            raise UnknownTokenError
        return found

    def authenticate(self, request: HttpRequest, token: str) -> Asked | None:
        found = bearer(token.strip())
        if found is None:
            _count(f"wrong:{request.META.get('REMOTE_ADDR', '')}")
            return None
        language = speak(request, language_wanted(request) or found.language)
        _count(f"token:{found.token_id}")
        route = request.resolver_match
        if route is None or route.kwargs.get("workspace", found.workspace.ref) != found.workspace.ref:
            raise ElsewhereError
        return Asked(request, found, language)


def _count(whose: str) -> None:
    """Count this question in its minute; counts lie in the shared cache, so all processes count together. Raises TooOftenError."""
    now = int(timezone.now().timestamp())
    key = f"api:{whose}:{now // MINUTE}"
    asked = (cache.get(key) or 0) + 1
    if asked > settings.API_PER_MINUTE:
        raise TooOftenError(MINUTE - now % MINUTE)
    cache.set(key, asked, 2 * MINUTE)
