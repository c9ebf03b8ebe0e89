"""The coordinator: proposed where two units run cases, appointed with the citizen told, changed by a new period."""

import pytest
from tests.apps.coordination.household import Household

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import Coordinator
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.apps.journal.models import EntryText
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden

pytestmark = pytest.mark.django_db
WHY = "To enheder, ét nummer at ringe til."


def appoint(home: Household, employee: int, why: str = WHY) -> Refusal | None:
    with home.as_(home.karen):
        return coordination.appoint_coordinator(
            case_id=home.support.pk, employee=employee, why=why, by=home.karen, at=home.at
        )


def test_the_citizen_is_told_who_holds_the_threads(home: Household) -> None:
    assert appoint(home, home.sara.id) is None
    with home.as_system():
        assert Notice.objects.filter(case=home.support, kind="coordinator").count() == 1
        texts = EntryText.objects.filter(entry__case=home.support).values_list("body", flat=True)
        assert any("Sara holder nu styr på trådene for dig" in text for text in texts)


def test_a_change_is_a_new_period_and_the_old_one_is_kept(home: Household) -> None:
    assert appoint(home, home.karen.id) is None
    assert appoint(home, home.sara.id) is None
    with home.as_(home.citizen):
        rows = coordination.coordinators_of(citizen_id=home.citizen.id, by=home.citizen, at=home.at)
        now = coordination.coordinator_of(citizen_id=home.citizen.id, by=home.citizen, at=home.at)
    assert [row.ends is None for row in rows] == [True, False]
    assert now is not None
    assert now.employee_id == home.sara.id


def test_it_ends_with_a_reason(home: Household) -> None:
    assert appoint(home, home.sara.id) is None
    with home.as_(home.karen):
        refusal = coordination.end_coordinator(case_id=home.support.pk, why=" ", by=home.karen, at=home.at)
        assert refusal is not None
        ended = coordination.end_coordinator(case_id=home.support.pk, why="Kun én sag.", by=home.karen, at=home.at)
        assert ended is None
        assert not Coordinator.objects.filter(ends__isnull=True).exists()


@pytest.mark.parametrize("why", ["", "  "])
def test_without_a_reason_nobody_is_appointed(home: Household, why: str) -> None:
    refusal = appoint(home, home.sara.id, why)
    assert refusal is not None
    assert refusal.code == "coordinator_why"


def test_only_somebody_who_works_on_cases_can_hold_the_threads(home: Household) -> None:
    from borgerfokus.core.access import Role

    clerk = home.world.employee("Rikke", unit="fjordby", role=Role.HR)
    refusal = appoint(home, clerk.id)
    assert refusal is not None
    assert refusal.code == "coordinator_not_engaged"


def test_who_sees_no_case_of_the_citizen_sees_no_coordinator(home: Household) -> None:
    assert appoint(home, home.sara.id) is None
    other = home.world.employee("Vibeke", unit="visitation")
    with home.as_(other):
        assert Coordinator.objects.count() == 0
        assert coordination.coordinator_of(citizen_id=home.citizen.id, by=other, at=home.at) is None
        with pytest.raises(Hidden):
            coordination.appoint_coordinator(
                case_id=home.support.pk, employee=other.id, why=WHY, by=other, at=home.at
            )
