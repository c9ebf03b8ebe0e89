"""Citizens with help, goals and follow-ups, as many as a figure needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from tests.factories.world import LONG_AGO, World

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.dialogue.models import Experience, PhaseQuestion
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.models import EffectFigure
from borgerfokus.apps.interventions.models import ActionPlan, FollowUp, FollowUpGoal, Goal, Intervention
from borgerfokus.apps.offers.models import Offer
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

SYSTEM = system("test")
BEGAN, SEEN = date(2026, 2, 2), date(2026, 8, 3)


@dataclass(frozen=True)
class Way:
    """A citizen's goal: with which offer, in which theme, from which level to which (None: never followed up).

    `satisfied` is what the citizen said at the follow-up, from 1 to 5.
    """

    offer: str
    before: int
    after: int | None
    theme: str = "mobility"
    unit: str = "voksenteamet"
    person: int = 0
    ended_as: str = ""
    satisfied: int | None = None


class Town:
    """Makes the rows and releases the figures."""

    def __init__(self, world: World) -> None:
        self.world, self.at = world, world.at

    def offer(self, key: str, methods: str = "") -> Offer:
        """An offer of the catalogue."""
        return Offer.objects.create(
            key=key, number=1, title=key.title(), short="Kort.", start="Ring.", kind="support", level="group",
            methods=methods, price_unit="free", provider_kind="own", provider="Kommunen", starts=LONG_AGO,
            saved_at=self.at, saved_by="system:0",
        )  # fmt: skip

    def live(self, ways: list[Way], *, offers: dict[str, Offer]) -> None:
        """Give each way its citizen and case, its help and its follow-up."""
        for way in ways:
            person = way.person or self.world.person()
            case = self.world.case(citizen_id=person, days_ago=300)
            with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
                self._help(case, way, offers)

    def _help(self, case: Case, way: Way, offers: dict[str, Offer]) -> None:
        who = {"case": case, "at": self.at, "by": "system:0"}
        given = Intervention.objects.create(
            number=1, title=way.offer, form="course", offer=offers[way.offer], provider="Kommunen", by_name="x",
            unit=self.world.units[way.unit], ended_on=SEEN if way.ended_as else None, ended_as=way.ended_as, **who,
        )  # fmt: skip
        plan = ActionPlan.objects.create(number=1, kind="action_plan", state="draft", by_name="x", **who)
        goal = Goal.objects.create(
            plan=plan, intervention=given, place=1, kind="develop", frame="ffb", theme=way.theme, title="Et mål",
            level_start=way.before, level_expected=0, started_on=BEGAN, **who,
        )  # fmt: skip
        if way.after is None:
            return
        held = FollowUp.objects.create(
            number=1, plan=plan, on=SEEN, provider_why_not="Ingen.", outcome="end", reason="Slut.", by_name="x",
            satisfaction=way.satisfied, **who,
        )
        FollowUpGoal.objects.create(
            case=case, follow_up=held, goal=goal, level_now=way.after, reached="yes" if way.after < way.before else "no"
        )

    def tell(self, number: int, *, type_key: str, unit: str, yes: int, silent: int = 0) -> None:
        """So many citizens of a unit were asked in the summer: some never answered, and of the rest so many said yes.

        Others answered no.
        """
        asked = self.at - timedelta(days=120)
        for place in range(number):
            person = self.world.person()
            case = self.world.case(citizen_id=person, type_key=type_key, days_ago=300)
            with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
                Case.objects.filter(pk=case.pk).update(unit=self.world.units[unit])
                question = PhaseQuestion.objects.create(case=case, phase="decision", asked_at=asked, closed_at=asked)
                if place < silent:
                    continue
                answer = "yes" if place - silent < yes else "no"
                Experience.objects.create(
                    question=question, case=case, person_id=person, understood=answer, coherent=answer,
                    answered_at=asked, answered_by="test",
                )  # fmt: skip

    def release(self, *, at: datetime | None = None) -> list[EffectFigure]:
        """Release the figures of the last whole quarter."""
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            insight.publish_figures(at=at or self.at, day=(at or self.at).date())
        return list(EffectFigure.objects.order_by("pk"))


@pytest.fixture
def town(world: World) -> Town:
    return Town(world)


@pytest.fixture
def figures(town: Town) -> Callable[[list[Way]], dict[tuple[str, ...], EffectFigure]]:
    """Release figures of these ways: (offer, unit, level, theme) → figure, of those without a method."""

    def made(ways: list[Way]) -> dict[tuple[str, ...], EffectFigure]:
        town.live(ways, offers={key: town.offer(key) for key in {way.offer for way in ways}})
        return {(one.offer, one.unit, one.level, one.theme): one for one in town.release() if not one.method}

    return made
