"""Which values come from outside? Everything the service needs; `docs/reference/settings.md` lists each."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from shutaf.config import reading
from shutaf.config.words import HAS_SCREEN, LANGUAGE_CODE, LANGUAGES, LOCALE_PATHS, PACKAGE, SHUTAF_LANG, TIME_ZONE, USE_I18N, USE_TZ

__all__ = ["HAS_SCREEN", "LANGUAGES", "LANGUAGE_CODE", "LOCALE_PATHS", "PACKAGE", "SHUTAF_LANG", "TIME_ZONE", "USE_I18N", "USE_TZ"]

# -- where things are
SHUTAF_HOME = reading.home()
SECRET_KEY_FILE = SHUTAF_HOME / "secret_key"
SECRET_KEY = reading.secret("SHUTAF_SECRET_KEY", SECRET_KEY_FILE)
FILES = SHUTAF_HOME / "files"
DATABASES = {"default": reading.database(reading.text("DATABASE_URL"), SHUTAF_HOME)}
BACKUP_DIR = Path(reading.text("SHUTAF_BACKUP_DIR") or SHUTAF_HOME / "backups")
BACKUP_HOURS = reading.whole("SHUTAF_BACKUP_HOURS", 24)
BACKUP_DAYS = reading.whole("SHUTAF_BACKUP_DAYS", 30)
BACKUP_KEY_FILE = reading.text("SHUTAF_BACKUP_KEY_FILE")
BACKUP_PASSPHRASE = reading.text("SHUTAF_BACKUP_PASSPHRASE")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SHUTAF_VERSION = version("shutaf")

# -- whom to answer
PUBLIC_URL = reading.text("SHUTAF_URL", "http://localhost:8000").rstrip("/")
IS_URL_SAID = bool(reading.text("SHUTAF_URL"))
TLS_CERT, TLS_KEY = reading.text("SHUTAF_TLS_CERT"), reading.text("SHUTAF_TLS_KEY")
ALLOWED_HOSTS = reading.several("SHUTAF_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL.startswith("https://") else []
DEBUG = False
ROOT_URLCONF = "shutaf.config.urls"
WSGI_APPLICATION = "shutaf.config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
    "shutaf.accounts",
    "shutaf.places",
    "shutaf.bodies",
    "shutaf.relations",
    "shutaf.exchange",
    "shutaf.cases",
    "shutaf.partnerships",
    "shutaf.intake",
    "shutaf.stewardship",
]

MIDDLEWARE = [
    "shutaf.web.shell.probes.answer_probes",
    "shutaf.web.shell.noting.note_requests",
    "shutaf.web.shell.compress.compress",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "shutaf.web.shell.middleware.keep_private",  # this far out, so that refusals of those below carry it too
    "shutaf.api.middleware.say_problems",
    "shutaf.web.shell.middleware.refuse_large_bodies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "shutaf.web.shell.middleware.speak",
    "shutaf.web.shell.letters.WithoutNul",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "shutaf.web.shell.middleware.note_session",
    "django_htmx.middleware.HtmxMiddleware",
]

WEB = PACKAGE / "web"  # its pages, pieces and static files
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB, WEB / "pages"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "shutaf.web.shell.context.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "shutaf.web.parts.tags",
                "shutaf.web.parts.addresses",
                "template_partials.templatetags.partials",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# -- sign-in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend", "allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "account_login"
CSRF_FAILURE_VIEW = "shutaf.web.shell.errors.csrf_failure"
ACCOUNT_ADAPTER = "shutaf.web.shell.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account begins with an invitation or link that came by that very address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "sign_in_link": "20/m/ip,5/5m/key",
    "house": "20/m/ip",  # sign-in through the house: each asks the provider
    "token": "20/m/ip",  # sign-in links, invitations, personal links
    "call_answer": "12/10m/ip",  # a hall or an office shares one address
    "call_receipt": "20/m/ip",
    "heard": "30/10m/ip",  # files and requests of whoever holds a personal link
    "library": "60/10m/ip",  # its files, for anybody; an office shares one address
    "defect": "12/10m/ip",
    "defect_said": "20/m/ip",
    "download": "30/m/user",
    "search": "120/m/user",
}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody may make us write to strangers
MFA_ADAPTER = "shutaf.web.shell.factors.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "shutaf.web.pages.mfa.form.AuthenticateForm",
    "reauthenticate": "shutaf.web.pages.mfa.form.ReauthenticateForm",
    "activate_totp": "shutaf.web.pages.mfa.form.ActivateForm",
    "add_webauthn": "shutaf.web.pages.mfa.form.AddPasskeyForm",
    "authenticate_webauthn": "shutaf.web.pages.mfa.form.AuthenticatePasskeyForm",
    "reauthenticate_webauthn": "shutaf.web.pages.mfa.form.ReauthenticatePasskeyForm",
    "login_webauthn": "shutaf.web.pages.mfa.form.LoginPasskeyForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Shutaf"
MFA_TOTP_TOLERANCE = 1  # clocks of telephones and servers differ; each code still works once (pages/mfa/form.py)
MFA_RECOVERY_CODES_SHOW_ONCE = True
API_PER_MINUTE = reading.whole("SHUTAF_API_PER_MINUTE", 600)  # questions a token may ask
OIDC_NAME = reading.text("SHUTAF_OIDC_NAME", "OpenID") if reading.text("SHUTAF_OIDC_URL") else ""  # "": the house has no sign-in of its own
OIDC_TRUSTS_ADDRESSES = reading.flag("SHUTAF_OIDC_TRUST_ADDRESSES")
OIDC_PROVES = reading.flag("SHUTAF_OIDC_SECOND_FACTOR")
SOCIALACCOUNT_ADAPTER = "shutaf.web.shell.house.HouseAdapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": reading.oidc_apps()}}
USERSESSIONS_TRACK_ACTIVITY = False  # it would write on every page; note_session does it every ten minutes
ALLAUTH_TRUSTED_PROXY_COUNT = int(reading.flag("SHUTAF_BEHIND_PROXY"))  # whose X-Forwarded-For counts, for limits and sessions

# -- requests
IS_HTTPS = PUBLIC_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, LANGUAGE_COOKIE_NAME = "shutaf", "shutaf_csrf", "shutaf_language"
SESSION_COOKIE_AGE = 14 * 24 * 3600
IS_LOCAL = urlsplit(PUBLIC_URL).hostname in ("localhost", "127.0.0.1", "::1")  # a browser must not insist on HTTPS for other programs there
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS and not IS_LOCAL else 0
SECURE_SSL_REDIRECT = False  # the proxy in front does it; a redirect here would loop behind one that speaks http to us
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if reading.flag("SHUTAF_BEHIND_PROXY") else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a tick matrix of 40 departments and 400 bodies
UPLOAD_LIMIT_BYTES = 26_214_400
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# -- what all workers share
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shutaf_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # of 300, as Django would have it, a flood of tries would drop the counts of tries
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# -- static files: found in the rooms they belong to, served by whitenoise under a name with their hash
STATIC_URL = "/static/"
STATICFILES_FINDERS = ["shutaf.web.shell.finder.RoomFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 31_536_000

# -- mail: without a server it stays in the outbox, where it can be read and copied
EMAIL_HOST = reading.text("SHUTAF_MAIL_HOST")
EMAIL_PORT = reading.whole("SHUTAF_MAIL_PORT", 587)
EMAIL_HOST_USER = reading.text("SHUTAF_MAIL_USER")
EMAIL_HOST_PASSWORD = reading.text("SHUTAF_MAIL_PASSWORD")
EMAIL_USE_TLS = reading.flag("SHUTAF_MAIL_TLS", default=True)
EMAIL_TIMEOUT = 20  # seconds; a server that is silent must not hold the worker
DEFAULT_FROM_EMAIL = reading.text("SHUTAF_MAIL_FROM", "shutaf@localhost")

# -- the foot of every page links to the source of what runs here (AGPL, section 13)
SOURCE_URL = reading.text("SHUTAF_SOURCE_URL")

# -- who runs it, and who answers for accessibility: the statement at /accessibility/ is written from these
OPERATOR = reading.text("SHUTAF_OPERATOR")
DPO = reading.text("SHUTAF_DPO")
DPO_MAIL = reading.text("SHUTAF_DPO_MAIL")
ACCESSIBILITY_LAW = reading.one_of("SHUTAF_ACCESSIBILITY_LAW", ("il", "de"))
ACCESSIBILITY_PERSON = reading.text("SHUTAF_ACCESSIBILITY_PERSON")
ACCESSIBILITY_MAIL = reading.text("SHUTAF_ACCESSIBILITY_MAIL")
ACCESSIBILITY_PHONE = reading.text("SHUTAF_ACCESSIBILITY_PHONE")
ACCESSIBILITY_ADDRESS = reading.text("SHUTAF_ACCESSIBILITY_ADDRESS")
ACCESSIBILITY_CHECKED = reading.text("SHUTAF_ACCESSIBILITY_CHECKED")
ACCESSIBILITY_MISSING = reading.text("SHUTAF_ACCESSIBILITY_MISSING")
ACCESSIBILITY_PLACE = reading.text("SHUTAF_ACCESSIBILITY_PLACE")
ACCESSIBILITY_ENFORCER = reading.text("SHUTAF_ACCESSIBILITY_ENFORCER")
EASY_LANGUAGE_URL = reading.text("SHUTAF_EASY_LANGUAGE_URL")
SIGN_LANGUAGE_URL = reading.text("SHUTAF_SIGN_LANGUAGE_URL")

SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]  # http on a desktop is a supported way to run

LOG_FORMAT = reading.text("SHUTAF_LOG_FORMAT", "text")
LOG_DETAILS = reading.flag("SHUTAF_LOG_DETAILS")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"()": "shutaf.web.shell.log_lines.Plain", "has_details": LOG_DETAILS},
        "json": {"()": "shutaf.web.shell.log_lines.Json", "has_details": LOG_DETAILS},
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json" if LOG_FORMAT == "json" else "text"}},
    "root": {"handlers": ["stderr"], "level": reading.text("SHUTAF_LOG", "WARNING")},
    "loggers": {  # Django gives these handlers of its own; ours write every line
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        "django_tasks": {"level": "WARNING"},
    },
}
