"""What a unit without casework is asked by caseworkers: the question is shown, and nothing else of the case."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.design.views import Due
from borgerfokus.web.frame import asked, on_day, today, told
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import picture
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff import fields


class AnswerForm(forms.Form):
    """The answer to a question."""

    answer = fields.area(__("Jeres svar"), rows=4, longest=4_000, hint=__("Borgeren kan læse det"))


@dataclass(frozen=True)
class Asked:
    """A question: about whom, who asks, and the form of the answer."""

    id: int
    title: str
    meta: str
    question: tuple[str, ...]
    due: Due | None
    form: AnswerForm


def questions(request: HttpRequest, wrong: AnswerForm | None = None) -> tuple[Asked, ...]:
    """What is not answered yet, the nearest date first. Whoever it is about is logged as looked up.

    Who sees cases is asked in the inbox, beside the case.
    """
    ask, on = asked(request), today(request)
    if ask.actor.can(Verb.CASE_SEE):
        return ()
    rows = casework.consultations_to(by=ask.actor, at=ask.moment)
    about = {row.case.citizen_id: row.case_id for row in rows}
    cards, again = people.cards(about, case_ids=about), posted(request, "question")
    return tuple(
        Asked(
            id=row.pk,
            title=_("Spørgsmål om %(name)s") % {"name": cards[row.case.citizen_id].name},
            meta=_("%(unit)s spørger, %(day)s") % {"unit": row.case.unit.name, "day": on_day(row.asked_at)},
            question=paragraphs(row.question),
            due=picture.due(row.due, on=on, soon=picture.soon_until(on)),
            form=wrong if wrong is not None and again == row.pk else AnswerForm(auto_id=f"answer-{row.pk}-%s"),
        )
        for row in rows
        if row.case.citizen_id in cards
    )


def answered(request: HttpRequest) -> AnswerForm | None:
    """Send the answer that was posted. Returns the form when it is to be mended. Raises Hidden."""
    ask, number = asked(request), posted(request, "question") or 0
    if number not in {row.pk for row in casework.consultations_to(by=ask.actor, at=ask.moment)}:
        raise Hidden(f"question {number}")
    form = AnswerForm(request.POST, auto_id=f"answer-{number}-%s")
    if not form.is_valid():
        return form
    text = form.cleaned_data["answer"]
    refusal = casework.answer_consultation(consultation_id=number, text=text, by=ask.actor, at=ask.moment)
    told(request, refusal, _("Svaret er sendt til sagsbehandleren."))
    return None
