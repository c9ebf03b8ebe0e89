"""My reminders by e-mail: what of, how often, and an end to them."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.reminders import service as reminders
from borgerfokus.apps.reminders.service import Rhythm
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web import frame
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import Place, on_moment, page_language, say
from borgerfokus.web.staff import doing, fields, keys
from borgerfokus.web.staff import joint as deeds
from borgerfokus.web.staff.joint import Deed, DeedForm, Forms

_ABOUT = (
    ("deadlines", __("Frister")),
    ("appointments", __("Aftaler")),
    ("messages", __("Beskeder, der venter på svar")),
)


class ChooseForm(DeedForm):
    """What to be reminded of, and how often."""

    chosen: reminders.StaffReminder | None = None
    submit = __("Gem påmindelser")
    about = fields.several_of(__("Mind mig om"))
    rhythm = fields.radio(__("Hvor tit?"), ())

    def prepare(self) -> None:
        """The choices, and what is chosen now."""
        self.fields["about"].choices = list(_ABOUT)  # type: ignore[attr-defined]
        self.fields["rhythm"].choices = [  # type: ignore[attr-defined]
            (Rhythm.DAILY.value, _("Hver arbejdsdag")),
            (Rhythm.WEEKLY.value, _("Hver mandag")),
        ]
        now = self.chosen = reminders.chosen(by=self.place.by)
        self.initial.setdefault("about", [name for name, _label in _ABOUT if now is None or getattr(now, name)])
        self.initial.setdefault("rhythm", now.rhythm if now else Rhythm.DAILY.value)


class EndForm(DeedForm):
    """No more reminders."""


def _choose(place: Place, said: dict[str, Any]) -> Refusal | None:
    about = set(said["about"])
    choice = reminders.Choice(
        deadlines="deadlines" in about,
        appointments="appointments" in about,
        messages="messages" in about,
        rhythm=Rhythm(said["rhythm"]),
        language=page_language(),
    )
    return reminders.choose(choice=choice, by=place.by, at=place.at)


def _end(place: Place, _said: dict[str, Any]) -> None:
    reminders.end(by=place.by, at=place.at)


_DEEDS = {
    "choose": Deed(ChooseForm, _choose, gettext_noop("Dine påmindelser er gemt. Den første kommer næste gang.")),
    "end": Deed(EndForm, _end, gettext_noop("Du får ikke flere påmindelser.")),
}


@staff_only(purpose=Purpose.OPERATION, verb=Verb.CASE_SEE, keeps_text=False)
@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """GET: what is chosen. POST: choose, or end."""
    place = Place(request)
    return _page(place, {}) if request.method == "GET" else deeds.post(place, _DEEDS, _page)


def _page(place: Place, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
    form = Forms(place, _DEEDS, given).get("choose")
    now = form.chosen if isinstance(form, ChooseForm) else None
    return frame.show(
        place.request,
        "staff/reminders.html",
        page=frame.page(place.request, title=_("Påmindelser på e-mail"), place="staff", current="staff:day"),
        status=status,
        form=form,
        state=_("Du har fået påmindelser siden %(when)s.") % {"when": on_moment(now.begun_at)} if now else "",
        ends=_ends(place) if now else (),
        preview=tuple(say(one) for one in reminders.preview(of=now, by=place.by, at=place.at)),
        here=place.request.path,
        hints=keys.everywhere(),
    )


def _ends(place: Place) -> tuple[Action, ...]:
    fields_of = (("act", "end"), ("once", doing.fresh_key()))
    return (Action(_("Stop påmindelser"), place.request.path, "secondary", "post", fields=fields_of),)
