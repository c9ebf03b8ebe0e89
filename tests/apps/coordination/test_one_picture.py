"""One citizen, one picture: what is not shared is not even told of, and what is shared shows its columns alone."""

from datetime import timedelta

import pytest
from tests.apps.coordination.household import Household

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import Sharing
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.coordination.sharing import Part, Wanted
from borgerfokus.foundation.access.hidden import Hidden

pytestmark = pytest.mark.django_db


def share(home: Household, *parts: Part, ground: str = "consent", how: str = "Sagt i telefonen.") -> Refusal | None:
    new = coordination.NewSharing(
        wanted=Wanted(ground=ground, parts=frozenset(parts), purpose="At hjælpen passer sammen.", given_how=how),
        until=home.at.date() + timedelta(days=90),
        unit=home.world.units["ydelsesteamet"].pk,
    )
    with home.as_(home.karen):
        return coordination.share(case_id=home.support.pk, new=new, by=home.karen, at=home.at)


def known(home: Household) -> coordination.Known:
    with home.as_(home.sara):
        return coordination.known_of(citizen_id=home.citizen.id, by=home.sara, at=home.at)


def test_without_a_ground_a_case_elsewhere_is_not_even_told_of(home: Household) -> None:
    found = known(home)
    assert [case.pk for case in found.cases] == [home.expenses.pk]
    assert found.elsewhere == ()
    assert not found.wants_coordinator


def test_somebody_without_any_case_of_the_citizen_sees_nothing(home: Household) -> None:
    other = home.world.employee("Vibeke", unit="visitation")
    with home.as_(other), pytest.raises(Hidden):
        coordination.known_of(citizen_id=home.citizen.id, by=other, at=home.at)


@pytest.mark.parametrize(
    ("part", "phase", "granted"), [(Part.EXISTS, False, False), (Part.COURSE, True, False), (Part.HELP, False, True)]
)
def test_a_part_shows_its_columns_and_no_others(home: Household, part: Part, phase: bool, granted: bool) -> None:
    assert share(home, part) is None
    (found,) = known(home).elsewhere
    assert found.unit.key == "voksenteamet"
    assert (found.phase is not None) is phase
    assert (found.type_version is not None) is phase
    with home.as_(home.sara), pytest.raises(Hidden):
        casework.find(number=home.support.number, by=home.sara, at=home.at)


def test_the_whole_case_can_be_read_and_nothing_written(home: Household) -> None:
    assert share(home, Part.FILE) is None
    assert len(known(home).cases) == 2
    with home.as_(home.sara):
        case = casework.find(number=home.support.number, by=home.sara, at=home.at)
        assert {str(verb) for verb in casework.allowed(case=case, by=home.sara, at=home.at)} & {
            "case.see",
            "journal.write",
            "case.edit",
            "journal.withheld.see",
        } == {"case.see"}


@pytest.mark.parametrize(
    ("ground", "parts", "how", "code"),
    [
        ("nothing", [Part.EXISTS], "", "no_ground"),
        ("children", [Part.FILE], "", "too_much"),
        ("children", [], "", "too_much"),
        ("consent", [Part.FILE], " ", "consent_how"),
    ],
)
def test_a_sharing_without_its_ground_is_refused(
    home: Household, ground: str, parts: list[Part], how: str, code: str
) -> None:
    refusal = share(home, *parts, ground=ground, how=how)
    assert refusal is not None
    assert refusal.code == code


def test_the_citizen_ends_a_consent_but_not_what_an_article_shares(home: Household) -> None:
    assert share(home, Part.FILE) is None
    assert share(home, Part.COURSE, ground="necessary", how="") is None
    with home.as_(home.citizen):
        consent, article = Sharing.objects.order_by("pk")
        assert coordination.withdraw_sharing(sharing_id=consent.pk, by=home.citizen, at=home.at) is None
        refusal = coordination.withdraw_sharing(sharing_id=article.pk, by=home.citizen, at=home.at)
        assert refusal is not None
    found = known(home)
    assert len(found.cases) == 1
    assert len(found.elsewhere) == 1


def test_a_sealed_case_is_neither_shared_nor_shown(home: Household) -> None:
    from borgerfokus.apps.casework.models import Case

    assert share(home, Part.COURSE) is None
    with home.as_system():
        Case.objects.filter(pk=home.support.pk).update(sealed=True)
    assert known(home).elsewhere == ()
    refusal = share(home, Part.COURSE)
    assert refusal is not None
    assert refusal.code == "sharing_sealed"
