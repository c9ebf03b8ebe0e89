"""Each half-year every right is confirmed by the leader who answers for it, or asked to be ended; and then it ends."""

from datetime import timedelta

import pytest
from tests.apps.logcontrol.scene import SYSTEM, Scene, done

from borgerfokus.apps.logcontrol import jobs
from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.models import RightsItem, RightsReview
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Grant, Ground
from borgerfokus.foundation.organisation import queries as organisation

pytestmark = pytest.mark.django_db


def made(scene: Scene) -> RightsReview:
    jobs.review_rights(at=scene.at)
    with scene.everything():
        return RightsReview.objects.get()


def of(scene: Scene, employee: int, kind: str = "engagement") -> RightsItem:
    with scene.everything():
        return RightsItem.objects.get(employee_id=employee, kind=kind)


def test_every_engagement_goes_to_who_leads_it_and_nobody_confirms_an_own(scene: Scene) -> None:
    review = made(scene)
    jobs.review_rights(at=scene.at + timedelta(days=1))
    with scene.everything():
        assert RightsReview.objects.count() == 1
    assert of(scene, scene.karen.id).leader_id == scene.bente.id
    assert of(scene, scene.bente.id).leader_id == scene.torben.id
    assert of(scene, scene.torben.id).leader_id is None
    with scene.as_(scene.dorte):
        assert {one.employee_id for one in logcontrol.my_rights(review, by=scene.dorte)} >= {scene.torben.id}
        with pytest.raises(Hidden):
            logcontrol.keep_right(item_id=of_own(scene), by=scene.dorte, at=scene.at)


def of_own(scene: Scene) -> int:
    return RightsItem.objects.filter(employee_id=scene.dorte.id).values_list("pk", flat=True)[0]


def test_confirming_one_and_the_rest(scene: Scene) -> None:
    review = made(scene)
    mine = of(scene, scene.karen.id)
    with scene.as_(scene.bente):
        done(logcontrol.keep_right(item_id=mine.pk, by=scene.bente, at=scene.at))
        assert isinstance(logcontrol.keep_right(item_id=mine.pk, by=scene.bente, at=scene.at), Refusal)
        assert logcontrol.to_decide(by=scene.bente) == 1
        assert logcontrol.keep_all(by=scene.bente, at=scene.at) == 1
    with scene.as_(scene.dorte):
        stands = {one.leader_id: one for one in logcontrol.stands(review, by=scene.dorte)}
        assert stands[scene.bente.id].open == 0
        assert stands[scene.torben.id].open == 1
    with scene.as_(scene.rasmus), pytest.raises(Hidden):
        logcontrol.keep_right(item_id=mine.pk, by=scene.rasmus, at=scene.at)


def test_an_engagement_asked_to_be_ended_is_ended_by_who_keeps_the_staff(scene: Scene) -> None:
    made(scene)
    item = of(scene, scene.rasmus.id)
    with scene.as_(scene.heidi):
        assert logcontrol.asked_to_end(by=scene.heidi) == []
    with scene.as_(scene.bente):
        assert isinstance(logcontrol.ask_to_end(item_id=item.pk, note="", by=scene.bente, at=scene.at), Refusal)
        done(logcontrol.ask_to_end(item_id=item.pk, note="Er flyttet.", by=scene.bente, at=scene.at))
        with pytest.raises(Hidden):
            logcontrol.end_engagement(item_id=item.pk, by=scene.bente, at=scene.at)
    with scene.as_(scene.heidi):
        assert [one.pk for one in logcontrol.asked_to_end(by=scene.heidi)] == [item.pk]
        done(logcontrol.end_engagement(item_id=item.pk, by=scene.heidi, at=scene.at))
    with pytest.raises(organisation.NotEngaged):
        organisation.actor_for(employee_id=scene.rasmus.id, on=scene.at.date())


def test_an_access_by_name_asked_to_be_ended_is_ended_by_the_platform(scene: Scene) -> None:
    with scene.everything():
        from borgerfokus.apps.casework.models import Case

        case = Case.objects.order_by("id")[0].pk
        access.give(subject=scene.rasmus.subject, case_id=case, ground=Ground.NAMED, by=SYSTEM, at=scene.at)
    made(scene)
    item = of(scene, scene.rasmus.id, "grant")
    with scene.as_(scene.bente):
        done(logcontrol.ask_to_end(item_id=item.pk, note="Ikke brug for det.", by=scene.bente, at=scene.at))
    later = scene.at + timedelta(minutes=1)
    jobs.end_grant(at=later, item_id=item.pk)
    with scene.everything(at=later):
        assert Grant.objects.get(pk=item.grant_id).ends == later
        item.refresh_from_db()
        assert item.state == "ended"
