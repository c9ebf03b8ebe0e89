"""Acts that move the case or its dates: take, assign, steps, pause, resume, extend, close and the ways out."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.web.frame import say
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm, Nothing

ONE_CLICK = (
    Step.REGISTER,
    Step.ACCEPT,
    Step.BEGIN_ASSESSMENT,
    Step.BEGIN_DECISION,
    Step.INFORM_MORE,
    Step.START_INTERVENTION,
    Step.BEGIN_FOLLOW_UP,
    Step.CONTINUE_HELP,
)
"""The steps that ask for nothing."""


class StepForm(ActForm):
    """A step that asks for nothing but being named."""

    step = fields.line("")


class AssignForm(ActForm):
    """To whom a leader gives the case."""

    submit = __("Giv sagen")
    to = fields.one_of(__("Kollega i sagens enhed"))

    def prepare(self) -> None:
        """The colleagues of the case's unit."""
        if self.opened:
            self.fields["to"].choices = fields.colleague_choices(  # type: ignore[attr-defined]
                self.opened.around.staff
            )


class PauseForm(ActForm):
    """Whom the case waits for, on what, and until when."""

    submit = __("Sæt på pause")
    whom = fields.radio(
        __("Hvem venter sagen på?"),
        ((Ball.YOU.value, __("Borgeren")), (Ball.OTHER.value, __("En anden uden for kommunen"))),
    )
    name = fields.line(
        __("Navn"), required=False, hint=__("Hvem hos en anden: egen læge, hospitalet, et tilbud"), longest=160
    )
    reason = fields.area(__("Hvad venter I på, og hvorfor?"), rows=2, hint=__("Borgeren får det at vide i et brev"))
    answer_by = fields.day(__("Svar senest"), required=False)

    def clean(self) -> dict[str, Any]:
        """Anybody but the citizen is named."""
        said = super().clean()
        if said.get("whom") == Ball.OTHER and not said.get("name"):
            self.add_error("name", _("Skriv, hvem sagen venter på."))
        return said


class ResumeForm(ActForm):
    """Why the case goes on."""

    submit = __("Lad sagen køre igen")
    because = fields.line(__("Hvad er der sket?"), hint=__("Svaret er kommet, eller I går videre uden"))


class ExtendForm(ActForm):
    """A new date for one deadline, with the reason that the citizen is told."""

    submit = __("Giv ny dato")
    deadline = fields.one_of(__("Frist"))
    new_due = fields.day(__("Ny dato"))
    reason = fields.area(__("Grund"), rows=2, hint=__("Borgeren får grunden og den nye dato i et brev"))

    def prepare(self) -> None:
        """The dates that are still to be met."""
        if self.opened:
            self.fields["deadline"].choices = [  # type: ignore[attr-defined]
                (one.key, say(one.title)) for one in self.opened.drawn.deadlines if one.due and one.is_open
            ]


class ReasonForm(ActForm):
    """A reason."""

    submit = __("Gem")
    reason = fields.area(__("Grund"), rows=2, hint=__("Borgeren kan læse grunden"))


class CloseForm(ReasonForm):
    """Why the case is closed."""

    submit = __("Afslut sagen")


class WithdrawForm(ReasonForm):
    """How the party has withdrawn the request."""

    submit = __("Træk ansøgningen tilbage")
    reason = fields.area(__("Hvordan har borgeren trukket den tilbage?"), rows=2)


class LapseForm(ReasonForm):
    """Why the case lapses."""

    submit = __("Lad sagen falde bort")


class ReopenForm(ReasonForm):
    """Why the case is opened again."""

    submit = __("Genåbn sagen")


class ForwardForm(ReasonForm):
    """To which authority the request is passed on, and why."""

    submit = __("Send videre")
    receiver = fields.line(__("Rette myndighed"), longest=160)
    field_order = ("receiver", "reason")


def _take(opened: OpenedCase, _said: dict[str, Any]) -> None:
    casework.take(case_id=opened.case.pk, by=opened.by, at=opened.at)


def _assign(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return casework.assign(case_id=opened.case.pk, to=int(said["to"]), by=opened.by, at=opened.at)


def _step(opened: OpenedCase, said: dict[str, Any]) -> Refusal | HttpResponse | str:
    step = next((one for one in ONE_CLICK if one.value == said["step"]), None)
    if step is None:
        raise Hidden(f"step {said['step']}")
    refusal = casework.take_step(case_id=opened.case.pk, step=step, by=opened.by, at=opened.at)
    return refusal or gone_on(opened, step)


def gone_on(opened: OpenedCase, step: Step) -> HttpResponse | str:
    """The answer to a step that was taken: the page where the work goes on, when it is another than this one."""
    told = _("Det er gjort. Sagen er gået videre.")
    if step not in _WORK_OF:
        return told
    messages.success(opened.request, told)
    return HttpResponseRedirect(opened.href(*_WORK_OF[step]))


_WORK_OF = {Step.BEGIN_ASSESSMENT: ("assessment", "assess"), Step.BEGIN_DECISION: ("decisions", "begin")}
"""The tab and the place on it where the work that a step opens is done."""


def _way_out(step: Step) -> Any:
    def run(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
        return casework.take_step(
            case_id=opened.case.pk,
            step=step,
            by=opened.by,
            at=opened.at,
            reason=said["reason"],
            receiver=said.get("receiver", ""),
        )

    return run


def _pause(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    whom = Ball(said["whom"])
    name = opened.card.name if whom is Ball.YOU else said["name"]
    pause = casework.Pause(whom=whom, name=name, reason=said["reason"], answer_by=said["answer_by"])
    return casework.suspend(case_id=opened.case.pk, pause=pause, by=opened.by, at=opened.at)


def _resume(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return casework.resume(case_id=opened.case.pk, because=said["because"], by=opened.by, at=opened.at)


def _extend(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return casework.extend(
        case_id=opened.case.pk,
        deadline_key=said["deadline"],
        new_due=said["new_due"],
        reason=said["reason"],
        by=opened.by,
        at=opened.at,
    )


ACTS = {
    "take": Act(Verb.CASE_TAKE, Nothing, _take, gettext_noop("Sagen er din.")),
    "assign": Act(Verb.CASE_ASSIGN, AssignForm, _assign, gettext_noop("Sagen er givet videre.")),
    "step": Act(Verb.CASE_STEP, StepForm, _step),
    "pause": Act(Verb.CASE_SUSPEND, PauseForm, _pause, gettext_noop("Sagen venter. Fristerne flytter sig med.")),
    "resume": Act(Verb.CASE_SUSPEND, ResumeForm, _resume, gettext_noop("Sagen kører igen.")),
    "extend": Act(Verb.CASE_EXTEND, ExtendForm, _extend, gettext_noop("Fristen har fået en ny dato.")),
    "close": Act(Verb.CASE_CLOSE, CloseForm, _way_out(Step.CLOSE), gettext_noop("Sagen er afsluttet.")),
    "dismiss": Act(Verb.CASE_CLOSE, CloseForm, _way_out(Step.DISMISS), gettext_noop("Henvendelsen er afsluttet.")),
    "withdraw": Act(
        Verb.CASE_WITHDRAW, WithdrawForm, _way_out(Step.WITHDRAW), gettext_noop("Ansøgningen er trukket tilbage.")
    ),
    "forward": Act(Verb.CASE_FORWARD, ForwardForm, _way_out(Step.FORWARD), gettext_noop("Sagen er sendt videre.")),
    "lapse": Act(Verb.CASE_STEP, LapseForm, _way_out(Step.LAPSE), gettext_noop("Sagen er faldet bort.")),
    "reopen": Act(Verb.CASE_REOPEN, ReopenForm, _way_out(Step.REOPEN), gettext_noop("Sagen er åben igen.")),
}
