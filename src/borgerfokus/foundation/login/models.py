"""Emergency accounts of employees, and the programs that may call the API."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, SUBJECT, RowRule, open_to_all
from borgerfokus.foundation.organisation.models import Employee

_BEFORE_LOGIN = "read before anybody is known; holds only what is needed to find out who it is"


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by user name."""


class Account(AbstractBaseUser):
    """An employee's local account for the day when the staff provider is down. Everyday login goes through
    OIDC.
    """

    username = models.CharField(max_length=80, unique=True)
    employee = models.OneToOneField(Employee, on_delete=models.PROTECT, related_name="emergency_account")
    is_active = models.BooleanField(default=True)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["employee"]

    declared = Declared(
        purpose="to let chosen employees in when the staff provider is down",
        retention=Retention.PERMANENT,
        rows=open_to_all(because=_BEFORE_LOGIN),
        plain="id is_active last_login password",
        ordinary="username employee",
    )

    def __str__(self) -> str:
        return f"account {self.pk}"


class Client(models.Model):
    """A program that calls the API. `verbs` are its API verbs, `units` those whose cases it sees.

    `groups` are the groups of fields that it gets of them (`core.exchange.fields`).
    """

    name = models.CharField(max_length=160)
    client_id = models.CharField(max_length=40, unique=True)
    secret_hash = models.CharField(max_length=200)
    verbs = ArrayField(models.CharField(max_length=40))
    units = ArrayField(models.BigIntegerField(), default=list)
    groups = ArrayField(models.CharField(max_length=30), default=list)
    active = models.BooleanField(default=True)
    created = models.DateTimeField()

    declared = Declared(
        purpose="to know which program calls, and what it may see",
        retention=Retention.PERMANENT,
        rows=open_to_all(),
        plain="id name client_id secret_hash verbs units groups active created",
    )

    def __str__(self) -> str:
        return self.client_id


class AccessToken(models.Model):
    """A short-lived opaque token of a client. Only its hash is kept."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="tokens")
    token_hash = models.BinaryField(unique=True, max_length=32)
    expires_at = models.DateTimeField()

    declared = Declared(
        purpose="to recognise a program that has shown its secret",
        retention=Retention.SHORT,
        rows=open_to_all(),
        rights=Rights.ALL,
        plain="id client token_hash expires_at",
    )

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="token_by_expiry")]

    def __str__(self) -> str:
        return f"token {self.pk}"


class Device(models.Model):
    """A session of somebody: in what kind of browser and system, since when, and when it was ended by hand."""

    subject = models.CharField(max_length=60)
    session_key = models.CharField(max_length=40)
    browser = models.CharField(max_length=20, blank=True)
    system = models.CharField(max_length=20, blank=True)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to let people see where they are logged in, and end it",
        retention=Retention.SHORT,
        rows=RowRule(using=f"{EVERYTHING} or subject = {SUBJECT}", check="true"),
        rights=Rights.ALL,
        plain="id session_key browser system begun_at ended_at",
        ordinary="subject",
        article15="browser system begun_at",
    )

    class Meta:
        indexes = [
            models.Index(fields=["subject", "begun_at"], name="device_by_subject"),
            models.Index(fields=["session_key"], name="device_by_session"),
        ]

    def __str__(self) -> str:
        return f"session {self.pk}"


class RateCount(models.Model):
    """How often one key (an HMAC of a limit and of a person or an address) was counted in one slot of time."""

    name = models.CharField(max_length=10)
    key = models.BinaryField(max_length=32)
    slot = models.BigIntegerField()
    hits = models.PositiveIntegerField()

    declared = Declared(
        purpose="to stop somebody who tries one number after another",
        retention=Retention.SHORT,
        rows=open_to_all(),
        rights=Rights.ALL,
        plain="id name key slot hits",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "slot"], name="rate_count_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.hits}"
