"""The local login for the day when the staff provider is down: password, one-time code, lock-out after
failures.
"""

from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.login.levels import Level
from borgerfokus.foundation.login.models import Account
from borgerfokus.foundation.login.sessions import LoggedIn

_DEVICE = "app"


class EmergencyForm(forms.Form):
    """User name, password and the six digits."""

    username = forms.CharField(
        label=_("Brugernavn"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Adgangskode"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    code = forms.CharField(
        label=_("Engangskode"),
        max_length=8,
        help_text=_("De seks cifre fra din kodeapp."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


@dataclass(frozen=True)
class NewAccount:
    """An emergency account to be made for an employee."""

    username: str
    password: str
    employee_id: int


@dataclass(frozen=True)
class Secret:
    """What the employee types or scans into the code app, shown once."""

    base32: str
    address: str


def make_emergency_account(*, new: NewAccount, by: Actor, at: datetime) -> Secret:
    """Make the account and its code secret. Runs as the database's owner (a command), never from the web.

    Raises ValidationError for a weak password, IntegrityError for a name or employee that has an account.
    """
    account = Account(username=new.username, employee_id=new.employee_id)
    validate_password(new.password, account)
    account.set_password(new.password)
    with transaction.atomic():
        account.save()
        device = TOTPDevice.objects.create(user=account, name=_DEVICE, confirmed=True)
        audit.record(action="login.make_emergency_account", by=by, at=at, about=f"employee:{new.employee_id}")
    return Secret(base32=b32encode(device.bin_key).decode(), address=device.config_url)


def let_in(request: HttpRequest, *, typed: dict[str, Any], at: datetime) -> LoggedIn | None:
    """The employee whose password and code are both right, else None; every failure counts towards the lock-
    out.
    """
    account = authenticate(request, username=typed["username"], password=typed["password"])
    if not isinstance(account, Account):
        return None
    device = TOTPDevice.objects.filter(user=account, confirmed=True).first()
    if device is None or not device.verify_token(typed["code"].replace(" ", "")):
        credentials = {"username": typed["username"]}
        user_login_failed.send(sender=__name__, credentials=credentials, request=request)
        return None
    user_logged_in.send(sender=Account, request=request, user=account)
    return LoggedIn(kind=ActorKind.EMPLOYEE, id=account.employee_id, level=Level.SUBSTANTIAL, since=at)


def is_locked_out(request: HttpRequest) -> bool:
    """Whether the lock-out has closed for what was just tried."""
    return bool(getattr(request, "axes_locked_out", False))


def own_answer(_request: HttpRequest, response: HttpResponse, _credentials: object) -> HttpResponse:
    """The lock-out's answer is the one that our view gave (AXES_LOCKOUT_CALLABLE)."""
    return response
