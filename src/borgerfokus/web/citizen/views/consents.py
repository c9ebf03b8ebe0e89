"""My consents: what I am asked, what holds, and what was: each given or taken back with one press."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.service import ConsentState, ConsentView
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.present import consents as words
from borgerfokus.web.citizen.present import together
from borgerfokus.web.design.views import Item
from borgerfokus.web.frame import asked, show, told

_CURRENT = "citizen:data"


@citizen_only()
@require_GET
def consents(request: HttpRequest) -> HttpResponse:
    """What I have let the municipality ask others for or share, and what I am asked."""
    rows = _mine(request)
    shared, past = _shared(request)
    persons = people.of(asked(request).actor, cases=[row.case for row in rows])
    title = _("Mit samtykke")

    def shown(*states: ConsentState) -> tuple[Item, ...]:
        return tuple(words.item(row, persons) for row in rows if row.state in states)

    return show(
        request,
        "citizen/consents.html",
        page=shell.page(request, title=title, crumbs=shell.crumbs(title), current=_CURRENT),
        waiting=shown(ConsentState.ASKED),
        given=(*shown(ConsentState.GIVEN), *shared),
        history=(
            *shown(ConsentState.REFUSED, ConsentState.WITHDRAWN, ConsentState.OVER),
            *past,
        ),
    )


def _shared(request: HttpRequest) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """What is shared between departments because I, or somebody I act for, said yes to it; and what was."""
    ask = asked(request)
    cases = list(casework.visible_to(ask.actor, at=ask.moment))
    persons = people.of(ask.actor, cases=cases)
    running, over = list[Item](), list[Item]()
    for row in coordination.sharings_of(cases=cases):
        if together.by_consent(row) and row.citizen_id in persons:
            found = running if together.runs(row, at=ask.moment) else over
            may_stop = persons[row.citizen_id].acts
            found.append(together.shared(row, at=ask.moment, may_stop=may_stop, page="consents"))
    return tuple(running), tuple(over)


@citizen_only(keeps_text=False)
@require_POST
def answer(request: HttpRequest, consent_id: int) -> HttpResponse:
    """Yes or no to what I am asked."""
    row = _one(request, consent_id, ConsentState.ASKED)
    way = request.POST.get("way")
    if row.task_id is None or way not in {"yes", "no"}:
        raise Hidden(f"consent {consent_id}")
    given = way == "yes"
    assessment.answer_consent(task_id=row.task_id, given=given, by=asked(request).actor, at=asked(request).moment)
    told(request, None, _("Tak. Vi spørger nu.") if given else _("Tak. Vi spørger ikke."))
    return redirect("citizen:consents")


@citizen_only(keeps_text=False)
@require_POST
def withdraw(request: HttpRequest, consent_id: int) -> HttpResponse:
    """Take a yes back: from now on nobody is asked on it."""
    row = _one(request, consent_id, ConsentState.GIVEN)
    assessment.withdraw_consent(consent_id=row.id, by=asked(request).actor, at=asked(request).moment)
    told(request, None, _("Dit samtykke er trukket tilbage. Det gælder fra nu af. Det, vi har fået, bliver i sagen."))
    return redirect("citizen:consents")


def _mine(request: HttpRequest) -> tuple[ConsentView, ...]:
    ask = asked(request)
    return assessment.consents_of(by=ask.actor, at=ask.moment)


def _one(request: HttpRequest, consent_id: int, state: ConsentState) -> ConsentView:
    """A consent that the reader may answer, standing so. Raises Hidden for any other."""
    for row in _mine(request):
        if row.id == consent_id and row.state is state and row.may:
            return row
    raise Hidden(f"consent {consent_id}")
