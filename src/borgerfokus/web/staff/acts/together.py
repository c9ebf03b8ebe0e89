"""Acts with others: tasks, the checklist, handing over, and asking another unit."""

from typing import Any

from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.numbers import whole
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

SELF, UNIT, CITIZEN = "self", "unit", "citizen"


class TaskForm(ActForm):
    """A task for oneself, a colleague, the unit or the citizen."""

    submit = __("Giv opgaven")
    keeps = True
    title = fields.line(__("Hvad skal gøres?"))
    detail = fields.area(__("Mere om opgaven"), rows=2, required=False)
    whom = fields.one_of(__("Til hvem?"))
    due = fields.day(__("Senest"), required=False)

    def prepare(self) -> None:
        """The colleagues of the case's unit, the unit, and the citizen."""
        if self.opened:
            unit = self.opened.case.unit
            staff = fields.colleague_choices(self.opened.around.staff)[1:]
            self.fields["whom"].choices = [  # type: ignore[attr-defined]
                (SELF, __("Mig selv")),
                (UNIT, unit.name),
                (CITIZEN, __("Borgeren")),
                *staff,
            ]


class TaskDoneForm(ActForm):
    """Which task is ticked off, or whose tick is taken back."""

    task = fields.line("")


class TickForm(ActForm):
    """A point of the checklist, ticked or not."""

    phase = fields.line("")
    item = fields.line("")
    done = fields.yes("")


class HandoverForm(ActForm):
    """To whom the case is offered, and what must not be lost on the way."""

    submit = __("Tilbyd sagen")
    keeps = True
    to_unit = fields.one_of(__("Enhed"))
    to_employee = fields.line(
        __("Tiltænkt kollega, ved navn"), required=False, hint=__("Kan stå tomt, så bestemmer enheden")
    )
    must_know = fields.area(__("Det skal de vide"), rows=3, hint=__("Hvad er sket, hvad mangler, hvad haster"))
    promised = fields.area(__("Det er borgeren lovet"), rows=2, required=False)

    def prepare(self) -> None:
        """All units but the case's own."""
        if self.opened:
            self.fields["to_unit"].choices = fields.unit_choices(  # type: ignore[attr-defined]
                self.opened.around.units, without=self.opened.case.unit.pk
            )


class RecallForm(ActForm):
    """Taking an offer back."""

    handover = fields.line("")


class ConsultForm(ActForm):
    """Which other unit is asked what, and until when."""

    submit = __("Spørg enheden")
    keeps = True
    unit = fields.one_of(__("Enhed"))
    question = fields.area(__("Hvad vil du vide?"), rows=3, hint=__("Enheden kan se sagen, til den har svaret"))
    due = fields.day(__("Svar senest"))

    def prepare(self) -> None:
        """All units but the case's own."""
        if self.opened:
            self.fields["unit"].choices = fields.unit_choices(  # type: ignore[attr-defined]
                self.opened.around.units, without=self.opened.case.unit.pk
            )


def _give(opened: OpenedCase, said: dict[str, Any]) -> None:
    whom = said["whom"]
    owners = {SELF: opened.by.id, UNIT: None, CITIZEN: None}
    task = casework.NewTask(
        kind="manual",
        title=said["title"],
        detail=said["detail"],
        due=said["due"],
        employee=owners[whom] if whom in owners else int(whom),
        unit=opened.case.unit.pk if whom == UNIT else None,
    )
    casework.give(case_id=opened.case.pk, task=task, by=opened.by, at=opened.at)


def _done(opened: OpenedCase, said: dict[str, Any]) -> None:
    casework.complete(task_id=whole(said["task"]) or 0, by=opened.by, at=opened.at)


def _undo(opened: OpenedCase, said: dict[str, Any]) -> None:
    casework.undo(task_id=whole(said["task"]) or 0, by=opened.by, at=opened.at)


def _tick(opened: OpenedCase, said: dict[str, Any]) -> None:
    casework.tick(
        case_id=opened.case.pk, phase=said["phase"], item=said["item"], done=said["done"], by=opened.by, at=opened.at
    )


def _offer(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    named = _named(said["to_employee"], int(said["to_unit"]), opened)
    if isinstance(named, Refusal):
        return named
    offer = casework.Offer(
        to_unit=int(said["to_unit"]), must_know=said["must_know"], promised=said["promised"], to_employee=named
    )
    return casework.offer_handover(case_id=opened.case.pk, offer=offer, by=opened.by, at=opened.at)


def _named(name: str, unit_id: int, opened: OpenedCase) -> int | Refusal | None:
    """The one colleague of that name in the unit; None when nobody is named."""
    if not name.strip():
        return None
    staff = organisation.staff_of(unit_ids=[unit_id], on=opened.today, carrying=Verb.HANDOVER_ANSWER)
    found = [one.id for one in staff if one.name.casefold() == name.strip().casefold()]
    return found[0] if len(found) == 1 else _NOBODY


def _recall(opened: OpenedCase, said: dict[str, Any]) -> None:
    casework.recall_handover(handover_id=whole(said["handover"]) or 0, by=opened.by, at=opened.at)


def _consult(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    question = casework.Question(unit=int(said["unit"]), text=said["question"], due=said["due"])
    return casework.consult(case_id=opened.case.pk, question=question, by=opened.by, at=opened.at)


_NOBODY = Refusal(
    code="nobody_of_that_name",
    text=Text(
        da="Ingen i den enhed hedder det. Skriv hele navnet, eller lad feltet stå tomt.",
        en="Nobody in that unit has that name. Write the full name, or leave the field empty.",
    ),
    article="",
)

ACTS = {
    "task": Act(Verb.TASK_EDIT, TaskForm, _give, gettext_noop("Opgaven er givet."), "tasks"),
    "task-done": Act(Verb.TASK_EDIT, TaskDoneForm, _done, gettext_noop("Opgaven er løst."), "tasks"),
    "task-undo": Act(Verb.TASK_EDIT, TaskDoneForm, _undo, gettext_noop("Opgaven er åben igen."), "tasks"),
    "tick": Act(Verb.CASE_EDIT, TickForm, _tick, gettext_noop("Tjeklisten er gemt."), "checklist"),
    "handover": Act(Verb.HANDOVER_OFFER, HandoverForm, _offer, gettext_noop("Sagen er tilbudt enheden.")),
    "recall": Act(Verb.HANDOVER_OFFER, RecallForm, _recall, gettext_noop("Tilbuddet er trukket tilbage.")),
    "consult": Act(Verb.CONSULT, ConsultForm, _consult, gettext_noop("Enheden er spurgt.")),
}
