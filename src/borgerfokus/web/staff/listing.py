"""The work list's address: filters, order and place in the list, read from it and written back to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Cursor, Filters, Sort, Urgency
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web import frame
from borgerfokus.web.design.views import ActiveFilter
from borgerfokus.web.frame import say
from borgerfokus.web.numbers import whole

MINE, NOBODY = "mig", "ingen"
_IDLE = "30"


class ListForm(forms.Form):
    """The filters as fields. A value that is not on a list is ignored, so that an old address still works."""

    enhed = forms.ChoiceField(required=False)
    sagsbehandler = forms.ChoiceField(required=False)
    type = forms.ChoiceField(required=False)
    fase = forms.ChoiceField(required=False)
    bold = forms.ChoiceField(required=False)
    frist = forms.ChoiceField(required=False)
    stille = forms.ChoiceField(required=False)
    orden = forms.ChoiceField(required=False)
    nr = forms.CharField(required=False, max_length=20)

    def __init__(self, data: QueryDict, *, by: Actor, on: date) -> None:
        super().__init__(data, auto_id="filter-%s", label_suffix="")
        for name, (label, choices) in _choices(by, on).items():
            self.fields[name].label = label
            if choices:
                self.fields[name].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """What is chosen, without what is empty or not on the list."""
        self.is_valid()
        return {name: str(value) for name, value in self.cleaned_data.items() if value}


def _choices(by: Actor, on: date) -> Mapping[str, tuple[str, list[tuple[str, str]]]]:
    everything = ("", _("Alle"))
    ours = organisation.within(by.units, on=on)
    units = [(str(one.pk), one.name) for one in ours.units]
    staff = [(str(one.id), one.name) for one in ours.staff if one.id != by.id]
    types = [(one.key, say(one.spec.title_staff)) for one in casework.newest_in_force(on=on)]
    phases = [(one.value, say(PHASE_TITLES[one])) for one in Phase]
    balls = [("us", _("Os")), ("you", _("Borgeren")), ("other", _("Andre"))]
    due = [("over", _("Over fristen")), ("soon", _("Snart")), ("fine", _("God tid")), ("none", _("Ingen dato"))]
    orders = [("", _("Nærmeste frist")), ("received", _("Nyeste først")), ("activity", _("Længst uden aktivitet"))]
    return {
        "enhed": (_("Enhed"), [everything, *units]),
        "sagsbehandler": (_("Sagsbehandler"), [everything, (MINE, _("Mig")), (NOBODY, _("Ingen endnu")), *staff]),
        "type": (_("Sagstype"), [everything, *types]),
        "fase": (_("Fase"), [everything, *phases]),
        "bold": (_("Bolden er hos"), [everything, *balls]),
        "frist": (_("Frist"), [everything, *due]),
        "stille": (_("Aktivitet"), [everything, (_IDLE, _("Ingen i 30 dage"))]),
        "orden": (_("Orden"), orders),
        "nr": (_("Sagsnummer"), []),
    }


@dataclass(frozen=True)
class Listing:
    """What the address asks for."""

    form: ListForm
    chosen: Mapping[str, str]
    filters: Filters
    sort: Sort
    cursor: Cursor | None

    def href(self, **changes: str) -> str:
        """The address with some values changed; an empty one leaves the value out, and the place in the list goes."""
        kept = {**self.chosen, **changes}
        return _address({key: value for key, value in kept.items() if value})

    def query(self) -> str:
        """The filters as they are saved under a name."""
        return urlencode(sorted(self.chosen.items()))

    def at(self, cursor: Cursor | None) -> str:
        """The address of another page of the list, "" for none."""
        if cursor is None:
            return ""
        where = f"{'-' if cursor.back else ''}{cursor.case_id}~{cursor.value}"
        return self.href(sted=where)

    def active(self) -> tuple[ActiveFilter, ...]:
        """The filters in force, each with the address without it."""
        shown = []
        for name, value in self.chosen.items():
            if name == "orden":
                continue
            field = self.form.fields[name]
            labels = {str(key): str(label) for key, label in getattr(field, "choices", [])}
            shown.append(ActiveFilter(f"{field.label}: {labels.get(value, value)}", self.href(**{name: ""})))
        return tuple(shown)


def read(request: HttpRequest) -> Listing:
    """The address of the request."""
    asked = frame.asked(request)
    form = ListForm(request.GET, by=asked.actor, on=frame.today(request))
    chosen = form.chosen()
    sort = Sort(chosen["orden"]) if chosen.get("orden") else Sort.DUE
    return Listing(
        form=form,
        chosen=chosen,
        filters=filters(chosen, by=asked.actor),
        sort=sort,
        cursor=_cursor(request.GET.get("sted", ""), sort),
    )


def filters(chosen: Mapping[str, str], *, by: Actor) -> Filters:
    """What is chosen, as the query takes it."""
    found = Filters(
        type_key=chosen.get("type", ""),
        phase=chosen.get("fase", ""),
        ball=chosen.get("bold", ""),
        text=chosen.get("nr", ""),
        closed=chosen.get("fase") == Phase.CLOSED,
    )
    if unit := whole(chosen.get("enhed", "")):
        found = replace(found, unit=unit)
    if worker := chosen.get("sagsbehandler", ""):
        found = replace(found, caseworker={MINE: by.id, NOBODY: 0}.get(worker, whole(worker)))
    if due := chosen.get("frist", ""):
        found = replace(found, urgency=Urgency(due) if due in set(Urgency) else None)
    if idle := whole(chosen.get("stille", "")):
        found = replace(found, idle_days=idle)
    return found


def saved(query: str, *, by: Actor) -> Filters:
    """The filters of a saved list."""
    chosen = {key: str(value) for key, value in QueryDict(query).items()}
    return filters(chosen, by=by)


def address(query: str) -> str:
    """The address of a saved list."""
    return f"{reverse('staff:list')}?{query}"


def _address(values: Mapping[str, Any]) -> str:
    return f"{reverse('staff:list')}?{urlencode(values)}" if values else reverse("staff:list")


def _cursor(text: str, sort: Sort) -> Cursor | None:
    """The place in the list, or None when the address does not hold one that can be read."""
    back = text.startswith("-")
    number, separator, value = text.removeprefix("-").partition("~")
    case_id = whole(number)
    if not separator or case_id is None or not casework.is_cursor_value(value, sort=sort):
        return None
    return Cursor(value=value, case_id=case_id, back=back)
