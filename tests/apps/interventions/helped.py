"""A case whose help was granted, with a provider, and what is done about it: the plan, the order, the follow-up."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tests.apps.decisions.scene import Scene, make
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import Help
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.interventions.following import FollowUpContent, GoalFollowed
from borgerfokus.core.interventions.plan import GoalContent, PlanContent, StepContent
from borgerfokus.core.interventions.words import (
    FollowUpOutcome,
    Form,
    GoalKind,
    Reached,
    SigningWay,
    StepOwner,
)
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.foundation.access.actor import Actor

GOAL = GoalContent(
    kind=GoalKind.DEVELOP,
    title="Jeg åbner selv min post hver uge",
    theme="chores",
    own_words="Bunken skal ikke vokse.",
    level_start=3,
    level_expected=1,
    steps=(StepContent("Åbne posten sammen om mandagen", StepOwner.PROVIDER), StepContent("Selv", StepOwner.CITIZEN)),
)
PLAN = PlanContent(
    purpose="At hverdagen hænger sammen.",
    intervention="Støtte i hjemmet 4 timer om ugen.",
    duration="Et år, med opfølgning hver tredje måned.",
    other="Bor alene.",
)


@dataclass
class Helped(Scene):
    """Mads has been granted support; Bo works for the provider and sees nothing but what is ordered."""

    bo: Actor
    unit: int

    def help_(self, actor: Actor | None = None) -> Help:
        """Everything of the case, as somebody sees it."""
        with self.as_(actor or self.karen):
            return interventions.help_of(case_id=self.case_id)

    def draft_plan(self, *goals: GoalContent) -> int:
        """The citizen wants a plan; Karen writes it. Returns its id."""
        with self.as_(self.karen):
            plan = interventions.offer_plan(case_id=self.case_id, wanted=True, words="", by=self.karen, at=self.at)
            assert isinstance(plan, int), plan
            written = interventions.WrittenPlan(
                plan=plan, version=1, content=PLAN, goals=[interventions.WrittenGoal(one) for one in goals or (GOAL,)]
            )
            refusal = interventions.save_plan(written=written, by=self.karen, at=self.at)
        assert refusal is None, refusal
        return plan

    def shown_plan(self) -> int:
        """A plan that the citizen can read."""
        plan = self.draft_plan()
        with self.as_(self.karen):
            assert interventions.show_plan(plan_id=plan, by=self.karen, at=self.at) is None
        return plan

    def sign(self, plan: int, by: Actor, how: SigningWay = SigningWay.DIGITAL) -> Refusal | None:
        """Somebody says yes to the plan as it stands."""
        with self.as_(by):
            version = interventions.ActionPlan.objects.get(pk=plan).version
            return interventions.sign_plan(plan_id=plan, version=version, how=how, by=by, at=self.at)

    def agreed_plan(self) -> int:
        """A plan that both have signed."""
        plan = self.shown_plan()
        assert self.sign(plan, self.citizen) is None
        assert self.sign(plan, self.karen) is None
        return plan

    def intervention(self, **changes: object) -> int:
        """Support by the hour from 1 December, given by the provider's unit. Returns its id."""
        period = interventions.PeriodContent(
            starts=date(2026, 12, 1),
            hours_per_week=4,  # type: ignore[arg-type]
            extent="to besøg om ugen",
            price_ore=45_000,
            price_unit=PriceUnit.HOUR,
        )
        new = interventions.NewIntervention(
            title="Bostøtte", form=Form.HOURS, provider="Bostøtten Nabosund", period=period, unit=self.unit
        )
        with self.as_(self.karen):
            made = interventions.add_intervention(
                case_id=self.case_id,
                new=replace(new, **changes),  # type: ignore[arg-type]
                by=self.karen,
                at=self.at,
            )
        assert isinstance(made, int), made
        return made

    def order(self, intervention: int | None = None) -> int:
        """The help is ordered from the provider's unit. Returns the order's id."""
        goals = [goal.pk for goal in self.help_().to_follow]
        new = interventions.NewOrder(
            intervention=intervention or self.intervention(),
            unit=self.unit,
            brief="Mads vil have hjælp til sin post. Ring, før I kommer.",
            goals=goals,
            start_wanted=date(2026, 12, 1),
            answer_by=date(2026, 11, 27),
            access_until=date(2027, 12, 1),
        )
        with self.as_(self.karen):
            order = interventions.send_order(case_id=self.case_id, new=new, by=self.karen, at=self.at)
        assert isinstance(order, int), order
        return order

    def started(self) -> int:
        """An order that was accepted, and whose help has begun. Returns its id."""
        order = self.order()
        with self.as_(self.bo):
            yes = interventions.OrderAnswer(accepted=True)
            assert interventions.answer_order(order_id=order, answer=yes, by=self.bo, at=self.at) is None
            assert interventions.report_start(order_id=order, on=self.at.date(), by=self.bo, at=self.at) is None
        return order

    def begin(self) -> None:
        """The case goes on to its help, without an order."""
        with self.as_(self.karen):
            refusal = casework.take_step(case_id=self.case_id, step=Step.START_INTERVENTION, by=self.karen, at=self.at)
        assert refusal is None, refusal

    def followed(
        self, outcome: FollowUpOutcome = FollowUpOutcome.CONTINUE, *, latest: int | None = None, **changes: object
    ) -> int | Refusal:
        """A follow-up in which every goal that runs is on its way."""
        now = self.help_()
        content = FollowUpContent(
            on=self.at.date(),
            outcome=outcome,
            reason="Støtten virker, og Mads vil gerne fortsætte.",
            goals=tuple(
                GoalFollowed(goal=one.pk, reached=Reached.NOT_YET, level_now=2, note="Åbner halvdelen selv.")
                for one in now.to_follow
            ),
            satisfaction=4,
            citizen_words="Det hjælper.",
            provider_said="Det går fremad.",
            next_on=self.at.date() + timedelta(days=90) if outcome in {"continue", "change"} else None,
        )
        new = interventions.NewFollowUp(
            latest=now.latest if latest is None else latest,
            content=replace(content, **changes),  # type: ignore[arg-type]
        )
        with self.as_(self.karen):
            return interventions.follow_up(case_id=self.case_id, new=new, by=self.karen, at=self.at)


def make_helped(world: World) -> Helped:
    """The scene with help granted, the letter received, and a provider beside."""
    scene = make(world)
    decision = scene.issued()
    scene.received(decision, at=scene.at)
    bo = world.employee("Bo", unit="nabosund-hjaelpemidler", role=Role.EMPLOYEE)
    return Helped(**vars(scene), bo=bo, unit=world.units["nabosund-hjaelpemidler"].pk)


def on(day: date) -> datetime:
    """Noon of a day."""
    from tests.conftest import NOON

    return datetime.combine(day, NOON.timetz())
