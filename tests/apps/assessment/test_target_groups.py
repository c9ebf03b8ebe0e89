"""The target groups of the citizen: said in the assessment, kept in the chain, and what the offers then fit."""

from datetime import datetime

import pytest
from tests.apps.decisions.scene import Scene, make
from tests.factories.offers import fill_catalogue
from tests.factories.world import World

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework.models import Case, EventPayload
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.offers.words import Group
from borgerfokus.foundation.access.hidden import Hidden


@pytest.fixture
def scene(world: World, now: datetime) -> Scene:
    fill_catalogue(at=now)
    return make(world)


def say(scene: Scene, *groups: Group) -> Refusal | None:
    with scene.as_(scene.karen):
        return assessment.set_groups(case_id=scene.case_id, groups=groups, by=scene.karen, at=scene.at)


def proposed(scene: Scene) -> list[str]:
    with scene.as_(scene.karen):
        case = Case.objects.select_related("type_version").get(pk=scene.case_id)
        return [one.key for one in offers.proposals(case=case, age=34, on=scene.at.date()).offers]


def test_only_offers_for_one_of_the_groups_are_proposed(scene: Scene) -> None:
    everything = proposed(scene)
    assert say(scene, Group.MOBILITY) is None
    assert proposed(scene) == []
    assert say(scene, Group.MOBILITY, Group.MENTAL) is None
    assert proposed(scene) == everything
    assert say(scene) is None
    assert proposed(scene) == everything


def test_an_offer_for_another_group_is_refused_when_chosen(scene: Scene) -> None:
    assert say(scene, Group.MOBILITY) is None
    with scene.as_(scene.karen):
        refused = offers.choose(
            case_id=scene.case_id, new=offers.NewChoice("torsdagscafeen", 34), by=scene.karen, at=scene.at
        )
    assert refused is not None
    assert refused.code == "offer.does_not_fit"


def test_the_same_groups_again_are_refused_and_leave_no_event(scene: Scene) -> None:
    assert say(scene, Group.LONELY, Group.MENTAL) is None
    refused = say(scene, Group.MENTAL, Group.LONELY)
    assert refused is not None
    assert refused.code == "groups.unchanged"
    with scene.as_(scene.karen):
        told = EventPayload.objects.filter(case_id=scene.case_id, event__kind="case.target_groups")
        assert [one.payload for one in told] == [{"groups": ["mental", "lonely"]}]


def test_nobody_else_says_it(scene: Scene) -> None:
    with scene.as_(scene.citizen), pytest.raises(Hidden):
        assessment.set_groups(case_id=scene.case_id, groups={Group.MENTAL}, by=scene.citizen, at=scene.at)
