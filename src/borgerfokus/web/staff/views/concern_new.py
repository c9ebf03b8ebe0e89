"""Writing a notification of concern down: from a call, a letter or somebody at the desk."""

from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.debug import sensitive_post_parameters

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Channel, Function
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.frame import on_moment, say
from borgerfokus.web.present import concerns as words
from borgerfokus.web.staff import doing, fields, keys

_CHANNELS: Final = (Channel.PHONE, Channel.LETTER, Channel.EMAIL, Channel.DESK)


class RecordForm(forms.Form):
    """What staff were told on the phone, in a letter or at the desk."""

    channel = fields.radio(__("Hvordan kom den?"), ())
    heard_on = fields.day(__("Modtaget"), hint=__("Fristen løber fra dag og klokkeslæt"))
    heard_at = forms.TimeField(label=__("Klokken"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    told_acute = fields.yes(__("Barnet er i fare lige nu"))
    seen = fields.area(__("Hvad er set eller hørt?"), rows=6)
    told_violence = fields.yes(__("Der er fortalt om vold eller overgreb"))
    child_name = fields.line(__("Barnets navn"), required=False, longest=160)
    child_age = fields.line(__("Alder eller fødselsdag"), required=False, longest=80)
    child_address = fields.line(__("Hvor bor barnet?"), required=False, longest=240)
    child_school = fields.line(__("Skole eller institution"), required=False, longest=160)
    siblings = fields.area(__("Søskende"), rows=2, required=False, longest=2_000)
    parents_know = fields.one_of(__("Ved forældrene det?"), required=False)
    function = fields.one_of(__("Hvem underretter?"))
    anonymous = fields.yes(__("Vil være anonym"))
    name = fields.line(__("Navn"), required=False, longest=160)
    organisation = fields.line(__("Arbejdsplads"), required=False, longest=160)
    phone = fields.line(__("Telefon"), required=False, longest=30)
    email = fields.line(__("E-mail"), required=False, longest=160)
    address = fields.line(__("Adresse"), required=False, longest=240)

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, auto_id="record-%s", label_suffix="", **more)
        self.fields["channel"].choices = fields.worded(_CHANNELS)  # type: ignore[attr-defined]
        self.fields["function"].choices = [("", _("Vælg")), *fields.worded(Function)]  # type: ignore[attr-defined]
        self.fields["parents_know"].choices = [("", _("Ved ikke")), *words.parents_know()]  # type: ignore[attr-defined]


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_OPEN, keeps_text=False)
@sensitive_post_parameters()
def new(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: write it down. Whoever is not on duty sees no more of it afterwards than its reference."""
    asked = frame.asked(request)
    if request.method != "POST":
        now = asked.moment.astimezone(COPENHAGEN)
        form = RecordForm(initial={"heard_on": now.date(), "heard_at": now.time(), "channel": Channel.PHONE})
        return _new_page(request, form)
    form = RecordForm(request.POST)
    if not form.is_valid():
        return _new_page(request, form, status=422)
    if not doing.first_time(request):
        messages.info(request, _("Underretningen er allerede skrevet ned."))
        return HttpResponseRedirect(reverse("staff:concern-new"))
    told = dialogue.record_concern(new=_recorded(form.cleaned_data), by=asked.actor, at=asked.moment)
    if isinstance(told, Refusal):
        form.add_error(None, f"{say(told.text)} ({told.article})")
        return _new_page(request, form, status=422)
    messages.success(
        request,
        _("Underretningen er modtaget med reference %(reference)s. Den skal vurderes senest %(moment)s.")
        % {"reference": told.reference, "moment": on_moment(told.assess_by)},
    )
    on_duty = dialogue.is_on_duty(asked.actor)
    to = reverse("staff:concern", args=[told.reference]) if on_duty else reverse("staff:concern-new")
    return HttpResponseRedirect(to)


def _recorded(said: dict[str, Any]) -> dialogue.NewConcern:
    return dialogue.NewConcern(
        child=dialogue.Child(said["child_name"], said["child_age"], said["child_address"], said["child_school"]),
        who=dialogue.Who(
            Function(said["function"]),
            said["anonymous"],
            said["name"],
            said["organisation"],
            said["phone"],
            said["email"],
            said["address"],
        ),
        seen=said["seen"],
        sent_key=uuid4(),
        received_at=datetime.combine(said["heard_on"], said["heard_at"], tzinfo=COPENHAGEN),
        siblings=said["siblings"],
        parents_know=said["parents_know"],
        told_acute=said["told_acute"],
        told_violence=said["told_violence"],
        channel=Channel(said["channel"]),
    )


def _new_page(request: HttpRequest, form: RecordForm, *, status: int = 200) -> HttpResponse:
    on_duty = dialogue.is_on_duty(frame.asked(request).actor)
    crumbs = (Crumb(_("Vagt"), reverse("staff:duty")), Crumb(_("Ny underretning"))) if on_duty else ()
    return frame.show(
        request,
        "staff/concern_new.html",
        page=frame.page(
            request, title=_("Skriv en underretning ned"), place="staff", current="staff:duty", crumbs=crumbs
        ),
        status=status,
        form=form,
        once=doing.fresh_key(),
        acute=words.acute(on=frame.asked(request).moment),
        hints=keys.everywhere(),
    )
