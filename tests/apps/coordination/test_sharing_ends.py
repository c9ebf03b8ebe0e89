"""Bar A5 for what is shared: once withdrawn, it is refused at the next request. A thousand tries, none stale."""

import random
from datetime import timedelta

import pytest
from django.db import transaction
from tests.apps.coordination.household import Household

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.actions import sharing as acts
from borgerfokus.apps.coordination.models import Sharing
from borgerfokus.core.coordination.sharing import Part, Wanted
from borgerfokus.foundation.access.hidden import Hidden

pytestmark = pytest.mark.django_db
TRIES = 1_000


def give(home: Household, part: Part) -> int:
    new = coordination.NewSharing(
        wanted=Wanted("consent", frozenset({part}), "At hjælpen passer sammen.", "Sagt i telefonen."),
        until=home.at.date() + timedelta(days=90),
        unit=home.world.units["ydelsesteamet"].pk,
    )
    with home.as_(home.karen):
        assert coordination.share(case_id=home.support.pk, new=new, by=home.karen, at=home.at) is None
        return Sharing.objects.latest("pk").pk


def is_seen(home: Household, part: Part, number: int) -> bool:
    """What the next request of the other unit shows."""
    with home.as_(home.sara):
        known = coordination.known_of(citizen_id=home.citizen.id, by=home.sara, at=home.at)
        if part is not Part.FILE:
            return number in {one.sharing_id for one in known.elsewhere}
        try:
            casework.find(number=home.support.number, by=home.sara, at=home.at)
        except Hidden:
            return False
        return True


def stale(home: Household, *, tries: int, seed: int) -> int:
    """How many tries honoured a sharing once more after it had ended."""
    dice, found = random.Random(seed), 0
    for _ in range(tries):
        part = dice.choice((Part.EXISTS, Part.COURSE, Part.HELP, Part.FILE))
        with transaction.atomic():
            number = give(home, part)
            assert is_seen(home, part, number), part
            ends = dice.choice((_withdrawn, _over))
            ends(home, number)
            found += is_seen(home, part, number)
            transaction.set_rollback(True)
    return found


def _withdrawn(home: Household, number: int) -> None:
    with home.as_(home.citizen):
        assert coordination.withdraw_sharing(sharing_id=number, by=home.citizen, at=home.at) is None


def _over(home: Household, number: int) -> None:
    """The last day passes: the clock of the row and of its grant."""
    from borgerfokus.foundation.access.models import Grant

    before = home.at - timedelta(days=1)
    with home.as_system():
        Sharing.objects.filter(pk=number).update(starts=before, ends=home.at)
        Grant.objects.filter(case_id=home.support.pk, ground="shared").update(starts=before, ends=home.at)


def test_fifty_sharings_that_end_are_refused_at_the_next_request(home: Household) -> None:
    assert stale(home, tries=50, seed=1) == 0


@pytest.mark.slow
def test_a_thousand_sharings_that_end_are_refused_at_the_next_request(home: Household) -> None:
    assert stale(home, tries=TRIES, seed=2) == 0


def test_a_grant_that_is_left_open_is_found(home: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: the row says that it is withdrawn, the grant lives on."""
    monkeypatch.setattr(acts.access, "end", lambda **_: 0)
    assert stale(home, tries=20, seed=3) > 0
