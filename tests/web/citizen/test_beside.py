"""One-time help: a code that works once, for an hour, seen and ended by both, and no further than the table."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from tests.factories.login import log_in
from tests.web.citizen.scene import Scene

from borgerfokus.core.access import RELATION_VERBS, Relation, Verb
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry
from borgerfokus.foundation.people import beside
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Address, OneTimeHelp


@pytest.fixture
def ida(scene: Scene) -> Actor:
    return scene.person("Ida", "Lund")


@pytest.fixture
def helper(scene: Scene, ida: Actor) -> Client:
    return scene.client(ida)


def _code(scene: Scene, mads: Client) -> str:
    mads.post("/min/fuldmagt/kode/")
    with scene.as_(scene.mads):
        code = beside.code_of(by=scene.mads, at=scene.at)
    assert code is not None
    return code.text


def _sits(scene: Scene, mads: Client, helper: Client) -> int:
    assert helper.post("/min/hjaelper/kode/", {"code": _code(scene, mads)}).status_code == 302
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        return OneTimeHelp.objects.get(started_at__isnull=False).pk


def _case(scene: Scene) -> str:
    return f"/min/sag/{scene.case.number}/"


def test_the_code_opens_the_case_for_an_hour_and_both_can_see_it(
    scene: Scene, ida: Actor, mads: Client, helper: Client
):
    assert helper.get(_case(scene)).status_code == 404
    _over_after_an_hour(scene, ida, mads, helper)


def _over_after_an_hour(scene: Scene, ida: Actor, mads: Client, helper: Client) -> None:
    _sits(scene, mads, helper)
    page = helper.get(_case(scene))
    assert page.status_code == 200
    assert "Du sidder ved siden af Mads Ellekjær til kl." in page.content.decode()
    assert "Ida Lund sidder ved siden af dig til kl." in mads.get("/min/").content.decode()
    assert _later(scene, ida, 59, _case(scene))[0] == 200
    assert _later(scene, ida, 60, _case(scene))[0] == 404
    assert "sidder ved siden af" not in _later(scene, scene.mads, 60, "/min/")[1]


def _later(scene: Scene, who: Actor, minutes: int, address: str) -> tuple[int, str]:
    """What somebody who logs in so many minutes later is answered."""
    moment = scene.at + timedelta(minutes=minutes)
    with time_machine.travel(moment, tick=False):
        client = Client()
        log_in(client, who, at=moment)
        answer = client.get(address)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("who", ["mads", "helper"])
def test_either_of_the_two_ends_it_and_the_next_request_is_refused(
    scene: Scene, mads: Client, helper: Client, who: str
):
    number = _sits(scene, mads, helper)
    stranger = scene.client(scene.person("Ole", "Ravn"))
    assert stranger.post(f"/min/hjaelper/{number}/slut/").status_code == 404
    assert helper.get(_case(scene)).status_code == 200
    ending = mads if who == "mads" else helper
    assert ending.post(f"/min/hjaelper/{number}/slut/").status_code == 302
    assert helper.get(_case(scene)).status_code == 404
    assert ending.post(f"/min/hjaelper/{number}/slut/").status_code == 404


def test_a_code_works_once_in_time_and_never_for_oneself(scene: Scene, mads: Client, helper: Client):
    code = _code(scene, mads)
    assert mads.post("/min/hjaelper/kode/", {"code": code}).status_code == 422
    assert helper.post("/min/hjaelper/kode/", {"code": "ABCD EFGH"}).status_code == 422
    with time_machine.travel(scene.at + timedelta(minutes=16), tick=False):
        assert helper.post("/min/hjaelper/kode/", {"code": code}).status_code == 422
    assert helper.post("/min/hjaelper/kode/", {"code": code.lower().replace(" ", "-")}).status_code == 302
    other = scene.client(scene.person("Ole", "Ravn"))
    assert other.post("/min/hjaelper/kode/", {"code": code}).status_code == 422
    first = _code(scene, mads)
    second = _code(scene, mads)
    assert other.post("/min/hjaelper/kode/", {"code": first}).status_code == 422
    assert other.post("/min/hjaelper/kode/", {"code": second}).status_code == 302


def test_what_the_helper_sees_is_logged_in_the_helpers_name(scene: Scene, mads: Client, helper: Client):
    _sits(scene, mads, helper)
    helper.get(_case(scene))
    seen = mads.get("/min/opslag/").content.decode()
    assert "Ida Lund" in seen
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        actions = set(Entry.objects.values_list("action", flat=True))
    assert {"beside.code", "beside.begin"} <= actions


def test_the_helper_does_what_the_table_says_and_no_more(scene: Scene, ida: Actor, mads: Client, helper: Client):
    _sits(scene, mads, helper)
    actor = people.actor_for(person_id=ida.id, name=ida.name, at=scene.at)
    assert scene.mads.id not in actor.persons
    assert RELATION_VERBS[Relation.BESIDE] == {Verb.CASE_SEE, Verb.DOCUMENT_ADD}
    base = _case(scene)
    assert helper.get(f"{base}dokument/").status_code == 200
    for closed in (f"{base}traek/", f"{base}klage/", f"{base}kommentar/"):
        assert helper.get(closed).status_code == 404, closed
    assert helper.get(f"/min/ansoeg/sel-85/?for={scene.mads.id}").status_code == 200
    assert f'for={scene.mads.id}' in helper.get("/min/hjaelper/").content.decode()


def test_the_helper_sees_no_protected_address(scene: Scene, ida: Actor, mads: Client, helper: Client):
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        people.Person.objects.filter(pk=scene.mads.id).update(protected=True)
        Address.objects.create(
            person_id=scene.mads.id, street="Strandvej 12", postcode="9990", city="Fjordby", municipality="0999",
            starts=scene.at.date(),
        )
    _sits(scene, mads, helper)
    assert "Strandvej 12" not in helper.get(f"/min/ansoeg/sel-85/?for={scene.mads.id}").content.decode()


def test_the_database_holds_the_hour(scene: Scene, mads: Client, helper: Client):
    number = _sits(scene, mads, helper)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        row = OneTimeHelp.objects.get(pk=number)
        with pytest.raises(IntegrityError, match="an_hour_at_most"), transaction.atomic():
            OneTimeHelp.objects.filter(pk=number).update(ends_at=row.ends_at + timedelta(seconds=1))


def test_an_hour_that_is_not_held_is_found(
    scene: Scene, ida: Actor, mads: Client, helper: Client, monkeypatch: pytest.MonkeyPatch
):
    """The sabotage: the clock that the power is asked for stands still, and the check above goes red."""
    real = people.actor_for
    monkeypatch.setattr(
        people, "actor_for", lambda *, person_id, name, at: real(person_id=person_id, name=name, at=min(at, scene.at))
    )
    with pytest.raises(AssertionError):
        _over_after_an_hour(scene, ida, mads, helper)


def test_a_table_that_gives_more_is_found(
    scene: Scene, mads: Client, helper: Client, monkeypatch: pytest.MonkeyPatch
):
    """The sabotage: the helper may withdraw the case, and the page that was closed is open."""
    wider = RELATION_VERBS[Relation.BESIDE] | {Verb.CASE_WITHDRAW}
    monkeypatch.setitem(RELATION_VERBS, Relation.BESIDE, wider)  # type: ignore[arg-type]
    _sits(scene, mads, helper)
    assert helper.get(f"{_case(scene)}traek/").status_code == 200
