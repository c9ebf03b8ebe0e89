"""Taking a request back, after being asked whether one is sure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import once, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.design.fields import FieldView
from borgerfokus.web.frame import asked, show, told

_LONGEST = 1000
_NO_WORDS = "Borgeren har trukket sin ansøgning tilbage."


@citizen_only()
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    """Say what it means, then take the request back. The case stays to be read."""
    ask = asked(request)
    case = shell.case_of(request, number)
    shell.must(Verb.CASE_WITHDRAW, shell.verbs_on(request, case))
    if request.method == "POST":
        if once.spend(request):
            why = request.POST.get("why", "").strip()[:_LONGEST] or _NO_WORDS
            refusal = casework.take_step(case_id=case.pk, step=Step.WITHDRAW, by=ask.actor, at=ask.moment, reason=why)
            if not told(request, refusal, _("Din ansøgning er trukket tilbage. Du kan altid søge igen.")):
                once.give_back(request)
        return redirect(shell.href(case))
    title = _("Træk din ansøgning tilbage")
    field = FieldView(
        control="textarea",
        name="why",
        id="why",
        label=_("Hvorfor?"),
        hint=_("Du behøver ikke skrive noget. Det hjælper os til at blive bedre."),
        rows=3,
        attrs=(("maxlength", str(_LONGEST)),),
    )
    return show(
        request,
        "citizen/withdraw.html",
        page=shell.page(
            request,
            title=title,
            crumbs=shell.case_crumbs(case, title),
            person=people.of(ask.actor, cases=[case]).get(case.citizen_id),
        ),
        case_title=shell.title_of(case),
        field_of_text=field,
        once=once.key_of(request),
        back=shell.href(case),
    )
