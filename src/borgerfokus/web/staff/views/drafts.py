"""Keeping what is typed into the forms of a case."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.staff import casepage, keeping
from borgerfokus.web.staff.acts import (
    assessing,
    deciding,
    granting,
    helping,
    informing,
    journalling,
    messaging,
    moving,
    obtaining,
    offering,
    ordering,
    planform,
    theming,
    together,
    writing,
)

_ACTS = {
    **moving.ACTS,
    **together.ACTS,
    **journalling.NOTE,
    **journalling.ENTRY,
    **messaging.ACTS,
    **obtaining.ASK,
    **informing.FACT,
    **assessing.ACTS,
    **theming.ACTS,
    **helping.ACTS,
    **offering.ACTS,
    **planform.ACTS,
    **granting.ACTS,
    **ordering.ACTS,
    **deciding.ACTS,
    **writing.ACTS,
}


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE, keeps_text=False)
@require_POST
def keep(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """Keep a form as it stands. Answers with the words to show."""
    opened = casepage.open_case(request, number)
    act = _ACTS.get(name)
    if act is None or not act.form.keeps or not opened.may(act.verb):
        raise Hidden(f"draft of {name}")
    form = act.form(name, opened, request.POST)
    form.kept_at = keeping.keep(form, opened).saved_at
    return HttpResponse(form.kept_note, content_type="text/plain; charset=utf-8")
