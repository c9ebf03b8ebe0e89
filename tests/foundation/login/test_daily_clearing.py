"""What has run out is removed once a day; what has not stays."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session

from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.drafts.models import Draft
from borgerfokus.foundation.login.jobs import clear
from borgerfokus.foundation.login.models import AccessToken, Client


@pytest.mark.django_db
def test_only_what_has_run_out_is_removed(now: datetime):
    client = Client.objects.create(name="a", client_id="a", secret_hash="x", verbs=[], created=now)
    second, month = timedelta(seconds=1), timedelta(days=30)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        for number, ends in enumerate((now - second, now + second)):
            Session.objects.create(session_key=str(number), session_data="", expire_date=ends)
            AccessToken.objects.create(client=client, token_hash=bytes([number]) * 32, expires_at=ends)
            Draft.objects.create(subject="citizen:1", key=str(number), saved_at=ends - month)
    clear(at=now)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        assert [Session.objects.count(), AccessToken.objects.count(), Draft.objects.count()] == [1, 1, 1]
