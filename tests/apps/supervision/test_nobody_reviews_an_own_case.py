"""Nobody reviews a case that one has had a part in: not drawn for one, not swapped to one, not saved by one."""

from collections.abc import Callable

import pytest
from tests.apps.supervision.scene import Scene, done

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.apps.supervision.queries import involved as reading
from borgerfokus.apps.supervision.queries import pool as pooling
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.people.models import Person


def own_cases_drawn(scene: Scene, **changes: object) -> list[tuple[int, int]]:
    """The drawn cases given to somebody who had a part in them, as the rows tell it."""
    campaign = scene.drawn(size=50, **changes)
    found = []
    for one in scene.sampled(campaign):
        with scene.everything():
            hands = set(
                Decision.objects.filter(case_id=one.case_id).values_list(
                    "drafted_by_id", "edited_by_id", "approver_id", "issued_by_id"
                )
            )
            caseworkers = {
                said["employee"]
                for said in casework_taken(one.case_id)
            }
        if one.reviewer_id in caseworkers | {hand for row in hands for hand in row}:
            found.append((one.case_id, one.reviewer_id))
    return found


def casework_taken(case_id: int) -> list[dict[str, int]]:
    return [dict(one.payload) for one in casework.happenings(case_id=case_id) if one.kind == "case.taken"]


def test_whoever_had_a_part_is_not_given_the_case(scene: Scene) -> None:
    scene.more_cases(4)
    reviewers = (scene.karen.id, scene.bente.id, scene.ravn.id)
    assert own_cases_drawn(scene, reviewers=reviewers) == []


def test_an_own_case_in_the_pool_is_found(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: nobody is said to have had a part, so the reviewers' own cases are drawn for them."""
    scene.more_cases(4)
    monkeypatch.setattr(pooling, "involved", lambda numbers, **_more: {number: set() for number in numbers})
    assert own_cases_drawn(scene, reviewers=(scene.karen.id, scene.bente.id))


def test_a_case_that_nobody_may_review_is_counted_and_left_out(scene: Scene) -> None:
    scene.more_cases(2, caseworker=scene.world.employee("Rasmus"))
    campaign = scene.drawn(size=50, reviewers=(scene.karen.id,))
    with scene.as_(scene.bente):
        row = supervision.find_led(campaign_id=campaign, by=scene.bente)
    assert (row.population, row.partial_out) == (2, 1)


@pytest.mark.parametrize(
    "part",
    ["caseworker", "earlier caseworker", "writer", "approver", "namesake"],
)
def test_every_part_counts(scene: Scene, part: str) -> None:
    case_id, ravn = scene.deciding.case_id, scene.ravn
    with scene.everything():
        if part == "caseworker":
            casework.Case.objects.filter(pk=case_id).update(caseworker_id=ravn.id)
        elif part == "writer":
            Decision.objects.filter(case_id=case_id).update(edited_by_id=ravn.id)
        elif part == "approver":
            Decision.objects.filter(case_id=case_id).update(approver_id=ravn.id)
        elif part == "namesake":
            citizen = casework.Case.objects.get(pk=case_id).citizen_id
            from borgerfokus.foundation.access.scope import current
            from borgerfokus.foundation.organisation.models import Employee

            current().include_persons([citizen])
            Person.objects.filter(pk=citizen).update(given_name="Ravn", family_name="Hansen")
            Employee.objects.filter(pk=ravn.id).update(name="ravn Hansen")
    if part == "earlier caseworker":
        bente, colleague = scene.bente, scene.world.employee("Midlertidig")
        with scene.as_(bente):
            casework.assign(case_id=case_id, to=colleague.id, by=bente, at=scene.at)
            casework.assign(case_id=case_id, to=scene.karen.id, by=bente, at=scene.at)
        ravn = colleague
    with scene.as_(scene.bente):
        assert ravn.id in reading.involved([case_id], reviewers=[ravn.id])[case_id]


def test_a_case_is_passed_on_with_a_reason_and_the_access_with_it(scene: Scene) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    first = scene.reviewer(one)
    other = scene.rita if first is scene.ravn else scene.ravn
    swap: Callable[..., Refusal | None] = supervision.swap
    with scene.as_(first):
        refused = swap(sampled_id=one.pk, to=None, why="", by=first, at=scene.at)
        assert refused is not None
        done(swap(sampled_id=one.pk, to=None, why="Jeg kender familien.", by=first, at=scene.at))
    with scene.as_(first):
        assert not casework.visible_to(first, at=scene.at).filter(pk=one.case_id).exists()
        assert not supervision.to_review(by=first, at=scene.at)
    with scene.as_(other):
        assert [row.pk for row in supervision.to_review(by=other, at=scene.at)] == [one.pk]


def test_a_case_is_not_passed_on_to_somebody_who_had_a_part(scene: Scene) -> None:
    campaign = scene.running(size=1, reviewers=(scene.ravn.id, scene.karen.id))
    [one] = scene.sampled(campaign)
    with scene.as_(scene.bente):
        for to in (scene.karen.id, scene.rita.id):
            refused = supervision.swap(sampled_id=one.pk, to=to, why="Travlt.", by=scene.bente, at=scene.at)
            assert refused is not None
            assert refused.code == "supervision.not_impartial"
    with scene.as_(scene.ravn):
        alone = supervision.swap(sampled_id=one.pk, to=None, why="Travlt.", by=scene.ravn, at=scene.at)
    assert alone is not None
    assert alone.code == "supervision.nobody_else"


def test_whoever_has_got_a_part_since_the_draw_cannot_save_the_review(scene: Scene) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    with scene.everything():
        casework.Case.objects.filter(pk=one.case_id).update(caseworker_id=one.reviewer_id)
    refused = scene.review(one)
    assert isinstance(refused, Refusal)
    assert refused.code == "supervision.own_case"
