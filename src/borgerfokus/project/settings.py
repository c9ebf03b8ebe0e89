"""Settings. Everything that differs between installations comes from the environment or from var/keys."""

import os
from pathlib import Path
from typing import Any

from borgerfokus.project import database, keys

SOURCE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("BORGERFOKUS_HOME", SOURCE.parent.parent / "var"))
DEMO = os.environ.get("BORGERFOKUS_DEMO", "") == "1"
DEBUG = False

KEYS = keys.load(HOME / "keys")
SECRET_KEY = KEYS.session.hex()
ALLOWED_HOSTS = os.environ.get("BORGERFOKUS_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")

AS_OWNER = os.environ.get("BORGERFOKUS_AS_OWNER", "") == "1"
DATABASES = {"default": database.from_environment(as_owner=AS_OWNER)}
APP_ROLE = os.environ.get("BORGERFOKUS_APP_ROLE", "bf_app")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "axes",
    "csp",
    "procrastinate.contrib.django",
    "borgerfokus.foundation.access",
    "borgerfokus.foundation.audit",
    "borgerfokus.foundation.people",
    "borgerfokus.foundation.organisation",
    "borgerfokus.foundation.classifications",
    "borgerfokus.foundation.parameters",
    "borgerfokus.foundation.wording",
    "borgerfokus.foundation.drafts",
    "borgerfokus.foundation.files",
    "borgerfokus.foundation.outbox",
    "borgerfokus.foundation.login",
    "borgerfokus.apps.casework",
    "borgerfokus.apps.offers",
    "borgerfokus.apps.guidance",
    "borgerfokus.apps.journal",
    "borgerfokus.apps.assessment",
    "borgerfokus.apps.decisions",
    "borgerfokus.apps.interventions",
    "borgerfokus.apps.dialogue",
    "borgerfokus.apps.booking",
    "borgerfokus.apps.messages",
    "borgerfokus.apps.coordination",
    "borgerfokus.apps.reminders",
    "borgerfokus.apps.rights",
    "borgerfokus.apps.logcontrol",
    "borgerfokus.apps.exchange",
    "borgerfokus.apps.supervision",
    "borgerfokus.apps.insight",
    "borgerfokus.web",
]

MIDDLEWARE = [
    "borgerfokus.project.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "borgerfokus.project.nul.NulMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "borgerfokus.foundation.login.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "borgerfokus.foundation.login.middleware.ScopeMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "borgerfokus.project.urls"
WSGI_APPLICATION = "borgerfokus.project.wsgi.application"

PLACES = ("design", "public", "citizen", "partner", "staff", "management", "admin")
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [SOURCE / "web" / place / "templates" for place in PLACES],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "borgerfokus.project.jinja.environment"},
    },
]

AUTH_USER_MODEL = "login.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 14},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "borgerfokus.foundation.login.emergency.own_answer"

OIDC = {
    who: {
        part: os.environ.get(f"BORGERFOKUS_OIDC_{name}_{part.upper()}", "")
        for part in ("issuer", "client_id", "client_secret")
    }
    for who, name in (("borger", "CITIZEN"), ("medarbejder", "STAFF"))
}
# axes.W006: the lock-out counts by user name, so changing browser or address helps nobody.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LOCALE_PATHS = [SOURCE / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
BORGERFOKUS_FONTS = SOURCE / "web/design/static/design/fonts"
STATICFILES_DIRS = [
    SOURCE / "web" / place / "static" for place in PLACES if (SOURCE / "web" / place / "static").is_dir()
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

FILES_ROOT = HOME / "files"
HEADS_ROOT = HOME / "heads"
ERASED_ROOT = HOME / "erased"
INSIGHT_ROOT = HOME / "insight"
EXCHANGE_ROOT = Path(os.environ.get("BORGERFOKUS_EXCHANGE", HOME / "exchange"))
WEBHOOK_HOSTS = tuple(os.environ.get("BORGERFOKUS_WEBHOOK_HOSTS", "").lower().split())
WEBHOOK_LOOPBACK = os.environ.get("BORGERFOKUS_WEBHOOK_LOOPBACK", "") == "1"
PUBLIC_ADDRESS = os.environ.get("BORGERFOKUS_PUBLIC_ADDRESS", "https://borgerfokus.invalid").rstrip("/")
CLAMD_SOCKET = os.environ.get("BORGERFOKUS_CLAMD", "")
SCANNER = os.environ.get("BORGERFOKUS_SCANNER", "clamd" if CLAMD_SOCKET else "simulated" if DEMO else "none")
NOTICE_SMS = os.environ.get("BORGERFOKUS_SMS", "simulated" if DEMO else "")
NOTICE_SMS_TOKEN = os.environ.get("BORGERFOKUS_SMS_TOKEN", "")
NOTICE_SMS_SENDER = os.environ.get("BORGERFOKUS_SMS_SENDER", "Kommunen")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
CALDAV_HOSTS = frozenset(os.environ.get("BORGERFOKUS_CALDAV_HOSTS", "").lower().replace(",", " ").split())
CALDAV_LOOPBACK = os.environ.get("BORGERFOKUS_CALDAV_LOOPBACK", "") == "1"
DIGITAL_POST_FOLDER = os.environ.get("BORGERFOKUS_DIGITAL_POST_FOLDER", "")
MUNICIPALITY_CVR = os.environ.get("BORGERFOKUS_CVR", "00000000")
SMTP_HOST = os.environ.get("BORGERFOKUS_SMTP_HOST", "")
MAILER = "smtp" if SMTP_HOST else "simulated" if DEMO else "none"
EMAIL_HOST = SMTP_HOST or "localhost"
EMAIL_PORT = int(os.environ.get("BORGERFOKUS_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("BORGERFOKUS_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("BORGERFOKUS_SMTP_PASSWORD", "")
EMAIL_USE_TLS = True
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("BORGERFOKUS_SMTP_FROM", "ingen-svar@localhost")
NOTICE_EMAIL = os.environ.get("BORGERFOKUS_EMAIL", "" if MAILER == "none" else MAILER)
MUNICIPALITY = os.environ.get("BORGERFOKUS_MUNICIPALITY", "Fjordby Kommune")
MUNICIPALITY_CODE = os.environ.get("BORGERFOKUS_MUNICIPALITY_CODE", "9990")

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["borgerfokus.foundation.jobs.upkeep"]
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 24 * 3600}

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
BEHIND_TLS = os.environ.get("BORGERFOKUS_TLS", "") == "1"
COOKIE_PREFIX = "__Host-" if BEHIND_TLS else ""
"""Behind TLS a browser takes such a cookie from this very host alone, over TLS, for the whole of it."""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}borgerfokus"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}sprog"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 63_072_000 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = BEHIND_TLS
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "borgerfokus.web.design.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
TRUSTED_PROXIES = int(os.environ.get("BORGERFOKUS_PROXIES", "1" if BEHIND_TLS else "0"))
OWN_NETWORKS = os.environ.get("BORGERFOKUS_OWN_NETWORKS", "").split()
RATE_LIMITS = os.environ.get(
    "BORGERFOKUS_LIMITS", "login=20/600/600 search=300/0/600 missing=200/600/600 api=60000/600/600"
)
"""For each kind of request: at most so many for one person, for one address of strangers, in so many seconds."""
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'", *os.environ.get("BORGERFOKUS_LOGIN_ORIGINS", "").split()],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "manifest-src": ["'self'"],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("BORGERFOKUS_LOG", "WARNING")},
}
