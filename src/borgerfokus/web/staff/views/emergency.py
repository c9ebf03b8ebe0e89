"""Break-glass: opening a case without a relation to it, in an emergency, for an hour, seen by citizen and leader."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web import frame
from borgerfokus.web.frame import say
from borgerfokus.web.staff import fields, keys


class EmergencyForm(forms.Form):
    """Which case, and why now."""

    number = fields.line(__("Sagsnummer"), hint=__("For eksempel 2026-000123"), longest=20)
    reason = fields.area(
        __("Hvad er der sket, og hvorfor skal du se sagen nu?"), rows=4, hint=__("Borgeren og din leder kan læse det")
    )


@staff_only(purpose=Purpose.BREAK_GLASS, verb=Verb.BREAK_GLASS, limit="search")
def emergency(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: open the case for as long as the parameter says."""
    if request.method != "POST":
        return _page(request, EmergencyForm(auto_id="emergency-%s"))
    form = EmergencyForm(request.POST, auto_id="emergency-%s")
    if not form.is_valid():
        return _page(request, form, status=422)
    asked, number = frame.asked(request), form.cleaned_data["number"].strip()
    try:
        refusal = casework.break_glass(
            number=number, reason=form.cleaned_data["reason"], by=asked.actor, at=asked.moment
        )
    except Hidden:
        form.add_error("number", _("Der er ingen sag med det nummer, som du kan åbne."))
        return _page(request, form, status=422)
    if refusal is not None:
        form.add_error("reason", f"{say(refusal.text)} ({refusal.article})")
        return _page(request, form, status=422)
    messages.warning(request, _("Sagen er åben for dig i kort tid. Det er skrevet i loggen."))
    return HttpResponseRedirect(reverse("staff:case", args=[number]))


def _page(request: HttpRequest, form: EmergencyForm, *, status: int = 200) -> HttpResponse:
    minutes = parameters.at("gdpr.break_glass", on=frame.today(request)).number
    return frame.show(
        request,
        "staff/emergency.html",
        page=frame.page(request, title=_("Adgang i nødstilfælde"), place="staff"),
        status=status,
        form=form,
        minutes=minutes,
        hints=keys.everywhere(),
    )
