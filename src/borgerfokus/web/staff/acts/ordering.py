"""Acts of an order: send it, enter what the provider has answered and when it began, take it back."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import NewOrder, OrderAnswer
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import add_months
from borgerfokus.core.interventions.words import OPEN_ORDERS, OrderState
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts.granting import running, units
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

_ANSWER_DAYS = 5
"""How long the form proposes that the provider has to answer; the caseworker may choose another day."""


class OrderForm(ActForm):
    """What is ordered from which unit: what they need to know, and no more."""

    submit = __("Send bestillingen")
    keeps = True
    help = fields.one_of(__("Hjælp"))
    unit = fields.one_of(__("Enhed, der skal give den"))
    brief = fields.area(
        __("Det skal de vide for at give hjælpen"),
        rows=4,
        hint=__("De ser kun dette og de mål, du vælger. Ikke journalen og ikke udredningen."),
        longest=5_000,
    )
    goals = fields.several_of(__("Mål, de skal arbejde med"), required=False)
    start_wanted = fields.day(__("Ønsket start"))
    answer_by = fields.day(__("Svar senest"))
    access_until = fields.day(__("Adgang til og med"), hint=__("Slutter før, når bestillingen slutter"))

    def prepare(self) -> None:
        """The help that runs, the units and the goals."""
        if self.opened is None:
            return
        self.fields["help"].choices = running(self.opened)  # type: ignore[attr-defined]
        self.fields["unit"].choices = units(self.opened)  # type: ignore[attr-defined]
        rows = self.opened.help.to_follow
        self.fields["goals"].choices = [(str(one.pk), one.title) for one in rows]  # type: ignore[attr-defined]
        if not rows:
            del self.fields["goals"]


class AnswerForm(ActForm):
    """What the provider has answered, entered for it."""

    submit = __("Gem svaret")
    order = fields.one_of(__("Bestilling"))
    accepted = fields.radio(__("Hvad svarer de?"), (("yes", __("De tager imod den")), ("no", __("De siger nej"))))
    start_promised = fields.day(__("De begynder"), required=False)
    reason = fields.area(__("Hvorfor ikke?"), rows=2, required=False, hint=__("Når de siger nej"), longest=2_000)

    def prepare(self) -> None:
        """The orders that wait for an answer."""
        self.fields["order"].choices = _orders(self.opened, OrderState.SENT)  # type: ignore[attr-defined]


class StartForm(ActForm):
    """The day that help which was ordered began."""

    submit = __("Hjælpen er begyndt")
    order = fields.one_of(__("Bestilling"))
    on = fields.day(__("Begyndte"))

    def prepare(self) -> None:
        """The orders that were accepted."""
        self.fields["order"].choices = _orders(self.opened, OrderState.ACCEPTED)  # type: ignore[attr-defined]


class AskForm(ActForm):
    """A question to who gives the help."""

    submit = __("Send spørgsmålet")
    order = fields.one_of(__("Bestilling"))
    text = fields.area(__("Hvad vil du vide?"), rows=3, hint=__("Borgeren kan læse det"), longest=4_000)
    answer_by = fields.day(__("Svar senest"))

    def prepare(self) -> None:
        """The orders that are open."""
        found = [pair for state in OPEN_ORDERS for pair in _orders(self.opened, OrderState(state))]
        self.fields["order"].choices = sorted(found)  # type: ignore[attr-defined]


class ReplyForm(ActForm):
    """The answer to what who gives the help has asked."""

    submit = __("Send svaret")
    question = fields.one_of(__("Spørgsmål"))
    text = fields.area(__("Svar"), rows=3, hint=__("Borgeren kan læse det"), longest=4_000)

    def prepare(self) -> None:
        """The questions that wait."""
        self.fields["question"].choices = waiting(self.opened)  # type: ignore[attr-defined]


class OrderEnd(ActForm):
    """An order that is taken back, or ends."""

    order = forms.IntegerField()


def _orders(opened: OpenedCase | None, state: OrderState) -> list[tuple[str, str]]:
    rows = opened.help.orders if opened else ()
    titles = {one.pk: one.title for one in (opened.help.interventions if opened else ())}
    return [
        (str(one.pk), f"{titles.get(one.intervention_id, '')}: {one.unit.name}") for one in rows if one.state == state
    ]


def waiting(opened: OpenedCase | None) -> list[tuple[str, str]]:
    """What those who give the help have asked, and nobody has answered."""
    rows = [one for order in (opened.help.open_orders if opened else ()) for one in opened.help.questions_on(order)]  # type: ignore[union-attr]
    return [(str(one.pk), one.text[:80]) for one in rows if one.from_partner and one.answered_at is None]


def first(opened: OpenedCase) -> dict[str, Any]:
    """What the form of an order begins with: the help that nobody has been told of, its unit, its start."""
    ordered = {one.intervention_id for one in opened.help.open_orders}
    given = [one for one in opened.help.interventions if not one.ended_as]
    row = next((one for one in given if one.pk not in ordered), None) or next(iter(given), None)
    if row is None:
        return {}
    periods = opened.help.periods_of(row)
    starts = max(periods[0].starts, opened.today) if periods else opened.today
    ends = periods[-1].ends if periods else None
    return {
        "help": str(row.pk),
        "unit": str(row.unit_id or ""),
        "goals": [str(one.pk) for one in opened.help.to_follow if one.intervention_id in {None, row.pk}],
        "start_wanted": starts,
        "answer_by": opened.today + timedelta(days=_ANSWER_DAYS),
        "access_until": max(ends - timedelta(days=1), starts) if ends else add_months(starts, 12),
    }


def _order(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    made = interventions.send_order(
        case_id=opened.case.pk,
        new=NewOrder(
            intervention=int(said["help"]),
            unit=int(said["unit"]),
            brief=said["brief"],
            goals=[int(one) for one in said.get("goals", ())],
            start_wanted=said["start_wanted"],
            answer_by=said["answer_by"],
            access_until=said["access_until"],
        ),
        by=opened.by,
        at=opened.at,
    )
    return made if isinstance(made, Refusal) else None


def _answer(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    answer = OrderAnswer(
        accepted=said["accepted"] == "yes", start_promised=said["start_promised"], reason=said["reason"]
    )
    return interventions.answer_order(order_id=int(said["order"]), answer=answer, by=opened.by, at=opened.at)


def _start(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.report_start(order_id=int(said["order"]), on=said["on"], by=opened.by, at=opened.at)


def _end_order(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.end_order(order_id=said["order"], why="", by=opened.by, at=opened.at)


def _ask(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    new = interventions.NewQuestion(said["text"], said["answer_by"])
    made = interventions.ask(order_id=int(said["order"]), new=new, by=opened.by, at=opened.at)
    return made if isinstance(made, Refusal) else None


def _reply(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.answer(question_id=int(said["question"]), text=said["text"], by=opened.by, at=opened.at)


ACTS = {
    "order": Act(Verb.CASE_EDIT, OrderForm, _order, gettext_noop("Bestillingen er sendt."), "given"),
    "order-answer": Act(Verb.ORDER_CARRY_OUT, AnswerForm, _answer, gettext_noop("Svaret er gemt."), "given"),
    "order-start": Act(Verb.ORDER_CARRY_OUT, StartForm, _start, gettext_noop("Hjælpen er i gang."), "given"),
    "order-ask": Act(Verb.CASE_EDIT, AskForm, _ask, gettext_noop("Spørgsmålet er sendt."), "given"),
    "order-reply": Act(Verb.CASE_EDIT, ReplyForm, _reply, gettext_noop("Svaret er sendt."), "given"),
    "order-end": Act(Verb.CASE_EDIT, OrderEnd, _end_order, gettext_noop("Bestillingen er trukket tilbage."), "given"),
}
