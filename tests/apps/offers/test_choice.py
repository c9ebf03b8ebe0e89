"""Choosing an offer: the lowest step that is enough, or a reason; on record, and only for who works on the case."""

from datetime import datetime

import pytest
from tests.apps.decisions.scene import Scene, make
from tests.factories.offers import fill_catalogue
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden

REASON = "Mads tør ikke gå ud, så en gruppe er ikke nok."


@pytest.fixture
def scene(world: World, now: datetime) -> Scene:
    fill_catalogue(at=now)
    return make(world)


def choose(scene: Scene, offer: str, *, age: int | None = 34, considered: str = "", reason: str = "") -> Refusal | None:
    new = offers.NewChoice(offer=offer, age=age, considered=considered, reason=reason)
    with scene.as_(scene.karen):
        return offers.choose(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at)


def chosen(scene: Scene) -> str:
    with scene.as_(scene.karen):
        found = offers.choice_of(case_id=scene.case_id)
        return found.offer.key if found else ""


def test_the_offers_that_fit_are_proposed_with_the_lowest_step_first(scene: Scene) -> None:
    with scene.as_(scene.karen):
        found = offers.proposals(case=scene.case, age=34, on=scene.at.date())
    assert [one.key for one in found.offers] == ["torsdagscafeen", "mestring", "hjemmevejledning", "krisebolig"]
    assert found.need.section == "serviceloven § 85"


def test_the_lowest_step_needs_no_reason(scene: Scene) -> None:
    assert choose(scene, "torsdagscafeen") is None
    assert chosen(scene) == "torsdagscafeen"


@pytest.mark.parametrize(
    ("considered", "reason", "code"),
    [
        ("", REASON, "offer.not_considered"),
        ("krisebolig", REASON, "offer.not_considered"),
        ("mestring", "nej", "offer.no_reason"),
    ],
)
def test_a_higher_step_without_a_reason_is_refused_and_nothing_is_written(
    scene: Scene, considered: str, reason: str, code: str
) -> None:
    refusal = choose(scene, "hjemmevejledning", considered=considered, reason=reason)
    assert refusal is not None
    assert refusal.code == code
    assert chosen(scene) == ""
    with scene.as_(scene.karen):
        assert "offer.chosen" not in {one.kind for one in casework.happenings(case_id=scene.case_id)}


def test_a_higher_step_with_a_reason_is_on_record_in_the_chain(scene: Scene) -> None:
    assert choose(scene, "hjemmevejledning", considered="mestring", reason=REASON) is None
    with scene.as_(scene.karen):
        found = offers.choice_of(case_id=scene.case_id)
        assert found is not None
        assert found.considered is not None
        assert (found.considered.key, found.reason, found.offer.number) == ("mestring", REASON, 1)
        newest = casework.happenings(case_id=scene.case_id)[0]
        assert newest.kind == "offer.chosen"
        assert REASON not in str(newest.payload)
        assert not casework.chain_faults(case_id=scene.case_id)


@pytest.mark.parametrize(("offer", "age"), [("tangen", 34), ("hjemmevejledning", 17), ("nothing", 34)])
def test_what_does_not_fit_is_refused(scene: Scene, offer: str, age: int) -> None:
    refusal = choose(scene, offer, age=age, considered="torsdagscafeen", reason=REASON)
    assert refusal is not None
    assert refusal.code == "offer.does_not_fit"


def test_a_new_choice_takes_the_place_of_the_old_one_and_can_be_dropped(scene: Scene) -> None:
    choose(scene, "torsdagscafeen")
    choose(scene, "mestring", considered="torsdagscafeen", reason=REASON)
    assert chosen(scene) == "mestring"
    with scene.as_(scene.karen):
        offers.drop(case_id=scene.case_id, by=scene.karen, at=scene.at)
        assert offers.choice_of(case_id=scene.case_id) is None
        with pytest.raises(Hidden):
            offers.drop(case_id=scene.case_id, by=scene.karen, at=scene.at)


def test_nobody_outside_the_case_chooses_or_sees_the_choice(scene: Scene, world: World) -> None:
    choose(scene, "torsdagscafeen")
    stranger = world.employee("Fremmed", unit="ydelsesteamet")
    with scene.as_(stranger):
        assert offers.choice_of(case_id=scene.case_id) is None
        assert not offers.visible_to(stranger, at=scene.at).exists()
        with pytest.raises(Hidden):
            offers.choose(
                case_id=scene.case_id, new=offers.NewChoice(offer="mestring", age=34), by=stranger, at=scene.at
            )


def test_the_citizen_sees_the_chosen_offer_also_when_it_is_not_public(scene: Scene) -> None:
    choose(scene, "krisebolig", considered="mestring", reason=REASON)
    with scene.as_(scene.citizen):
        found = offers.choice_of(case_id=scene.case_id)
    assert found is not None
    assert found.offer.title == "Krisebolig"
