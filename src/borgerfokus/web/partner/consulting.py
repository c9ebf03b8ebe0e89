"""What a unit without casework is asked by caseworkers: the question is shown, and nothing else of the case."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.frame import asked, on_day, today, told
from borgerfokus.web.numbers import posted
from borgerfokus.web.staff.asked import AnswerForm, Asked, asked_of, form_of


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
        asked_of(
            row,
            name=cards[row.case.citizen_id].name,
            meta=_("%(unit)s spørger, %(day)s") % {"unit": row.case.unit.name, "day": on_day(row.asked_at)},
            on=on,
            wrong=wrong if again == row.pk else None,
        )
        for row in rows
        if row.case.citizen_id in cards
    )


def answered(request: HttpRequest) -> AnswerForm | None:
    """Send the answer that was posted. Returns the form when it is to be mended. Raises Hidden."""
    ask, number = asked(request), posted(request, "question") or 0
    if number not in {row.pk for row in casework.consultations_to(by=ask.actor, at=ask.moment)}:
        raise Hidden(f"question {number}")
    form = form_of(number, request.POST)
    if not form.is_valid():
        return form
    text = form.cleaned_data["answer"]
    refusal = casework.answer_consultation(consultation_id=number, text=text, by=ask.actor, at=ask.moment)
    told(request, refusal, _("Svaret er sendt til sagsbehandleren."))
    return None
