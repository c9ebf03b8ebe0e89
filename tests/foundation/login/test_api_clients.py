"""Programs: a secret shown once, a token of an hour, and API verbs only."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client as Browser
from tests.foundation.login.conftest import Folk

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import ActorKind
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import clients, service
from borgerfokus.foundation.login.clients import Credentials, NewClient
from borgerfokus.foundation.login.models import AccessToken, Client

pytestmark = pytest.mark.urls("tests.foundation.login.pages")
NEW = NewClient(name="Journalsystemet", verbs=frozenset({Verb.API_CASES_READ}), units=frozenset({3}))


@pytest.fixture
def credentials(folk: Folk, now: datetime) -> Credentials:
    with acting_as(folk.administrator, purpose=Purpose.ADMINISTRATION, at=now):
        return service.make_client(new=NEW, by=folk.administrator, at=now)


def token(credentials: Credentials, now: datetime) -> str:
    issued = service.issue_token(credentials=credentials, at=now)
    assert issued
    return issued.value


def ask(header: str) -> str:
    return str(Browser().get("/api/thing", headers={"Authorization": header}).json()["actor"])


def test_a_token_stands_for_the_client(credentials: Credentials, now: datetime):
    actor = clients.actor_of_header(f"Bearer {token(credentials, now)}", at=now)
    assert (actor.kind, actor.verbs, actor.units) == (ActorKind.CLIENT, NEW.verbs, NEW.units)
    assert actor.subjects == {actor.subject}


def test_the_middleware_reads_the_token(credentials: Credentials, now: datetime):
    value = token(credentials, now)
    assert ask(f"Bearer {value}").startswith("client:")
    for wrong in (f"Bearer {value}x", "Bearer ", "Bearer", value, f"Basic {value}", ""):
        assert ask(wrong) == "anonymous:0"


def test_a_token_ends_after_an_hour(credentials: Credentials, now: datetime, clock: time_machine.Traveller):
    value = token(credentials, now)
    clock.move_to(now + timedelta(minutes=59))
    assert ask(f"Bearer {value}").startswith("client:")
    clock.move_to(now + timedelta(minutes=60))
    assert ask(f"Bearer {value}") == "anonymous:0"
    assert service.purge_tokens(at=now + timedelta(minutes=60)) == 1


def test_a_client_that_is_shut_out_is_refused_at_once(credentials: Credentials, folk: Folk, now: datetime):
    value = token(credentials, now)
    with acting_as(folk.administrator, purpose=Purpose.ADMINISTRATION, at=now):
        assert service.end_client(client_id=credentials.client_id, by=folk.administrator, at=now)
    assert ask(f"Bearer {value}") == "anonymous:0"
    assert service.issue_token(credentials=credentials, at=now) is None


@pytest.mark.parametrize("part", ["client_id", "secret"])
def test_wrong_credentials_get_no_token(credentials: Credentials, now: datetime, part: str):
    wrong = Credentials(**{**credentials.__dict__, part: "wrong"})
    assert service.issue_token(credentials=wrong, at=now) is None


def test_neither_secret_nor_token_is_kept(credentials: Credentials, now: datetime):
    value = token(credentials, now)
    row = Client.objects.get(client_id=credentials.client_id)
    assert row.secret_hash.startswith("argon2$argon2id$")
    assert credentials.secret not in row.secret_hash
    assert value.encode() not in bytes(AccessToken.objects.get().token_hash)


def test_only_who_may_edit_clients_makes_one(folk: Folk, now: datetime):
    with pytest.raises(service.NotAllowed):
        service.make_client(new=NEW, by=folk.caseworker, at=now)


def test_a_client_carries_no_verb_of_people(folk: Folk, now: datetime):
    new = NewClient(name="For meget", verbs=frozenset({Verb.CASE_SEE}))
    with pytest.raises(ValueError, match="API"):
        service.make_client(new=new, by=folk.administrator, at=now)


def test_a_verb_written_into_the_table_past_the_door_gives_nothing(credentials: Credentials, now: datetime):
    value = token(credentials, now)
    Client.objects.update(verbs=["case.see", "api.events.read"])
    assert clients.actor_of_header(f"Bearer {value}", at=now).verbs == {Verb.API_EVENTS_READ}
