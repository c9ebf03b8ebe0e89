"""Help that was granted: a change is a new period, periods never overlap, and ending says why."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from tests.apps.decisions.scene import make
from tests.apps.interventions.helped import Helped, make_helped
from tests.factories.world import World

from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.models import InterventionPeriod
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.cost import cost
from borgerfokus.core.interventions.words import Form, HelpEnd
from borgerfokus.core.money import Money
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.core.periods import Period


@pytest.fixture
def scene(world: World, now: datetime) -> Helped:
    return make_helped(world)


def change(
    scene: Helped, row: int, starts: date, *, hours: int = 6, ends: date | None = None, reason: str = "Behovet steg."
) -> Refusal | None:
    period = interventions.PeriodContent(
        starts=starts, ends=ends, hours_per_week=Decimal(hours), price_ore=45_000, price_unit=PriceUnit.HOUR
    )
    with scene.as_(scene.karen):
        return interventions.change_intervention(
            intervention_id=row, period=period, reason=reason, by=scene.karen, at=scene.at
        )


def periods(scene: Helped) -> list[tuple[date, date | None, Decimal | None]]:
    now = scene.help_()
    return [(one.starts, one.ends, one.hours_per_week) for one in now.periods_of(now.interventions[0])]


def test_a_change_is_a_new_period_that_ends_the_one_before(scene: Helped) -> None:
    row = scene.intervention()
    assert change(scene, row, date(2027, 2, 1)) is None
    assert periods(scene) == [
        (date(2026, 12, 1), date(2027, 2, 1), Decimal(4)),
        (date(2027, 2, 1), None, Decimal(6)),
    ]


def test_a_change_from_the_first_day_takes_the_place_of_what_stood(scene: Helped) -> None:
    row = scene.intervention()
    assert change(scene, row, date(2026, 12, 1)) is None
    assert periods(scene) == [(date(2026, 12, 1), None, Decimal(6))]
    with scene.as_(scene.karen):
        assert InterventionPeriod.objects.filter(withdrawn_at__isnull=False).count() == 1


@pytest.mark.parametrize(
    ("starts", "ends", "reason", "code"),
    [
        (date(2027, 1, 1), None, " ", "period.no_reason"),
        (date(2026, 11, 30), None, "Før.", "period.wrong"),
        (date(2027, 4, 1), date(2027, 4, 1), "Ingen dag.", "period.wrong"),
        (date(2027, 1, 1), None, "Før den seneste.", "period.overlaps"),
    ],
)
def test_a_change_that_cannot_be_is_refused(
    scene: Helped, starts: date, ends: date | None, reason: str, code: str
) -> None:
    row = scene.intervention()
    assert change(scene, row, date(2027, 2, 1)) is None
    before = periods(scene)
    refusal = change(scene, row, starts, ends=ends, reason=reason)
    assert refusal is not None
    assert refusal.code == code
    assert periods(scene) == before


def overlapping(scene: Helped) -> None:
    """A second period in the middle of the first, written past every act."""
    row = scene.help_().interventions[0]
    with scene.as_(scene.karen), transaction.atomic():
        InterventionPeriod.objects.create(
            case_id=scene.case_id,
            intervention=row,
            starts=date(2027, 3, 1),
            ends=date(2027, 4, 1),
            price_unit=PriceUnit.FREE,
            at=scene.at,
            by=scene.karen.subject,
        )


def test_the_database_itself_refuses_periods_that_overlap(scene: Helped) -> None:
    scene.intervention()
    with pytest.raises(IntegrityError, match="intervention_periods_never_overlap"):
        overlapping(scene)


def test_a_stay_hours_and_a_one_off_aid_are_all_expressible(scene: Helped) -> None:
    january = date(2027, 1, 1)
    stay = interventions.PeriodContent(starts=january, price_ore=185_000, price_unit=PriceUnit.DAY)
    aid = interventions.PeriodContent(
        starts=january, ends=date(2027, 1, 2), price_ore=899_500, price_unit=PriceUnit.COURSE
    )
    scene.intervention()
    scene.intervention(title="Ophold", form=Form.STAY, period=stay)
    scene.intervention(title="Kørestol", form=Form.ONE_OFF, period=aid)
    now = scene.help_()
    found = {row.title: cost(now.priced(row), within=Period(january, date(2027, 2, 1))) for row in now.interventions}
    assert found["Ophold"] == Money(31 * 185_000)
    assert found["Kørestol"] == Money(899_500)
    assert found["Bostøtte"] == Money(797_143)


def test_ending_help_cuts_its_period_and_says_why_once(scene: Helped) -> None:
    row = scene.intervention()
    for expected in (None, "intervention.ended"):
        with scene.as_(scene.karen):
            refusal = interventions.end_intervention(
                intervention_id=row,
                on=date(2027, 1, 15),
                ended_as=HelpEnd.BY_CITIZEN,
                why="Mads vil ikke mere.",
                by=scene.karen,
                at=scene.at,
            )
        assert (refusal.code if refusal else None) == expected
    assert periods(scene) == [(date(2026, 12, 1), date(2027, 1, 15), Decimal(4))]
    assert scene.help_().interventions[0].ended_as == HelpEnd.BY_CITIZEN


def test_help_before_the_grant_is_refused(world: World, now: datetime) -> None:
    scene = make(world)
    period = interventions.PeriodContent(starts=date(2026, 12, 1))
    new = interventions.NewIntervention(title="Bostøtte", form=Form.HOURS, provider="Os", period=period)
    with scene.as_(scene.karen):
        refusal = interventions.add_intervention(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "intervention.not_granted"


def test_goals_are_tied_to_the_help_that_works_at_them(scene: Helped) -> None:
    scene.agreed_plan()
    row = scene.intervention()
    assert [goal.intervention_id for goal in scene.help_().goals] == [row]
