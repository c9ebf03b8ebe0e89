"""The local login of the day when the staff provider is down: two factors, lock-out, and only for who is still here."""

import time
from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from tests.foundation.login.conftest import Folk

from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.login.emergency import NewAccount, make_emergency_account
from borgerfokus.foundation.login.models import Account
from borgerfokus.foundation.organisation.models import Engagement

PASSWORD = "korrekt hest batteri hæfteklamme"
KEY = "3132333435363738393031323334353637383930"
ADDRESS = "/log-ind/nød"
pytestmark = pytest.mark.urls("tests.foundation.login.pages")


@pytest.fixture
def account(folk: Folk, monkeypatch: pytest.MonkeyPatch) -> Account:
    """An account with its device; the device is unsaved rows' stand-in, because only the owner may make one."""
    made = Account(username="signe.noed", employee_id=folk.caseworker.id)
    made.set_password(PASSWORD)
    made.save()
    device = TOTPDevice(user=made, name="app", key=KEY, confirmed=True)
    monkeypatch.setattr(device, "save", lambda *_args, **_kwargs: None)
    monkeypatch.setattr(TOTPDevice.objects, "filter", lambda **_kwargs: _First(device))
    return made


class _First:
    def __init__(self, device: TOTPDevice) -> None:
        self._device = device

    def first(self) -> TOTPDevice:
        return self._device


def code() -> str:
    totp = TOTP(bytes.fromhex(KEY))
    totp.time = time.time()
    return f"{totp.token():06d}"


def attempt(browser: Client, **changed: str) -> int:
    typed = {"username": "signe.noed", "password": PASSWORD, "code": code(), **changed}
    return browser.post(ADDRESS, typed).status_code


def test_both_factors_let_in(browser: Client, account: Account):
    assert attempt(browser) == 303
    assert browser.get("/desk").content.decode() == "Signe"


@pytest.mark.parametrize(
    "changed",
    [
        {"password": "forkert"},
        {"code": "000000"},
        {"code": ""},
        {"code": "x"},
        {"username": "en anden"},
        {"password": ""},
    ],
)
def test_one_factor_alone_does_not(browser: Client, account: Account, changed: dict[str, str]):
    assert attempt(browser, **changed) == 422
    assert browser.get("/desk").status_code == 302


def test_a_code_works_once(browser: Client, account: Account):
    used = code()
    assert attempt(browser, code=used) == 303
    assert attempt(Client(), code=used) == 422


@pytest.mark.parametrize("wrong", [{"password": "forkert"}, {"code": "000000"}])
def test_five_failures_lock_the_account_for_an_hour(
    browser: Client, account: Account, now: datetime, clock: time_machine.Traveller, wrong: dict[str, str]
):
    answers = []
    for turn in range(6):
        clock.move_to(now + timedelta(minutes=turn))
        answers.append(attempt(browser, **wrong))
    assert answers[-1] == 429
    clock.move_to(now + timedelta(minutes=20))
    assert attempt(browser) == 429, "the right password does not open a locked account"
    assert (
        "lukket i en time"
        in browser.post(ADDRESS, {"username": "signe.noed", "password": PASSWORD, "code": code()}).content.decode()
    )
    clock.move_to(now + timedelta(hours=3))
    assert attempt(browser) == 303


def test_an_account_is_worth_nothing_when_the_engagement_has_ended(browser: Client, account: Account, now: datetime):
    Engagement.objects.filter(employee_id=account.employee_id).update(ends=now.date())
    assert attempt(browser) == 422


def test_a_closed_account_lets_nobody_in(browser: Client, account: Account):
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert attempt(browser) == 422


def test_a_weak_password_is_refused(folk: Folk, now: datetime):
    new = NewAccount(username="signe.noed", password="kort", employee_id=folk.caseworker.id)
    with pytest.raises(ValidationError):
        make_emergency_account(new=new, by=system("test"), at=now)


def test_the_password_is_kept_with_argon2(account: Account):
    assert account.password.startswith("argon2$argon2id$")
