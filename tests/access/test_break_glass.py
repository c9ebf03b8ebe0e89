"""Bar A6: access in an emergency: a reason in the body, an hour, logged at once, on the leader's list, never sealed."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from borgerfokus.apps.casework.models import Event
from borgerfokus.foundation.access.models import Grant
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry, Lookup
from tests.access.harness import Visitor
from tests.access.scene import SYSTEM, Scene

pytestmark = pytest.mark.django_db

REASON = "Borgeren ligger på vejen og svarer ikke, qzkreason"
WHO = "other_unit"


def grants(scene: Scene, case: str) -> int:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        subject = scene.actors[WHO].subject
        return Grant.objects.filter(case_id=scene.cases[case].id, subject=subject, ground="break_glass").count()


def use(visitor: Visitor, scene: Scene, *, case: str = "plain", reason: str = REASON) -> int:
    data = {"number": scene.cases[case].number, "reason": reason}
    return visitor.client.post(reverse("staff:emergency"), data).status_code


def page(scene: Scene, case: str = "plain") -> str:
    return reverse("staff:case", args=[scene.cases[case].number])


def test_reading_the_form_opens_nothing_whatever_stands_in_the_address(scene: Scene) -> None:
    visitor = Visitor(scene, WHO)
    data = {"number": scene.cases["plain"].number, "reason": REASON}
    assert visitor.client.get(reverse("staff:emergency"), data).status_code == 200
    query = f"{reverse('staff:emergency')}?number={data['number']}&reason={'r' * 40}"
    assert visitor.client.post(query, {}).status_code == 422
    assert grants(scene, "plain") == 0
    assert visitor.client.get(page(scene)).status_code == 404


@pytest.mark.parametrize("reason", ["", "kort", " " * 40, "1234567890123456789"])
def test_without_a_reason_it_is_refused(scene: Scene, reason: str) -> None:
    assert use(Visitor(scene, WHO), scene, reason=reason) == 422
    assert grants(scene, "plain") == 0


def test_it_lasts_sixty_minutes_and_not_one_more(scene: Scene, now: datetime) -> None:
    visitor = Visitor(scene, WHO)
    assert visitor.client.get(page(scene)).status_code == 404
    assert use(visitor, scene) == 302
    for seconds, status in ((0, 200), (1200, 200), (2400, 200), (3599, 200), (3600, 404), (3660, 404)):
        with time_machine.travel(now + timedelta(seconds=seconds), tick=False):
            assert visitor.client.get(page(scene)).status_code == status, seconds


def test_it_is_written_at_once_where_citizen_and_leader_read_it(scene: Scene, now: datetime) -> None:
    assert use(Visitor(scene, WHO), scene) == 302
    actor, case = scene.actors[WHO], scene.cases["plain"]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        looked = Lookup.objects.filter(subject=actor.subject, person_id=scene.persons["citizen"], purpose="break_glass")
        assert looked.filter(case_id=case.id).exists()
        assert Entry.objects.filter(subject=actor.subject, action="break_glass.use", case_id=case.id).exists()
        assert Event.objects.filter(case_id=case.id).order_by("-seq")[0].actor == actor.subject
    listed = Visitor(scene, "leader").client.get(reverse("management:emergencies")).content.decode()
    assert REASON in listed
    assert actor.name in listed
    shown = Visitor(scene, "citizen").client.get(reverse("citizen:lookups")).content.decode()
    assert actor.name in shown or "Ydelsesteamet" in shown
    assert REASON not in Visitor(scene, "other_leader").client.get(reverse("management:emergencies")).content.decode()


def test_it_opens_for_reading_only(scene: Scene) -> None:
    visitor = Visitor(scene, WHO)
    assert use(visitor, scene) == 302
    for act in ("take", "step", "pause", "close", "task"):
        assert visitor.client.post(page(scene), {"act": act}).status_code == 404
    journal = reverse("staff:journal", args=[scene.cases["plain"].number])
    assert visitor.client.post(journal, {"act": "note", "title": "t", "body": "b"}).status_code == 404


def test_a_sealed_case_is_never_opened_and_looks_like_none(scene: Scene) -> None:
    visitor = Visitor(scene, WHO)
    sealed = visitor.client.post(reverse("staff:emergency"), {"number": scene.cases["sealed"].number, "reason": REASON})
    unknown = visitor.client.post(reverse("staff:emergency"), {"number": "2026-999999", "reason": REASON})
    assert (sealed.status_code, unknown.status_code) == (422, 422)
    told = [answer.content.decode().replace(number, "N") for answer, number in (
        (sealed, scene.cases["sealed"].number), (unknown, "2026-999999"))]  # fmt: skip
    assert len(told[0]) == len(told[1])
    assert grants(scene, "sealed") == 0
    assert visitor.client.get(page(scene, "sealed")).status_code == 404


def test_a_seal_closes_what_was_opened_before_it(scene: Scene) -> None:
    from borgerfokus.apps.casework.models import Case

    visitor = Visitor(scene, WHO)
    assert use(visitor, scene) == 302
    assert visitor.client.get(page(scene)).status_code == 200
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        Case.objects.filter(pk=scene.cases["plain"].id).update(sealed=True)
    assert visitor.client.get(page(scene)).status_code == 404


@pytest.mark.parametrize("key", ["reception", "administrator", "dpo", "director", "citizen", "stranger"])
def test_others_cannot_use_it(scene: Scene, key: str) -> None:
    assert use(Visitor(scene, key), scene) == 404


def test_an_hour_that_does_not_end_is_found(scene: Scene, now: datetime) -> None:
    """The sabotage: a grant without its end is honoured after an hour, and the check above would see it."""
    visitor = Visitor(scene, WHO)
    assert use(visitor, scene) == 302
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        subject = scene.actors[WHO].subject
        Grant.objects.filter(subject=subject).update(ends=now + timedelta(hours=9))
    with time_machine.travel(now + timedelta(minutes=29), tick=False):
        assert visitor.client.get(page(scene)).status_code == 200
    with time_machine.travel(now + timedelta(minutes=58), tick=False):
        visitor.client.get(page(scene))
    with time_machine.travel(now + timedelta(minutes=61), tick=False):
        assert visitor.client.get(page(scene)).status_code == 200
