"""Who may meet whom, and when an appointment can still be changed."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import NOON

from borgerfokus.core.booking import rules
from borgerfokus.core.booking.rules import Reason
from borgerfokus.core.booking.words import Booker, Place, State

FOLLOW_UP = Reason(key="f", minutes=30, places=frozenset({Place.OFFICE}), bookers=frozenset(Booker))
ANYBODY = Reason(
    key="a", minutes=30, places=frozenset({Place.OFFICE}), bookers=frozenset(Booker), own_caseworker=False
)


@given(st.frozensets(st.integers(1, 4)), st.none() | st.integers(1, 4), st.sampled_from([None, *Booker]))
def test_a_follow_up_is_never_without_the_owner(wanted: frozenset[int], owner: int | None, who: Booker | None) -> None:
    told = rules.may_meet(reason=FOLLOW_UP, booker=who, wanted=wanted, owner=owner)
    assert (told is None) == (owner in wanted and (who is None or wanted == {owner}) and bool(wanted))


def test_what_is_no_follow_up_is_with_whomever() -> None:
    assert rules.may_meet(reason=ANYBODY, booker=Booker.CITIZEN, wanted=frozenset({7}), owner=None) is None
    assert rules.may_meet(reason=ANYBODY, booker=None, wanted=frozenset(), owner=None) == rules.NOBODY


def test_who_may_not_book_may_not() -> None:
    closed = Reason(key="c", minutes=30, places=frozenset({Place.OFFICE}))
    told = rules.may_meet(reason=closed, booker=Booker.CITIZEN, wanted=frozenset({1}), owner=1)
    assert told == rules.NOT_YOURS
    assert rules.may_meet(reason=closed, booker=None, wanted=frozenset({1}), owner=1) is None


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("hours", [-1, 0, 1])
def test_it_is_changed_before_and_told_of_after(state: State, hours: int) -> None:
    starts: datetime = NOON + timedelta(hours=hours)
    booked = state is State.BOOKED
    assert (rules.may_change(state=state, starts=starts, at=NOON) is None) == (booked and hours > 0)
    assert (rules.may_tell(state=state, starts=starts, at=NOON) is None) == (booked and hours <= 0)


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"places": frozenset()}, rules.NO_PLACE),
        ({"minutes": 4}, rules.LENGTHS),
        ({"minutes": 481}, rules.LENGTHS),
        ({"group_size": 0}, rules.LENGTHS),
        ({"notice_hours": 48, "horizon_days": 2}, rules.WINDOW),
        ({}, None),
    ],
)
def test_a_reason_that_could_never_be_booked_is_refused(more: dict[str, object], refusal: object) -> None:
    given = {"key": "x", "minutes": 30, "places": frozenset({Place.PHONE}), **more}
    assert rules.wrong(Reason(**given)) == refusal  # type: ignore[arg-type]
