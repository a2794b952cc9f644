"""All settings; everything that differs per machine comes from the environment, and fails loudly."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
KORTSTE_GEHEIM = 32


def _aan(naam: str, *, standaard: bool = False) -> bool:
    """Read a yes/no from the environment."""
    waarde = os.environ.get(naam, "1" if standaard else "0").lower()
    if waarde not in {"0", "1", "true", "false"}:
        raise ImproperlyConfigured(f"{naam} is 0 or 1, not {waarde!r}")
    return waarde in {"1", "true"}


def _geheim(naam: str) -> str:
    """Read a secret, or several with commas; only a demo or a test may do without."""
    waarde = os.environ.get(naam, "")
    if not waarde and not DEMO:
        raise ImproperlyConfigured(f"{naam} is missing (AFSPRAKEN_DEMO=1 makes a throw-away one)")
    if any(len(sleutel.strip()) < KORTSTE_GEHEIM for sleutel in waarde.split(",") if waarde):
        raise ImproperlyConfigured(f"{naam} is too short: at least {KORTSTE_GEHEIM} characters")
    return waarde or f"only-for-the-demo-{naam}-0123456789abcdef0123456789abcdef"


def _adres(naam: str, demo: str) -> str:
    """Read where this site lives; a demo lives on this machine."""
    waarde = os.environ.get(naam, "") or (demo if DEMO else "")
    if not waarde:
        raise ImproperlyConfigured(f"{naam} is missing")
    return waarde


DEMO = _aan("AFSPRAKEN_DEMO")
DEBUG = False
SECRET_KEY = _geheim("AFSPRAKEN_SECRET_KEY")
LINK_SLEUTEL = _geheim("AFSPRAKEN_LINK_SLEUTEL")
ADRES_SLEUTEL = _geheim("AFSPRAKEN_ADRES_SLEUTEL")
# Comma separated; the first key seals, all of them open (rotation).
ZEGEL_SLEUTELS = _geheim("AFSPRAKEN_ZEGEL_SLEUTELS").split(",")
ALLOWED_HOSTS = _adres("AFSPRAKEN_HOSTS", "localhost,127.0.0.1").split(",")
SITE_ADRES = _adres("AFSPRAKEN_ADRES", "http://localhost:8000")
CSRF_TRUSTED_ORIGINS = [SITE_ADRES]
HUISSTIJL = os.environ.get("HUISSTIJL", "neutraal")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "template_partials",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "locaties",
    "toegankelijkheid",
    "afspraken",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "afspraken.web.middleware.KopMiddleware",
    "afspraken.web.middleware.WerkwoordMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "afspraken.web.middleware.KlokMiddleware",
    "afspraken.web.middleware.WeigeringMiddleware",
    "afspraken.web.taalwissel.TaalwisselMiddleware",
    "afspraken.web.rust.RustMiddleware",
    "afspraken.web.toegang.TweedeFactorMiddleware",
]
ROOT_URLCONF = "afspraken.urls"
WSGI_APPLICATION = "afspraken.wsgi.application"
ASGI_APPLICATION = "afspraken.asgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "afspraken.web.context.algemeen",
            ],
            "libraries": {
                "huisstijl": "afspraken.web.huisstijl",
                "site_tekst": "afspraken.web.site.tekstfilters",
                "tekst": "afspraken.web.tekstfilters",
                "tijd": "afspraken.web.tijdfilters",
            },
        },
    }
]

DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{BASE_DIR / 'afspraken.sqlite3'}", conn_max_age=60
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE makes writers wait for each other; FULL survives a power cut (docs/besluiten).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON",
    }
    DATABASES["default"]["TEST"] = {
        "NAME": str(BASE_DIR / os.environ.get("AFSPRAKEN_TESTDATABASE", ".test.sqlite3"))
    }
else:
    DATABASES["default"]["OPTIONS"] = {"options": "-c jit=off -c lock_timeout=10000"}
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # The site (asgi.py) has a thread per request: without a pool each request makes a connection of its own.
    if VERBINDINGEN := int(os.environ.get("AFSPRAKEN_VERBINDINGEN", "0")):
        DATABASES["default"]["CONN_MAX_AGE"] = 0
        DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": VERBINDINGEN, "timeout": 10}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "locaties.Gebruiker"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # The counters of failed logins live here: the standard 300 would throw them out on a busy day.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 10 * 3600
# A draft holds a name, a number and what somebody needs, and a library shares its computers: who closes the
# browser is forgotten.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
SESSION_COOKIE_NAME = "sessie" if DEMO else "__Host-sessie"
# Lets a paired screen in the hall in (web/scherm, web/live); a browser keeps no cookie for much over a year.
SCHERM_COOKIE_NAME = "scherm" if DEMO else "__Host-scherm"
SCHERM_COOKIE_AGE = 365 * 24 * 3600
CSRF_FAILURE_VIEW = "afspraken.web.fouten.formulier_verlopen"
SECURE_HSTS_SECONDS = 0 if DEMO else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMO
SECURE_SSL_REDIRECT = _aan("AFSPRAKEN_HTTPS_DWINGEN", standaard=not DEMO)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _aan("AFSPRAKEN_PROXY") else None
# Not "no-referrer": browsers then send "Origin: null" with a form and the CSRF check refuses it.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
        "worker-src": [SELF],
    }
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "templates" / "vertalingen"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / ".staticfiles"
STATICFILES_DIRS = [
    ("huisstijl", BASE_DIR / "static" / "huisstijl" / "dist"),
    ("site", BASE_DIR / "static" / "site"),
    ("ontvangst", BASE_DIR / "static" / "ontvangst"),
    ("scherm", BASE_DIR / "static" / "scherm"),
    ("stem", BASE_DIR / "static" / "huisstijl" / "stem"),
]
WHITENOISE_USE_FINDERS = DEMO
WHITENOISE_AUTOREFRESH = DEMO
# The voice of the screens hardly gets smaller, and packing it takes a while.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("woff2", "wav")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMO
        # A tenth of the bytes of a style sheet go over the line: collectstatic compresses once.
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
_WACHTWOORD = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_WACHTWOORD}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_WACHTWOORD}.CommonPasswordValidator"},
    {"NAME": f"{_WACHTWOORD}.NumericPasswordValidator"},
    {"NAME": f"{_WACHTWOORD}.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "beheer_start"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_ADAPTER = "afspraken.web.toegang.GeenAanmelding"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
# With a fingerprint, a face or the PIN of the device a passkey is two proofs in one.
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "afspraken.web.inloggen.sleutels.Sleuteladapter"
MFA_FORMS = {
    "authenticate": "afspraken.web.inloggen.code.Codeformulier",
    "reauthenticate": "afspraken.web.inloggen.code.Bewijsformulier",
    "activate_totp": "afspraken.web.inloggen.app.Appformulier",
    "add_webauthn": "afspraken.web.inloggen.sleutels.Sleutelformulier",
    "edit_webauthn": "afspraken.web.inloggen.sleutels.Naamformulier",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_TOTP_ISSUER = "afspraken"
# One step either side (RFC 6238, 5.2): a code that is typed while it changes still counts.
MFA_TOTP_TOLERANCE = 1

EMAIL_HOST = os.environ.get("AFSPRAKEN_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("AFSPRAKEN_SMTP_POORT", "25"))
EMAIL_HOST_USER = os.environ.get("AFSPRAKEN_SMTP_GEBRUIKER", "")
EMAIL_HOST_PASSWORD = os.environ.get("AFSPRAKEN_SMTP_WACHTWOORD", "")
EMAIL_USE_TLS = _aan("AFSPRAKEN_SMTP_TLS")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("AFSPRAKEN_AFZENDER", "afspraken@localhost")
TWILIO_ACCOUNT_SID = os.environ.get("TWILIO_ACCOUNT_SID", "")
TWILIO_AUTH_TOKEN = os.environ.get("TWILIO_AUTH_TOKEN", "")
# While the token is being changed, receipts signed with the former one still count.
TWILIO_AUTH_TOKEN_OUD = os.environ.get("TWILIO_AUTH_TOKEN_OUD", "")
TWILIO_AFZENDER = os.environ.get("TWILIO_AFZENDER", "")
TWILIO_BASIS_URL = os.environ.get("TWILIO_BASIS_URL", "")
# How long a worker may be busy with one message; longer than a provider may take to answer.
WERKER_LEASE_SECONDEN = int(os.environ.get("AFSPRAKEN_WERKER_LEASE", "60"))

# Booking: minutes, counts (opdracht: limits of the self-service).
VASTHOUDEN_MINUTEN = 20
# One person refused for whom only a specialist will do, weighs as much as five others. Higher keeps less time
# of specialists free, lower more (docs/besluiten/0010).
BESCHERMING_VERHOUDING = 0.2
VASTHOUDEN_VERLENGEN_MAX = 10
MAX_OPEN_PER_CONTACT = 2
# A library of forty people who fill in at once; more than that is not somebody who chooses a time.
MAX_VASTGEHOUDEN_PER_ADRES = 40
MAX_BOEKINGEN_PER_ADRES_PER_UUR = 60
# Somebody mistypes the six characters of a screen a few times; more in one minute is a machine that guesses.
MAX_KOPPELPOGINGEN_PER_MINUUT = 5
VOORLOPIG_MINUTEN = 30
# SMS on one day. A visitor who books, comes and is called twice gets five; the rest is for who waits long.
SMS_PER_BEZOEKER_PER_DAG = 8
SMS_PER_NUMMER_PER_DAG = 10
# Of the whole municipality: what it wants to pay for, also when something goes wrong (docs/beheer.md).
SMS_BUDGET_PER_DAG = int(os.environ.get("AFSPRAKEN_SMS_BUDGET", "5000"))
# Live streams that one process keeps open at most; each takes a file descriptor (docs/beheer.md).
MAX_STROMEN = int(os.environ.get("AFSPRAKEN_STROMEN", "3000"))
BEVESTIGEN_MET_CODE = _aan("AFSPRAKEN_BEVESTIGEN_MET_CODE")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"links_weg": {"()": "afspraken.web.logfilter.LinksWeg"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["links_weg"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "twilio.http_client": {"level": "WARNING"},
        # It writes each path, and a path may hold the link of an appointment.
        "uvicorn.access": {"level": "WARNING"},
        "afspraken": {"level": "INFO"},
    },
}
SILENCED_SYSTEM_CHECKS: list[str] = []
