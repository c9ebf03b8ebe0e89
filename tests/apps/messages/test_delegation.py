"""A colleague answers for a period: it ends by itself, the inbox follows it, and a seal is not opened."""

from datetime import timedelta

import pytest
from tests.apps.messages.correspondence import Correspondence

from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.messages.models import Thread
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.organisation.models import Employee

pytestmark = pytest.mark.django_db


def give(there: Correspondence, *, by: Actor, to: Actor, starts: int = 0, ends: int = 10) -> int | Refusal:
    today = day_of(there.at)
    new = messages.NewDelegation(
        employee=there.karen.id,
        to=to.id,
        starts=today + timedelta(days=starts),
        ends=today + timedelta(days=ends),
    )
    with there.as_(by) as at:
        return messages.delegate(new=new, by=by, at=at)


def holder(there: Correspondence, *, days: int = 0) -> str:
    with there.as_(there.leader, days=days) as at:
        held = messages.holders(cases=[there.case], at=at)[there.case.pk]
        return held.employee.name if held.employee else held.unit


def waits(there: Correspondence, who: Actor, *, days: int = 0) -> int:
    with there.as_(who, days=days) as at:
        return messages.waiting_for(who, at=at)[0]


def test_it_goes_to_the_colleague_for_the_period_and_ends_by_itself(there: Correspondence) -> None:
    there.ask()
    assert isinstance(give(there, by=there.karen, to=there.sara, starts=2, ends=5), int)
    assert [holder(there, days=day) for day in (1, 2, 4, 5)] == ["Karen", "Sara", "Sara", "Karen"]
    assert [waits(there, there.karen, days=day) for day in (1, 3, 5)] == [1, 0, 1]
    assert [waits(there, there.sara, days=day) for day in (1, 3, 5)] == [0, 1, 0]


def test_it_is_ended_early_by_who_gave_it_or_leads(there: Correspondence) -> None:
    there.ask()
    number = give(there, by=there.leader, to=there.sara)
    assert isinstance(number, int)
    with there.as_(there.stranger) as at, pytest.raises(Hidden):
        messages.end_delegation(delegation_id=number, by=there.stranger, at=at)
    with there.as_(there.karen) as at:
        messages.end_delegation(delegation_id=number, by=there.karen, at=at)
        messages.end_delegation(delegation_id=number, by=there.karen, at=at)
    assert holder(there) == "Karen"


def test_only_to_a_colleague_and_only_by_oneself_or_the_leader(there: Correspondence) -> None:
    refusal = give(there, by=there.karen, to=there.stranger)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "delegation_colleague"
    with pytest.raises(Hidden):
        give(there, by=there.sara, to=there.sara)


@pytest.mark.parametrize(("starts", "ends"), [(3, 3), (-9, -1), (0, 400)])
def test_a_period_that_makes_no_sense_is_told(there: Correspondence, starts: int, ends: int) -> None:
    refusal = give(there, by=there.karen, to=there.sara, starts=starts, ends=ends)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "delegation_period"


def test_two_do_not_answer_for_one_at_a_time(there: Correspondence) -> None:
    assert isinstance(give(there, by=there.karen, to=there.sara), int)
    refusal = give(there, by=there.karen, to=there.leader, starts=5, ends=8)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "delegation_overlaps"


def test_a_colleague_who_is_away_too_does_not_answer(there: Correspondence) -> None:
    assert isinstance(give(there, by=there.karen, to=there.sara, starts=3, ends=6), int)
    with there.as_(there.sara) as at:
        today = day_of(at)
        back = messages.NewDelegation(there.sara.id, there.karen.id, today, today + timedelta(days=4))
        refusal = messages.delegate(new=back, by=there.sara, at=at)
        assert isinstance(refusal, Refusal)
        assert refusal.code == "delegation_away_too"
        before = messages.NewDelegation(there.sara.id, there.karen.id, today, today + timedelta(days=3))
        assert isinstance(messages.delegate(new=before, by=there.sara, at=at), int)


def test_a_sealed_case_stays_with_its_caseworker(there: Correspondence) -> None:
    there.ask()
    assert isinstance(give(there, by=there.karen, to=there.sara), int)
    with there.as_system():
        type(there.case).objects.filter(pk=there.case.pk).update(sealed=True)
        there.case.refresh_from_db()
    assert holder(there) == "Karen"
    assert waits(there, there.karen) == 1
    assert waits(there, there.sara) == 0
    with there.as_(there.sara):
        assert not Thread.objects.exists()


def test_when_the_delegate_leaves_the_thread_lies_with_the_unit(there: Correspondence) -> None:
    there.ask()
    assert isinstance(give(there, by=there.karen, to=there.sara), int)
    with there.as_system():
        Employee.objects.filter(pk=there.sara.id).update(active=False)
    assert holder(there) == there.case.unit.name
    with there.as_(there.leader) as at:
        wanted = messages.Wanted(whose=messages.Whose.UNIT)
        assert messages.inbox(wanted=wanted, by=there.leader, at=at).count() == 1
